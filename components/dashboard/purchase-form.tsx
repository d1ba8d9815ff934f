import type { PurchaseDraft } from '../../utils/core/dashboard-views.ts';
import type { CurrencyCode } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Purchase } from '../../utils/core/purchase.ts';
import { dayOf } from '../../utils/core/time.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { useScreen } from '../screen.ts';
import { useTypedForm } from '../typed-form.ts';
import { troubleWords } from '../typed-trouble.ts';
import { channelChoices, currencyChoices } from './choices.ts';
import { Field, SelectField } from './field.tsx';
import { fieldsOf, freshPurchase, readPurchase } from './purchase-draft.ts';
import { SaveForm } from './save-form.tsx';

/** A purchase to be typed in, or to be changed. Nothing is saved while anything is wrong; what is wrong is said. */
export function PurchaseForm(props: {
  unit: UnitId;
  before: Purchase | null;
  currency: CurrencyCode;
  currencies: readonly CurrencyCode[];
  onSave(draft: PurchaseDraft): void;
  onCancel(): void;
}) {
  const screen = useScreen();
  const { t, locale, zone, now } = screen;
  const { before, unit } = props;
  const form = useTypedForm({
    first: () =>
      before === null ? freshPurchase(props.currency, dayOf(now, zone)) : fieldsOf(before, screen),
    read: (typed) => readPurchase(typed, before, { locale, zone, now, unit }),
    words: (trouble, { currency }) => troubleWords(trouble, screen, currencyCode(currency)),
    onSave: props.onSave,
  });
  const { fields, set, said } = form;
  const title = t(before === null ? 'purchaseAdd' : 'purchaseEdit');
  return (
    <SaveForm
      label={title}
      save={t(before === null ? 'purchaseAdd' : 'save')}
      first="input"
      refusals={form.refusals}
      onSend={form.send}
      onCancel={props.onCancel}
    >
      <h3>{title}</h3>
      <div class="grid">
        <Field
          id="purchase-units"
          label={screen.unitName(unit)}
          inputMode="numeric"
          value={fields.units}
          trouble={said('units')}
          onType={(units) => set({ units })}
        />
        <Field
          id="purchase-price"
          label={t('fieldPaid')}
          inputMode="decimal"
          value={fields.price}
          trouble={said('price')}
          hint={t('fieldPaidHint')}
          onType={(price) => set({ price })}
        />
        <SelectField
          id="purchase-currency"
          label={t('fieldCurrency')}
          value={currencyCode(fields.currency)}
          choices={currencyChoices(props.currencies, screen)}
          trouble={said('currency')}
          onChoose={(currency) => set({ currency })}
        />
        <SelectField
          id="purchase-channel"
          label={t('fieldWhere')}
          value={fields.channel}
          choices={channelChoices(screen)}
          onChoose={(channel) => set({ channel })}
        />
        <Field
          id="purchase-date"
          label={t('fieldDate')}
          type="date"
          max={dayOf(now, zone)}
          value={fields.date}
          trouble={said('date')}
          onType={(date) => set({ date })}
        />
        <Field
          id="purchase-note"
          label={t('fieldNote')}
          maxLength={2000}
          value={fields.note}
          trouble={said('note')}
          wide
          onType={(note) => set({ note })}
        />
      </div>
    </SaveForm>
  );
}
