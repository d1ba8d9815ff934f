import type { AccountSeen, GiftSeen, Person } from '../../core/gift-event.ts';
import type { AccountId } from '../../core/ids.ts';
import { type Json, textAt } from '../json.ts';
import { checkedId, isNamedOnly, keptName } from '../limits.ts';
import { WaitingSenders } from '../waiting-senders.ts';

/**
 * Who is watching, pieced together: the id from the channels of one's own that the page follows, the name from the
 * page's own account or a gift of one's own. Payments that name their sender without an id wait for the name.
 */
export class Identity {
  #id: string | null = null;
  #name = '';
  readonly #waiting = new WaitingSenders(({ sender }) =>
    sender !== null && same(sender.handle, this.#name) ? this.me : null,
  );

  /** The page follows a channel that only this account may. */
  followsUser(id: string): AccountSeen | null {
    if (this.#id === id) return null;
    if (this.#id !== null) this.#name = '';
    this.#id = id;
    return this.#seen();
  }

  /** Learns from an answer of `/api/v1/user`; nothing but id and name is looked at. Its refusal says that nobody is logged in. */
  learn(data: Json): AccountSeen | null {
    if (/unauthenticated/i.test(textAt(data, 'message'))) {
      this.#id = null;
      this.#name = '';
      return this.#seen();
    }
    const id = textAt(data, 'id');
    const name = keptName(textAt(data, 'username'));
    return id === '' || name === '' ? null : this.#become(checkedId(id), name);
  }

  /** A payment with an id and a name: if it is the viewer's, it tells the name. `sentHere`: the page sent it itself. */
  recognise({ sender }: GiftSeen, sentHere: boolean): AccountSeen | null {
    if (sender === null || isNamedOnly(sender)) return null;
    const mine = sender.id === this.#id || (sentHere && this.#id === null);
    return mine ? this.#become(sender.id, sender.handle) : null;
  }

  /** The viewer; null while the id is not known. */
  get me(): Person | null {
    return this.#id === null
      ? null
      : { id: this.#id as AccountId, handle: this.#name, name: this.#name };
  }

  /** The payment with the viewer as its sender, where it names the viewer only; it waits while that is not known. */
  named(event: GiftSeen): GiftSeen {
    return event.sender === null ? event : this.#waiting.named(event);
  }

  /** Payments that waited and are the viewer's, once more with their sender. */
  takeWaiting(): readonly GiftSeen[] {
    return this.#waiting.take();
  }

  #become(id: string, name: string): AccountSeen | null {
    if (this.#id === id && this.#name === name) return null;
    this.#id = id;
    this.#name = name;
    return this.#seen();
  }

  #seen(): AccountSeen {
    return { type: 'account', platform: 'kick', me: this.me };
  }
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
