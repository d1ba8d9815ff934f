import { converterTo } from '../core/exchange-rate.ts';
import type { CurrencyCode } from '../core/ids.ts';
import { currencyCode } from '../core/money.ts';
import type { TimeZone } from '../core/time.ts';
import { unitIds } from '../core/units.ts';
import type { CostContext } from './costs.ts';
import type { KnownRates } from './exchange-rates.ts';
import { type Offers, pricedBy, ratesOf } from './prices.ts';
import type { Settings } from './settings.ts';

/** What money is shown in where neither the user nor a listed price says a currency. */
const LAST_RESORT = currencyCode('USD');

/** The currency that costs are kept in: the user's choice, else that of the listed price. */
export function displayCurrency(offers: Offers, settings: Settings, locale: string): CurrencyCode {
  if (settings.display) {
    return currencyCode(settings.display);
  }
  const priced = pricedBy(offers, settings.price, locale);
  const first = unitIds.find((unit) => priced.has(unit));
  return (first && priced.get(first)?.currency) ?? LAST_RESORT;
}

/** What is known of prices and exchange rates. */
export interface KnownPrices {
  readonly offers: Offers;
  readonly rates: KnownRates;
}

/** What costs depend on, from what the user chose and what is known of prices and exchange rates. */
export function costContext(
  { offers, rates: { book, key: ratesKey } }: KnownPrices,
  settings: Settings,
  locale: string,
  zone: TimeZone,
): CostContext {
  const display = displayCurrency(offers, settings, locale);
  const method = settings.method ?? 'first-in-first-out';
  const rates = ratesOf(pricedBy(offers, settings.price, locale));
  return {
    display,
    method,
    convert: converterTo(book, display),
    convertTo: (currency) => converterTo(book, currency),
    listed: (unit) => rates.get(unit) ?? null,
    zone,
    key: JSON.stringify([display, method, [...rates], ratesKey, zone]),
  };
}
