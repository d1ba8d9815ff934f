import type { Json } from '../json.ts';
import { type Gift, giftById } from './catalogue.ts';
import type { Hub } from './hub.ts';
import type { Payment } from './payment.ts';
import { me, type Person, personById } from './people.ts';
import type { Room, Streak } from './room.ts';
import type { World } from './world.ts';

/** How long after the last of a streak its end frame follows; recordings show 1 to 4 s, mostly 3.3. */
const STREAK_QUIET_MS = 3300;

interface OpenStreak {
  readonly streak: Streak;
  readonly room: Room;
  timer: NodeJS.Timeout;
}

/** Sells gifts to pages: answers `/webcast/gift/send/`, keeps streaks going and ends them. */
export class Shop {
  readonly #world: World;
  readonly #hub: Hub;
  readonly #quietMs: number;
  readonly #open = new Map<string, OpenStreak>();
  readonly #under = new Set<Promise<void>>();

  constructor(world: World, hub: Hub, speed: number) {
    this.#world = world;
    this.#hub = hub;
    // Even a hurried site leaves time to tap again.
    this.#quietMs = Math.max(300, STREAK_QUIET_MS / speed);
  }

  /** The answer to a page's sending; the room's messages follow it. `buyer` null is a guest. */
  send(form: URLSearchParams, buyer: Person | null): Json {
    const gift = giftById(Number(form.get('gift_id')));
    const room = this.#world.roomById(BigInt(form.get('room_id') ?? '0'));
    const count = Number(form.get('count') ?? '1');
    const receiver = personById(BigInt(form.get('to_user_id') ?? '0'));
    if (buyer === null) {
      return refusal(20003, 'Please log in');
    }
    if (gift === undefined || room === undefined || !Number.isInteger(count) || count < 1) {
      return refusal(4003000, 'Gift not available');
    }
    if (room.status === 4) {
      return refusal(30003, 'LIVE has ended');
    }
    const price = gift.coins * count;
    if (buyer.id === me.id) {
      if (this.#world.balance < price) {
        return refusal(40001, 'Insufficient balance');
      }
      this.#world.balance -= price;
    }
    const orderId = String(this.#world.nextId());
    const to = receiver === undefined || receiver.id === room.host.id ? undefined : receiver;
    const sending = { from: buyer, gift, ...(to === undefined ? {} : { to }) };
    const { payment, message } =
      gift.type === 1
        ? this.#inStreak(room, sending, count, orderId)
        : room.sendSingle(sending, count, orderId);
    // The answer goes first: on the site, too, the sender's page hears of its gift before the room does.
    const telling = new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
      this.#hub.deliver(room, [message]),
    );
    this.#follow(telling);
    return this.#receipt({ payment, gift, count, price, orderId, msgId: message.msgId });
  }

  #inStreak(
    room: Room,
    sending: { readonly from: Person; readonly gift: Gift; readonly to?: Person },
    count: number,
    orderId: string,
  ) {
    const key = [room.id, sending.from.id, sending.gift.id, sending.to?.id ?? 0n].join();
    const open = this.#open.get(key) ?? {
      streak: room.startStreak(sending),
      room,
      timer: setTimeout(() => undefined, 0),
    };
    clearTimeout(open.timer);
    this.#open.set(key, open);
    open.timer = setTimeout(() => {
      this.#open.delete(key);
      this.#follow(this.#hub.deliver(room, [open.streak.end()]));
    }, this.#quietMs);
    return { payment: open.streak.payment, message: open.streak.add(count, orderId) };
  }

  #follow(work: Promise<void>): void {
    const followed = work.finally(() => this.#under.delete(followed));
    this.#under.add(followed);
  }

  /** Ends every streak that pages began, now. Resolves when all messages were written. */
  async settle(): Promise<void> {
    for (const [key, open] of this.#open) {
      clearTimeout(open.timer);
      this.#open.delete(key);
      await Promise.all(this.#under);
      await this.#hub.deliver(open.room, [open.streak.end()]);
    }
    await Promise.all(this.#under);
  }

  /** Stops all timers. */
  close(): void {
    for (const { timer } of this.#open.values()) {
      clearTimeout(timer);
    }
    this.#open.clear();
  }

  #receipt(sale: {
    readonly payment: Payment;
    readonly gift: Gift;
    readonly count: number;
    readonly price: number;
    readonly orderId: string;
    readonly msgId: bigint;
  }): Json {
    const { payment, gift, count, price, orderId, msgId } = sale;
    return {
      data: {
        gift_id: gift.id,
        repeat_count: payment.count,
        combo_count: payment.count,
        group_count: 1,
        group_id: BigInt(payment.groupId),
        fan_ticket_count: price,
        room_fan_ticket_count: price,
        left_diamond: this.#world.balance,
        msg_id: msgId,
        msg_id_str: String(msgId),
        order_id: orderId,
        is_first_sent: payment.count === count,
        describe: `Sent ${gift.name}`,
        gifts: [],
        prop_type: 0,
        monitor_extra: '{"source":"sim"}',
      },
      extra: { now: Date.now() },
      status_code: 0,
    };
  }
}

function refusal(code: number, prompt: string): Json {
  return {
    data: { message: prompt, prompts: prompt },
    extra: { now: Date.now() },
    status_code: code,
  };
}
