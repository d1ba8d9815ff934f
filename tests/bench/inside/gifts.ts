/** Sightings of gifts, as a decoder gives them. */
import type { GiftSeen } from '../../../utils/core/gift-event.ts';
import type { AccountId, EntryId, GiftId, RoomId } from '../../../utils/core/ids.ts';
import { epochMs } from '../../../utils/core/time.ts';
import { units } from '../../../utils/core/units.ts';

/** Whose stream the gifts are given in. */
export interface Stream {
  readonly room: string;
  readonly host: string;
  /** The time of the first gift, in epoch milliseconds. */
  readonly from: number;
  /** Milliseconds from one gift to the next. */
  readonly step: number;
}

/** Different people who give. */
const PEOPLE = 200;

/** Ids as long as the platform's own; the last digits differ. */
const idOf = (base: string, n: number): string => base + String(n).padStart(7, '0');

/** Gift number `n` of a stream: a payment of its own, by one of two hundred people. */
export function giftNumber(n: number, { room, host, from, step }: Stream): GiftSeen {
  const person = n % PEOPLE;
  const sender = idOf('680000100000', person);
  const gift = 5655 + (n % 60);
  const at = epochMs(Math.floor(from + n * step));
  return {
    type: 'gift',
    kind: 'gift',
    platform: 'tiktok',
    key: `tiktok:streak:${room}:${sender}:${gift}:${at + n}` as EntryId,
    room: room as RoomId,
    at,
    sender: { id: sender as AccountId, handle: `viewer.${person}`, name: `Viewer ${person}` },
    recipient: { id: host as AccountId, handle: 'mira.plays', name: 'Mira plays' },
    gift: {
      id: String(gift) as GiftId,
      name: `Gift ${gift}`,
      icon: `https://p16-webcast.tiktokcdn.com/img/maliva/webcast-va/${gift}~tplv-obj.webp`,
    },
    unit: 'tiktok:coin',
    unitPrice: units(1 + (n % 99)),
    count: 1 + (n % 7),
    ended: true,
    added: units((1 + (n % 99)) * (1 + (n % 7))),
    evidence: 'page',
  };
}
