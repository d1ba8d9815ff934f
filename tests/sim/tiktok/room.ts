import type { Gift } from './catalogue.ts';
import type { WireMessage } from './encode-frame.ts';
import { type GiftFields, giftMessage, giftStruct, type Head, user } from './encode-gift.ts';
import { envelope, member, subscription } from './encode-other.ts';
import { addTo, newPayment, type Payment } from './payment.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** Who sends what to whom. `to` is a guest on the host's stream; without it the host receives. */
export interface Sending {
  readonly from: Person;
  readonly gift: Gift;
  readonly to?: Person;
  /** Leaves the gift's name and price out of the messages: only its id is there. */
  readonly bare?: boolean;
}

/** A payment and the message that tells of it. */
export interface Told {
  readonly payment: Payment;
  readonly message: WireMessage;
}

/** A streak under way. */
export class Streak {
  readonly payment: Payment;
  readonly #room: Room;
  readonly #sending: Sending;

  constructor(room: Room, sending: Sending, payment: Payment) {
    this.#room = room;
    this.#sending = sending;
    this.payment = payment;
  }

  /** `count` more units; the message carries the sum so far and the coins that were added. */
  add(count: number, orderId = ''): WireMessage {
    addTo(this.payment, count);
    return this.#room.giftMessage(this.#sending, this.payment, {
      added: count,
      end: false,
      orderId,
    });
  }

  /** The end frame: same count, no coins, `send_type` 0. */
  end(): WireMessage {
    this.payment.ended = true;
    return this.#room.giftMessage(this.#sending, this.payment, {
      added: 0,
      end: true,
      orderId: '',
    });
  }
}

/** One stream and what truly happens on it. Makes the messages; sending them is the hub's task. */
export class Room {
  readonly id: bigint;
  readonly host: Person;
  readonly title: string;
  readonly startedAt = Date.now() - 41 * 60_000;
  viewers: number;
  /** 2 live, 4 ended, as the site says it. */
  status: 2 | 4 = 2;
  likes = 1200;
  /** Shown to those who come: messages marked as history. */
  readonly history: WireMessage[] = [];
  readonly #world: World;

  constructor(
    world: World,
    facts: {
      readonly id: bigint;
      readonly host: Person;
      readonly title: string;
      readonly viewers: number;
    },
  ) {
    this.#world = world;
    this.id = facts.id;
    this.host = facts.host;
    this.title = facts.title;
    this.viewers = facts.viewers;
  }

  /** The head of a new message. */
  head(describe?: string): Head {
    const head = { msgId: this.#world.nextId(), roomId: this.id, createTime: Date.now() };
    return describe === undefined ? head : { ...head, describe };
  }

  /** Starts a streak of a streakable gift. Nothing is counted until its first `add`. */
  startStreak(sending: Sending): Streak {
    if (sending.gift.type !== 1) {
      throw new Error(`${sending.gift.name} cannot be sent in a streak`);
    }
    return new Streak(this, sending, this.#pay('gift', sending, this.#world.nextGroupId()));
  }

  /** A gift that is sent singly: one message, no group, no end frame. */
  sendSingle(sending: Sending, count: number, orderId = ''): Told {
    const payment = this.#pay('gift', sending, 0n);
    addTo(payment, count);
    return {
      payment,
      message: this.giftMessage(sending, payment, { added: count, end: false, orderId }),
    };
  }

  /** The message of a streak's or single's present state. Used by {@link Streak}. */
  giftMessage(
    sending: Sending,
    payment: Payment,
    step: { readonly added: number; readonly end: boolean; readonly orderId: string },
  ): WireMessage {
    const { from, gift, to } = sending;
    const receiver = to ?? this.host;
    const head = this.head(`${from.name}: gifted the host ${payment.count} ${gift.name}`);
    this.#world.tell(payment, head.msgId);
    return this.encodeGift({
      head,
      giftId: gift.id,
      gift: sending.bare ? null : giftStruct(gift),
      fanTickets: step.added * gift.coins,
      repeatCount: payment.count,
      user: user(from),
      ...(to === undefined ? {} : { toGuest: to }),
      repeatEnd: step.end,
      groupId: BigInt(payment.groupId),
      // Jumps come from clients that gather taps before sending.
      sendType: step.end ? 0 : step.added > 1 ? 4 : 1,
      orderId: step.orderId,
      receiverId: receiver.id,
      anchorId: this.host.id,
      logId: `20261122${head.msgId}`,
      senderIsAnchor: from.id === this.host.id,
    });
  }

  /** Any gift message, true or not: nothing is entered in the truth. */
  encodeGift(fields: GiftFields): WireMessage {
    return {
      method: 'WebcastGiftMessage',
      msgId: fields.head.msgId,
      payload: giftMessage(fields),
    };
  }

  /** A chest of coins for viewers: shown as new `shows` times, then hidden. */
  chest(from: Person, coins: number, people: number, shows: number): Told & { all: WireMessage[] } {
    const id = String(this.#world.nextId());
    const payment = newPayment({
      ...this.#facts(from, this.host),
      kind: 'chest',
      gift: null,
      unitPrice: coins,
      groupId: 0n,
      chestId: id,
    });
    this.#world.record(payment);
    addTo(payment, 1);
    const displays: (1 | 2)[] = [...Array.from({ length: shows }, () => 1 as const), 2];
    const all = displays.map((display) => {
      const head = this.head();
      this.#world.tell(payment, head.msgId);
      return envelope(head, { id, from, coins, people, display });
    });
    const [message] = all;
    if (message === undefined) {
      throw new Error('a chest is told of at least once');
    }
    return { payment, message, all };
  }

  /** A subscription: the notice, and the member message that repeats it. */
  subscribe(from: Person, months: number): Told & { all: WireMessage[] } {
    const payment = newPayment({
      ...this.#facts(from, this.host),
      kind: 'subscription',
      gift: null,
      unitPrice: null,
      groupId: 0n,
    });
    this.#world.record(payment);
    addTo(payment, 1);
    const head = this.head();
    const again = this.head();
    this.#world.tell(payment, head.msgId);
    const message = subscription(head, from, {
      months,
      again: months > 1,
      messageType: 0,
      giftSource: 0,
    });
    return { payment, message, all: [message, member(again, from, this.viewers, 3)] };
  }

  #facts(sender: Person, recipient: Person) {
    return { room: this.id, host: this.host, sender, recipient, at: Date.now() };
  }

  #pay(kind: Payment['kind'], sending: Sending, groupId: bigint): Payment {
    const payment = newPayment({
      ...this.#facts(sending.from, sending.to ?? this.host),
      kind,
      gift: sending.gift,
      unitPrice: sending.gift.coins,
      groupId,
    });
    this.#world.record(payment);
    return payment;
  }
}
