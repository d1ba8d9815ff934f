import type { OffersSeen, ShopEvent } from '../../core/gift-event.ts';
import type { CurrencyCode } from '../../core/ids.ts';
import { MOST_UNITS_IN_ONE_PURCHASE } from '../../core/purchase.ts';
import type { EpochMs } from '../../core/time.ts';
import { type Units, units } from '../../core/units.ts';
import { at, type Json, listAt, textAt } from '../json.ts';
import { checkedId } from '../limits.ts';
import { wholeNumber } from '../number-text.ts';
import { type PricePlace, readPrice } from '../price-text.ts';
import { Refused } from '../refused.ts';
import type { Refusal } from '../types.ts';

/**
 * How far the prices for one coin of a table may lie apart: large packages are a little cheaper, and a package of a few
 * coins is rounded to a whole minor unit. More means that the texts are not what they were taken for.
 */
const WIDEST_SPREAD = 3;

/** Whether a document frame is the coin page's, as `coin-page.ts` writes it. */
export function isCoinFacts(data: Json): boolean {
  return at(data, 'coinPage') === 1;
}

/** What was read, and what was not understood, by name. */
export interface ReadFacts {
  readonly events: readonly ShopEvent[];
  readonly refused: readonly Refusal[];
}

/** Reads the facts of the coin page at `address`; `region` is what the page's own data says of the account. */
export function readCoinFacts(
  data: Json,
  address: string,
  region: string,
  seen: EpochMs,
): ReadFacts {
  const events: ShopEvent[] = [];
  const refused: Refusal[] = [];
  const attempt = (read: () => ShopEvent | null): void => {
    try {
      const event = read();
      if (event !== null) events.push(event);
    } catch (error) {
      refused.push(error instanceof Refused ? error.reason : 'bad-page');
    }
  };
  const place = { language: textAt(data, 'language').slice(0, 35), region };
  const common = { platform: 'tiktok', unit: 'tiktok:coin', at: seen } as const;
  if (at(data, 'nothing') === true) {
    refused.push('bad-page');
  }
  attempt(() => readPackages(listAt(data, 'packages'), place, seen));
  attempt(() => {
    const balance = at(data, 'balance');
    return balance === null
      ? null
      : { type: 'balance', units: coins(textAt(data, 'balance'), 0), ...common };
  });
  attempt(() => {
    if (at(data, 'order') === null) return null;
    const ordered = coins(textAt(data, 'order', 'coins'), 1);
    const price = readPrice(textAt(data, 'order', 'total'), place);
    return { type: 'order', units: ordered, price, ...common };
  });
  attempt(() => {
    const orderId = paidOrder(address);
    return orderId === null ? null : { type: 'purchase', orderId, ...common };
  });
  return { events, refused };
}

function readPackages(rows: readonly Json[], place: PricePlace, seen: EpochMs): OffersSeen | null {
  if (rows.length === 0) {
    return null;
  }
  // A table holds as a whole: with one row that is not understood, none of them is believed.
  const packages = rows.map((row) => ({
    units: coins(textAt(row, 'coins'), 1),
    ...readPrice(textAt(row, 'price'), place),
  }));
  const currency = onlyCurrency(packages);
  const sizes = new Set(packages.map((each) => each.units));
  const perCoin = packages.map((each) => each.minor / each.units);
  // A minor unit more or less is rounding, which says much of a small package.
  const lowest = Math.max(...packages.map((each) => (each.minor - 1) / each.units));
  const highest = Math.min(...packages.map((each) => (each.minor + 1) / each.units));
  if (sizes.size < packages.length || Math.max(...perCoin) <= 0) {
    throw new Refused('bad-prices');
  }
  if (lowest > highest * WIDEST_SPREAD) {
    throw new Refused('absurd-price');
  }
  if (!/^[A-Z]{2}$/.test(place.region)) {
    throw new Refused('unknown-market');
  }
  return {
    type: 'offers',
    platform: 'tiktok',
    unit: 'tiktok:coin',
    market: place.region,
    currency,
    packages: packages
      .map(({ units: size, minor }) => ({ units: size, minor }))
      .sort((a, b) => a.units - b.units),
    at: seen,
  };
}

function onlyCurrency(prices: readonly { readonly currency: CurrencyCode }[]): CurrencyCode {
  const [currency, ...others] = new Set(prices.map((price) => price.currency));
  if (currency === undefined || others.length > 0) {
    throw new Refused('bad-prices');
  }
  return currency;
}

function coins(text: string, least: number): Units {
  const count = wholeNumber(text);
  if (!Number.isSafeInteger(count) || count < least || count > MOST_UNITS_IN_ONE_PURCHASE) {
    throw new Refused('absurd-count', text.slice(0, 40));
  }
  return units(count);
}

/** The order that the end page says was paid; null on any other page and for any other outcome. */
function paidOrder(address: string): string | null {
  const url = URL.parse(address);
  const paid =
    url !== null &&
    /^\/coin\/end-result\/?$/.test(url.pathname) &&
    url.searchParams.get('payment_status') === 'succeed';
  return paid ? checkedId(url.searchParams.get('order_id') ?? '') : null;
}
