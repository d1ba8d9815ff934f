import type { Person, RoomSeen } from '../../core/gift-event.ts';
import type { AccountId, RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { at, type Json, listAt, textAt } from '../json.ts';
import { keptName } from '../limits.ts';
import { textInside, wordsOf } from './chat-items.ts';
import { type Stream, streamIn } from './tokens.ts';

/** The room of what cannot be told to belong to any stream. */
const unknown = '.unknown' as RoomId;

interface Shown extends Stream {
  readonly name: string;
  readonly title: string;
}

/** Which stream the page shows: its video's id is the room. */
export class Rooms {
  #shown: Shown = { video: '', channel: '', name: '', title: '' };

  /** The room of the stream that is shown. */
  get current(): RoomId {
    return this.#shown.video === '' ? unknown : (this.#shown.video as RoomId);
  }

  /** The room of an item, whose menu says it where it has one. */
  roomOf(item: Json): RoomId {
    const stream = streamIn(textInside(item, 'params'));
    return stream === null ? this.current : (stream.video as RoomId);
  }

  /** Learns from what a chat's answer says of itself: where it goes on, and what it listens to. */
  learnChat(text: string, seen: EpochMs): RoomSeen | null {
    for (const [, token = ''] of text.matchAll(/"continuation":\s*"([\w%=+/-]{20,4000})"/g)) {
      const stream = streamIn(token);
      if (stream !== null) return this.#show(stream, seen);
    }
    const video = /"topic":\s*"chat~([\w-]{11})~/.exec(text)?.[1];
    return video === undefined || /^0+$/.test(video)
      ? null
      : this.#show({ video, channel: '' }, seen);
  }

  /** Learns from `ytInitialPlayerResponse`: only live streams, and those that are about to begin. */
  learnPlayer(data: Json, seen: EpochMs): RoomSeen | null {
    const details = at(data, 'videoDetails');
    if (at(details, 'isLive') !== true && at(details, 'isUpcoming') !== true) return null;
    const [video, channel] = [textAt(details, 'videoId'), textAt(details, 'channelId')];
    const [name, title] = [textAt(details, 'author'), textAt(details, 'title')];
    return this.#show({ video, channel }, seen, { name, title });
  }

  /** Learns from the data of a watch page, or from the answer by which it goes on to another video. */
  learnWatch(data: Json, seen: EpochMs): RoomSeen | null {
    const video = textAt(data, 'currentVideoEndpoint', 'watchEndpoint', 'videoId');
    const columns = at(data, 'contents', 'twoColumnWatchNextResults');
    if (at(columns, 'conversationBar', 'liveChatRenderer') === null) return null;
    const parts = listAt(columns, 'results', 'results', 'contents');
    const part = (...path: string[]) =>
      parts.map((each) => at(each, ...path)).find((each) => each !== null) ?? null;
    const owner = part('videoSecondaryInfoRenderer', 'owner', 'videoOwnerRenderer');
    const channel = textAt(owner, 'navigationEndpoint', 'browseEndpoint', 'browseId');
    const title = wordsOf(part('videoPrimaryInfoRenderer', 'title'));
    return this.#show({ video, channel }, seen, { name: wordsOf(at(owner, 'title')), title });
  }

  #show(
    stream: Stream,
    seen: EpochMs,
    words: { readonly name: string; readonly title: string } = { name: '', title: '' },
  ): RoomSeen | null {
    if (!/^[\w-]{11}$/.test(stream.video)) return null;
    const before = this.#shown;
    const same = before.video === stream.video;
    const shown = {
      video: stream.video,
      channel: /^UC[\w-]{22}$/.test(stream.channel) ? stream.channel : same ? before.channel : '',
      name: keptName(words.name) || (same ? before.name : ''),
      title: keptName(words.title) || (same ? before.title : ''),
    };
    if (JSON.stringify(shown) === JSON.stringify(before)) return null;
    this.#shown = shown;
    return {
      type: 'room',
      platform: 'youtube',
      room: shown.video as RoomId,
      at: seen,
      host: hostOf(shown),
      title: shown.title === '' ? null : shown.title,
      ended: false,
      current: true,
    };
  }
}

function hostOf({ channel, name }: Shown): Person | null {
  return channel === '' ? null : { id: channel as AccountId, handle: '', name };
}
