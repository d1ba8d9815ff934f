import type { CurrencyCode } from '../../../utils/core/ids.ts';
import { currencyCode } from '../../../utils/core/money.ts';
import type { Payout } from '../../../utils/core/payout.ts';
import type { PayoutDraft } from '../../../utils/core/payout-views.ts';
import { dayOf } from '../../../utils/core/time.ts';
import { platformOfUnit, type UnitId, unitIds } from '../../../utils/core/units.ts';
import { useScreen } from '../../screen.ts';
import { useTypedForm } from '../../typed-form.ts';
import { troubleWords } from '../../typed-trouble.ts';
import { currencyChoices } from '../choices.ts';
import { Field, SelectField } from '../field.tsx';
import { SaveForm } from '../save-form.tsx';
import { fieldsOfPayout, freshPayout, type PayoutField, readPayout } from './payout-draft.ts';
import { keptWords, payoutRateWords } from './payout-words.ts';

/** A payout to be typed in or changed. What it comes to a unit is said while it is typed. */
export function PayoutForm(props: {
  unit: UnitId;
  before: Payout | null;
  currency: CurrencyCode;
  currencies: readonly CurrencyCode[];
  onSave(draft: PayoutDraft): void;
  onCancel(): void;
}) {
  const screen = useScreen();
  const { t, zone, now } = screen;
  const { before } = props;
  const form = useTypedForm({
    first: () =>
      before === null
        ? freshPayout(props.unit, props.currency, dayOf(now, zone))
        : fieldsOfPayout(before, screen),
    read: (typed) => readPayout(typed, before, screen),
    words: (trouble, { currency }) => troubleWords(trouble, screen, currencyCode(currency)),
    onSave: props.onSave,
  });
  const { fields, set, said } = form;
  const read = readPayout(fields, before, screen);
  const field = (name: PayoutField) => ({
    id: `payout-${name}`,
    value: fields[name],
    trouble: said(name),
    onType: (text: string) => set({ [name]: text }),
  });
  const title = t(before === null ? 'payoutAdd' : 'payoutEdit');
  return (
    <SaveForm
      label={title}
      save={t(before === null ? 'payoutAdd' : 'save')}
      first="input"
      refusals={form.refusals}
      onSend={form.send}
      onCancel={props.onCancel}
    >
      <h3>{title}</h3>
      <div class="grid">
        <Field
          {...field('price')}
          label={t('payoutArrived')}
          hint={t('payoutArrivedHint')}
          inputMode="decimal"
        />
        <SelectField
          id="payout-currency"
          label={t('fieldCurrency')}
          value={currencyCode(fields.currency)}
          choices={currencyChoices(props.currencies, screen)}
          trouble={said('currency')}
          onChoose={(currency) => set({ currency })}
        />
        <Field
          {...field('units')}
          label={t('payoutUnits')}
          hint={fields.unit === 'tiktok:coin' ? t('payoutUnitsHint') : undefined}
          inputMode="numeric"
        />
        <SelectField
          id="payout-unit"
          label={t('payoutUnit')}
          value={fields.unit}
          choices={unitIds.map((value) => ({
            value,
            label: `${t(`platform_${platformOfUnit[value]}`)} · ${screen.unitName(value)}`,
          }))}
          onChoose={(unit) => set({ unit })}
        />
        <Field {...field('date')} label={t('fieldDate')} type="date" max={dayOf(now, zone)} />
        <Field
          {...field('fees')}
          label={t('payoutFees')}
          hint={t('payoutKeptHint')}
          inputMode="decimal"
        />
        <Field
          {...field('tax')}
          label={t('payoutTax')}
          hint={t('payoutKeptHint')}
          inputMode="decimal"
        />
        <Field
          {...field('first')}
          label={t('payoutFirst')}
          hint={t('payoutDaysHint')}
          type="date"
        />
        <Field {...field('last')} label={t('payoutLast')} type="date" />
        <Field {...field('note')} label={t('fieldNote')} maxLength={2000} wide />
      </div>
      <p class="verdict" role="status">
        {read.kind === 'done' &&
          [payoutRateWords(read.draft, screen), keptWords(read.draft, screen)]
            .filter(Boolean)
            .join(' · ')}
      </p>
    </SaveForm>
  );
}
