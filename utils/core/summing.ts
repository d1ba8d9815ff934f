import type { EntryKind } from './gift-event.ts';
import { costOf, type UnitRate } from './money.ts';
import type { Tally, TotalUnit } from './totals.ts';
import { type UnitId, units } from './units.ts';
import type { Sum } from './views.ts';

/** A stored total's part that a sum is made of. */
export interface Summand extends Tally {
  readonly kind: EntryKind;
  readonly unit: TotalUnit;
}

/** The sum of totals in `unit`, in money at `rate`. What has no price is counted beside it, never guessed into it. */
export function sumOf(totals: readonly Summand[], unit: UnitId, rate: UnitRate | null): Sum {
  let amount = 0;
  let gifts = 0;
  let unpriced = 0;
  for (const total of totals) {
    if (total.unit === unit) amount += total.units;
    if (total.kind === 'gift') gifts += total.gifts;
    unpriced += total.unpriced;
  }
  const sum = units(amount);
  return {
    unit,
    units: sum,
    money: rate === null ? null : costOf(sum, rate),
    basis: rate === null ? 'unknown' : 'listed',
    unpriced,
    gifts,
  };
}
