import type { CaptureEvent, GiftSeen, Person } from '../../core/gift-event.ts';
import type { AccountId, EntryId } from '../../core/ids.ts';
import { type EpochMs, epochMs } from '../../core/time.ts';
import { Findings } from '../findings.ts';
import { type Json, listAt, numberAt, textAt } from '../json.ts';
import { checkedId, checkedUnits, keptName } from '../limits.ts';
import { readWritten, wholeNumber } from '../number-text.ts';
import { Refused } from '../refused.ts';
import type { Decoded, Decoder, Frame } from '../types.ts';
import { chatOf, messageOf } from './ids.ts';
import { meaningOf } from './words.ts';

/** The largest frame that is looked at: a line of a chat is far below. */
const MOST_LENGTH = 10_000;

/** Stars are there since June 2024: nothing was paid in them before. */
const FIRST_STARS = Date.UTC(2024, 5, 1);

const DAY_MS = 86_400_000;

/** Sends messages for others: gifts from those who stay anonymous. */
const NOTIFICATIONS = '777000';

/** Reads what web.telegram.org shows: see `README.md` in this folder. */
export class TelegramDecoder implements Decoder {
  readonly #found = new Findings(MOST_LENGTH);
  /** The viewer's id; null while it is not known. */
  #me: string | null = null;

  decode(frame: Frame): Promise<Decoded> {
    return this.#found.ofElement(frame, (data, seen) => this.#read(data, seen));
  }

  #read(data: Json, seen: EpochMs): CaptureEvent[] {
    switch (textAt(data, 'kind')) {
      case 'page':
        return [this.#learn(data)];
      case 'gift':
        return [this.#gift(data, seen)];
      case 'balance':
        return [balanceOf(textAt(data, 'stars'), seen)];
      case 'unclear':
        throw new Refused('unknown-words');
      case 'listed':
        throw new Refused('listed-only');
      case 'nothing':
        throw new Refused('bad-page');
      default:
        throw new Refused('bad-frame');
    }
  }

  #learn(data: Json): CaptureEvent {
    const id = textAt(data, 'me');
    this.#me = id === '' ? null : checkedId(id);
    return { type: 'account', platform: 'telegram', me: this.#person() };
  }

  #person(): Person | null {
    return this.#me === null ? null : { id: this.#me as AccountId, handle: '', name: '' };
  }

  #gift(data: Json, seen: EpochMs): GiftSeen {
    const cost = textAt(data, 'cost');
    if (meaningOf(cost, textAt(data, 'line')).kind !== 'gift') throw new Refused('unknown-words');
    const stars = checkedUnits(wholeNumber(readWritten(cost).digits));
    const chat = chatOf(textAt(data, 'chat'));
    const message = messageOf(textAt(data, 'message'));
    const me = this.#person();
    if (me === null) throw new Refused('missing-id');
    const { sender, recipient } = whoGave(data, chat, me);
    return {
      type: 'gift',
      kind: 'gift',
      platform: 'telegram',
      // Messages of a chat of two have numbers of their own in each account.
      key: `telegram:gift:${chat.startsWith('-') ? '' : `${me.id}:`}${chat}:${message}` as EntryId,
      room: '',
      at: paidAt(numberAt(data, 'at') ?? 0, seen),
      sender,
      recipient,
      gift: null,
      unit: 'telegram:star',
      unitPrice: stars,
      count: 1,
      ended: true,
      added: stars,
      evidence: 'observed',
    };
  }
}

/**
 * Who gave to whom, by whom the line names: in a chat of two nobody but a giver who is not the viewer, in a channel the
 * channel, and a giver who is not the viewer. Refuses lines that name more as `bad-page`.
 */
function whoGave(
  data: Json,
  chat: string,
  me: Person,
): { sender: Person | null; recipient: Person } {
  const names = listAt(data, 'names');
  const there = personOf(chat, textAt(data, 'title'));
  if (names.length > (chat.startsWith('-') ? 2 : 1)) throw new Refused('bad-page');
  if (chat.startsWith('-')) {
    if (names.length === 0) throw new Refused('bad-page');
    if (names.length === 1) return { sender: me, recipient: there };
    const giver = names.find((name) => !['', chat].includes(textAt(name, 'id')));
    return { sender: giver === undefined ? null : nameIn(giver), recipient: there };
  }
  if (chat === NOTIFICATIONS) return { sender: null, recipient: me };
  if (chat === me.id) return { sender: me, recipient: me };
  return names.length === 0 ? { sender: me, recipient: there } : { sender: there, recipient: me };
}

function nameIn(name: Json): Person {
  return personOf(chatOf(textAt(name, 'id')), textAt(name, 'name'));
}

function personOf(id: string, name: string): Person {
  return { id: checkedId(id) as AccountId, handle: '', name: keptName(name) };
}

/**
 * When it was paid: of what the page dates by the day only, the end of that day, or when it was seen. What is not dated is
 * refused as `unknown-time`: it would count on the wrong day.
 */
function paidAt(time: number, seen: EpochMs): EpochMs {
  const possible =
    Number.isSafeInteger(time) && time >= FIRST_STARS && (seen === 0 || time <= seen + DAY_MS);
  if (!possible) throw new Refused('unknown-time');
  return epochMs(seen === 0 ? time : Math.min(time, seen));
}

function balanceOf(text: string, seen: EpochMs): CaptureEvent {
  try {
    const units = checkedUnits(wholeNumber(text.trim()));
    return { type: 'balance', platform: 'telegram', unit: 'telegram:star', units, at: seen };
  } catch {
    throw new Refused('bad-balance');
  }
}
