import type {
  AccountSeen,
  CaptureEvent,
  GiftSeen,
  Person,
  RoomSeen,
} from '../../core/gift-event.ts';
import type { AccountId, EntryId, RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { Findings } from '../findings.ts';
import { at, type Json, textAt } from '../json.ts';
import { checkedId, checkedUnits, keptName, namedOnly } from '../limits.ts';
import { wholeNumber } from '../number-text.ts';
import { Refused } from '../refused.ts';
import type { Decoded, Decoder, Frame } from '../types.ts';
import { starsSent } from './words.ts';

/** The largest frame that is looked at: the mark of a comment is far below. */
const MOST_LENGTH = 10_000;

/** Reads what facebook.com shows of Stars: see `README.md` in this folder. */
export class FacebookDecoder implements Decoder {
  readonly #found = new Findings(MOST_LENGTH);
  #me: Person | null = null;
  /** Where the viewer's own name leads to: of who has a handle, links tell nothing else. */
  #ownHandle = '';

  decode(frame: Frame): Promise<Decoded> {
    return this.#found.ofElement(frame, (data, seen) => this.#read(data, seen));
  }

  #read(data: Json, seen: EpochMs): CaptureEvent[] {
    switch (textAt(data, 'kind')) {
      case 'page':
        return [this.#learn(data), ...this.#room(data, seen)];
      case 'stars':
        return [this.#stars(data, seen)];
      case 'nothing':
        throw new Refused('bad-page');
      default:
        throw new Refused('bad-frame');
    }
  }

  #learn(data: Json): AccountSeen {
    const id = textAt(data, 'me');
    const name = keptName(textAt(data, 'name'));
    const { handle } = linked(textAt(data, 'path'));
    this.#ownHandle = handle.toLowerCase();
    this.#me =
      id === '' || id === '0'
        ? null
        : { id: checkedId(id) as AccountId, handle: keptName(handle), name };
    return { type: 'account', platform: 'facebook', me: this.#me };
  }

  #room(data: Json, seen: EpochMs): RoomSeen[] {
    const video = textAt(data, 'video');
    if (video === '') return [];
    const host = textAt(data, 'host');
    return [
      {
        type: 'room',
        platform: 'facebook',
        room: checkedId(video) as RoomId,
        at: seen,
        host: host === '' ? null : this.#person(host, ''),
        title: null,
        ended: false,
        current: true,
      },
    ];
  }

  #stars(data: Json, seen: EpochMs): GiftSeen {
    const digits = starsSent(textAt(data, 'mark'));
    if (digits === null) throw new Refused('unknown-words');
    const stars = checkedUnits(wholeNumber(digits));
    const comment = commentOf(textAt(data, 'comment'));
    const room = checkedId(textAt(data, 'video')) as RoomId;
    // Of a video that is over nothing says when a comment was written.
    if (at(data, 'live') !== true) throw new Refused('unknown-time');
    return {
      type: 'gift',
      kind: 'gift',
      platform: 'facebook',
      key: `facebook:stars:${comment}` as EntryId,
      room,
      at: seen,
      sender: this.#person(textAt(data, 'path'), textAt(data, 'name')),
      recipient: null,
      gift: null,
      unit: 'facebook:star',
      unitPrice: stars,
      count: 1,
      ended: true,
      added: stars,
      evidence: 'observed',
    };
  }

  /** Whom a link leads to. Refuses as `missing-id` what leads to nobody, and who may be the viewer or a namesake. */
  #person(path: string, name: string): Person {
    const { id, handle } = linked(path);
    if (id !== '') return { id: checkedId(id) as AccountId, handle: '', name: keptName(name) };
    if (this.#me !== null && handle !== '' && handle.toLowerCase() === this.#ownHandle) {
      return this.#me;
    }
    if (this.#ownHandle === '' && name !== '' && name === this.#me?.name) {
      throw new Refused('missing-id', 'whose');
    }
    return { ...namedOnly(handle), name: keptName(name === '' ? handle : name) };
  }
}

/** What a link to somebody says of them: their id, or where there is none their handle. */
function linked(path: string): { readonly id: string; readonly handle: string } {
  const id = /^\/(?:profile\.php\?id=|(?:groups\/[\w.-]+\/)?user\/|people\/[^/]+\/)(\d{1,20})/.exec(
    path,
  )?.[1];
  if (id !== undefined) return { id, handle: '' };
  return { id: '', handle: /^\/([\w.]{1,60})\/?$/.exec(path)?.[1] ?? '' };
}

/**
 * A comment's id: the two numbers in its link (`comment:<post>_<comment>`, in Base64), or what stands there plainly.
 * Refuses what is none as `missing-id`.
 */
function commentOf(text: string): string {
  return checkedId(/^comment:(\d+_\d+)$/.exec(fromBase64(text))?.[1] ?? text);
}

function fromBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
