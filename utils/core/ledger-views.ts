/** What the ledger page, an entry's story, the delivery list and the overview show, as plain data. */

import type { Cost } from './cost.ts';
import type { PlatformId } from './ids.ts';
import type { LedgerAddress } from './ledger-filter.ts';
import type { Money } from './money.ts';
import type { Direction } from './ownership.ts';
import type { EpochMs } from './time.ts';
import type { UnitId, Units } from './units.ts';
import type { Basis, EntryRow, PersonView } from './views.ts';

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

/** Names of what a filter asks for by id; empty or null where none is known. */
export interface FilterNames {
  readonly creator: PersonView | null;
  readonly person: PersonView | null;
  readonly gift: string;
  readonly session: string;
}

/** The sums of a filter. */
export interface LedgerSums {
  readonly sent: LedgerSum;
  readonly received: LedgerSum;
  /** What came in is worth about this after the platforms' shares; null where no rate is known for all of it. */
  readonly worth: Money | null;
}

/** Everything that the ledger page shows, without the rows, which are asked for one by one. */
export interface LedgerView {
  readonly address: LedgerAddress;
  readonly names: FilterNames;
  readonly platforms: readonly PlatformId[];
  /** Rows known of so far. */
  readonly count: number;
  /** Whether count and sums still grow. */
  readonly counting: boolean;
  /** Null before anything was read. */
  readonly sums: LedgerSums | null;
  /** When the ledger begins; null while it is empty. */
  readonly since: EpochMs | null;
}
