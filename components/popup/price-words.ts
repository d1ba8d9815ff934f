import type { PriceChoice } from '../../utils/core/price-list.ts';
import type { PriceView } from '../../utils/core/views.ts';
import { formatSourceDate } from '../dates.ts';
import { isolate, safeText } from '../names.ts';
import type { Screen } from '../screen.ts';

/** Where a price comes from, in parts that may each be empty. */
export interface PriceParts {
  readonly kind: string;
  readonly place: string;
  readonly seen: string;
  readonly source: string;
}

/** Where a price comes from, in words: `listed price`, `US web`, `seen 2024`, `Source: example.com`. */
export function priceParts(price: PriceView, screen: Screen): PriceParts {
  const { t, language } = screen;
  const market = price.market === '' ? '' : marketName(price.market, language, 'short');
  const host = safeText(price.sourceHost);
  return {
    kind: t(`priceBasis_${price.basis}`),
    place: market === '' ? '' : t(price.channel === 'web' ? 'marketWeb' : 'marketApp', [market]),
    seen: price.date === '' ? '' : t('seen', [formatSourceDate(price.date, language)]),
    source: host === '' ? '' : t('source', [isolate(host)]),
  };
}

/** A country by its name; what is not a country's code is shown as it is. */
export function marketName(
  market: string,
  language: string,
  style: 'long' | 'short' = 'long',
): string {
  const isRegion = /^[A-Z]{2}$/.test(market);
  const names = new Intl.DisplayNames(language, { type: 'region', style });
  return isRegion ? (names.of(market) ?? market) : safeText(market);
}

/** The choice that `price` was made by; null for a price from elsewhere. */
export function chosen(
  price: PriceView | null,
  choices: readonly PriceChoice[],
): PriceChoice | null {
  const same = ({ market, channel }: PriceChoice) =>
    price !== null && market === price.market && channel === price.channel;
  return choices.find(same) ?? null;
}

/** The choice for another country, with the same way of buying where it is offered there. */
export function inMarket(
  market: string,
  now: PriceChoice | null,
  choices: readonly PriceChoice[],
): PriceChoice | null {
  const there = choices.filter((choice) => choice.market === market);
  return there.find((choice) => choice.channel === now?.channel) ?? there[0] ?? null;
}
