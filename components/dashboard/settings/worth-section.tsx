import { useRef, useState } from 'preact/hooks';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { UnitWorthView, WorthDraft } from '../../../utils/core/settings-views.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { unitWords, useScreen } from '../../screen.ts';
import { worthEach, worthOrigin } from '../../worth-words.ts';
import { SettingsSection } from './section.tsx';
import { WorthForm } from './worth-form.tsx';

/** What a creator gets for each unit: whose figure that is, and the way to set one's own. */
export function WorthSection(props: {
  worths: readonly UnitWorthView[];
  display: CurrencyCode;
  currencies: readonly CurrencyCode[];
  onSave(draft: WorthDraft): void;
  onRemove(unit: UnitId): void;
}) {
  const { t } = useScreen();
  return (
    <SettingsSection id="worth" title={t('worthTitle')} lead={t('worthLead')}>
      <ul class="rows">
        {props.worths.map((each) => (
          <UnitWorth key={each.unit} {...props} worth={each} />
        ))}
      </ul>
    </SettingsSection>
  );
}

function UnitWorth(props: Parameters<typeof WorthSection>[0] & { readonly worth: UnitWorthView }) {
  const screen = useScreen();
  const { t } = screen;
  const { unit, rate, own } = props.worth;
  const [open, setOpen] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const name = t(unitWords[unit].name);
  const close = () => {
    setOpen(false);
    change.current?.focus();
  };
  return (
    <li class="worth-of">
      <div>
        <b>{name}</b>
        <p>{rate === null ? t('convertNoWorth') : t('about', [worthEach(rate, screen)])}</p>
        {rate !== null && <small>{worthOrigin(rate, screen)}</small>}
      </div>
      <div class="actions">
        <button
          type="button"
          class="link"
          ref={change}
          aria-expanded={open}
          aria-label={t('worthSetOf', [name])}
          onClick={() => setOpen(!open)}
        >
          {t('worthSet')}
        </button>
        {own !== null && (
          <button
            type="button"
            class="link"
            aria-label={t('worthRemoveOf', [name])}
            onClick={() => props.onRemove(unit)}
          >
            {t('remove')}
          </button>
        )}
      </div>
      {open && (
        <WorthForm
          unit={unit}
          own={own}
          currency={rate?.range.least.currency ?? props.display}
          currencies={props.currencies}
          onSave={(draft) => {
            props.onSave(draft);
            close();
          }}
          onCancel={close}
        />
      )}
    </li>
  );
}
