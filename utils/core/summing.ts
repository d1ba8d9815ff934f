import { addCosts, type Cost, costTotal, noCost, weakestBasis } from './cost.ts';
import type { EntryKind } from './gift-event.ts';
import type { CurrencyCode } from './ids.ts';
import type { Direction } from './ownership.ts';
import type { Tally, TotalUnit } from './totals.ts';
import { type UnitId, units } from './units.ts';
import type { Sum } from './views.ts';

/** Whether a kind of payment counts: all that costs a viewer money; for a creator not a chest, whose coins go to viewers. */
export function countsFor(direction: Direction, kind: EntryKind): boolean {
  return direction === 'sent' || kind !== 'chest';
}

/** A stored total's part that a sum is made of. */
export interface Summand extends Tally {
  readonly kind: EntryKind;
  readonly unit: TotalUnit;
}

/**
 * The sum of totals in `unit`, and what they cost in the currency that costs are kept in; null for what came in, which
 * cost the user nothing. What has no price is counted beside it, never guessed into it.
 */
export function sumOf(totals: readonly Summand[], unit: UnitId, display: CurrencyCode | null): Sum {
  let amount = 0;
  let gifts = 0;
  let unpriced = 0;
  for (const total of totals) {
    if (total.unit === unit) amount += total.units;
    if (total.kind === 'gift') gifts += total.gifts;
    unpriced += total.unpriced;
  }
  const cost = display === null ? null : costIn(totals, display);
  return { unit, units: units(amount), gifts, unpriced, cost, ...moneyOf(cost) };
}

function costIn(totals: readonly Summand[], display: CurrencyCode): Cost {
  const none = noCost(display);
  return totals.reduce<Cost>((sum, total) => addCosts(sum, { ...none, ...partsOf(total) }), none);
}

function partsOf({
  exact,
  paid,
  listed,
  paidUnits,
  listedUnits,
  unpricedUnits,
  unconverted,
}: Tally) {
  return { exact, paid, listed, paidUnits, listedUnits, unpricedUnits, unconverted };
}

/** A cost as it is shown: no money where nothing of it has a price. */
export function moneyOf(cost: Cost | null): Pick<Sum, 'money' | 'basis'> {
  if (cost === null) {
    return { money: null, basis: 'unknown' };
  }
  const basis = weakestBasis(cost);
  const nothingPriced = cost.exact + cost.paidUnits + cost.listedUnits === 0;
  return { money: basis === 'unknown' && nothingPriced ? null : costTotal(cost), basis };
}
