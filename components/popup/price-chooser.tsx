import type { PriceChoice } from '../../utils/core/price-list.ts';
import type { PriceView } from '../../utils/core/views.ts';
import { useScreen } from '../screen.ts';
import { chosen, inMarket, marketName, priceParts } from './price-words.ts';

/** Where coins are bought: country, and website or app. Says which offer the price comes from. */
export function PriceChooser(props: {
  price: PriceView | null;
  choices: readonly PriceChoice[];
  onChoose(choice: PriceChoice): void;
}) {
  const { t, language } = useScreen();
  const { price, choices } = props;
  const now = chosen(price, choices);
  const markets = [...new Set(choices.map((choice) => choice.market))];
  const channels = choices.filter((choice) => choice.market === now?.market);

  function choose(choice: PriceChoice | null | undefined) {
    if (choice !== null && choice !== undefined) {
      props.onChoose(choice);
    }
  }

  return (
    <section class="card chooser" id="price-chooser">
      <div class="fields">
        <label>
          <span>{t('chooseMarket')}</span>
          <select
            value={now?.market ?? ''}
            onChange={(event) => choose(inMarket(event.currentTarget.value, now, choices))}
          >
            {now === null && <option value="">–</option>}
            {markets.map((market) => (
              <option key={market} value={market}>
                {marketName(market, language)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('chooseChannel')}</span>
          <select
            value={now?.channel ?? ''}
            disabled={now === null}
            onChange={(event) =>
              choose(channels.find(({ channel }) => channel === event.currentTarget.value))
            }
          >
            {now === null && <option value="">–</option>}
            {channels.map(({ channel }) => (
              <option key={channel} value={channel}>
                {t(channel === 'web' ? 'channel_web' : 'channel_app')}
              </option>
            ))}
          </select>
        </label>
      </div>
      {price !== null && <Offer price={price} />}
    </section>
  );
}

/** The offer behind the price, as printed: `17,500 coins for $185.00`, and where it was seen. */
function Offer({ price }: { price: PriceView }) {
  const screen = useScreen();
  const offer = screen.t('offer', [
    screen.units(price.units, price.unit),
    screen.money(price.price),
  ]);
  const { kind, seen, source } = priceParts(price, screen);
  const lines = [
    [kind, offer],
    [seen, source],
  ].map((parts) => parts.filter(Boolean).join(' · '));
  return <div class="offer">{lines.map((line) => line !== '' && <p key={line}>{line}</p>)}</div>;
}
