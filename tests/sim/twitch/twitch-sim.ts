import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { Waiting } from '../waiting.ts';
import { anonymousCheerer, everybody, me, mira, type TwitchPerson } from './people.ts';
import {
  cheer,
  combo,
  drop,
  type Effect,
  effect,
  entered,
  pushed,
  redemption,
  subscription,
  type Told,
  welcome,
} from './wire.ts';

/** One payment as it truly happened. */
export interface TwitchPayment {
  readonly kind: 'gift' | 'subscription';
  readonly id: string;
  readonly to: TwitchPerson;
  readonly from: TwitchPerson;
  /** Bits; null where the site says no price. */
  readonly bits: number | null;
  readonly count: number;
}

interface ChatClient {
  readonly socket: WebSocket;
  login: string;
  readonly channels: Set<string>;
}

/** The simulated Twitch: its chat, its pushed messages, and what truly happened. Methods resolve when frames were written. */
export class TwitchSim {
  /** The stream that runs on each channel, by the channel's number; 0 for none. */
  readonly streams = new Map<number, number>(everybody.map(({ id }, n) => [id, 41_000_001 + n]));
  readonly truth: TwitchPayment[] = [];
  readonly #chats = new Set<ChatClient>();
  readonly #pushes = new Set<WebSocket>();
  readonly #waiting = new Waiting();
  #said: { readonly channel: string; readonly text: string }[] = [];

  /** The account of this login. */
  personAt(login: string): TwitchPerson | undefined {
    return everybody.find((one) => one.login === login.toLowerCase());
  }

  /** Address of a channel's page. `as` is `guest` or a login; without it the watching account is logged in. */
  pageUrl(host: TwitchPerson = mira, query: Readonly<Record<string, string>> = {}): string {
    const url = new URL(`https://www.twitch.tv/${host.login}`);
    url.search = new URLSearchParams(query).toString();
    return url.href;
  }

  /** Sends bits in chat. */
  cheer(from: TwitchPerson, bits: number, to: TwitchPerson = mira): Promise<void> {
    const told = this.#told(from, to);
    this.#paid(told, bits);
    return this.say(to, cheer(told, bits));
  }

  /** A combo, and the cheer that comes with it. */
  combo(from: TwitchPerson, bits: number, to: TwitchPerson = mira): Promise<void> {
    const told = this.#told(from, to);
    this.#paid(told, bits);
    return this.say(to, combo(told, bits) + cheer({ ...told, id: randomUUID() }, bits));
  }

  /** An effect in chat, and its price pushed beside it. */
  async effect(
    from: TwitchPerson,
    kind: Effect,
    bits: number,
    to: TwitchPerson = mira,
  ): Promise<void> {
    const told = this.#told(from, to);
    this.#paid(told, bits);
    await this.say(to, effect(told, kind));
    const text = pushed('hermes', redemption({ ...told, id: randomUUID() }, kind, bits));
    await Promise.all([...this.#pushes].map((socket) => put(socket, text)));
  }

  /** Gives subscriptions away: the announcement, and each of them. */
  giftSubscriptions(from: TwitchPerson, count: number, to: TwitchPerson = mira): Promise<void> {
    const told = this.#told(from, to);
    this.truth.push({ kind: 'subscription', id: told.id, to, from, bits: null, count });
    return this.say(to, drop(told, count, String(told.at)).join(''));
  }

  subscribe(from: TwitchPerson, plan = '1000', to: TwitchPerson = mira): Promise<void> {
    const told = this.#told(from, to);
    this.truth.push({ kind: 'subscription', id: told.id, to, from, bits: null, count: 1 });
    return this.say(to, subscription(told, plan));
  }

  /** A cheer that the page sent by itself. Whether chat tells it is Twitch's secret: here it does. */
  sentByPage(channel: string, bits: number, isAnonymous: boolean): boolean {
    const to = everybody.find(({ id }) => String(id) === channel);
    if (to === undefined || !Number.isSafeInteger(bits) || bits < 1) return false;
    const told = this.#told(me, to);
    this.#paid(told, bits);
    void this.say(to, cheer({ ...told, from: isAnonymous ? anonymousCheerer : me }, bits));
    return true;
  }

  /** Tells lines to all who are in a channel, and keeps them for {@link repeat}. */
  async say({ login }: TwitchPerson, text: string): Promise<void> {
    this.#said.push({ channel: login, text });
    await this.#tell([{ channel: login, text }]);
  }

  /** All that was told so far once more. */
  repeat(): Promise<void> {
    return this.#tell(this.#said);
  }

  /** A message of somebody in a channel, to come. */
  told(id: string, from: TwitchPerson, to: TwitchPerson = mira): Told {
    return { id, from, to, at: Date.now() };
  }

  /** Resolves when at least `count` pages are in a channel, each with its pushed messages. */
  waitForPages(count: number, host: TwitchPerson = mira, timeoutMs = 15_000): Promise<void> {
    const inside = () => [...this.#chats].filter(({ channels }) => channels.has(host.login)).length;
    return this.#waiting.until(() => inside() >= count && this.#pushes.size >= count, timeoutMs);
  }

  /** Pages that are in a channel now. */
  watching(host: TwitchPerson = mira): number {
    return [...this.#chats].filter(({ channels }) => channels.has(host.login)).length;
  }

  /** Breaks all connections; pages come back by themselves. */
  disconnect(): void {
    for (const { socket } of this.#chats) socket.terminate();
    this.#chats.clear();
  }

  /** Takes a page into chat. */
  acceptChat(socket: WebSocket): void {
    const client: ChatClient = { socket, login: '', channels: new Set() };
    this.#chats.add(client);
    socket.on('message', (data) => this.#hear(client, String(data)));
    for (const end of ['close', 'error']) socket.on(end, () => this.#chats.delete(client));
  }

  /** Takes a page that waits for pushed messages. */
  acceptPush(socket: WebSocket): void {
    this.#pushes.add(socket);
    for (const end of ['close', 'error']) socket.on(end, () => this.#pushes.delete(socket));
    this.#waiting.wake();
  }

  #hear(client: ChatClient, text: string): void {
    const [command, parameter = ''] = text.trim().split(' ', 2);
    const channel = parameter.replace('#', '');
    const person = this.personAt(channel);
    if (command === 'NICK') {
      client.login = parameter;
      if (person !== undefined) void put(client.socket, welcome(person));
    } else if (command === 'JOIN' && person !== undefined) {
      client.channels.add(channel);
      void put(client.socket, entered(person));
    } else if (command === 'PART') {
      client.channels.delete(channel);
    }
    this.#waiting.wake();
  }

  async #tell(said: readonly { readonly channel: string; readonly text: string }[]): Promise<void> {
    await Promise.all(
      [...this.#chats].flatMap(({ socket, channels }) =>
        said.filter(({ channel }) => channels.has(channel)).map(({ text }) => put(socket, text)),
      ),
    );
  }

  #told(from: TwitchPerson, to: TwitchPerson): Told {
    return this.told(randomUUID(), from, to);
  }

  #paid({ id, to, from }: Told, bits: number): void {
    this.truth.push({ kind: 'gift', id, to, from, bits, count: 1 });
  }
}

/** A socket that has just gone is no failure of the site. */
function put(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => socket.send(text, () => resolve()));
}
