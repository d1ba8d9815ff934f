import type { Certificate } from './certificate.ts';
import type { InstagramSim } from './instagram/instagram-sim.ts';
import type { KickSim } from './kick/kick-sim.ts';
import { chatter, Player, sendingOf, wholeGift } from './player.ts';
import type { RateSources } from './rates.ts';
import type { LoggedRequest, RequestLog } from './request-log.ts';
import { scenarioNamed } from './scenarios/index.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { giftById } from './tiktok/catalogue.ts';
import type { WireMessage } from './tiktok/encode-frame.ts';
import { control } from './tiktok/encode-other.ts';
import type { SocketCounts } from './tiktok/hub.ts';
import type { Payment } from './tiktok/payment.ts';
import { type Person, personOf } from './tiktok/people.ts';
import type { Site } from './tiktok/web.ts';
import type { TwitchSim } from './twitch/twitch-sim.ts';
import type { YoutubeSim } from './youtube/youtube-sim.ts';

/** Which payments {@link Sim.truth} lists. All conditions must hold. */
export interface TruthFilter {
  readonly mine?: boolean;
  /** A host's handle. */
  readonly room?: string;
  readonly kind?: Payment['kind'];
  /** Only payments that reached a page otherwise than as history or on a preview. */
  readonly seenLive?: boolean;
}

/** Who sends what. Handles, or `me`; the room is mira.plays's unless named. */
export interface SendGift {
  readonly from: string;
  readonly gift: string | number;
  readonly count?: number;
  readonly room?: string;
  readonly to?: string;
  readonly bare?: boolean;
}

/** A streak that a test leads. Its methods resolve when the frames were written. */
export interface StreakHandle {
  readonly payment: Payment;
  tick(count?: number): Promise<void>;
  end(): Promise<void>;
}

/** Where a room's page is, who may be asked for, and how often pages are awaited. */
export interface ClientFilter {
  readonly room?: string;
  readonly way?: 'room' | 'preview';
}

const FIRST_ROOM = 'mira.plays';

/** The controls of a running simulated site. */
export class Sim {
  readonly port: number;
  readonly certificate: Certificate;
  /** The sources of exchange rates, for tests that let the browser reach them. */
  readonly rates: RateSources;
  /** The controls of the simulated Instagram. */
  readonly instagram: InstagramSim;
  /** The controls of the simulated Kick. */
  readonly kick: KickSim;
  /** The controls of the simulated Twitch. */
  readonly twitch: TwitchSim;
  /** The controls of the simulated YouTube. */
  readonly youtube: YoutubeSim;
  readonly #site: Site;
  readonly #log: RequestLog;
  readonly #stop = new AbortController();
  readonly #player: Player;
  readonly #shutDown: () => Promise<void>;
  readonly #speed: number;

  constructor(parts: {
    readonly port: number;
    readonly certificate: Certificate;
    readonly site: Site;
    readonly rates: RateSources;
    readonly instagram: InstagramSim;
    readonly kick: KickSim;
    readonly twitch: TwitchSim;
    readonly youtube: YoutubeSim;
    readonly log: RequestLog;
    readonly speed: number;
    readonly shutDown: () => Promise<void>;
  }) {
    this.port = parts.port;
    this.certificate = parts.certificate;
    this.rates = parts.rates;
    this.instagram = parts.instagram;
    this.kick = parts.kick;
    this.twitch = parts.twitch;
    this.youtube = parts.youtube;
    this.#site = parts.site;
    this.#log = parts.log;
    this.#speed = parts.speed;
    this.#shutDown = parts.shutDown;
    this.#player = new Player(parts.site.world, parts.site.hub, this.#stop.signal);
  }

  /** Switches for Chromium: the site's hosts lead here, no other host exists. */
  get chromiumArgs(): string[] {
    const hosts = [
      '*.tiktok.com',
      '*.tiktokcdn.com',
      '*.tiktokcdn-us.com',
      '*.instagram.com',
      'kick.com',
      '*.kick.com',
      '*.youtube.com',
      '*.pusher.com',
      '*.twitch.tv',
    ];
    const rules = hosts.map((host) => `MAP ${host} 127.0.0.1:${this.port}`);
    return [
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
      '--ignore-certificate-errors',
    ];
  }

  /** Preferences for Firefox (with `acceptInsecureCerts`): every host leads here. */
  get firefoxPrefs(): Record<string, string> {
    return {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${this.port}`,
    };
  }

  /** Address of a stream's page. `as` is `guest` or a handle; without it the watching account is logged in. */
  pageUrl(host: string = FIRST_ROOM, query: Readonly<Record<string, string>> = {}): string {
    const url = new URL(`https://www.tiktok.com/@${this.#room(host).host.handle}/live`);
    url.search = new URLSearchParams(query).toString();
    return url.href;
  }

  /** Address of the page that sells coins; `tiktok/coin-web.ts` says what the query can ask for. */
  coinUrl(query: Readonly<Record<string, string>> = {}): string {
    return `https://www.tiktok.com/coin?${new URLSearchParams(query)}`;
  }

  /** Plays a scenario to its end (endless ones until {@link close}). */
  play(scenario: string | Scenario, speed = this.#speed): Promise<void> {
    const story = typeof scenario === 'string' ? scenarioNamed(scenario) : scenario;
    return this.#player.play(this, story, speed);
  }

  /** Sends a whole gift (a streakable one with its end frame). Count 1 unless given. */
  async sendGift(gift: SendGift): Promise<Payment> {
    const room = this.#room(gift.room);
    const { payment, messages } = wholeGift(room, sendingOf(gift), gift.count ?? 1);
    await this.#site.hub.deliver(room, messages);
    return payment;
  }

  /** Starts a streak; `count` units at once when given. */
  async streak(gift: SendGift): Promise<StreakHandle> {
    const { hub } = this.#site;
    const room = this.#room(gift.room);
    const streak = room.startStreak(sendingOf(gift));
    if (gift.count !== undefined) {
      await hub.deliver(room, [streak.add(gift.count)]);
    }
    return {
      payment: streak.payment,
      tick: (count = 1) => hub.deliver(room, [streak.add(count)]),
      end: () => hub.deliver(room, [streak.end()]),
    };
  }

  /** Chat lines by changing viewers. */
  chat(count: number, room?: string): Promise<void> {
    return this.#site.hub.deliver(this.#room(room), chatter(this.#room(room), count));
  }

  /** Any messages, made with the encoders; nothing is entered in the truth. */
  messages(messages: readonly WireMessage[], room?: string): Promise<void> {
    return this.#site.hub.deliver(this.#room(room), messages);
  }

  /** Bytes as they are (or a text frame) to every socket in the room. */
  raw(body: Uint8Array | string, room?: string): Promise<void> {
    return this.#site.hub.raw(this.#room(room), body);
  }

  /** The room's last messages once more. */
  repeatLast(count: number, room?: string): Promise<void> {
    return this.#site.hub.repeatLast(this.#room(room), count);
  }

  /** Breaks all sockets; new ones are turned away for `refuseForMs`. */
  dropSockets(refuseForMs = 0): void {
    this.#site.hub.drop(refuseForMs);
  }

  /** Makes all pages poll instead of using their sockets. */
  forcePolling(): Promise<void> {
    return this.#site.hub.forcePolling();
  }

  /** Ends the stream. */
  endRoom(room?: string): Promise<void> {
    const ended = this.#room(room);
    ended.status = 4;
    return this.#site.hub.deliver(ended, [control(ended.head(), 3)]);
  }

  /** Ends the streaks that pages began by their Send buttons, without waiting for their quiet time. */
  settle(): Promise<void> {
    return this.#site.shop.settle();
  }

  /** Sockets that are in a room now. */
  clients(filter: ClientFilter = {}): number {
    return this.#site.hub.clients(this.#filter(filter));
  }

  /** Resolves when at least `count` sockets are in a room. Rejects after `timeoutMs`. */
  waitForClients(count: number, filter: ClientFilter = {}, timeoutMs = 15_000): Promise<void> {
    const wanted = this.#filter(filter);
    return this.#site.hub.waitFor(() => this.#site.hub.clients(wanted) >= count, timeoutMs);
  }

  /** Copies of the payments that truly happened, in the order in which they began. */
  truth(filter: TruthFilter = {}): Payment[] {
    const room = filter.room === undefined ? null : String(this.#room(filter.room).id);
    return this.#site.world
      .truth()
      .filter(
        (one) =>
          (filter.mine === undefined || one.mine === filter.mine) &&
          (room === null || one.room === room) &&
          (filter.kind === undefined || one.kind === filter.kind) &&
          (filter.seenLive === undefined || one.seen.room + one.seen.fetch > 0 === filter.seenLive),
      );
  }

  /** Coins of the watching account. */
  get balance(): number {
    return this.#site.world.balance;
  }

  set balance(coins: number) {
    this.#site.world.balance = coins;
  }

  /** How many gifts the panel and the gift list hold, up to 200. */
  set panelSize(size: number) {
    this.#site.panelSize = size;
  }

  /** Someone of the cast: id, handle, name. */
  person(handle: string): Person {
    return personOf(handle);
  }

  /** A gift's price in coins by its id; undefined for unknown ones. */
  priceOf(giftId: number): number | undefined {
    return giftById(giftId)?.coins;
  }

  /** Handles of all who stream; that of a capture file is the last. */
  hosts(): string[] {
    return [...this.#site.world.rooms.keys()];
  }

  /** The 64-bit id of a host's room, as decimal text. */
  roomId(host: string = FIRST_ROOM): string {
    return String(this.#room(host).id);
  }

  /** How often each thing was asked of the server, by `METHOD host/path`; handshakes of sockets have method `WS`. */
  requestCounts(): Record<string, number> {
    return this.#log.counts();
  }

  /** The requests of one path, with query, headers and body. */
  requests(path: string): readonly LoggedRequest[] {
    return this.#log.of(path);
  }

  /** Every request to a host, in order. */
  requestsTo(host: string): readonly LoggedRequest[] {
    return this.#log.entries.filter((entry) => entry.host === host);
  }

  /** Frames sent, sockets opened, frames received by type. */
  socketCounts(): SocketCounts {
    return structuredClone(this.#site.hub.counts);
  }

  /** Stops everything that plays and the server. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#site.shop.close();
    await this.#shutDown();
  }

  #room(host: string | undefined) {
    return this.#site.world.room(host ?? FIRST_ROOM);
  }

  #filter({ room, way }: ClientFilter) {
    return {
      ...(room === undefined ? {} : { room: this.#room(room) }),
      ...(way === undefined ? {} : { way }),
    };
  }
}
