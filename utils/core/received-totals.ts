import { amountOf } from './entry.ts';
import type { AccountId, EntryId, GiftId, PlatformId } from './ids.ts';
import type { Day } from './time.ts';
import {
  giverOf,
  isInStream,
  type PlacedEntry,
  type SessionId,
  type Tally,
  type TotalUnit,
} from './totals.ts';
import type { AmountUnit, Units } from './units.ts';

/** What a total of received gifts counts: what came in cost the user nothing. */
export type GiftTally = Pick<Tally, 'units' | 'gifts' | 'entries' | 'unpriced'>;

/**
 * What one person gave a creator on one day in one session. `person` is empty where the platform did not say who; a
 * payment by hand is in the session that has no room.
 */
export interface GifterTotal extends GiftTally {
  readonly day: Day;
  readonly session: SessionId;
  readonly platform: PlatformId;
  readonly creator: AccountId | '';
  readonly person: AccountId | '';
  readonly unit: TotalUnit;
}

/** What one person ever gave a creator: of all time, so that no screen has to add up a history. */
export interface SupporterTotal extends GiftTally {
  readonly platform: PlatformId;
  readonly creator: AccountId | '';
  readonly person: AccountId | '';
  readonly unit: TotalUnit;
}

/** What came in of one gift for one creator on one day in one session. `gift` is empty where it is not in the platform's catalogue. */
export interface GiftTotal extends GiftTally {
  readonly day: Day;
  readonly session: SessionId;
  readonly platform: PlatformId;
  readonly creator: AccountId | '';
  readonly gift: GiftId | '';
  readonly unit: TotalUnit;
}

/** What came in within one minute of a session: a streak counts in the minute in which it began. */
export interface MinuteTotal extends GiftTally {
  readonly session: SessionId;
  /** Whole minutes since 1970. */
  readonly minute: number;
  readonly unit: TotalUnit;
}

/** One payment among the largest of its session. */
export interface LargeGift {
  readonly entry: EntryId;
  readonly units: Units;
}

/** A payment that may be among the largest of its session. */
export interface LargeGiftOf extends LargeGift {
  readonly session: SessionId;
  readonly unit: AmountUnit;
}

/** The totals of what came in that an entry is part of, each with its share. */
export interface ReceivedShares {
  readonly gifter: GifterTotal;
  readonly supporter: SupporterTotal;
  readonly gift: GiftTotal;
  /** Null for a payment by hand, which is in no stream. */
  readonly minute: MinuteTotal | null;
  /** Null where no price is known. */
  readonly large: LargeGiftOf | null;
}

const MINUTE_MS = 60_000;

/** The minute since 1970 in which a moment is. */
export function minuteOf(at: number): number {
  return Math.floor(at / MINUTE_MS);
}

/**
 * The share that a gift which came in has in the totals of people, gifts and minutes. Null for what is void or sent, and
 * for chests, whose coins go to viewers, and subscriptions: these are told apart.
 */
export function receivedSharesOf(entry: PlacedEntry): ReceivedShares | null {
  if (entry.direction !== 'received' || entry.kind !== 'gift' || entry.correction?.voided) {
    return null;
  }
  const amount = entry.unit === null ? null : amountOf(entry);
  const unit: TotalUnit = amount === null || entry.unit === null ? 'none' : entry.unit;
  const tally: GiftTally = {
    units: amount ?? 0,
    gifts: entry.count,
    entries: 1,
    unpriced: amount === null ? 1 : 0,
  };
  const { day, session, platform, creator } = entry;
  const person = giverOf(entry) ?? '';
  const inStream = isInStream(entry);
  return {
    gifter: { day, session, platform, creator, person, unit, ...tally },
    supporter: { platform, creator, person, unit, ...tally },
    gift: { day, session, platform, creator, gift: entry.gift ?? '', unit, ...tally },
    minute: inStream ? { session, minute: minuteOf(entry.at), unit, ...tally } : null,
    large:
      inStream && amount !== null && entry.unit !== null
        ? { session, unit: entry.unit, entry: entry.id, units: amount }
        : null,
  };
}

/** How many of a session's largest gifts are kept. */
export const LARGE_GIFTS = 10;

/** The larger first; of two as large the one with the lower id, so that the order is always the same. */
export function compareLarge(a: LargeGift, b: LargeGift): number {
  return b.units - a.units || (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0);
}

/**
 * The largest gifts after some went and some came. Null where what is kept does not tell: one of the largest went or
 * became smaller, and what was next to them was never kept.
 */
export function largestAfter(
  kept: readonly LargeGift[],
  went: ReadonlySet<EntryId>,
  came: readonly LargeGift[],
): readonly LargeGift[] | null {
  const last = kept.length < LARGE_GIFTS ? null : (kept.at(-1) ?? null);
  const left = kept.filter(({ entry }) => !went.has(entry));
  const largest = [...left, ...came].sort(compareLarge).slice(0, LARGE_GIFTS);
  const end = largest.at(-1);
  const known =
    last === null ||
    left.length === kept.length ||
    (largest.length === LARGE_GIFTS && end !== undefined && compareLarge(end, last) <= 0);
  return known ? largest : null;
}
