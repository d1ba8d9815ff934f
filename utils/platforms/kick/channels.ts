import type { Person, RoomSeen } from '../../core/gift-event.ts';
import type { AccountId, RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { put, remember } from '../bounded.ts';
import { at, type Json, textAt } from '../json.ts';
import { checkedId, keptName } from '../limits.ts';

/** Channels that are kept: a page shows one at a time. */
const MOST = 100;

interface Channel {
  readonly host: Person | null;
  /** The stream that runs; empty while none is known. */
  readonly stream: string;
  readonly title: string | null;
}

const unknown: Channel = { host: null, stream: '', title: null };

/**
 * What is known of channels: which chatroom belongs to which, whose they are, which stream runs. A room is called by its
 * channel, and by its stream too once that is known; a chatroom whose channel is not known by itself with a dot before.
 */
export class Channels {
  readonly #channels = new Map<string, Channel>();
  readonly #byChatroom = new Map<string, string>();
  readonly #subscribed = { channel: new Set<string>(), chatroom: new Set<string>() };
  #current = '';

  /** The page asks to be told of a channel or chatroom, or no longer. Gives the stream that it shows now, if another. */
  follow(kind: 'channel' | 'chatroom', id: string, on: boolean, seen: EpochMs): RoomSeen | null {
    const subscribed = this.#subscribed[kind];
    if (!on) {
      subscribed.delete(id);
      return null;
    }
    remember(subscribed, id, MOST);
    if (kind === 'chatroom' || this.#current === id) {
      return null;
    }
    this.#current = id;
    return this.#roomSeen(id, seen, false);
  }

  /** A channel is heard that nobody asked for: this decoder came after the page did. Then it is the one that is shown. */
  hear(channel: string, seen: EpochMs): RoomSeen | null {
    return this.#current === '' ? this.follow('channel', channel, true, seen) : null;
  }

  /** Learns from an answer of `/api/v2/channels/…`. */
  learn(data: Json, seen: EpochMs): RoomSeen | null {
    const id = textAt(data, 'id');
    const user = textAt(data, 'user_id');
    if (id === '' || user === '') {
      return null;
    }
    const chatroom = textAt(data, 'chatroom', 'id');
    if (chatroom !== '') put(this.#byChatroom, checkedId(chatroom), checkedId(id), MOST);
    const handle = keptName(textAt(data, 'slug'));
    const name = keptName(textAt(data, 'user', 'username')) || handle;
    return this.#change(checkedId(id), seen, {
      host: { id: checkedId(user) as AccountId, handle, name },
      ...streamOf(at(data, 'livestream')),
    });
  }

  /** Learns from `StreamerIsLive`. */
  start(channel: string, data: Json, seen: EpochMs): RoomSeen | null {
    return this.#change(channel, seen, streamOf(at(data, 'livestream')));
  }

  /** Learns from `StopStreamBroadcast`: what comes now belongs to no stream. */
  stop(channel: string, seen: EpochMs): RoomSeen {
    const ended = this.#roomSeen(channel, seen, true);
    put(this.#channels, channel, { ...this.#of(channel), stream: '' }, MOST);
    return ended;
  }

  /** The room of a channel's messages. */
  roomOf(channel: string): RoomId {
    const { stream } = this.#of(channel);
    return (stream === '' ? channel : `${channel}.${stream}`) as RoomId;
  }

  /** The room of a chatroom's messages. */
  roomOfChatroom(chatroom: string): RoomId {
    const channel = this.#byChatroom.get(chatroom) ?? this.#besideChatroom(chatroom);
    return channel === null ? (`.${chatroom}` as RoomId) : this.roomOf(channel);
  }

  /** A page that follows one channel and one chatroom follows the two of one creator. */
  #besideChatroom(chatroom: string): string | null {
    const { channel, chatroom: chatrooms } = this.#subscribed;
    const [only] = channel;
    return channel.size === 1 && chatrooms.size === 1 && chatrooms.has(chatroom) && only
      ? only
      : null;
  }

  #of(channel: string): Channel {
    return this.#channels.get(channel) ?? unknown;
  }

  #change(channel: string, seen: EpochMs, change: Partial<Channel>): RoomSeen {
    put(this.#channels, channel, { ...this.#of(channel), ...change }, MOST);
    return this.#roomSeen(channel, seen, false);
  }

  #roomSeen(channel: string, seen: EpochMs, ended: boolean): RoomSeen {
    const { host, title } = this.#of(channel);
    return {
      type: 'room',
      platform: 'kick',
      room: this.roomOf(channel),
      at: seen,
      host,
      title,
      ended,
      current: channel === this.#current,
    };
  }
}

function streamOf(livestream: Json): Pick<Channel, 'stream' | 'title'> {
  const id = textAt(livestream, 'id');
  const title = keptName(textAt(livestream, 'session_title'));
  return { stream: id === '' ? '' : checkedId(id), title: title === '' ? null : title };
}
