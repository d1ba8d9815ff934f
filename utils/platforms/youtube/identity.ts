import type { AccountSeen, GiftSeen, Person } from '../../core/gift-event.ts';
import { put } from '../bounded.ts';
import { isNamedOnly } from '../limits.ts';
import { WaitingSenders } from '../waiting-senders.ts';
import { personOf } from './payments.ts';

/** Names that are kept for payments that come without an id. */
const MOST_KEPT = 200;

/**
 * Who is watching, and whose the names are that come without an id. The viewer is who wrote what the page sent; until
 * then the channel that the page says is logged in.
 */
export class Identity {
  #me: Person | null = null;
  #wrote = false;
  #loggedOut = false;
  #name = '';
  readonly #people = new Map<string, Person>();
  readonly #waiting = new WaitingSenders((event) => this.#senderOf(event));

  /** Learns from what every answer says of the account. Nothing but these three is looked at. */
  learn(text: string): AccountSeen | null {
    const loggedIn = /"key":\s*"logged_in",\s*"value":\s*"([01])"/.exec(text)?.[1];
    if (loggedIn === '0') {
      if (this.#loggedOut) return null;
      this.#loggedOut = true;
      this.#wrote = false;
      return this.#become(null);
    }
    if (loggedIn !== '1') return null;
    this.#loggedOut = false;
    this.#name = viewerName(text) || this.#name;
    const channel = /"key":\s*"creator_channel_id",\s*"value":\s*"(UC[\w-]{22})"/.exec(text)?.[1];
    const known = channel === undefined ? null : personOf(channel, this.#name);
    const same = known?.id === this.#me?.id && known?.name === this.#me?.name;
    return this.#wrote || known === null || same ? null : this.#become(known);
  }

  /** The page sent a message, and this is who wrote it. */
  wrote(author: Person | null): AccountSeen | null {
    if (author === null || isNamedOnly(author)) return null;
    const same = this.#me?.id === author.id && this.#me.name === author.name;
    this.#wrote = true;
    this.#loggedOut = false;
    return same ? null : this.#become(author);
  }

  /** A gift's own mark or a handle belongs to this person. */
  learnPerson(mark: string, person: Person | null): void {
    if (mark === '' || person === null || isNamedOnly(person)) return;
    put(this.#people, mark, person, MOST_KEPT);
  }

  /** The payment with its sender's id where that is known by now; else it waits. */
  named(event: GiftSeen): GiftSeen {
    const { sender } = event;
    if (sender !== null && sender.handle !== '') this.learnPerson(sender.name, sender);
    return this.#waiting.named(event);
  }

  /** Payments that waited and whose senders are known now, once more. */
  takeWaiting(): GiftSeen[] {
    return this.#waiting.take();
  }

  #senderOf({ key, sender }: GiftSeen): Person | null {
    const marked = this.#people.get(key) ?? this.#people.get(sender?.name ?? '');
    if (marked !== undefined) return marked;
    const me = this.#me;
    return me !== null && me.name !== '' && me.name === sender?.name ? me : null;
  }

  #become(me: Person | null): AccountSeen {
    this.#me = me;
    return { type: 'account', platform: 'youtube', me };
  }
}

function viewerName(text: string): string {
  const written = /"viewerName":\s*("(?:[^"\\]|\\.){0,200}")/.exec(text)?.[1];
  try {
    const name: unknown = written === undefined ? '' : JSON.parse(written);
    return typeof name === 'string' ? name : '';
  } catch {
    return '';
  }
}
