import { useState } from 'preact/hooks';
import type { PriceChoice } from '../../utils/core/price-list.ts';
import type { UnitId } from '../../utils/core/units.ts';
import type { PriceView } from '../../utils/core/views.ts';
import { unitWords, useScreen } from '../screen.ts';
import { PriceChooser } from './price-chooser.tsx';
import { priceParts } from './price-words.ts';

/** What one coin costs and where the figure comes from; the choice of where coins are bought opens below it. */
export function PriceCard(props: {
  price: PriceView | null;
  unit: UnitId;
  choices: readonly PriceChoice[];
  onChoose(choice: PriceChoice): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const [open, setOpen] = useState(false);
  const { price } = props;
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
        {price === null || parts === null ? (
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
