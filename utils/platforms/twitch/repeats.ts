import type { GiftSeen } from '../../core/gift-event.ts';
import type { EntryId } from '../../core/ids.ts';
import { put, remember } from '../bounded.ts';
import type { IrcLine } from './irc.ts';

/** Announcements that are kept: their single gifts come within seconds. */
const MOST = 200;

/** A combo and the cheer that may come with it lie no further apart. */
const TWIN_MS = 3_000;

/** What stands for "no origin": the SHA-1 of nothing, written in bytes. */
const NO_ORIGIN = 'da 39 a3 ee 5e 6b 4b 0d 32 55 bf ef 95 60 18 90 af d8 07 09';

/** Payments that chat tells of twice under different ids. */
export class Repeats {
  readonly #origins = new Set<string>();
  readonly #combos = new Map<string, Pick<GiftSeen, 'at' | 'key'>>();
  readonly #cheers = new Map<string, Pick<GiftSeen, 'at' | 'key'>>();
  readonly #joined = new Map<EntryId, EntryId>();

  /** Whether a line is a single gift of a drop that another line announces as a whole. */
  isPartOfDrop({ tags, channel }: IrcLine): boolean {
    const origin = tags.get('msg-param-origin-id') ?? '';
    const id = `${channel} ${origin}`;
    if (/^(?:anon)?submysterygift$/.test(tags.get('msg-id') ?? '')) {
      if (origin !== '' && origin !== NO_ORIGIN) remember(this.#origins, id, MOST);
      return false;
    }
    if (!/^(?:anon)?subgift$/.test(tags.get('msg-id') ?? '')) return false;
    return (tags.get('msg-param-community-gift-id') ?? '') !== '' || this.#origins.has(id);
  }

  /** A payment under the key of its twin: a combo and a cheer of as many bits, by the same person at the same moment. */
  joined(event: GiftSeen, isCombo: boolean): GiftSeen {
    const { room, sender, unitPrice, at, key } = event;
    const who = `${room} ${sender?.id ?? ''} ${unitPrice ?? ''}`;
    const [own, others] = isCombo ? [this.#combos, this.#cheers] : [this.#cheers, this.#combos];
    const twin = others.get(who);
    if (twin !== undefined && !this.#joined.has(key) && Math.abs(twin.at - at) <= TWIN_MS) {
      others.delete(who);
      put(this.#joined, key, twin.key, MOST);
    }
    const joined = this.#joined.get(key);
    if (joined !== undefined) return { ...event, key: joined, gift: isCombo ? event.gift : null };
    put(own, who, { at, key }, MOST);
    return event;
  }
}
