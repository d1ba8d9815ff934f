import type { GiftSeen } from '../../core/gift-event.ts';
import type { EntryId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
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
  readonly #twins = new Map<EntryId, EntryId>();
  #recent: {
    readonly who: string;
    readonly isCombo: boolean;
    readonly at: EpochMs;
    readonly key: EntryId;
  }[] = [];

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
    if (!this.#twins.has(key)) {
      const twin = this.#recent.find(
        (other) =>
          other.who === who && other.isCombo !== isCombo && Math.abs(other.at - at) <= TWIN_MS,
      );
      this.#recent = this.#recent.filter((other) => other !== twin && other.key !== key);
      if (twin === undefined) this.#recent.push({ who, isCombo, at, key });
      else for (const each of [key, twin.key]) put(this.#twins, each, twin.key, MOST);
      this.#recent = this.#recent.slice(-MOST);
    }
    const twin = this.#twins.get(key) ?? key;
    return twin === key ? event : { ...event, key: twin, gift: isCombo ? event.gift : null };
  }
}
