/**
 * Writes the frames of `utils/platforms/tiktok/fixtures/*.ndjson` with the simulated site's encoder, which knows
 * nothing of the decoder. The expectation beside each file is written by hand.
 *
 *     node tests/platforms/write-tiktok-fixtures.ts
 */
import { writeFileSync } from 'node:fs';
import { giftOf, pointsGift } from '../sim/tiktok/catalogue.ts';
import { pushFrame, response, type WireMessage } from '../sim/tiktok/encode-frame.ts';
import { type GiftFields, giftMessage, giftStruct, user } from '../sim/tiktok/encode-gift.ts';
import {
  armies,
  battle,
  broadcast,
  chat,
  control,
  envelope,
  fanTickets,
  goal,
  intro,
  like,
  pin,
  subscription,
  userSeq,
} from '../sim/tiktok/encode-other.ts';
import { hosts, me, type Person, viewers } from '../sim/tiktok/people.ts';
import { bytes, concat, int, text } from '../sim/tiktok/wire.ts';

const folder = new URL('../../utils/platforms/tiktok/fixtures/', import.meta.url);
const start = Date.UTC(2026, 10, 22, 10);
const room = 7_500_000_000_000_000_001n;
const otherRoom = 7_500_000_000_000_000_002n;
const [mira = me, noor = me] = hosts;
const [otter = me, lumi = me] = viewers;
const socket = `wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/?room_id=${room}`;

let lastId = 7_600_000_000_000_000_000n;
function head(after = 0, roomId = room) {
  lastId += 1n;
  return { msgId: lastId, roomId, createTime: start + after };
}

interface GiftParts {
  readonly from?: Person;
  readonly gift?: string;
  readonly count?: number;
  readonly added?: number;
  readonly end?: boolean;
  readonly group?: bigint;
  readonly after?: number;
  readonly fields?: Partial<GiftFields>;
}

function gift(parts: GiftParts = {}): WireMessage {
  const { from = otter, count = 1, added = 1, end = false, group = 0n, after = 0 } = parts;
  const what = giftOf(parts.gift ?? 'Rose');
  const top = parts.fields?.head ?? head(after);
  const payload = giftMessage({
    head: top,
    giftId: what.id,
    gift: giftStruct(what),
    fanTickets: end ? 0 : added * what.coins,
    repeatCount: count,
    user: user(from),
    repeatEnd: end,
    groupId: group,
    sendType: end ? 0 : 1,
    orderId: `order-${top.msgId}`,
    receiverId: mira.id,
    anchorId: mira.id,
    logId: '20261122',
    ...parts.fields,
  });
  return { method: 'WebcastGiftMessage', msgId: top.msgId, payload };
}

type Line = object;

let logId = 1;
function frame(messages: readonly WireMessage[], options: { gzip?: boolean; type?: string } = {}) {
  logId += 1;
  return pushFrame({
    seqId: logId,
    logId,
    type: options.type ?? 'msg',
    gzip: options.gzip ?? true,
    payload: response(messages, { cursor: '1', now: start, fetchType: 1, needAck: false }),
  });
}

function binary(body: Uint8Array, part: object = {}): Line {
  const base64 = Buffer.from(body).toString('base64');
  return { at: start + 60_000, via: 'socket', dir: 'in', url: socket, ...part, body: base64 };
}

const received = (...messages: readonly WireMessage[]): Line => binary(frame(messages));

function answer(path: string, body: string, request?: string): Line {
  const url = `https://webcast.tiktok.com${path}`;
  const asked = request === undefined ? {} : { request };
  return { at: start + 60_000, via: 'fetch', dir: 'in', url, text: body, ...asked };
}

function inlineData(data: object): Line {
  const url = `https://www.tiktok.com/@${mira.handle}/live`;
  return { at: start, via: 'document', dir: 'in', url, text: JSON.stringify(data) };
}

function write(name: string, note: string, ...lines: readonly Line[]): void {
  const page = `https://www.tiktok.com/@${mira.handle}/live`;
  const top = { capture: 1, platform: 'tiktok', page, locale: null, viewer: null, note };
  const all = [top, ...lines].map((line) => JSON.stringify(line)).join('\n');
  writeFileSync(new URL(`2026-11-22-${name}.ndjson`, folder), `${all}\n`);
}

const account = inlineData({
  __DEFAULT_SCOPE__: {
    'webapp.app-context': { user: { uid: String(me.id), uniqueId: me.handle, nickName: me.name } },
  },
});
const stream = inlineData({
  LiveRoom: {
    liveRoomUserInfo: {
      user: {
        id: String(mira.id),
        uniqueId: mira.handle,
        nickname: mira.name,
        roomId: String(room),
      },
      liveRoom: { title: 'Late night runs', status: 2 },
    },
  },
});

const group = 1_795_341_600_123n;
const tick = (count: number, added: number, after: number) => gift({ count, added, after, group });
const ended = (count: number, after: number) => gift({ count, group, after, end: true });

write('single-gift', 'one gift that cannot be repeated', received(gift({ gift: 'Galaxy' })));
write(
  'streak',
  'counts skip; the last frame adds nothing',
  received(tick(1, 1, 0)),
  received(tick(3, 2, 700), chat(head(800), lumi, 'hello')),
  received(tick(5, 2, 1400)),
  received(ended(5, 4700)),
);
write(
  'streak-joined-in-its-middle',
  'the first counts were missed and the end never came',
  received(tick(6, 1, 0), tick(8, 2, 700)),
);
{
  const frames = [tick(2, 2, 0), tick(4, 2, 700), ended(4, 4000)];
  const late = frames.toReversed();
  write(
    'shuffled-and-repeated',
    'late, repeated and out of order',
    ...late.map((one) => received(one)),
    ...frames.map((one) => received(one)),
    received(...late, ...frames),
  );
}
write(
  'guest-gift',
  'the same streak start to the host and to a guest: two payments',
  stream,
  received(
    gift({ group, count: 2, added: 2 }),
    gift({ group, count: 3, added: 3, fields: { toGuest: noor, receiverId: noor.id } }),
  ),
);
write(
  'decoys',
  'all that looks like a gift and is none',
  received(
    pin(head(), gift({ gift: 'Lion' }).payload),
    broadcast(head(), otter, giftOf('Lion')),
    armies(head(), {
      id: 5n,
      hosts: [mira, noor],
      from: otter,
      gift: giftOf('Lion'),
      count: 2,
      scores: [5, 6],
    }),
    userSeq(head(), 20, [{ person: otter, coins: 31_999 }]),
    goal(head(), otter, giftOf('Rose'), 96, 100),
    fanTickets(head(), mira, 59_430),
    gift({ fields: { giftId: pointsGift.id, gift: giftStruct(pointsGift), fanTickets: 0 } }),
    like(head(), otter, 15, 20_000),
  ),
);
write(
  'chest-and-subscription',
  'a chest announced twice and taken down, and a subscription',
  ...([1, 1, 2] as const).map((display) =>
    received(envelope(head(), { id: '77', from: otter, coins: 500, people: 20, display })),
  ),
  received(subscription(head(), lumi, { months: 3, again: true, messageType: 0, giftSource: 0 })),
  received(subscription(head(), lumi, { months: 1, again: false, messageType: 0, giftSource: 3 })),
);
write(
  'room-switch',
  'one socket, two rooms; each message names its own',
  binary(pushFrame({ seqId: 1, logId: 1, type: 'im_enter_room', payload: int(1, room) }), {
    dir: 'out',
  }),
  received(gift()),
  binary(pushFrame({ seqId: 2, logId: 2, type: 'im_enter_room', payload: int(1, otherRoom) }), {
    dir: 'out',
  }),
  received(gift({ fields: { head: head(0, otherRoom), receiverId: noor.id, anchorId: noor.id } })),
);
write(
  'plain-and-polled',
  'no gzip on the socket, the answer to entering a room, and a polled answer',
  binary(frame([gift()], { gzip: false })),
  binary(frame([gift({ gift: 'Cap' })], { type: 'im_enter_room_resp' })),
  binary(
    response([gift({ gift: 'Perfume' })], {
      cursor: '1',
      now: start,
      fetchType: 2,
      needAck: false,
    }),
    { via: 'xhr', url: `https://webcast.tiktok.com/webcast/im/fetch/?room_id=${room}` },
  ),
);
write(
  'own-sending',
  'the answer to the viewer’s own sending, before and after the gift’s own message',
  account,
  stream,
  answer(
    '/webcast/gift/send/?aid=1988',
    `{"status_code":0,"data":{"gift_id":5655,"repeat_count":2,"group_id":${group},"msg_id":${lastId},"left_diamond":98},"extra":{"now":${start}}}`,
    `gift_id=5655&count=1&to_user_id=${mira.id}&room_id=${room}`,
  ),
  received(gift({ from: me, group, count: 2, added: 2 })),
  answer(
    '/webcast/gift/send/?aid=1988',
    '{"status_code":4003001,"data":{},"extra":{}}',
    `gift_id=6369&count=1&to_user_id=${mira.id}&room_id=${room}`,
  ),
);
write(
  'recognised-by-sending',
  'the page does not say who is logged in; a gift that joins an own sending does',
  stream,
  answer(
    '/webcast/gift/send/?aid=1988',
    `{"status_code":0,"data":{"gift_id":5655,"repeat_count":1,"group_id":"${group}"},"extra":{}}`,
    `gift_id=5655&count=1&to_user_id=${mira.id}&room_id=${room}`,
  ),
  received(gift({ from: lumi, group: group + 5n }), gift({ from: me, group })),
);
write(
  'page-knowledge',
  'account, stream, gift list, end of the stream',
  account,
  stream,
  answer(
    '/webcast/gift/list/?aid=1988',
    JSON.stringify({
      status_code: 0,
      data: {
        gifts: [
          {
            id: 5655,
            name: 'Rose',
            diamond_count: 1,
            image: { url_list: ['https://p16-webcast.tiktokcdn.com/a~tplv-obj.webp'] },
          },
        ],
        pages: [
          {
            gifts: [
              { id: 6104, name: 'Cap', diamond_count: 99 },
              { id: 1, name: 'Bad', diamond_count: -4 },
            ],
          },
        ],
      },
    }),
  ),
  received(intro(head(), mira, 'Welcome')),
  received(control(head(), 3)),
);
{
  const absurd: readonly Partial<GiftFields>[] = [
    { repeatCount: 0 },
    { repeatCount: -7 },
    { repeatCount: 2n ** 53n + 1n },
    { gift: giftStruct(giftOf('Rose'), -5) },
    { gift: giftStruct(giftOf('Rose'), 1_000_000_000) },
    { gift: giftStruct(giftOf('Rose'), 2n ** 60n) },
    { giftId: 0, gift: giftStruct({ ...giftOf('Rose'), id: 0 }) },
    { user: null },
    { head: { ...head(), roomId: 0n } },
    { head: { ...head(), msgId: 0n }, groupId: 0n },
  ];
  const noise = Uint8Array.from({ length: 600 }, (_, n) => (n * 7919 + (n >> 3) * 131) & 0xff);
  const whole = frame([gift({ gift: 'Galaxy' })], { gzip: false });
  write(
    'refused',
    'absurd, incomplete and damaged messages and frames, and one good gift among them',
    received(...absurd.map((fields) => gift({ fields })), gift({ gift: 'Cap' })),
    binary(noise),
    binary(whole.subarray(0, whole.length - 30)),
    binary(
      pushFrame({
        seqId: 1,
        logId: 1,
        type: 'msg',
        headers: { compress_type: 'gzip' },
        payload: text(2, 'x'),
      }),
    ),
    binary(concat(bytes(8, new Uint8Array(3)), new Uint8Array([0xff, 0xff]))),
    answer('/webcast/gift/list/', '{"data":'),
  );
}
write(
  'battle-and-running-total',
  'a battle opens and finishes, an invitation to another, and what the host got by the platform’s own count',
  received(battle(head(), 5n, 1), battle(head(1_000), 6n, 4), gift({ after: 2_000 })),
  received(fanTickets(head(2_500), mira, 12_390), battle(head(301_000), 6n, 5, start + 1_000)),
);
