import { Waiting } from '../waiting.ts';
import { me, type YoutubePerson } from './people.ts';
import { evening, streams } from './streams.ts';
import {
  add,
  giftedMemberships,
  type Item,
  itemId,
  jewels,
  superChat,
  ticker,
  type YoutubeStream,
} from './wire.ts';

/** One payment as it truly happened. */
export interface YoutubePayment {
  readonly what: 'super chat' | 'memberships' | 'jewels';
  readonly id: string;
  readonly stream: YoutubeStream;
  readonly from: YoutubePerson;
  /** As the page writes it; null where the site says no price. */
  readonly amount: string | null;
  readonly count: number;
}

/** How long the site lets a page wait for something new. */
const HELD_MS = 20_000;

/** The simulated YouTube: its chats, and what truly happened. Pages hear of it with their next request. */
export class YoutubeSim {
  /** The language and country that pages are in. */
  hl = 'en';
  gl = 'US';
  /** Whether answers name the viewer's channel before anything was written. */
  hinted = true;
  readonly truth: YoutubePayment[] = [];
  readonly #chats = new Map<string, object[]>(streams.map(({ video }) => [video, []]));
  /** How many requests wait for something new, by video. */
  readonly #held = new Map<string, number>();
  readonly #waiting = new Waiting();
  #items = 0;

  /** Address of a watch page. `as` is `guest` or a name; without it the watching account is logged in. */
  pageUrl(stream = evening, query: Readonly<Record<string, string>> = {}): string {
    const url = new URL('https://www.youtube.com/watch');
    url.search = new URLSearchParams({ v: stream.video, ...query }).toString();
    return url.href;
  }

  /** All that was said in a chat so far. */
  chatOf(video: string): readonly object[] {
    return this.#chats.get(video) ?? [];
  }

  /** Somebody pays for a message; gives its item, as it stands in the chat. */
  superChat(from: YoutubePerson, amount: string, stream = evening): object {
    const item = this.#item(from, stream);
    this.truth.push({ what: 'super chat', id: item.id, stream, from, amount, count: 1 });
    const said = superChat(item, amount);
    this.say([add(said), ticker('PaidMessage', item, { amount, renderer: said })], stream);
    return said;
  }

  giftMemberships(from: YoutubePerson, count: number, stream = evening): void {
    const item = this.#item(from, stream);
    this.truth.push({ what: 'memberships', id: item.id, stream, from, amount: null, count });
    const words = ['Sent ', String(count), ' ', stream.host.name, ' gift memberships'];
    this.say([add(giftedMemberships(item, ...words))], stream);
  }

  /** Sends one gift `count` times: each is an item, and the first one comes again with the sum. */
  combo(from: YoutubePerson, count: number, stream = evening): void {
    const price = 10;
    const ids = Array.from({ length: count }, () => this.#item(from, stream).id);
    for (const id of ids) {
      const amount = String(price);
      this.truth.push({ what: 'jewels', id, stream, from, amount, count: 1 });
      this.say([add(jewels(id, from, `sent Heart for ${price} Jewels`))], stream);
    }
    const [first = ''] = ids;
    const sum = `comboed x${count} Heart for ${count * price} Jewels`;
    this.say([add(jewels(first, from, sum, 'heart'))], stream);
  }

  /** Puts actions into a chat. */
  say(actions: readonly object[], stream = evening): void {
    this.#chats.get(stream.video)?.push(...actions);
    this.#waiting.wake();
  }

  /** All that was said in a chat once more, as after a reload of its history. */
  repeat(stream = evening): void {
    this.say([...this.chatOf(stream.video)], stream);
  }

  /** A message that the page sent by itself: what it says is paid for. */
  sentByPage(video: string, amount: string): object | null {
    const stream = streams.find((one) => one.video === video);
    return stream === undefined ? null : this.superChat(me, amount, stream);
  }

  /** What was said after `position`, as soon as there is something; nothing after a while. */
  async after(video: string, position: number): Promise<readonly object[]> {
    this.#hold(video, 1);
    try {
      const isMore = () => this.chatOf(video).length > position;
      await this.#waiting.until(isMore, HELD_MS).catch(() => undefined);
      return this.chatOf(video).slice(position);
    } finally {
      this.#hold(video, -1);
    }
  }

  /** Resolves when at least `count` chats wait for what is new in a stream. */
  waitForPages(count: number, stream = evening, timeoutMs = 15_000): Promise<void> {
    const held = () => this.#held.get(stream.video) ?? 0;
    return this.#waiting.until(() => held() >= count, timeoutMs);
  }

  #hold(video: string, more: number): void {
    this.#held.set(video, (this.#held.get(video) ?? 0) + more);
    this.#waiting.wake();
  }

  #item(from: YoutubePerson, stream: YoutubeStream): Item {
    this.#items += 1;
    // Each its own microsecond: ids are made of it.
    const micros = Date.now() * 1000 + (this.#items % 1000);
    return { id: itemId(micros - 3_000_000), stream, from, micros };
  }
}
