import type { Correction } from './correction.ts';
import { type Cost, costFields } from './cost.ts';
import { amountOf, type ByHand, type Entry } from './entry.ts';
import type { EntryKind } from './gift-event.ts';
import type { AccountId, PlatformId } from './ids.ts';
import type { OnPlatform } from './ledger-filter.ts';
import type { Direction } from './ownership.ts';
import { moneyOf } from './summing.ts';
import { type Day, type Month, monthOf, weekdayOf } from './time.ts';
import type { AmountUnit, Units } from './units.ts';
import type { Basis } from './views.ts';

/** One stream of one creator, by platform and room. */
export type SessionId = `${PlatformId}:${string}`;

/** What a total counts. All are sums, so that a total is worked out by adding and taking away alone. */
export interface Tally extends CostTally {
  readonly units: number;
  readonly gifts: number;
  readonly entries: number;
  /** Payments without a price in units, which `units` therefore lacks. */
  readonly unpriced: number;
}

/** The parts of a cost that add up, in the display currency at the ledger's scale. */
export type CostTally = Pick<Cost, (typeof costFields)[number]>;

/** The unit of a total; `none` gathers what has no price, since an index takes no null. */
export type TotalUnit = AmountUnit | 'none';

/** A total by day, platform, creator, direction, kind, unit and basis. `creator` is empty while unknown. */
export interface DayTotal extends Tally {
  readonly day: Day;
  readonly platform: PlatformId;
  readonly creator: AccountId | '';
  readonly direction: Direction;
  readonly kind: EntryKind;
  readonly unit: TotalUnit;
  /** How the cost of each payment in it is known; unknown for what came in. */
  readonly basis: Basis;
}

/** Whose total it is; null while unknown. */
export function creatorOf({
  platform,
  creator,
}: Pick<DayTotal, 'platform' | 'creator'>): OnPlatform<AccountId> | null {
  return creator === '' ? null : { platform, id: creator };
}

/** A total of one session by direction, kind and unit. */
export interface SessionTotal extends Tally {
  readonly session: SessionId;
  readonly direction: Direction;
  readonly kind: EntryKind;
  readonly unit: TotalUnit;
}

/** One hour of the week in the ledger's zone, such as `2-21`: Monday is 1. */
export type HourSlot = `${number}-${number}`;

/**
 * A total by month, direction, platform, kind, unit and hour of the week: when in the week gifts are given. By creator
 * only for what came in; what was sent has none, since a viewer's creators would make many rows that nobody asks for.
 */
export interface HourTotal extends Tally {
  readonly month: Month;
  readonly direction: Direction;
  readonly platform: PlatformId;
  readonly creator: AccountId | '';
  readonly kind: EntryKind;
  readonly unit: TotalUnit;
  readonly slot: HourSlot;
}

/** An entry as the ledger keeps it: judged, dated and placed. */
export interface PlacedEntry extends Entry {
  readonly direction: Direction;
  readonly session: SessionId;
  /** The gift's receiver, else the stream's host, or whom the user merged them into; empty while unknown. */
  readonly creator: AccountId | '';
  /** Whom the user merged the sender into; there only where there is someone. */
  readonly giver?: AccountId;
  readonly day: Day;
  /** The hour on the clock there, 0 to 23. */
  readonly hour: number;
  /** The price by the gift's id, for as long as no message says one. */
  readonly assumedPrice: Units | null;
  /** What it cost the user; null for what came in, and for what has no price in units. */
  readonly cost: Cost | null;
  /** What the user knows better; there only where there is something. */
  readonly correction?: Correction;
  /** There only where the payment was entered by hand; it is in no stream then. */
  readonly byHand?: ByHand;
}

/** Stands for all creators together in a {@link MonthTotal}; no platform's ids begin so. */
export const EVERYONE = '~everyone';

/**
 * A total by creator, month, platform, direction, kind, unit, basis and whether the platform told of the payment's end;
 * and the same of all creators together, so that sums of years are few rows however many creators there are.
 */
export interface MonthTotal extends Tally {
  readonly creator: AccountId | '' | typeof EVERYONE;
  readonly month: Month;
  readonly platform: PlatformId;
  readonly direction: Direction;
  readonly kind: EntryKind;
  readonly unit: TotalUnit;
  readonly basis: Basis;
  readonly end: 'told' | 'missing';
}

/** The totals that an entry is part of, each with its share. */
export interface Shares {
  readonly day: DayTotal;
  /** By its creator; the share in that of {@link EVERYONE} is the same. */
  readonly month: MonthTotal;
  readonly session: SessionTotal | null;
  readonly hour: HourTotal;
}

/**
 * The share that `entry` has in each total: with `receivedSharesOf` the one place that says what counts where. Null for
 * one that is void. An amount without a unit, which only a correction can have, counts as none.
 */
export function sharesOf(entry: PlacedEntry): Shares | null {
  if (entry.correction?.voided) return null;
  const amount = entry.unit === null ? null : amountOf(entry);
  const tally: Tally = {
    ...noCosts,
    ...costPart(entry.cost),
    units: amount ?? 0,
    gifts: entry.count,
    entries: 1,
    unpriced: amount === null ? 1 : 0,
  };
  const unit: TotalUnit = amount === null || entry.unit === null ? 'none' : entry.unit;
  const { direction, kind, session, platform, day, creator } = entry;
  const { basis } = moneyOf(entry.cost);
  const slot: HourSlot = `${weekdayOf(day)}-${entry.hour}`;
  return {
    day: { day, platform, creator, direction, kind, unit, basis, ...tally },
    month: {
      creator,
      month: monthOf(day),
      platform,
      direction,
      kind,
      unit,
      basis,
      end: entry.ended ? 'told' : 'missing',
      ...tally,
    },
    session: isInStream(entry) ? { session, direction, kind, unit, ...tally } : null,
    hour: {
      month: monthOf(day),
      direction,
      platform,
      creator: direction === 'received' ? creator : '',
      kind,
      unit,
      slot,
      ...tally,
    },
  };
}

/** Whether an entry was paid in a stream; if not, no total of a session has it. */
export function isInStream({ room }: Pick<PlacedEntry, 'room'>): boolean {
  return room !== '';
}

/** Who counts as the sender: whom the user merged the sender into, else the sender; null where nobody said who. */
export function giverOf({ giver, sender }: PlacedEntry): AccountId | null {
  return giver ?? sender;
}

function costPart(cost: Cost | null): Partial<CostTally> {
  return cost === null ? {} : Object.fromEntries(costFields.map((field) => [field, cost[field]]));
}

const noCosts: CostTally = {
  exact: 0,
  paid: 0,
  listed: 0,
  paidUnits: 0,
  listedUnits: 0,
  unpricedUnits: 0,
  unconverted: 0,
};

/** A total in which nothing is left to count. */
export const emptyTally: Tally = { ...noCosts, units: 0, gifts: 0, entries: 0, unpriced: 0 };

/** Everything that a total counts, by name. */
export const tallyFields = ['units', 'gifts', 'entries', 'unpriced', ...costFields] as const;

/** `a + sign × b` in every count. */
export function addTally(a: Tally, b: Tally, sign: 1 | -1): Tally {
  const sum = { ...emptyTally };
  for (const field of tallyFields) {
    sum[field] = a[field] + sign * b[field];
  }
  return sum;
}
