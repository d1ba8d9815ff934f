import type { Gift } from './catalogue.ts';
import type { Person } from './people.ts';
import { bytes, concat, int, sub, text } from './wire.ts';

/** What every message of the site carries about itself. */
export interface Head {
  readonly msgId: bigint;
  readonly roomId: bigint;
  /** Epoch milliseconds. */
  readonly createTime: number;
  readonly describe?: string;
}

/** `Common`, the first field of every message. */
export function common(method: string, head: Head): Uint8Array {
  return concat(
    text(1, method),
    int(2, head.msgId),
    int(3, head.roomId),
    int(4, head.createTime),
    int(6, 1),
    text(7, head.describe),
  );
}

/** `User`: numbers, name, picture, level, handle, both stable ids. */
export function user(person: Person): Uint8Array {
  return concat(
    int(1, person.id),
    text(3, person.name),
    sub(9, text(1, avatarOf(person.handle))),
    sub(22, int(1, 12), int(2, 34)),
    sub(23, int(6, 7)),
    text(38, person.handle),
    text(46, `MS4wLjABAAAA${person.id}`),
    text(1028, String(person.id)),
  );
}

/** Address of someone's picture, as the site writes it. */
export function avatarOf(handle: string): string {
  return `https://p16-sign-sg.tiktokcdn.com/tos-alisg-avt-0068/${encodeURIComponent(handle)}~c5_100x100.webp`;
}

/** `Gift` (field 15 of a gift message). */
export function giftStruct(gift: Gift, price: number | bigint = gift.coins): Uint8Array {
  const image = [text(1, gift.icon), text(2, new URL(gift.icon).pathname.slice(12))];
  return concat(
    sub(1, ...image),
    text(2, `Sent ${gift.name}`),
    int(4, 1000),
    int(5, gift.id),
    int(7, 1),
    int(10, gift.type === 1),
    int(11, gift.type),
    int(12, price),
    int(13, 1),
    text(16, gift.name),
    sub(21, ...image),
    gift.points === undefined ? new Uint8Array() : sub(118, int(1, 1), int(2, gift.points)),
  );
}

/** The fields of `WebcastGiftMessage` that differ from one message to the next. */
export interface GiftFields {
  readonly head: Head;
  readonly giftId: number | bigint;
  /** Null leaves `gift` out of the message. */
  readonly gift: Uint8Array | null;
  readonly fanTickets: number | bigint;
  readonly repeatCount: number | bigint;
  readonly user: Uint8Array | null;
  /** Only for guests of a multi-guest stream: `to_user` is absent when the host receives. */
  readonly toGuest?: Person;
  readonly repeatEnd: boolean;
  readonly groupId: bigint;
  /** 1 normal, 4 batched by the sender's client, 0 at the end of a streak. */
  readonly sendType: number;
  readonly orderId: string;
  readonly receiverId: bigint;
  readonly anchorId: bigint;
  readonly logId: string;
  readonly senderIsAnchor?: boolean;
}

/** `WebcastGiftMessage`. */
export function giftMessage(f: GiftFields): Uint8Array {
  return concat(
    sub(1, common('WebcastGiftMessage', f.head)),
    int(2, f.giftId),
    int(3, f.fanTickets),
    int(4, 1),
    int(5, f.repeatCount),
    // The site always writes the same number here.
    int(6, f.repeatCount),
    f.user === null ? new Uint8Array() : bytes(7, f.user),
    f.toGuest === undefined ? new Uint8Array() : bytes(8, user(f.toGuest)),
    int(9, f.repeatEnd),
    int(11, f.groupId),
    // Named as if it were the room's total; it carries the message's own coins (reference, 3.4).
    int(13, f.fanTickets),
    f.gift === null ? new Uint8Array() : bytes(15, f.gift),
    text(16, f.logId),
    int(17, f.sendType),
    text(22, '{"source":"sim"}'),
    sub(23, int(1, f.anchorId), int(7, 89), int(8, f.receiverId), text(10, 'web')),
    int(24, -1),
    text(28, f.orderId),
    sub(32, int(1, 1), int(6, f.senderIsAnchor ?? false)),
    int(34, 1),
    text(45, f.toGuest === undefined ? undefined : String(f.toGuest.id)),
    int(46, f.toGuest?.id),
    text(47, f.toGuest?.name),
  );
}
