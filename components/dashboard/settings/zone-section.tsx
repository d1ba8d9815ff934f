import type { TimeZone } from '../../../utils/core/time.ts';
import { useScreen } from '../../screen.ts';
import { SelectField } from '../field.tsx';

/** The zone that days, months and budgets are counted in. */
export function ZoneSection(props: { zones: readonly TimeZone[]; onChoose(zone: TimeZone): void }) {
  const { t, zone } = useScreen();
  const zones = props.zones.includes(zone) ? props.zones : [zone, ...props.zones];
  return (
    <section class="panel" aria-labelledby="zone-title">
      <h3 id="zone-title">{t('zoneTitle')}</h3>
      <SelectField
        id="zone"
        label={t('zoneField')}
        hint={t('zoneHint')}
        value={zone}
        choices={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        onChoose={props.onChoose}
      />
    </section>
  );
}
