import type { GiftSeen, Person } from '../core/gift-event.ts';
import { isNamedOnly } from './limits.ts';

/** Payments that wait: beyond it the oldest keep the name that they came with. */
const MOST_WAITING = 200;

/**
 * Payments that name their sender without an id. They are told as they are, wait until somebody knows whose the name is,
 * and are then told once more: where the two sightings meet, the id wins.
 */
export class WaitingSenders {
  readonly #find: (event: GiftSeen) => Person | null;
  #waiting: readonly GiftSeen[] = [];

  /** `find` gives a payment's sender with their id; null while it is not known. */
  constructor(find: (event: GiftSeen) => Person | null) {
    this.#find = find;
  }

  /** The payment with its sender's id where that is known by now; else as it is, and it waits. */
  named(event: GiftSeen): GiftSeen {
    if (event.sender !== null && !isNamedOnly(event.sender)) return event;
    const sender = this.#find(event);
    if (sender !== null) return { ...event, sender };
    this.#waiting = [...this.#waiting, event].slice(-MOST_WAITING);
    return event;
  }

  /** Payments that waited and whose senders are known now, once more. The others wait on. */
  take(): GiftSeen[] {
    const waited = this.#waiting;
    this.#waiting = [];
    const named = waited.map((event) => this.named(event));
    return named.filter(({ sender }) => sender !== null && !isNamedOnly(sender));
  }
}
