import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { OwnWorth } from '../../../utils/core/operation.ts';
import type { WorthDraft } from '../../../utils/core/settings-views.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { unitWords, useScreen } from '../../screen.ts';
import { useTypedForm } from '../../typed-form.ts';
import { troubleWords } from '../../typed-trouble.ts';
import { currencyChoices } from '../choices.ts';
import { Field, SelectField } from '../field.tsx';
import { SaveForm } from '../save-form.tsx';
import { readWorth, worthFields } from './worth-draft.ts';

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
  const form = useTypedForm({
    first: () => worthFields(own, props.currency, locale),
    read: (typed) => readWorth(typed, unit, locale),
    words: (trouble, { currency }) => troubleWords(trouble, screen, currency),
    onSave: props.onSave,
  });
  const { fields, set, said } = form;
  return (
    <SaveForm
      label={t('worthSetOf', [t(unitWords[unit].name)])}
      save={t('save')}
      first="[id$=least]"
      boxed={false}
      refusals={form.refusals}
      onSend={form.send}
      onCancel={props.onCancel}
    >
      <div class="grid">
        <Field
          id={`worth-${unit}-least`}
          label={t('worthLeast')}
          inputMode="decimal"
          value={fields.least}
          trouble={said('least')}
          onType={(least) => set({ least })}
        />
        <Field
          id={`worth-${unit}-most`}
          label={t('worthMost')}
          inputMode="decimal"
          value={fields.most}
          trouble={said('most')}
          onType={(most) => set({ most })}
        />
        <SelectField
          id={`worth-${unit}-currency`}
          label={t('fieldCurrency')}
          value={fields.currency}
          choices={currencyChoices(props.currencies, screen)}
          onChoose={(currency) => set({ currency })}
        />
        <Field
          id={`worth-${unit}-units`}
          label={t('worthFor', [t(unitWords[unit].name)])}
          inputMode="numeric"
          value={fields.units}
          trouble={said('units')}
          onType={(units) => set({ units })}
        />
      </div>
    </SaveForm>
  );
}
