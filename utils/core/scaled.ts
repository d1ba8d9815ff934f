import type { CurrencyCode } from './ids.ts';
import { AmountTooLarge, costOf, type Money, parseMoney } from './money.ts';
import { units } from './units.ts';

/** What somebody pays, in whole minor units of a currency: as printed on an offer or a receipt. */
export interface Price {
  readonly currency: CurrencyCode;
  readonly minor: number;
}

/** How many digits after the point the ledger keeps of a currency: its minor unit's and four more. */
export function scaleOf(currency: CurrencyCode): number {
  return parseMoney('0', currency).scale;
}

/** {@link Money} at the ledger's scale. Throws {@link AmountTooLarge} where the amount cannot be held exactly. */
export function ledgerMoney(currency: CurrencyCode, amount: bigint): Money {
  const exact = Number(amount);
  if (!Number.isSafeInteger(exact)) {
    throw new AmountTooLarge(`${amount} ${currency}`);
  }
  return { currency, amount: exact, scale: scaleOf(currency) };
}

/** A price at the ledger's scale. Throws {@link AmountTooLarge} where it cannot be held exactly. */
export function moneyOfPrice({ currency, minor }: Price): Money {
  return costOf(units(1), { currency, minor, units: units(1) });
}

/** `dividend / divisor`, halves to the even neighbour. `dividend` must not be negative, `divisor` be above zero. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
}

/**
 * What the first `part` of `whole` equal pieces of `amount` come to, rounded half to even. Never falls as `part`
 * grows and is `amount` for the whole: differences of it share an amount out without losing anything.
 */
export function firstShare(amount: number, part: number, whole: number): number {
  const product = amount * part;
  if (!Number.isSafeInteger(product) || whole > MOST_DOUBLED) {
    return Number(divideHalfEven(BigInt(amount) * BigInt(part), BigInt(whole)));
  }
  const rest = product % whole;
  const down = (product - rest) / whole;
  const up = 2 * rest > whole || (2 * rest === whole && down % 2 === 1);
  return up ? down + 1 : down;
}

/** The same, rounded down: for pieces that come whole. */
export function shareDown(amount: number, part: number, whole: number): number {
  const product = amount * part;
  return Number.isSafeInteger(product)
    ? (product - (product % whole)) / whole
    : Number((BigInt(amount) * BigInt(part)) / BigInt(whole));
}

/** Twice of it is still exact. */
const MOST_DOUBLED = 2 ** 52;
