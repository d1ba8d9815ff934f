/** What the ledger page, an entry's story, the delivery list and the overview show, as plain data. */

import type { BudgetView } from './budget-views.ts';
import type { MoneyRange } from './conversion.ts';
import type { AddedEntry, Correction } from './correction.ts';
import type { Cost } from './cost.ts';
import type { AccountId, EntryId, GiftId, PlatformId } from './ids.ts';
import type { HourOfWeek, LedgerAddress, LedgerFilter, OnPlatform } from './ledger-filter.ts';
import type { Draw } from './lots.ts';
import type { Direction } from './ownership.ts';
import type { Offered } from './price-list.ts';
import type { Price } from './scaled.ts';
import type { Spans } from './spans.ts';
import type { Day, EpochMs, Month } from './time.ts';
import type { SessionId } from './totals.ts';
import type { Units } from './units.ts';
import type { EntryRow, PersonView, Sum } from './views.ts';

/** One payment in the ledger's list. */
export interface LedgerRow extends EntryRow {
  readonly direction: Direction;
  /** Whether the user knows better, or says that it does not count. */
  readonly correction: 'corrected' | 'void' | null;
}

/** What entries add up to. */
export interface LedgerSum extends Sum {
  readonly entries: number;
}

/** Names of what a filter asks for by id; empty or null where none is known. */
export interface FilterNames {
  readonly creator: PersonView | null;
  readonly person: PersonView | null;
  readonly gift: string;
  readonly session: string;
  /** Null where there is no such budget any more. */
  readonly budget: Pick<BudgetView, 'budget' | 'creators'> | null;
}

/** The sums of a filter. */
export interface LedgerSums {
  readonly sent: LedgerSum;
  readonly received: LedgerSum;
  /** What came in is worth about this after the platforms' shares; null where no rate is known for all of it. */
  readonly worth: MoneyRange | null;
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

/** Everything that is known of one payment, for its story. */
export interface Story {
  readonly row: LedgerRow;
  readonly lastAt: EpochMs;
  readonly sender: PersonView | null;
  /** The receiver, else the stream's host. */
  readonly creator: PersonView | null;
  readonly gift: GiftId | null;
  /** Null where it was not seen in a stream. */
  readonly session: {
    readonly id: SessionId;
    readonly title: string;
    readonly firstAt: EpochMs;
    readonly lastAt: EpochMs;
  } | null;
  /** The repeats that messages say they added. */
  readonly added: Spans;
  readonly disputed: boolean;
  readonly onPage: boolean;
  readonly onSend: boolean;
  readonly byHand: boolean;
  /** One of it, as a message said, and as a list or catalogue says where none did. */
  readonly unitPrice: Units | null;
  readonly assumedPrice: Units | null;
  readonly cost: Cost | null;
  /** What was bought that it was paid from; null where nothing is known or costs are being worked out. */
  readonly drawn: Pick<Draw, 'parts' | 'missing'> | null;
  /** The offer that prices what no purchase is known for; null where none of it is priced so. */
  readonly listed: Offered | null;
  /** The day of the exchange rate that the listed price was converted at; null where none was needed. */
  readonly rateDay: Day | null;
  readonly correction: Correction | null;
  readonly note: string;
}

/** Someone whom a search found. */
export interface FoundPerson extends PersonView {
  readonly platform: PlatformId;
}

/** What the user can do on the ledger page about payments. */
export interface LedgerActions {
  onVoid(entry: EntryId, voided: boolean): void;
  /** Null: as the platform told. */
  onSetAmount(entry: EntryId, units: Units | null): void;
  /** Null: worked out. */
  onSetPrice(entry: EntryId, price: Price | null): void;
  onNote(entry: EntryId, note: string): void;
  onAdd(added: Omit<AddedEntry, 'id'>): void;
  /** Says that somebody is the same person as someone else, on whichever platform. */
  onMerge(person: OnPlatform<AccountId>, into: OnPlatform<AccountId>): void;
  /** People by handle or name. */
  findPeople(text: string): Promise<readonly FoundPerson[]>;
}

/** What the overview looks at. */
export type OverviewPeriod =
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'year'; readonly year: number };

/** One bar of a chart: what it stands for, what it adds up to, and which entries those are. */
export interface OverviewBar<Of> {
  readonly of: Of;
  readonly sum: LedgerSum;
  readonly filter: Partial<LedgerFilter>;
}

/** A month or a year at a glance. */
export interface OverviewView {
  readonly period: OverviewPeriod;
  readonly direction: Direction;
  readonly total: OverviewBar<null>;
  /** What came in is worth about this; null for what was sent, and where no rate is known for all of it. */
  readonly worth: MoneyRange | null;
  /** The period before. */
  readonly before: LedgerSum;
  /** Every day of a month, every month of a year. */
  readonly days: readonly OverviewBar<Day | Month>[];
  /** Most first; of what was received only where it was for several. `null` is who is not known. */
  readonly creators: readonly OverviewBar<PersonView | null>[];
  /** Creators beyond those that are told. */
  readonly moreCreators: number;
  readonly platforms: readonly OverviewBar<PlatformId>[];
  /** Only hours in which there is something. */
  readonly hours: readonly OverviewBar<HourOfWeek>[];
  /** When the ledger begins in this direction; null while it is empty. */
  readonly since: EpochMs | null;
}

/** Gifts that the platform answered the user's sending for and never showed. */
export interface DeliveryView {
  readonly gifts: readonly UndeliveredGift[];
  /** How many there are beyond those. */
  readonly more: number;
  /** The moment that the list is of. */
  readonly now: EpochMs;
}

/** One of them, with the facts that a dispute needs. */
export interface UndeliveredGift {
  readonly row: LedgerRow;
  readonly sender: PersonView | null;
  readonly room: string;
  readonly lastAt: EpochMs;
}
