import type { CurrencyCode } from './ids.ts';
import { AmountTooLarge, type Money } from './money.ts';
import { scaleOf } from './scaled.ts';
import type { Basis } from './views.ts';

/**
 * What an entry or a sum of entries cost, split by how it is known. Amounts are whole numbers of 10^-`scale` of the
 * display currency. Every field adds up by itself, so that totals are moved along by adding and taking away.
 */
export interface Cost {
  readonly currency: CurrencyCode;
  readonly scale: number;
  /** Paid in money. */
  readonly exact: number;
  /** Paid with units that were bought. */
  readonly paid: number;
  /** Paid with units whose purchase is not known, at a listed price. */
  readonly listed: number;
  readonly paidUnits: number;
  readonly listedUnits: number;
  /** Units of which no price, or no rate to the display currency, is known: in none of the amounts. */
  readonly unpricedUnits: number;
  /** Payments in money of which no rate to the display currency is known: in none of the amounts. */
  readonly unconverted: number;
}

/** The parts of a {@link Cost} that add up. */
export const costFields = [
  'exact',
  'paid',
  'listed',
  'paidUnits',
  'listedUnits',
  'unpricedUnits',
  'unconverted',
] as const;

/** A cost of nothing in `currency`. */
export function noCost(currency: CurrencyCode): Cost {
  return {
    currency,
    scale: scaleOf(currency),
    exact: 0,
    paid: 0,
    listed: 0,
    paidUnits: 0,
    listedUnits: 0,
    unpricedUnits: 0,
    unconverted: 0,
  };
}

/** Thrown where costs in different display currencies would be added: work one of them out again instead. */
export class CostsDiffer extends Error {
  override readonly name = 'CostsDiffer';
}

/** `a + sign × b` in every part. Throws {@link CostsDiffer}, and {@link AmountTooLarge} beyond exact numbers. */
export function addCosts(a: Cost, b: Cost, sign: 1 | -1 = 1): Cost {
  if (a.currency !== b.currency || a.scale !== b.scale) {
    throw new CostsDiffer(`${a.currency} and ${b.currency}`);
  }
  const sum = { ...a };
  for (const field of costFields) {
    sum[field] = a[field] + sign * b[field];
    if (!Number.isSafeInteger(sum[field])) throw new AmountTooLarge(`${field} ${sum[field]}`);
  }
  return sum;
}

/** All that is known of a cost as one amount. Throws {@link AmountTooLarge} beyond exact numbers. */
export function costTotal({ currency, scale, exact, paid, listed }: Cost): Money {
  const amount = exact + paid + listed;
  if (!Number.isSafeInteger(amount)) {
    throw new AmountTooLarge(`${amount} ${currency}`);
  }
  return { currency, amount, scale };
}

/** The weakest way in which any part of a cost is known: the label of the sum. Nothing at all is known exactly. */
export function weakestBasis(cost: Cost): Basis {
  if (cost.unpricedUnits !== 0 || cost.unconverted !== 0) return 'unknown';
  if (cost.listedUnits !== 0) return 'listed';
  return cost.paidUnits !== 0 ? 'paid' : 'exact';
}
