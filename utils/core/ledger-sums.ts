import type { CurrencyCode } from './ids.ts';
import type { LedgerSum } from './ledger-views.ts';
import type { Direction } from './ownership.ts';
import { countsFor, type Summand, sumOf } from './summing.ts';
import { addTally, emptyTally, type Tally } from './totals.ts';

/** A total of entries of one direction. */
export interface DirectedTotal extends Summand {
  readonly direction: Direction;
}

/** What a walk through the ledger adds up to so far: totals by direction, kind and unit, however many go in. */
export class RunningSums {
  readonly #totals = new Map<string, DirectedTotal>();

  /** Adds totals of days, or of single entries. */
  add(totals: readonly DirectedTotal[]): void {
    for (const total of totals) {
      const { direction, kind, unit } = total;
      const key = `${direction} ${kind} ${unit}`;
      const sum: Tally = addTally(this.#totals.get(key) ?? emptyTally, total, 1);
      this.#totals.set(key, { direction, kind, unit, ...sum });
    }
  }

  /** The sums of what was added. `display` is the currency that costs are kept in. */
  sums(display: CurrencyCode): { readonly sent: LedgerSum; readonly received: LedgerSum } {
    const totals = [...this.#totals.values()];
    return {
      sent: ledgerSum(totals, 'sent', display),
      received: ledgerSum(totals, 'received', null),
    };
  }
}

/** The sum of the totals of one direction, each unit by itself. What came in cost nothing: `display` is null then. */
export function ledgerSum(
  totals: readonly DirectedTotal[],
  direction: Direction,
  display: CurrencyCode | null,
): LedgerSum {
  const counted = totals.filter(
    (total) => total.direction === direction && countsFor(direction, total.kind),
  );
  const entries = counted.reduce((sum, total) => sum + total.entries, 0);
  return { ...sumOf(counted, display), entries };
}
