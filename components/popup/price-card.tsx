import { useState } from 'preact/hooks';
import type { OwnPrice } from '../../utils/core/own-price.ts';
import type { PriceChoice } from '../../utils/core/price-list.ts';
import type { UnitId } from '../../utils/core/units.ts';
import type { PriceView } from '../../utils/core/views.ts';
import { formatDay } from '../dates.ts';
import { formatCount } from '../format.ts';
import { unitWords, useScreen } from '../screen.ts';
import { PriceChooser } from './price-chooser.tsx';
import { priceParts } from './price-words.ts';

/** What one coin costs and where the figure comes from; the choice of where coins are bought opens below it. */
export function PriceCard(props: {
  price: PriceView | null;
  own: OwnPrice | null;
  unit: UnitId;
  choices: readonly PriceChoice[];
  onChoose(choice: PriceChoice): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const [open, setOpen] = useState(false);
  const { price, own } = props;
  const parts = price === null ? null : priceParts(price, screen);
  return (
    <>
      <section class="card">
        <div class="card-head">
          <h3>{t(unitWords[props.unit].price)}</h3>
          {props.choices.length > 0 && (
            <button
              type="button"
              class="link"
              aria-expanded={open}
              {...(open ? { 'aria-controls': 'price-chooser' } : {})}
              onClick={() => setOpen(!open)}
            >
              {t(open ? 'choosePriceDone' : 'choosePrice')}
            </button>
          )}
        </div>
        {own !== null ? (
          <OwnAverage own={own} listed={price} />
        ) : price === null || parts === null ? (
          <>
            <p class="card-none">{t('noPrice')}</p>
            <small>{t(props.choices.length > 0 ? 'noPriceHint' : 'noChoices')}</small>
          </>
        ) : (
          <>
            <b>
              <bdi>{screen.unitPrice(price.perUnit)}</bdi>
            </b>
            <small>{[parts.kind, parts.place, parts.seen].filter(Boolean).join(', ')}</small>
          </>
        )}
      </section>
      {open && <PriceChooser price={price} choices={props.choices} onChoose={props.onChoose} />}
    </>
  );
}

/** What coins cost this user, the last purchase, and the listed price to compare with. */
function OwnAverage({ own, listed }: { own: OwnPrice; listed: PriceView | null }) {
  const screen = useScreen();
  const { last } = own;
  return (
    <>
      <b>
        <bdi>{screen.unitPrice(own.perUnit)}</bdi>
      </b>
      <small>
        {screen.t('ownPaid', [
          formatCount(last.units, screen.locale, 9),
          screen.t(`bought_${last.channel}`),
          formatDay(last.at, screen.now, screen.zone, screen.language),
        ])}
      </small>
      {listed !== null && (
        <small>{screen.t('ownListed', [screen.unitPrice(listed.perUnit)])}</small>
      )}
    </>
  );
}
