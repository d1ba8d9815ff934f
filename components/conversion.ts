import { NotConvertible } from '../utils/core/conversion.ts';
import type { CurrencyCode } from '../utils/core/ids.ts';
import type { Money, UnitRate } from '../utils/core/money.ts';
import { AmountTooLarge, exponentOf, parseMoney } from '../utils/core/money.ts';
import type { OwnPrice } from '../utils/core/own-price.ts';
import { moneyOfPrice, type Price, scaleOf } from '../utils/core/scaled.ts';
import type { UnitId, Units } from '../utils/core/units.ts';
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

/** The user's own price as the converter takes prices; null without purchases. */
export function ownPriceView(own: OwnPrice | null, unit: UnitId): PriceView | null {
  return own === null
    ? null
    : {
        unit,
        price: own.paid,
        units: own.units,
        perUnit: own.perUnit,
        basis: 'paid',
        market: '',
        channel: 'web',
        date: '',
        sourceHost: '',
      };
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

/** Reads a typed amount of a currency, as finely as the ledger keeps it. */
export function readAmount(text: string, locale: string, currency: CurrencyCode): Converted<Money> {
  const typed = readTyped(text, locale);
  if (typed.kind !== 'number') {
    return typed;
  }
  if (typed.fraction.length > scaleOf(currency)) {
    return { kind: 'trouble', trouble: 'too-fine' };
  }
  const whole = typed.whole.replace(/^0+(?=\d)/, '');
  if (whole.length > 15) {
    return { kind: 'trouble', trouble: 'too-large' };
  }
  const decimal = typed.fraction === '' ? whole : `${whole}.${typed.fraction}`;
  return exactly(() => parseMoney(decimal, currency));
}

/** Reads what somebody paid: whole minor units of a currency, so that digits beyond them are refused. */
export function readPrice(text: string, locale: string, currency: CurrencyCode): Converted<Price> {
  const typed = readTyped(text, locale);
  if (typed.kind !== 'number') {
    return typed;
  }
  const digits = exponentOf(currency);
  const fraction = typed.fraction.replace(/0+$/, '');
  if (fraction.length > digits) {
    return { kind: 'trouble', trouble: 'too-fine' };
  }
  return exactly(() => {
    const minor = units(Number(`${typed.whole}${fraction.padEnd(digits, '0')}`));
    moneyOfPrice({ currency, minor });
    return { currency, minor };
  });
}

/** What the core cannot convert exactly is a named trouble to show; anything else is a mistake of ours. */
export function exactly<To>(work: () => To): Converted<To> {
  try {
    return { kind: 'done', to: work() };
  } catch (error) {
    const tooLarge =
      error instanceof RangeError ||
      error instanceof AmountTooLarge ||
      (error instanceof NotConvertible && error.trouble === 'too-large');
    if (tooLarge) {
      return { kind: 'trouble', trouble: 'too-large' };
    }
    throw error;
  }
}
