import type { Gift } from './catalogue.ts';
import { me, type Person } from './people.ts';

/** Someone as the truth names them: ids as decimal text, so that a truth survives JSON. */
export interface PersonFacts {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

/** How often messages about a payment reached a page, by the way they took. */
export interface Sightings {
  /** By the socket of a page that shows the room. */
  room: number;
  /** By the preview socket of the feed. */
  preview: number;
  /** As history (`is_history`), whatever the way. */
  history: number;
  /** By an answer of `/webcast/im/fetch/` that was not history. */
  fetch: number;
}

/** One payment as it truly happened, whatever the pages got to see of it. */
export interface Payment {
  readonly kind: 'gift' | 'chest' | 'subscription';
  readonly room: string;
  readonly host: PersonFacts;
  readonly sender: PersonFacts;
  readonly recipient: PersonFacts;
  readonly gift: { readonly id: number; readonly name: string } | null;
  /** Null where the site says no price, as for subscriptions. */
  readonly unitPrice: number | null;
  count: number;
  coins: number | null;
  /** The streak's start in the sender's clock; `0` for what is not a streak. */
  readonly groupId: string;
  /** The chest's own id; empty for other kinds. */
  readonly chestId: string;
  /** Ids of the messages that told of it, in order, without repeats. */
  readonly msgIds: string[];
  /** Whether the site has said that no more will come; at once for what is not a streak. */
  ended: boolean;
  /** Whether the account that watches ({@link me}) sent it. */
  readonly mine: boolean;
  readonly at: number;
  readonly seen: Sightings;
}

/** A person as the truth names them. */
export function factsOf(person: Person): PersonFacts {
  return { id: String(person.id), handle: person.handle, name: person.name };
}

/** What a new payment is made of. */
export interface PaymentStart {
  readonly kind: Payment['kind'];
  readonly room: bigint;
  readonly host: Person;
  readonly sender: Person;
  readonly recipient: Person;
  readonly gift: Gift | null;
  readonly unitPrice: number | null;
  readonly groupId: bigint;
  readonly chestId?: string;
  readonly at: number;
}

/** A payment with nothing counted yet. */
export function newPayment(start: PaymentStart): Payment {
  const { gift } = start;
  return {
    kind: start.kind,
    room: String(start.room),
    host: factsOf(start.host),
    sender: factsOf(start.sender),
    recipient: factsOf(start.recipient),
    gift: gift === null ? null : { id: gift.id, name: gift.name },
    unitPrice: start.unitPrice,
    count: 0,
    coins: start.unitPrice === null ? null : 0,
    groupId: String(start.groupId),
    chestId: start.chestId ?? '',
    msgIds: [],
    ended: start.groupId === 0n,
    mine: start.sender.id === me.id,
    at: start.at,
    seen: { room: 0, preview: 0, history: 0, fetch: 0 },
  };
}

/** Counts `count` more units in `payment`. */
export function addTo(payment: Payment, count: number): void {
  payment.count += count;
  payment.coins = payment.unitPrice === null ? null : payment.count * payment.unitPrice;
}
