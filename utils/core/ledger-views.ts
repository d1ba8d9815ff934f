/** What the ledger page, an entry's story, the delivery list and the overview show, as plain data. */

import type { Cost } from './cost.ts';
import type { Money } from './money.ts';
import type { Direction } from './ownership.ts';
import type { UnitId, Units } from './units.ts';
import type { Basis, EntryRow } from './views.ts';

/** One payment in the ledger's list. */
export interface LedgerRow extends EntryRow {
  readonly direction: Direction;
  /** Whether the user knows better, or says that it does not count. */
  readonly correction: 'corrected' | 'void' | null;
}

/** What entries add up to. Units stay apart; money is of all of them. */
export interface LedgerSum {
  readonly entries: number;
  readonly gifts: number;
  /** Payments without a price in units. */
  readonly unpriced: number;
  readonly amounts: readonly { readonly unit: UnitId; readonly units: Units }[];
  /** Null where no price is known at all, and for what came in. */
  readonly money: Money | null;
  readonly basis: Basis;
  readonly cost: Cost | null;
}
