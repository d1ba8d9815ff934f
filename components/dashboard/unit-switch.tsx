import { type CostScreen, costAddress } from '../../utils/core/dashboard-views.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { useScreen } from '../screen.ts';

/** Of which platform's unit a screen about costs is; nothing where there is one only. Each at an address of its own. */
export function UnitSwitch(props: { open: CostScreen; unit: UnitId; units: readonly UnitId[] }) {
  const { t, unitName } = useScreen();
  const { open, unit, units } = props;
  return units.length < 2 ? null : (
    <nav aria-label={t('chooseUnit')}>
      <ul class="switches wrap">
        {units.map((each) => (
          <li key={each}>
            <a
              href={costAddress(open, each)}
              {...(each === unit ? { 'aria-current': 'true' as const } : {})}
            >
              {unitName(each)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
