import { useEffect, useRef, useState } from 'preact/hooks';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { OwnWorth } from '../../../utils/core/operation.ts';
import type { WorthDraft } from '../../../utils/core/settings-views.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { unitWords, useScreen } from '../../screen.ts';
import { troubleWords } from '../../typed-trouble.ts';
import { currencyChoices } from '../choices.ts';
import { Field, SelectField } from '../field.tsx';
import { readWorth, type WorthTroubles, worthFields } from './worth-draft.ts';

/** The user's own figure of what a creator gets: at least and at most, for a number of units. */
export function WorthForm(props: {
  unit: UnitId;
  own: OwnWorth | null;
  currency: CurrencyCode;
  currencies: readonly CurrencyCode[];
  onSave(draft: WorthDraft): void;
  onCancel(): void;
}) {
  const screen = useScreen();
  const { t, locale } = screen;
  const { unit, own } = props;
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(() => worthFields(own, props.currency, locale));
  const [troubles, setTroubles] = useState<WorthTroubles>({});
  const said = (field: keyof WorthTroubles) => {
    const trouble = troubles[field];
    return trouble === undefined ? undefined : troubleWords(trouble, screen, fields.currency);
  };
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[id$=least]')?.focus();
  }, []);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [troubles]);

  function send() {
    const read = readWorth(fields, unit, locale);
    if ('draft' in read) props.onSave(read.draft);
    else setTroubles(read.troubles);
  }

  return (
    <form
      class="form"
      ref={form}
      noValidate
      aria-label={t('worthSetOf', [t(unitWords[unit].name)])}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <div class="grid">
        <Field
          id={`worth-${unit}-least`}
          label={t('worthLeast')}
          inputMode="decimal"
          value={fields.least}
          trouble={said('least')}
          onType={(least) => setFields({ ...fields, least })}
        />
        <Field
          id={`worth-${unit}-most`}
          label={t('worthMost')}
          inputMode="decimal"
          value={fields.most}
          trouble={said('most')}
          onType={(most) => setFields({ ...fields, most })}
        />
        <SelectField
          id={`worth-${unit}-currency`}
          label={t('fieldCurrency')}
          value={fields.currency}
          choices={currencyChoices(props.currencies, screen)}
          onChoose={(currency) => setFields({ ...fields, currency })}
        />
        <Field
          id={`worth-${unit}-units`}
          label={t('worthFor', [t(unitWords[unit].name)])}
          inputMode="numeric"
          value={fields.units}
          trouble={said('units')}
          onType={(units) => setFields({ ...fields, units })}
        />
      </div>
      <div class="buttons">
        <button type="submit" class="button">
          {t('save')}
        </button>
        <button type="button" class="button quiet" onClick={props.onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
