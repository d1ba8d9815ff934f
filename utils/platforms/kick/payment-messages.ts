import type { GiftSeen, Person } from '../../core/gift-event.ts';
import type { AccountId, EntryId, GiftId, RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { at, type Json, listAt, numberAt, textAt } from '../json.ts';
import {
  believedTime,
  checkedCount,
  checkedId,
  checkedUnits,
  keptName,
  namedOnly,
} from '../limits.ts';
import { Refused } from '../refused.ts';
import { shortHash } from '../short-hash.ts';

/** What is known around a message. */
export interface Surroundings {
  readonly seen: EpochMs;
  readonly room: RoomId;
  /** The channel, or the chatroom with a dot before it: what a key is made of where the message has no id. */
  readonly place: string;
}

/** A key for what has no id of its own holds for so long: the same again later is another payment. */
const DAY_MS = 86_400_000;

/** The same for KICKs, which one person may well send twice in a minute. */
const MOMENT_MS = 10_000;

const nothing = {
  type: 'gift',
  platform: 'kick',
  recipient: null,
  gift: null,
  unit: null,
  unitPrice: null,
  count: 1,
  ended: true,
  added: null,
  evidence: 'page',
} as const;

/** Reads KICKs that were gifted: `KicksGifted`, and the gifts of a `pinned-gifts` answer. */
export function readKicksGifted(data: Json, { seen, room, place }: Surroundings): GiftSeen {
  const units = checkedUnits(numberAt(data, 'gift', 'amount') ?? Number.NaN);
  const gift = checkedId(textAt(data, 'gift', 'gift_id')) as GiftId;
  const created = textAt(data, 'created_at');
  const sender = senderOf(data);
  const id = textAt(data, 'gift_transaction_id');
  const moment = created || Math.floor(seen / MOMENT_MS);
  const known = [place, sender?.id ?? '', gift, units, textAt(data, 'message'), moment].join(' ');
  return {
    ...nothing,
    kind: 'gift',
    key: kicksKey(id === '' ? shortHash(known) : checkedId(id)),
    room,
    at: believedTime(Date.parse(created), seen),
    sender,
    gift: { id: gift, name: keptName(textAt(data, 'gift', 'name')), icon: '' },
    unit: 'kick:kick',
    unitPrice: units,
    added: units,
  };
}

/** The key of KICKs by the platform's id of their transaction. */
export function kicksKey(transaction: string): EntryId {
  return `kick:kicks:${transaction}` as EntryId;
}

/** Null where the gifter stays anonymous. */
function senderOf(data: Json): Person | null {
  const id = textAt(data, 'sender', 'id');
  const name = keptName(textAt(data, 'sender', 'username'));
  return id === '' ? null : { id: checkedId(id) as AccountId, handle: name, name };
}

/**
 * Reads subscriptions that were gifted. A large drop comes in several messages, each with the whole number; old ones
 * have neither number nor id.
 */
export function readGiftedSubscriptions(data: Json, { seen, room, place }: Surroundings): GiftSeen {
  const gifter = textAt(data, 'gifter_username');
  const names = listAt(data, 'gifted_usernames').map((name) => textAt(name));
  const id = textAt(data, 'correlation_id') || textAt(data, 'chunk_details', 'correlation_id');
  if (gifter === '' && id === '') {
    throw new Refused('missing-id');
  }
  const known = [place, gifter, ...names.toSorted(), Math.floor(seen / DAY_MS)].join(' ');
  return {
    ...nothing,
    kind: 'subscription',
    key: `kick:gifted:${id === '' ? shortHash(known) : checkedId(id)}` as EntryId,
    room,
    at: seen,
    sender: gifter === '' ? null : namedOnly(gifter),
    count: checkedCount(numberAt(data, 'gifted_total') ?? names.length),
  };
}

/** Reads somebody's own subscription. It has neither an id nor a time. */
export function readSubscription(data: Json, { seen, room, place }: Surroundings): GiftSeen {
  const sender = namedOnly(textAt(data, 'username'));
  const months = checkedCount(numberAt(data, 'months') ?? 1);
  const day = Math.floor(seen / DAY_MS);
  return {
    ...nothing,
    kind: 'subscription',
    key: `kick:subscription:${place}:${sender.id.slice(1)}:${months}:${day}` as EntryId,
    room,
    at: seen,
    sender,
  };
}

/** The gifts that an answer of `pinned-gifts` lists. */
export function pinnedGifts(data: Json): readonly Json[] {
  return listAt(data, 'data', 'pinned_gifts');
}

/** The transaction that an answer to sending names, wherever it stands; empty where it names none. */
export function sentTransaction(data: Json): string {
  return (
    textAt(data, 'data', 'gift_transaction_id') ||
    textAt(data, 'gift_transaction_id') ||
    textAt(at(data, 'data', 'gift_transaction'), 'id')
  );
}
