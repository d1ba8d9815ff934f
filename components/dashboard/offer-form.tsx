import { useEffect, useRef, useState } from 'preact/hooks';
import type { OfferDraft } from '../../utils/core/dashboard-views.ts';
import type { CurrencyCode } from '../../utils/core/ids.ts';
import type { OwnOffer } from '../../utils/core/operation.ts';
import type { Channel } from '../../utils/core/price-list.ts';
import { MOST_UNITS_IN_ONE_PURCHASE } from '../../utils/core/purchase.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { readPrice, readUnits } from '../conversion.ts';
import { useScreen } from '../screen.ts';
import { type FieldTrouble, troubleWords } from '../typed-trouble.ts';
import { countryChoices, currencyChoices } from './choices.ts';
import { Field, SelectField } from './field.tsx';

interface Fields {
  readonly units: string;
  readonly price: string;
  readonly currency: CurrencyCode;
  readonly market: string;
  readonly channel: Channel;
}

type Troubles = Partial<Record<'units' | 'price', FieldTrouble>>;

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
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<Fields>({
    units: '',
    price: '',
    currency: props.currency,
    market: props.market,
    channel: 'web',
  });
  const [troubles, setTroubles] = useState<Troubles>({});
  const said = (field: keyof Troubles) => {
    const trouble = troubles[field];
    return trouble === undefined ? undefined : troubleWords(trouble, screen, fields.currency);
  };
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [troubles]);

  function send() {
    const units = readUnits(fields.units, locale);
    const price = readPrice(fields.price, locale, fields.currency);
    const wrong: Troubles = {};
    if (units.kind !== 'done') wrong.units = units.kind === 'empty' ? 'empty' : units.trouble;
    else if (units.to < 1) wrong.units = 'units';
    else if (units.to > MOST_UNITS_IN_ONE_PURCHASE) wrong.units = 'too-many-units';
    if (price.kind !== 'done') wrong.price = price.kind === 'empty' ? 'empty' : price.trouble;
    else if (price.to.minor < 1) wrong.price = 'no-money';
    setTroubles(wrong);
    if (Object.keys(wrong).length > 0 || units.kind !== 'done' || price.kind !== 'done') return;
    const { market, channel, currency } = fields;
    const same = ownOffers.find(
      (own) =>
        own.market === market &&
        own.channel === channel &&
        own.currency === currency &&
        own.units === units.to,
    );
    props.onSave({
      id: same?.id ?? null,
      unit,
      market,
      channel,
      currency,
      units: units.to,
      minor: price.to.minor,
    });
  }

  return (
    <form
      class="panel form"
      ref={form}
      noValidate
      aria-label={t('offerAdd')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
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
          onType={(units) => setFields({ ...fields, units })}
        />
        <Field
          id="offer-price"
          label={t('columnPrice')}
          inputMode="decimal"
          value={fields.price}
          trouble={said('price')}
          onType={(price) => setFields({ ...fields, price })}
        />
        <SelectField
          id="offer-currency"
          label={t('fieldCurrency')}
          value={fields.currency}
          choices={currencyChoices(props.currencies, screen)}
          onChoose={(currency) => setFields({ ...fields, currency })}
        />
        <SelectField
          id="offer-market"
          label={t('chooseMarket')}
          value={fields.market}
          choices={countryChoices(screen)}
          onChoose={(market) => setFields({ ...fields, market })}
        />
        <SelectField
          id="offer-channel"
          label={t('chooseChannel')}
          value={fields.channel}
          choices={[
            { value: 'web', label: t('channel_web') },
            { value: 'app', label: t('channel_app') },
          ]}
          onChoose={(channel) => setFields({ ...fields, channel })}
        />
      </div>
      <div class="buttons">
        <button type="submit" class="button">
          {t('offerAdd')}
        </button>
        <button type="button" class="button quiet" onClick={props.onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
