import type { RecordedHost } from '../capture.ts';
import type { Payment } from './payment.ts';
import { hosts, me, type Person, personOf } from './people.ts';
import { Room } from './room.ts';

/** What is played on the streams, by handle: titles and looks of the rooms. */
const titles: Readonly<Record<string, string>> = {
  'mira.plays': 'Night run to the lighthouse · come say hi',
  'noor.live': 'Late talk and tea',
  'tove.paints': 'Painting the harbour, part 4',
  'sami.kitchen': 'Dumplings for forty people',
  'juno.strings': 'Requests on five strings',
  'kai.watches': 'First stream, be kind',
};

/** Everything that is true on the simulated site: rooms, payments, the watching account's coins. */
export class World {
  readonly rooms: ReadonlyMap<string, Room>;
  /** Coins of the watching account. */
  balance = 5000;
  readonly #payments: Payment[] = [];
  readonly #byMessage = new Map<string, Payment>();
  #lastId: bigint;
  #lastGroup = 0;

  /** `recorded` adds the room of a capture file to the site's own. */
  constructor(recorded: RecordedHost | null = null) {
    // The site's ids hold the time in their upper bits; what matters is that they are unique and beyond 2^53.
    this.#lastId = 5_500_000_000_000_000_000n + (BigInt(Date.now()) << 20n);
    const all = [...hosts, me].map(
      (host, index) =>
        new Room(this, {
          id: 7_413_000_000_000_000_000n + BigInt(index + 1) * 1_000_007n,
          host,
          title: titles[host.handle] ?? '',
          viewers: 300 + index * 871,
        }),
    );
    if (recorded !== null) {
      const { handle, id, roomId } = recorded;
      const host = { id, handle, name: handle };
      all.push(new Room(this, { id: roomId, host, title: 'A recording', viewers: 100 }));
    }
    this.rooms = new Map(all.map((room) => [room.host.handle, room]));
  }

  /** A new 64-bit id. */
  nextId(): bigint {
    this.#lastId += 1_048_583n;
    return this.#lastId;
  }

  /** The sender's clock at the start of a streak: never twice the same, however fast a scenario is played. */
  nextGroupId(): bigint {
    this.#lastGroup = Math.max(Date.now(), this.#lastGroup + 1);
    return BigInt(this.#lastGroup);
  }

  /** The room of a host's handle (`me` for the watching account's own). Throws for unknown ones. */
  room(host: string): Room {
    const room = this.rooms.get(host === 'me' ? me.handle : host);
    if (room === undefined) {
      throw new Error(`${host} does not stream`);
    }
    return room;
  }

  /** The person with this handle: someone of the cast, or the host of a capture file. */
  person(handle: string): Person {
    return this.rooms.get(handle)?.host ?? personOf(handle);
  }

  /** The room with this id, if there is one. */
  roomById(id: bigint): Room | undefined {
    return [...this.rooms.values()].find((room) => room.id === id);
  }

  /** Enters a payment in the truth. */
  record(payment: Payment): void {
    this.#payments.push(payment);
  }

  /** Notes that the message `msgId` tells of `payment`. */
  tell(payment: Payment, msgId: bigint): void {
    payment.msgIds.push(String(msgId));
    this.#byMessage.set(String(msgId), payment);
  }

  /** Notes that a message reached a page. */
  noteSeen(msgId: bigint, way: keyof Payment['seen']): void {
    const payment = this.#byMessage.get(String(msgId));
    if (payment !== undefined) {
      payment.seen[way] += 1;
    }
  }

  /** A copy of all payments, in the order in which they began. */
  truth(): Payment[] {
    return structuredClone(this.#payments);
  }

  /** Coins that `receiver` has got in the room, for fan-ticket totals. */
  received(room: Room, receiver: Person): number {
    return this.#payments
      .filter((one) => one.room === String(room.id) && one.recipient.id === String(receiver.id))
      .reduce((sum, one) => sum + (one.coins ?? 0), 0);
  }
}
