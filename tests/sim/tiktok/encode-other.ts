import type { Gift } from './catalogue.ts';
import type { WireMessage } from './encode-frame.ts';
import { avatarOf, common, giftStruct, type Head, user } from './encode-gift.ts';
import type { Person } from './people.ts';
import { bytes, concat, int, sub, text } from './wire.ts';

/** Builds an envelope whose payload starts with `common`. */
function told(method: string, head: Head, ...fields: readonly Uint8Array[]): WireMessage {
  return {
    method,
    msgId: head.msgId,
    payload: concat(sub(1, common(method, head)), ...fields),
  };
}

/** A message of a type that carries no money and that nobody decodes. */
export function unknown(method: string, head: Head, filler: string): WireMessage {
  return told(method, head, text(2, filler));
}

/** Somebody writes. */
export function chat(head: Head, by: Person, content: string): WireMessage {
  return told('WebcastChatMessage', head, bytes(2, user(by)), text(3, content));
}

/** Somebody taps hearts. */
export function like(head: Head, by: Person, count: number, total: number): WireMessage {
  return told('WebcastLikeMessage', head, int(2, count), int(3, total), bytes(5, user(by)));
}

/** Somebody comes in (action 1) or subscribes (action 3). */
export function member(head: Head, by: Person, viewers: number, action = 1): WireMessage {
  return told('WebcastMemberMessage', head, bytes(2, user(by)), int(3, viewers), int(10, action));
}

/** Somebody follows (action 1) or shares (action 3). */
export function social(head: Head, by: Person, action = 1): WireMessage {
  return told('WebcastSocialMessage', head, bytes(2, user(by)), int(4, action));
}

/** Viewers and the coins of those who gave most. */
export function userSeq(
  head: Head,
  viewers: number,
  ranks: readonly { readonly person: Person; readonly coins: number }[],
): WireMessage {
  return told(
    'WebcastRoomUserSeqMessage',
    head,
    ...ranks.map(({ person, coins }, index) =>
      sub(2, int(1, coins), bytes(2, user(person)), int(3, index + 1)),
    ),
    int(3, viewers),
    text(4, String(viewers)),
    int(7, viewers * 3),
  );
}

/** The stream pauses (1), resumes (2), ends (3) or is suspended (4). */
export function control(head: Head, action: number): WireMessage {
  return told('WebcastControlMessage', head, int(2, action));
}

/** A treasure chest. `display` 1 is new, 2 hides it; only a new one names its coins and sender. */
export function envelope(
  head: Head,
  chest: {
    readonly id: string;
    readonly from: Person;
    readonly coins: number;
    readonly people: number;
    readonly display: 1 | 2;
  },
): WireMessage {
  const shown = chest.display === 1;
  return told(
    'WebcastEnvelopeMessage',
    head,
    sub(
      2,
      text(1, chest.id),
      int(2, 1),
      text(3, 'Asia-Singapore'),
      text(4, shown ? chest.from.name : undefined),
      int(5, shown ? chest.coins : undefined),
      int(6, shown ? chest.people : undefined),
      int(7, Math.floor(head.createTime / 1000) + 180),
      text(8, shown ? String(chest.from.id) : undefined),
      shown ? sub(9, text(1, avatarOf(chest.from.handle))) : new Uint8Array(),
      text(10, shown ? String(head.createTime) : undefined),
      text(11, String(head.roomId)),
    ),
    int(3, chest.display),
  );
}

/** Somebody subscribes. It has no price. `giftSource` 2 and 3 mean that another viewer paid for it. */
export function subscription(
  head: Head,
  by: Person,
  sub: {
    readonly months: number;
    readonly again: boolean;
    readonly messageType: number;
    readonly giftSource: number;
  },
): WireMessage {
  return told(
    'WebcastSubNotifyMessage',
    head,
    bytes(2, user(by)),
    int(3, 1),
    int(4, sub.months),
    int(5, 1),
    int(6, sub.again),
    int(7, sub.messageType),
    int(8, 1),
    int(9, 1),
    int(11, sub.giftSource),
    text(14, 'sim-package-1'),
  );
}

/** A gift pinned to the top: a full copy of an old gift message inside. */
export function pin(head: Head, giftPayload: Uint8Array): WireMessage {
  return told(
    'WebcastRoomPinMessage',
    head,
    bytes(4, giftPayload),
    text(30, 'WebcastGiftMessage'),
    int(31, head.createTime),
  );
}

/** The banner that other rooms see when somebody sends something dear. */
export function broadcast(head: Head, from: Person, gift: Gift): WireMessage {
  const notify = sub(
    4,
    bytes(2, user(from)),
    text(3, `${from.name} sent ${gift.name}`),
    sub(15, giftStruct(gift)),
  );
  return told('WebcastGiftBroadcastMessage', head, int(2, from.id), notify);
}

/** Scores of a battle, with the last gift's own numbers beside them. */
export function armies(
  head: Head,
  battle: {
    readonly id: bigint;
    readonly hosts: readonly Person[];
    readonly from: Person;
    readonly gift: Gift;
    readonly count: number;
    readonly scores: readonly number[];
  },
): WireMessage {
  const army = (host: Person, score: number) =>
    sub(
      3,
      int(1, host.id),
      sub(
        2,
        sub(
          1,
          int(1, battle.from.id),
          int(2, score),
          text(3, battle.from.name),
          int(5, score),
          text(6, String(battle.from.id)),
        ),
        int(2, score),
        text(3, String(host.id)),
      ),
    );
  return told(
    'WebcastLinkMicArmies',
    head,
    int(2, battle.id),
    ...battle.hosts.map((host, index) => army(host, battle.scores[index] ?? 0)),
    int(7, 1),
    int(8, battle.from.id),
    int(9, battle.gift.id),
    int(10, battle.count),
    int(12, battle.count * battle.gift.coins),
    int(13, battle.count),
  );
}

/** A battle opens (action 4) or finishes (action 5). */
export function battle(
  head: Head,
  id: bigint,
  action: number,
  from = head.createTime,
): WireMessage {
  const settings = sub(3, int(1, id), int(2, from), int(3, 300), int(5, 1));
  return told('WebcastLinkMicBattle', head, int(2, id), settings, int(4, action));
}

/** The running coin total of a receiver in this session. */
export function fanTickets(head: Head, receiver: Person, total: number): WireMessage {
  return told(
    'WebcastLinkMicFanTicketMethod',
    head,
    sub(2, sub(1, int(1, receiver.id), int(2, total)), int(2, total), int(4, head.createTime)),
  );
}

/** Progress towards the host's goal, with the gift it is counted in. */
export function goal(
  head: Head,
  by: Person,
  gift: Gift,
  progress: number,
  target: number,
): WireMessage {
  const wanted = sub(
    5,
    text(1, gift.name),
    sub(2, text(1, gift.icon)),
    int(3, gift.coins),
    int(4, 1),
  );
  return told(
    'WebcastGoalUpdateMessage',
    head,
    sub(
      3,
      int(1, 77),
      int(2, 1),
      int(3, 1),
      sub(4, int(1, 1), int(2, gift.id), int(3, progress), int(4, target), wanted),
      sub(15, int(1, progress * gift.coins)),
    ),
    int(4, by.id),
    text(6, by.handle),
    int(9, progress),
    int(10, progress * gift.coins),
    int(11, progress),
  );
}

/** The gift panel changed: goals and galleries, no money. */
export function panelUpdate(head: Head, gift: Gift): WireMessage {
  return told(
    'WebcastGiftPanelUpdateMessage',
    head,
    int(2, head.roomId),
    int(3, head.createTime),
    sub(10, int(1, gift.id), int(2, 3)),
    sub(12, int(1, gift.id), int(2, gift.coins)),
  );
}

/** The host's own words on entering, which name the host. */
export function intro(head: Head, host: Person, content: string): WireMessage {
  return told(
    'WebcastLiveIntroMessage',
    head,
    int(2, head.roomId),
    text(4, content),
    bytes(5, user(host)),
  );
}

/** A barrage line: type 4 subscribes, 7 gives subscriptions, 8 climbs a level. */
export function barrage(head: Head, by: Person, type: number, gifted = 0): WireMessage {
  return told(
    'WebcastBarrageMessage',
    head,
    int(3, type),
    bytes(50, user(by)),
    gifted === 0 ? new Uint8Array() : sub(102, int(1, gifted), int(3, 2)),
  );
}
