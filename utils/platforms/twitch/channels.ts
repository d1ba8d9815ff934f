import type { Person, RoomSeen } from '../../core/gift-event.ts';
import type { AccountId, RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { put } from '../bounded.ts';
import { checkedId, keptName } from '../limits.ts';
import { Refused } from '../refused.ts';

/** Channels that are kept: a page shows one at a time. */
const MOST = 100;

interface Channel {
  readonly login: string;
  readonly name: string;
  /** The stream that runs; empty while none is known. */
  readonly stream: string;
  readonly title: string | null;
}

/** A number of a channel or stream as it is kept; anything else is refused as `missing-id`. */
export function checkedNumber(text: string): string {
  if (!/^\d{1,20}$/.test(text)) throw new Refused('missing-id', text.slice(0, 20));
  return text;
}

const unknown: Channel = { login: '', name: '', stream: '', title: null };

/**
 * What is known of channels. A channel's number is its owner's account. A room is called by it, and by its stream too
 * once that is known; a channel whose number is not known by its login with a dot before.
 */
export class Channels {
  readonly #channels = new Map<string, Channel>();
  readonly #byLogin = new Map<string, string>();
  #current = '';

  /** The page enters a channel's chat: it shows that one now. */
  enter(login: string): void {
    this.#current = login.toLowerCase();
  }

  /** Chat tells which number a login has. Gives the stream where that is new, or where `again` asks for it. */
  hear(login: string, id: string, seen: EpochMs, again = false): RoomSeen | null {
    if (id === '') return null;
    if (this.#current === '') this.enter(login);
    const known = this.#channels.get(checkedNumber(id));
    if (known?.login === login && !again) return null;
    return this.#change(id, { login: keptName(login) }, seen);
  }

  /** Learns from an answer to one of the page's questions. A stream that runs no more has ended. */
  learn(id: string, change: Partial<Channel>, seen: EpochMs): RoomSeen[] {
    const { stream } = this.#channels.get(checkedNumber(id)) ?? unknown;
    if (change.stream) checkedNumber(change.stream);
    const isOver = stream !== '' && change.stream !== undefined && change.stream !== stream;
    const ended = isOver ? [{ ...this.#change(id, {}, seen), ended: true }] : [];
    return [...ended, this.#change(id, change, seen)];
  }

  /** The room of a line in the channel with this number, else with this login. Refuses what is neither. */
  roomOf(id: string, login: string): RoomId {
    const channel = id === '' ? this.#byLogin.get(login) : checkedNumber(id);
    if (channel === undefined) return checkedId(`.${login}`) as RoomId;
    const { stream } = this.#channels.get(channel) ?? unknown;
    return (stream === '' ? channel : `${channel}.${stream}`) as RoomId;
  }

  #change(id: string, change: Partial<Channel>, seen: EpochMs): RoomSeen {
    const channel = { ...(this.#channels.get(id) ?? unknown), ...change };
    const { login, name, title } = channel;
    put(this.#channels, id, channel, MOST);
    if (login !== '') put(this.#byLogin, login, id, MOST);
    const host: Person = { id: id as AccountId, handle: login, name: name || login };
    return {
      type: 'room',
      platform: 'twitch',
      room: this.roomOf(id, login),
      at: seen,
      host,
      title,
      ended: false,
      current: login !== '' && login === this.#current,
    };
  }
}
