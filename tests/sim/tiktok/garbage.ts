import { gzipSync } from 'node:zlib';
import { giftOf } from './catalogue.ts';
import { pushFrame, response, type WireMessage } from './encode-frame.ts';
import { type GiftFields, giftStruct, user } from './encode-gift.ts';
import { me } from './people.ts';
import type { Room } from './room.ts';
import { bytes, concat, int, sub, text, varint } from './wire.ts';

/** One thing that no healthy server sends, as it goes over the socket. */
export interface Garbage {
  readonly name: string;
  readonly body: Uint8Array | string;
}

/** Larger than any real frame, still quick to send. */
const OVERSIZED = 12 * 1024 * 1024;
/** What the zip bomb unpacks to: a thousand times its size. */
const BOMB = 160 * 1024 * 1024;

let bomb: Uint8Array | null = null;

/** Every kind of broken or absurd frame. None of them is a payment; each would be mine if it were read wrongly. */
export function garbage(room: Room): readonly Garbage[] {
  const good = frameOf([badGift(room, {})]);
  const half = good.subarray(0, Math.floor(good.length / 2));
  const noise = Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919 + (n >> 3) * 131) & 0xff);
  bomb ??= gzipSync(new Uint8Array(BOMB), { level: 1 });
  return [
    { name: 'empty', body: new Uint8Array() },
    { name: 'text', body: '{"not":"protobuf"}' },
    { name: 'truncated', body: half },
    { name: 'noise', body: noise },
    { name: 'endless-varint', body: new Uint8Array(64).fill(0xff) },
    {
      name: 'length-beyond-end',
      body: concat(varint(66), varint(2n ** 40n), noise.subarray(0, 8)),
    },
    { name: 'gzip-said-but-plain', body: packed(text(2, 'cursor'), 'gzip') },
    { name: 'gzip-cut-short', body: packed(gzipSync(noise).subarray(0, 60), 'gzip') },
    { name: 'unknown-compression', body: packed(noise, 'brotli') },
    { name: 'payload-is-noise', body: packed(noise, null) },
    { name: 'oversized', body: packed(bytes(1, new Uint8Array(OVERSIZED)), null) },
    { name: 'zip-bomb', body: packed(bomb, 'gzip') },
    { name: 'message-is-noise', body: frameOf([{ ...badGift(room, {}), payload: noise }]) },
    { name: 'message-cut-short', body: frameOf([cutShort(badGift(room, {}))]) },
    { name: 'wrong-wire-types', body: frameOf([wrongTypes(room)]) },
    ...absurd(room).map(([name, fields]) => ({ name, body: frameOf([badGift(room, fields)]) })),
  ];
}

type Override = { -readonly [key in keyof GiftFields]?: GiftFields[key] };

/** Gift messages that can be read but cannot be true. */
function absurd(room: Room): readonly (readonly [string, Override])[] {
  const rose = giftOf('Rose');
  const lion = giftOf('Lion');
  const head = room.head();
  return [
    ['count-zero', { repeatCount: 0, fanTickets: 0 }],
    ['count-negative', { repeatCount: -7, fanTickets: -7 }],
    ['count-2^31', { repeatCount: 2 ** 31, fanTickets: 1 }],
    ['count-2^53', { repeatCount: 2n ** 53n + 1n }],
    ['price-negative', { gift: giftStruct(rose, -5), fanTickets: -5 }],
    ['price-2^53', { gift: giftStruct(rose, 2n ** 53n + 1n) }],
    ['price-billion', { gift: giftStruct(rose, 1_000_000_000), fanTickets: 1_000_000_000 }],
    ['sum-too-large', { giftId: lion.id, gift: giftStruct(lion), repeatCount: 40_000 }],
    ['gift-id-0', { giftId: 0, gift: giftStruct({ ...rose, id: 0 }) }],
    ['message-id-0', { head: { ...head, msgId: 0n }, groupId: 0n }],
    ['room-id-0', { head: { ...head, roomId: 0n } }],
  ];
}

function badGift(room: Room, override: Override): WireMessage {
  const rose = giftOf('Rose');
  return room.encodeGift({
    head: room.head(),
    giftId: rose.id,
    gift: giftStruct(rose),
    fanTickets: 1,
    repeatCount: 1,
    user: user(me),
    repeatEnd: false,
    groupId: BigInt(Date.now()) + 900_000_000n,
    sendType: 1,
    orderId: '',
    receiverId: room.host.id,
    anchorId: room.host.id,
    logId: 'bad',
    ...override,
  });
}

function cutShort(message: WireMessage): WireMessage {
  return { ...message, payload: message.payload.subarray(0, message.payload.length - 40) };
}

/** Texts where numbers belong and the other way round. */
function wrongTypes(room: Room): WireMessage {
  const head = room.head();
  const payload = concat(
    int(1, 5),
    text(2, 'gift'),
    text(5, 'many'),
    int(7, 12),
    sub(11, int(1, 1)),
    int(15, 5655),
  );
  return { method: 'WebcastGiftMessage', msgId: head.msgId, payload };
}

function frameOf(messages: readonly WireMessage[]): Uint8Array {
  const fields = { cursor: 'x', now: Date.now(), fetchType: 1, needAck: false } as const;
  return pushFrame({ seqId: 1, logId: 1, type: 'msg', payload: response(messages, fields) });
}

function packed(payload: Uint8Array, compression: string | null): Uint8Array {
  return pushFrame({
    seqId: 1,
    logId: 1,
    type: 'msg',
    payload,
    headers: compression === null ? {} : { compress_type: compression },
  });
}
