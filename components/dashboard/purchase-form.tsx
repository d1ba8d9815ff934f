import { useEffect, useRef, useState } from 'preact/hooks';
import type { PurchaseDraft } from '../../utils/core/dashboard-views.ts';
import type { CurrencyCode } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Purchase } from '../../utils/core/purchase.ts';
import { dayOf } from '../../utils/core/time.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { useScreen } from '../screen.ts';
import { troubleWords } from '../typed-trouble.ts';
import { channelChoices, currencyChoices } from './choices.ts';
import { Field, SelectField } from './field.tsx';
import {
  fieldsOf,
  type PurchaseField,
  type PurchaseFields,
  type ReadPurchase,
  readPurchase,
} from './purchase-draft.ts';

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
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<PurchaseFields>(
    before === null
      ? {
          units: '',
          price: '',
          currency: props.currency,
          channel: 'web',
          date: dayOf(now, zone),
          note: '',
        }
      : fieldsOf(before, screen),
  );
  const [read, setRead] = useState<ReadPurchase | null>(null);
  const set = (change: Partial<PurchaseFields>) => {
    setFields({ ...fields, ...change });
    // What was said about the form holds until it is sent again, but for the fields touched since.
    if (read?.kind === 'trouble') {
      const left = Object.entries(read.troubles).filter(([field]) => !(field in change));
      setRead({ kind: 'trouble', troubles: Object.fromEntries(left) });
    }
  };
  const said = (field: PurchaseField) => {
    const trouble = read?.kind === 'trouble' ? read.troubles[field] : undefined;
    return trouble === undefined
      ? undefined
      : troubleWords(trouble, screen, currencyCode(fields.currency));
  };

  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  useEffect(() => {
    if (read?.kind === 'trouble') {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    }
  }, [read]);

  return (
    <form
      class="panel form"
      ref={form}
      noValidate
      aria-label={t(before === null ? 'purchaseAdd' : 'purchaseEdit')}
      onSubmit={(event) => {
        event.preventDefault();
        const sent = readPurchase(fields, before, { locale, zone, now, unit });
        setRead(sent);
        if (sent.kind === 'done') props.onSave(sent.draft);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <h3>{t(before === null ? 'purchaseAdd' : 'purchaseEdit')}</h3>
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
      <div class="buttons">
        <button type="submit" class="button">
          {t(before === null ? 'purchaseAdd' : 'save')}
        </button>
        <button type="button" class="button quiet" onClick={props.onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
