import { addCosts, type Cost, costTotal, noCost, weakestBasis } from './cost.ts';
import type { EntryKind } from './gift-event.ts';
import type { CurrencyCode } from './ids.ts';
import type { Direction } from './ownership.ts';
import type { Tally, TotalUnit } from './totals.ts';
import { type AmountUnit, compareUnits, units } from './units.ts';
import type { Sum, UnitSum } from './views.ts';

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
 * The sum of totals, unit by unit, and what they cost in the currency that costs are kept in; null for what came in,
 * which cost the user nothing. What has no price is counted beside it, never guessed into it.
 */
export function sumOf(totals: readonly Summand[], display: CurrencyCode | null): Sum {
  let gifts = 0;
  let unpriced = 0;
  for (const total of totals) {
    if (total.kind === 'gift') gifts += total.gifts;
    unpriced += total.unpriced;
  }
  const cost = display === null ? null : costIn(totals, display);
  return { amounts: amountsOf(totals), gifts, unpriced, cost, ...moneyOf(cost) };
}

function amountsOf(totals: readonly Summand[]): UnitSum[] {
  const sums = new Map<AmountUnit, UnitSum>();
  for (const { unit, units: amount, unpricedUnits } of totals) {
    if (unit === 'none') continue;
    const before = sums.get(unit);
    sums.set(unit, {
      unit,
      units: units((before?.units ?? 0) + amount),
      unpricedUnits: (before?.unpricedUnits ?? 0) + unpricedUnits,
    });
  }
  return [...sums.values()].sort((a, b) => compareUnits(a.unit, b.unit));
}

/**
 * The larger sum first: by what it cost, then unit by unit, then by gifts. Both must be of one kind: sent, with costs in
 * one currency, or received.
 */
export function compareSums(a: Sum, b: Sum): number {
  const byMoney = (b.money?.amount ?? 0) - (a.money?.amount ?? 0);
  const all = new Set([...a.amounts, ...b.amounts].map(({ unit }) => unit));
  const byUnits = [...all]
    .sort(compareUnits)
    .map((unit) => unitsIn(b, unit) - unitsIn(a, unit))
    .find((difference) => difference !== 0);
  return byMoney || (byUnits ?? b.gifts - a.gifts);
}

/** How many of a unit a sum holds. */
export function unitsIn({ amounts }: Pick<Sum, 'amounts'>, unit: AmountUnit): number {
  return amounts.find((each) => each.unit === unit)?.units ?? 0;
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
