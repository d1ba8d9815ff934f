import type { OfferDraft } from '../../utils/core/dashboard-views.ts';
import type { CurrencyCode } from '../../utils/core/ids.ts';
import type { OwnOffer } from '../../utils/core/operation.ts';
import type { Channel } from '../../utils/core/price-list.ts';
import { MOST_UNITS_IN_ONE_PURCHASE } from '../../utils/core/purchase.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { readPrice, readUnits } from '../conversion.ts';
import { useScreen } from '../screen.ts';
import { type ReadForm, useTypedForm } from '../typed-form.ts';
import { type FieldTrouble, troubleWords } from '../typed-trouble.ts';
import { countryChoices, currencyChoices } from './choices.ts';
import { Field, SelectField } from './field.tsx';
import { SaveForm } from './save-form.tsx';

interface Fields {
  readonly units: string;
  readonly price: string;
  readonly currency: CurrencyCode;
  readonly market: string;
  readonly channel: Channel;
}

/** A price that the user knows better: it wins over every other for its package. */
export function OfferForm(props: {
  unit: UnitId;
  market: string;
  currency: CurrencyCode;
  currencies: readonly CurrencyCode[];
  ownOffers: readonly OwnOffer[];
  onSave(draft: OfferDraft): void;
  onCancel(): void;
}) {
  const screen = useScreen();
  const { t, locale } = screen;
  const { unit, ownOffers } = props;
  const form = useTypedForm<Fields, OfferDraft, FieldTrouble>({
    first: () => ({
      units: '',
      price: '',
      currency: props.currency,
      market: props.market,
      channel: 'web',
    }),
    read: (typed) => readOffer(typed, unit, ownOffers, locale),
    words: (trouble, { currency }) => troubleWords(trouble, screen, currency),
    onSave: props.onSave,
  });
  const { fields, set, said } = form;
  return (
    <SaveForm
      label={t('offerAdd')}
      save={t('offerAdd')}
      first="input"
      refusals={form.refusals}
      onSend={form.send}
      onCancel={props.onCancel}
    >
      <h3>{t('offerAdd')}</h3>
      <p class="lead">{t('offerAddHint')}</p>
      <div class="grid">
        <Field
          id="offer-units"
          label={screen.unitName(unit)}
          inputMode="numeric"
          value={fields.units}
          trouble={said('units')}
          onType={(units) => set({ units })}
        />
        <Field
          id="offer-price"
          label={t('columnPrice')}
          inputMode="decimal"
          value={fields.price}
          trouble={said('price')}
          onType={(price) => set({ price })}
        />
        <SelectField
          id="offer-currency"
          label={t('fieldCurrency')}
          value={fields.currency}
          choices={currencyChoices(props.currencies, screen)}
          onChoose={(currency) => set({ currency })}
        />
        <SelectField
          id="offer-market"
          label={t('chooseMarket')}
          value={fields.market}
          choices={countryChoices(screen)}
          onChoose={(market) => set({ market })}
        />
        <SelectField
          id="offer-channel"
          label={t('chooseChannel')}
          value={fields.channel}
          choices={[
            { value: 'web', label: t('channel_web') },
            { value: 'app', label: t('channel_app') },
          ]}
          onChoose={(channel) => set({ channel })}
        />
      </div>
    </SaveForm>
  );
}

/** Reads the form. A price for a package that the user has a price of already takes its place. */
function readOffer(
  { units: unitsText, price: priceText, currency, market, channel }: Fields,
  unit: UnitId,
  ownOffers: readonly OwnOffer[],
  locale: string,
): ReadForm<Fields, OfferDraft, FieldTrouble> {
  const units = readUnits(unitsText, locale);
  const price = readPrice(priceText, locale, currency);
  const troubles: Partial<Record<keyof Fields, FieldTrouble>> = {};
  if (units.kind !== 'done') troubles.units = units.kind === 'empty' ? 'empty' : units.trouble;
  else if (units.to < 1) troubles.units = 'units';
  else if (units.to > MOST_UNITS_IN_ONE_PURCHASE) troubles.units = 'too-many-units';
  if (price.kind !== 'done') troubles.price = price.kind === 'empty' ? 'empty' : price.trouble;
  else if (price.to.minor < 1) troubles.price = 'no-money';
  const wrong = Object.keys(troubles).length > 0;
  if (wrong || units.kind !== 'done' || price.kind !== 'done') return { kind: 'trouble', troubles };
  const same = ownOffers.find(
    (own) =>
      own.market === market &&
      own.channel === channel &&
      own.currency === currency &&
      own.units === units.to,
  );
  return {
    kind: 'done',
    draft: {
      id: same?.id ?? null,
      unit,
      market,
      channel,
      currency,
      units: units.to,
      minor: price.to.minor,
    },
  };
}
