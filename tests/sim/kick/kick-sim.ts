import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { isRecord } from '../json.ts';
import { Waiting } from '../waiting.ts';
import { everybody, type KickPerson, me, mira } from './people.ts';
import {
  type ChannelMessage,
  frames,
  fullSend,
  giftedSubscriptions,
  gifts,
  type KicksGift,
  kicksBody,
  kicksGifted,
  type Provider,
  subscription,
} from './wire.ts';

/** One payment as it truly happened. */
export interface KickPayment {
  readonly kind: 'gift' | 'subscription';
  readonly id: string;
  readonly to: KickPerson;
  readonly from: KickPerson;
  /** KICKs; null where the site says no price. */
  readonly kicks: number | null;
  readonly count: number;
}

interface Client {
  readonly socket: WebSocket;
  readonly provider: Provider;
  readonly channels: Set<string>;
}

/** The simulated Kick: its channels, its sockets, and what truly happened. Methods resolve when frames were written. */
export class KickSim {
  /** Which connection the site tells pages to open. */
  provider: Provider = 'centrifugo';
  /** The stream that runs on each channel; 0 for none. */
  readonly streams = new Map<number, number>(
    everybody.map(({ channel }, n) => [channel, 9001 + n]),
  );
  readonly truth: KickPayment[] = [];
  readonly #clients = new Set<Client>();
  readonly #waiting = new Waiting();
  readonly #said: ChannelMessage[] = [];
  #transactions = 0;

  /** The account of this name, as addresses write it. */
  personAt(slug: string): KickPerson | undefined {
    return everybody.find(({ username }) => username.toLowerCase() === slug.toLowerCase());
  }

  /** Address of a channel's page. `as` is `guest` or a name; without it the watching account is logged in. */
  pageUrl(host: KickPerson = mira, query: Readonly<Record<string, string>> = {}): string {
    const url = new URL(`https://kick.com/${host.username.toLowerCase()}`);
    url.search = new URLSearchParams(query).toString();
    return url.href;
  }

  /** Sends KICKs; gives the transaction's id. */
  async gift(from: KickPerson, gift: KicksGift = fullSend, to: KickPerson = mira): Promise<string> {
    const id = this.#nextTransaction();
    this.truth.push({ kind: 'gift', id, to, from, kicks: gift.amount, count: 1 });
    await this.say([kicksGifted(to, kicksBody(id, from, gift, Date.now()))]);
    return id;
  }

  /** Gives subscriptions away, told in `chunks` messages. */
  async giftSubscriptions(from: KickPerson, count: number, chunks = 1, to = mira): Promise<void> {
    const id = `pi_${this.#nextTransaction()}`;
    const names = Array.from({ length: count }, (_, n) => `viewer_${n}`);
    this.truth.push({ kind: 'subscription', id, to, from, kicks: null, count });
    await this.say(giftedSubscriptions(to, from, names, id, chunks));
  }

  async subscribe(from: KickPerson, months: number, to: KickPerson = mira): Promise<void> {
    this.truth.push({ kind: 'subscription', id: '', to, from, kicks: null, count: 1 });
    await this.say(subscription(to, from, months));
  }

  /** A gift that the page sent by itself: the answer that it gets. */
  sentByPage(channel: number, giftId: string): object | null {
    const gift = gifts.find(({ id }) => id === giftId);
    const to = everybody.find((person) => person.channel === channel);
    if (gift === undefined || to === undefined) return null;
    const id = this.#nextTransaction();
    this.truth.push({ kind: 'gift', id, to, from: me, kicks: gift.amount, count: 1 });
    void this.say([kicksGifted(to, kicksBody(id, me, gift, Date.now()))]);
    return { data: { gift_transaction_id: id }, message: 'OK' };
  }

  /** Tells messages to all who follow their channels, and keeps them for {@link repeat}. */
  async say(messages: readonly ChannelMessage[]): Promise<void> {
    this.#said.push(...messages);
    await this.#tell(messages);
  }

  /** All that was told so far once more, as after a broken connection. */
  repeat(): Promise<void> {
    return this.#tell(this.#said);
  }

  async #tell(messages: readonly ChannelMessage[]): Promise<void> {
    await Promise.all(
      [...this.#clients].flatMap((client) => {
        const heard = messages.filter(({ channel }) => client.channels.has(channel));
        return heard.length === 0
          ? []
          : frames(client.provider, heard).map((text) => put(client, text));
      }),
    );
  }

  /** Pages that follow a channel now. */
  watching(host: KickPerson = mira): number {
    return [...this.#clients].filter(({ channels }) => channels.has(`channel_${host.channel}`))
      .length;
  }

  /** Resolves when at least `count` pages follow a channel and its chatroom. */
  waitForPages(count: number, host: KickPerson = mira, timeoutMs = 15_000): Promise<void> {
    const follows = ({ channels }: Client) =>
      channels.has(`channel_${host.channel}`) && channels.has(`chatrooms.${host.chatroom}.v2`);
    return this.#waiting.until(() => [...this.#clients].filter(follows).length >= count, timeoutMs);
  }

  /** Breaks all connections; pages come back by themselves. */
  drop(): void {
    for (const { socket } of this.#clients) socket.terminate();
    this.#clients.clear();
  }

  /** Takes a new socket in. */
  accept(socket: WebSocket, provider: Provider, _request: IncomingMessage): void {
    const client: Client = { socket, provider, channels: new Set() };
    this.#clients.add(client);
    if (provider === 'pusher') {
      const data = JSON.stringify({ socket_id: '1.1', activity_timeout: 120 });
      void put(client, JSON.stringify({ event: 'pusher:connection_established', data }));
    }
    socket.on('message', (data) => this.#hear(client, String(data)));
    for (const end of ['close', 'error']) socket.on(end, () => this.#clients.delete(client));
  }

  #hear(client: Client, text: string): void {
    for (const line of text.split('\n')) {
      const message: unknown = JSON.parse(line);
      if (!isRecord(message)) continue;
      const id = Number(message.id ?? 0);
      if (isRecord(message.connect)) {
        const connect = { client: 'sim', expires: false, ping: 25, pong: true };
        void put(client, JSON.stringify({ id, connect }));
      }
      for (const [name, wanted] of subscriptionsIn(message)) {
        if (wanted) client.channels.add(name);
        else client.channels.delete(name);
        void put(client, JSON.stringify(answerTo(client.provider, id, name)));
      }
    }
    this.#waiting.wake();
  }

  #nextTransaction(): string {
    this.#transactions += 1;
    return `5f0d0000-0000-4000-8000-${String(this.#transactions).padStart(12, '0')}`;
  }
}

function subscriptionsIn(message: Readonly<Record<string, unknown>>): [string, boolean][] {
  const named = (value: unknown) => (isRecord(value) ? String(value.channel) : null);
  const data = named(message.data);
  const pairs: [string | null, boolean][] = [
    [named(message.subscribe), true],
    [named(message.unsubscribe), false],
    [message.event === 'pusher:subscribe' ? data : null, true],
    [message.event === 'pusher:unsubscribe' ? data : null, false],
  ];
  return pairs.flatMap(([name, wanted]) => (name === null ? [] : [[name, wanted]]));
}

function answerTo(provider: Provider, id: number, channel: string): object {
  return provider === 'pusher'
    ? { event: 'pusher_internal:subscription_succeeded', data: '{}', channel }
    : { id, subscribe: { recoverable: true, publications: [] } };
}

/** A socket that has just gone is no failure of the site. */
function put({ socket }: Client, text: string): Promise<void> {
  return new Promise((resolve) => socket.send(text, () => resolve()));
}
