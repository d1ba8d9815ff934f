import { gifts, pointsGift } from './catalogue.ts';
import type { WireMessage } from './encode-frame.ts';
import { giftStruct, user } from './encode-gift.ts';
import {
  armies,
  barrage,
  battle,
  broadcast,
  fanTickets,
  goal,
  panelUpdate,
  pin,
  social,
  unknown,
  userSeq,
} from './encode-other.ts';
import { hosts, me, type Person, viewers } from './people.ts';
import type { Room } from './room.ts';

/** Everything that looks like a payment and is none, by name. All of them name me, so that a mistake would show. */
export function decoys(
  room: Room,
  received: number,
  lastGift: WireMessage | undefined,
): ReadonlyMap<string, WireMessage> {
  const [rose, lion] = [giftNamed('Rose'), giftNamed('Lion')];
  const [rival = me] = hosts.filter((one) => one.id !== room.host.id);
  const battleId = room.head().msgId;
  const messages: [string, WireMessage][] = [
    ['pin-of-an-old-gift', pin(room.head(), oldGift(room, me))],
    ['gift-broadcast', broadcast(room.head(), me, lion)],
    ['battle-start', battle(room.head(), battleId, 4)],
    [
      'battle-armies',
      armies(room.head(), {
        id: battleId,
        hosts: [room.host, rival],
        from: me,
        gift: lion,
        count: 2,
        scores: [149_995, 12_000],
      }),
    ],
    ['battle-end', battle(room.head(), battleId, 5)],
    [
      'leaderboard',
      userSeq(room.head(), room.viewers, [
        { person: me, coins: 31_999 },
        ...viewers.slice(0, 2).map((person) => ({ person, coins: 400 })),
      ]),
    ],
    ['goal', goal(room.head(), me, rose, 96, 100)],
    ['gift-panel', panelUpdate(room.head(), lion)],
    ['fan-tickets', fanTickets(room.head(), room.host, 59_430 + received)],
    ['points-gift', pointsMessage(room, me)],
    ['level-up-barrage', barrage(room.head(), me, 8)],
    ['share', social(room.head(), me, 3)],
    ['unknown-money-word', unknown('WebcastLuckyMoneyMessage', room.head(), 'coins 500')],
  ];
  if (lastGift !== undefined) {
    messages.push(['pin-of-the-last-gift', pin(room.head(), lastGift.payload)]);
  }
  return new Map(messages);
}

function giftNamed(name: string) {
  const found = gifts.find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(`no gift ${name}`);
  }
  return found;
}

/** A gift message from before anyone watched: only seen inside a pin. */
function oldGift(room: Room, from: Person): Uint8Array {
  const lion = giftNamed('Lion');
  return room.encodeGift({
    head: { ...room.head(), createTime: Date.now() - 3_600_000 },
    giftId: lion.id,
    gift: giftStruct(lion),
    fanTickets: lion.coins,
    repeatCount: 1,
    user: user(from),
    repeatEnd: false,
    groupId: 0n,
    sendType: 1,
    orderId: '',
    receiverId: room.host.id,
    anchorId: room.host.id,
    logId: 'old',
  }).payload;
}

/** A gift message like any other, but its gift costs points. */
function pointsMessage(room: Room, from: Person): WireMessage {
  return room.encodeGift({
    head: room.head(),
    giftId: pointsGift.id,
    gift: giftStruct(pointsGift),
    fanTickets: 0,
    repeatCount: 1,
    user: user(from),
    repeatEnd: false,
    groupId: 0n,
    sendType: 1,
    orderId: '',
    receiverId: room.host.id,
    anchorId: room.host.id,
    logId: 'points',
  });
}
