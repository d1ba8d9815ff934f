/**
 * Kick's live connection: Centrifugo (lines of JSON) or Pusher (one JSON value), told apart by their shape since both
 * name their channels and events alike.
 */
import { at, type Json, listAt, numberAt, parseJson, textAt } from '../json.ts';

/** An event of a channel. `name` is without what stands before it: `App\Events\X` is `X`. */
export interface ChannelEvent {
  readonly channel: string;
  readonly name: string;
  readonly data: Json;
}

/** What the page asks to be told, or no longer. */
export interface Subscription {
  readonly channel: string;
  readonly on: boolean;
  /** The number that Centrifugo's answer will carry; null for Pusher. */
  readonly request: number | null;
}

/** Events that carry money, or say which stream it is. All others are stepped over unread. */
const wanted =
  /KicksGifted|GiftedSubscriptionsEvent|SubscriptionEvent|StreamerIsLive|StopStreamBroadcast|private-(?:userfeed\.|App\.User\.|channelpoints-)/;

const names: ReadonlySet<string> = new Set([
  'KicksGifted',
  'GiftedSubscriptionsEvent',
  'SubscriptionEvent',
  'StreamerIsLive',
  'StopStreamBroadcast',
  'subscription_succeeded',
]);

/**
 * The events of a frame that came in. Each part that is not understood is given to `onTrouble` and costs no other.
 * `channelOf` tells which channel a numbered request was for.
 */
export function* eventsIn(
  text: string,
  channelOf: (request: number) => string,
  onTrouble: (error: unknown) => void,
): Generator<ChannelEvent> {
  for (const line of text.split('\n')) {
    if (!wanted.test(line)) continue;
    try {
      const parsed = parseJson(line);
      for (const message of Array.isArray(parsed) ? parsed : [parsed]) {
        yield* readMessage(message, channelOf, onTrouble);
      }
    } catch (error) {
      onTrouble(error);
    }
  }
}

function* readMessage(
  message: Json,
  channelOf: (request: number) => string,
  onTrouble: (error: unknown) => void,
): Generator<ChannelEvent> {
  const read = function* (channel: string, body: Json): Generator<ChannelEvent> {
    try {
      const event = channelEvent(channel, body);
      if (event !== null) yield event;
    } catch (error) {
      onTrouble(error);
    }
  };
  yield* read(textAt(message, 'channel'), message);
  yield* read(textAt(message, 'push', 'channel'), at(message, 'push', 'pub', 'data'));
  // What was missed while the connection was down comes with the answer to subscribing anew.
  const channel = channelOf(numberAt(message, 'id') ?? 0);
  for (const missed of listAt(message, 'subscribe', 'publications')) {
    yield* read(channel, at(missed, 'data'));
  }
}

/** Throws SyntaxError for data that is text and no JSON. */
function channelEvent(channel: string, body: Json): ChannelEvent | null {
  const name = textAt(body, 'event').split(/[\\:]/).at(-1) ?? '';
  if (!names.has(name)) {
    return null;
  }
  const data = at(body, 'data');
  return { channel, name, data: typeof data === 'string' ? parseJson(data) : data };
}

/** Messages that say when they were made, the moment before they are sent. */
const timed = /ChatMessageEvent|KicksGifted/;

/**
 * When the first message of a frame that says so was made, as the server writes it; empty where none does. What comes
 * late, after a broken connection, is not looked at.
 */
export function madeAt(text: string): string {
  const line = text.split('\n').find((each) => timed.test(each));
  if (line === undefined) return '';
  const message = parseJson(line);
  const pushed = at(message, 'push', 'pub', 'data');
  const data = at(pushed === null ? message : pushed, 'data');
  return textAt(typeof data === 'string' ? parseJson(data) : data, 'created_at');
}

/** What a frame that the page sent asks for. Nothing but names of channels is looked at. Throws SyntaxError. */
export function subscriptionsIn(text: string): Subscription[] {
  return text
    .split('\n')
    .filter((line) => line.includes('subscribe'))
    .flatMap((line) => {
      const message = parseJson(line);
      const event = textAt(message, 'event');
      const request = numberAt(message, 'id');
      return [
        {
          channel: event === 'pusher:subscribe' ? textAt(message, 'data', 'channel') : '',
          on: true,
          request: null,
        },
        {
          channel: event === 'pusher:unsubscribe' ? textAt(message, 'data', 'channel') : '',
          on: false,
          request: null,
        },
        { channel: textAt(message, 'subscribe', 'channel'), on: true, request },
        { channel: textAt(message, 'unsubscribe', 'channel'), on: false, request: null },
      ].filter(({ channel }) => channel !== '');
    });
}
