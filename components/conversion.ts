import type { Money, UnitRate } from '../utils/core/money.ts';
import { costOf, exponentOf, parseMoney, unitsFor } from '../utils/core/money.ts';
import type { Units } from '../utils/core/units.ts';
import { units } from '../utils/core/units.ts';
import type { PriceView } from '../utils/core/views.ts';
import type { TypedTrouble } from './typed-number.ts';
import { readTyped } from './typed-number.ts';

/** What typed text is converted to, or the named reason why not. */
export type Converted<To> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'done'; readonly to: To }
  | {
      readonly kind: 'trouble';
      readonly trouble: TypedTrouble | 'not-whole' | 'too-fine' | 'too-large';
    };

/** The price as an exact rate, also where one unit costs less than the currency's smallest coin. */
export function rateOf({ price, units: offered }: PriceView): UnitRate {
  const finer = 10 ** (price.scale - exponentOf(price.currency));
  return { currency: price.currency, minor: price.amount, units: units(offered * finer) };
}

/** Reads a typed number of coins. Coins come whole. */
export function readUnits(text: string, locale: string): Converted<Units> {
  const typed = readTyped(text, locale);
  if (typed.kind !== 'number') {
    return typed;
  }
  if (/[1-9]/.test(typed.fraction)) {
    return { kind: 'trouble', trouble: 'not-whole' };
  }
  return exactly(() => units(Number(typed.whole)));
}

/** Reads a typed amount of the price's currency. */
export function readMoney(text: string, locale: string, price: PriceView): Converted<Money> {
  const typed = readTyped(text, locale);
  if (typed.kind !== 'number') {
    return typed;
  }
  if (typed.fraction.length > price.price.scale) {
    return { kind: 'trouble', trouble: 'too-fine' };
  }
  const whole = typed.whole.replace(/^0+(?=\d)/, '');
  if (whole.length > 15) {
    return { kind: 'trouble', trouble: 'too-large' };
  }
  const decimal = typed.fraction === '' ? whole : `${whole}.${typed.fraction}`;
  return exactly(() => parseMoney(decimal, price.price.currency));
}

/** What coins cost, or what they are worth, at a price. */
export function unitsToMoney(from: Converted<Units>, price: PriceView): Converted<Money> {
  return from.kind === 'done' ? exactly(() => costOf(from.to, rateOf(price))) : from;
}

/** How many whole coins an amount buys at a price. */
export function moneyToUnits(from: Converted<Money>, price: PriceView): Converted<Units> {
  return from.kind === 'done' ? exactly(() => unitsFor(from.to, rateOf(price))) : from;
}

/** Sums beyond exact numbers are refused by the core; here they are a named trouble to show. */
function exactly<To>(work: () => To): Converted<To> {
  try {
    return { kind: 'done', to: work() };
  } catch (error) {
    if (
      error instanceof RangeError ||
      (error instanceof Error && error.name === 'AmountTooLarge')
    ) {
      return { kind: 'trouble', trouble: 'too-large' };
    }
    throw error;
  }
}
