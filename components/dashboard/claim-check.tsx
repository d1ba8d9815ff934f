import { useState } from 'preact/hooks';
import type { DashboardView } from '../../utils/core/dashboard-views.ts';
import type { CurrencyCode } from '../../utils/core/ids.ts';
import { checkPrice } from '../../utils/core/price-check.ts';
import { readPrice, readUnits } from '../conversion.ts';
import { useScreen } from '../screen.ts';
import { type FieldTrouble, troubleWords } from '../typed-trouble.ts';
import { currencyChoices } from './choices.ts';
import { Field, SelectField } from './field.tsx';
import { PriceNote } from './price-note.tsx';

/** Judges a price that somebody names, as it is typed. Speaks of the price only, never of who asks it. */
export function ClaimCheck({ view }: { view: DashboardView }) {
  const screen = useScreen();
  const { t, locale } = screen;
  const { unit, book } = view;
  const [units, setUnits] = useState('');
  const [price, setPrice] = useState('');
  const [currency, setCurrency] = useState<CurrencyCode>(view.display);
  const count = readUnits(units, locale);
  const paid = readPrice(price, locale, currency);
  const countTrouble: FieldTrouble | null =
    count.kind === 'trouble'
      ? count.trouble
      : count.kind === 'done' && count.to < 1
        ? 'units'
        : null;
  const paidTrouble: FieldTrouble | null =
    paid.kind === 'trouble'
      ? paid.trouble
      : paid.kind === 'done' && paid.to.minor < 1
        ? 'no-money'
        : null;
  const says = (trouble: FieldTrouble | null) =>
    trouble === null ? undefined : troubleWords(trouble, screen, currency);
  const claim =
    count.kind === 'done' && paid.kind === 'done' && countTrouble === null && paidTrouble === null
      ? { unit, units: count.to, price: paid.to, market: null, channel: null }
      : null;
  return (
    <section class="panel" aria-labelledby="claim-title">
      <h3 id="claim-title">{t('claimTitle')}</h3>
      <p class="lead">{t('claimLead')}</p>
      <div class="grid">
        <Field
          id="claim-units"
          label={screen.unitName(view.unit)}
          inputMode="numeric"
          value={units}
          trouble={says(countTrouble)}
          onType={setUnits}
        />
        <Field
          id="claim-price"
          label={t('claimPrice')}
          inputMode="decimal"
          value={price}
          trouble={says(paidTrouble)}
          onType={setPrice}
        />
        <SelectField
          id="claim-currency"
          label={t('fieldCurrency')}
          value={currency}
          choices={currencyChoices(view.currencies, screen)}
          onChoose={(code) => setCurrency(code)}
        />
      </div>
      <div role="status" class="claim-says">
        {claim === null ? (
          <p class="none">{t('claimWaiting')}</p>
        ) : (
          <PriceNote
            check={checkPrice(claim, book)}
            claimed={{ unit, units: claim.units, currency }}
          />
        )}
      </div>
    </section>
  );
}
