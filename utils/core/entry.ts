import type { Correction } from './correction.ts';
import type { EntryKind, GiftSeen } from './gift-event.ts';
import type { AccountId, EntryId, GiftId, PlatformId, RoomId } from './ids.ts';
import { addSpan, noSpans, type Spans, spanLength, uniteSpans } from './spans.ts';
import type { EpochMs } from './time.ts';
import { type AmountUnit, type Units, units } from './units.ts';

/**
 * One payment, as all its sightings together tell it. Merging takes the highest count, the earliest and latest time
 * and everything that any sighting knew, so the same sightings give the same entry in any order and any number.
 */
export interface Entry {
  readonly id: EntryId;
  readonly platform: PlatformId;
  readonly kind: EntryKind;
  /** Empty where it was paid outside of any stream. */
  readonly room: RoomId | '';
  readonly at: EpochMs;
  readonly lastAt: EpochMs;
  readonly sender: AccountId | null;
  readonly recipient: AccountId | null;
  readonly gift: GiftId | null;
  readonly unit: AmountUnit | null;
  readonly unitPrice: Units | null;
  readonly count: number;
  readonly ended: boolean;
  /** The repeats of a streak that some sighting says it added: the cross-check of `count`. */
  readonly added: Spans;
  /** Whether a sighting's own sum of what it added, or its price, contradicts the rest. */
  readonly disputed: boolean;
  /**
   * Whether the platform's messages told everyone of the payment, and whether it answered the viewer's sending. What is
   * neither was only observed on the page, or entered by hand.
   */
  readonly onPage: boolean;
  readonly onSend: boolean;
}

/** The entry that one sighting makes on its own. */
export function entryOf(event: GiftSeen): Entry {
  const { unitPrice, added, count } = event;
  const repeats = added === null || unitPrice === null || unitPrice === 0 ? 0 : added / unitPrice;
  const fits = Number.isInteger(repeats) && repeats <= count;
  return {
    id: event.key,
    platform: event.platform,
    kind: event.kind,
    room: event.room,
    at: event.at,
    lastAt: event.at,
    sender: event.sender?.id ?? null,
    recipient: event.recipient?.id ?? null,
    gift: event.gift?.id ?? null,
    unit: event.unit,
    unitPrice,
    count,
    ended: event.ended,
    added: fits ? addSpan(noSpans, count - repeats, count) : noSpans,
    disputed: !fits,
    onPage: event.evidence === 'page',
    onSend: event.evidence === 'send',
  };
}

/** The known one of two facts; of two that differ the same one whichever comes first. */
function known<T extends string | number>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return a > b ? a : b;
}

/** The entry that the sightings behind `a` and those behind `b` make together. Both must have the same id. */
export function mergeEntries(a: Entry, b: Entry): Entry {
  if (a.id !== b.id) {
    throw new RangeError(`not the same payment: ${a.id}, ${b.id}`);
  }
  const pricesDiffer = a.unitPrice !== null && b.unitPrice !== null && a.unitPrice !== b.unitPrice;
  return {
    id: a.id,
    platform: a.platform,
    kind: a.kind,
    // Of rooms named more and less exactly the more exact one sorts after the other: see the platforms' READMEs.
    room: a.room > b.room ? a.room : b.room,
    at: a.at < b.at ? a.at : b.at,
    lastAt: a.lastAt > b.lastAt ? a.lastAt : b.lastAt,
    sender: known(a.sender, b.sender),
    recipient: known(a.recipient, b.recipient),
    gift: known(a.gift, b.gift),
    unit: known(a.unit, b.unit),
    unitPrice: known(a.unitPrice, b.unitPrice),
    count: Math.max(a.count, b.count),
    ended: a.ended || b.ended,
    added: uniteSpans(a.added, b.added),
    disputed: a.disputed || b.disputed || pricesDiffer,
    onPage: a.onPage || b.onPage,
    onSend: a.onSend || b.onSend,
  };
}

/** What a payment that was entered by hand has instead of sightings. */
export interface ByHand {
  /** In all, whatever the count. */
  readonly units: Units;
  /** What the user calls the gift; may be empty. */
  readonly giftName: string;
  readonly note: string;
}

/**
 * What was paid in all: what the user says, else at the price that the messages say, else at `assumedPrice`, which the
 * page's gift list or the catalogue gave for the gift's id. Null where none is known.
 */
export function amountOf(entry: {
  readonly count: number;
  readonly unitPrice: Units | null;
  readonly assumedPrice?: Units | null;
  readonly correction?: Correction;
  readonly byHand?: ByHand;
}): Units | null {
  const told = entry.correction?.units ?? entry.byHand?.units;
  if (told !== undefined) return told;
  const price = entry.unitPrice ?? entry.assumedPrice ?? null;
  return price === null ? null : units(entry.count * price);
}

/** What the sightings say they added, in units: less than the amount where some were missed. */
export function addedAmount({ added, unitPrice }: Pick<Entry, 'added' | 'unitPrice'>): Units {
  return units(spanLength(added) * (unitPrice ?? 0));
}
