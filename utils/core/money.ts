import * as currencies from 'dinero.js/currencies';
import type { CurrencyCode } from './ids.ts';
import type { Units } from './units.ts';

/**
 * An exact amount of a currency: `amount` × 10^-`scale` of its major unit. Costs keep four digits beyond the minor
 * unit, so that a thousand one-coin gifts add up to what the coins cost; rounding happens only when shown.
 */
export interface Money {
  readonly currency: CurrencyCode;
  readonly amount: number;
  readonly scale: number;
}

/** What a number of units costs: `minor` minor units of the currency for `units` units. Exact as printed on an offer. */
export interface UnitRate {
  readonly currency: CurrencyCode;
  readonly minor: number;
  readonly units: Units;
}

/** Digits that a {@link Money} keeps beyond the currency's minor unit. */
const EXTRA_DIGITS = 4;

/** dinero.js divides the ariary and the ouguiya by five, as people do; ISO 4217 writes both with two decimals. */
const exponents = new Map<string, number>(
  Object.values(currencies).map(({ code, base, exponent }) => [code, base === 10 ? exponent : 2]),
);

/** Thrown for a currency code that ISO 4217 does not list. */
export class UnknownCurrency extends Error {
  override readonly name = 'UnknownCurrency';
}

/** Thrown for an amount too large to be held exactly. */
export class AmountTooLarge extends Error {
  override readonly name = 'AmountTooLarge';
}

/** Makes a {@link CurrencyCode}. Throws {@link UnknownCurrency} for codes outside ISO 4217. */
export function currencyCode(text: string): CurrencyCode {
  if (!exponents.has(text)) {
    throw new UnknownCurrency(text);
  }
  return text as CurrencyCode;
}

/** Digits of the currency's minor unit by ISO 4217 (from dinero.js; Intl differs for IDR, HUF, IQD and others). */
export function exponentOf(currency: CurrencyCode): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) {
    throw new UnknownCurrency(currency);
  }
  return exponent;
}

function money(currency: CurrencyCode, amount: bigint): Money {
  const exact = Number(amount);
  if (!Number.isSafeInteger(exact)) {
    throw new AmountTooLarge(`${amount} ${currency}`);
  }
  return { currency, amount: exact, scale: exponentOf(currency) + EXTRA_DIGITS };
}

/** `dividend / divisor`, halves to the even neighbour. Both must be positive or zero, the divisor not zero. */
function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
}

/** What `amount` units cost at `rate`, to four digits beyond the minor unit. Throws {@link AmountTooLarge}. */
export function costOf(amount: Units, rate: UnitRate): Money {
  const scaled = BigInt(amount) * BigInt(rate.minor) * 10n ** BigInt(EXTRA_DIGITS);
  return money(rate.currency, divideHalfEven(scaled, BigInt(rate.units)));
}

/** How many whole units `amount` buys at `rate`, rounded down: a fraction of a coin cannot be bought. */
export function unitsFor(amount: Money, rate: UnitRate): Units {
  if (amount.currency !== rate.currency) {
    throw new UnknownCurrency(`${amount.currency} at a price in ${rate.currency}`);
  }
  const perMinor = 10n ** BigInt(amount.scale - exponentOf(amount.currency));
  const bought = (BigInt(amount.amount) * BigInt(rate.units)) / (BigInt(rate.minor) * perMinor);
  const exact = Number(bought);
  if (!Number.isSafeInteger(exact)) {
    throw new AmountTooLarge(`${bought} units`);
  }
  return exact as Units;
}

/** `money` as an exact decimal of the major unit, such as `0.010600`: what `Intl.NumberFormat` rounds rightly. */
export function decimalOf({ amount, scale }: Money): string {
  const digits = String(Math.abs(amount)).padStart(scale + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return scale === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Thrown for text that is not a plain decimal amount of a currency. */
export class NotAnAmount extends Error {
  override readonly name = 'NotAnAmount';
}

/**
 * Reads a plain decimal such as `12.50` as {@link Money}. Throws {@link NotAnAmount} for anything but digits with at
 * most one point, and for digits finer than the ledger keeps; {@link AmountTooLarge} beyond exact numbers.
 */
export function parseMoney(text: string, currency: CurrencyCode): Money {
  const scale = exponentOf(currency) + EXTRA_DIGITS;
  const match = /^(\d{1,15})(?:\.(\d+))?$/.exec(text);
  const fraction = match?.[2] ?? '';
  if (match === null || fraction.length > scale) {
    throw new NotAnAmount(text);
  }
  return money(currency, BigInt(`${match[1]}${fraction.padEnd(scale, '0')}`));
}
