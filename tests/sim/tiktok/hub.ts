import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { Waiting } from '../waiting.ts';
import { pushFrame, readClientFrame, response, type WireMessage } from './encode-frame.ts';
import { chat, intro, userSeq } from './encode-other.ts';
import type { Payment } from './payment.ts';
import { viewers } from './people.ts';
import type { Room } from './room.ts';
import type { World } from './world.ts';

/** How many messages a room keeps for those who come back. */
const KEPT = 400;
/** Messages before the cursor that a reconnected socket gets again: the site's cursor is not exact. */
const OVERLAP = 5;
/** Messages in one frame, as recorded frames have. */
const PER_FRAME = 20;

/** One open socket of a page. */
interface Client {
  readonly socket: WebSocket;
  readonly way: 'room' | 'preview';
  room: bigint;
  identity: string;
  seq: number;
}

/** What was said on the sockets since the start. */
export interface SocketCounts {
  sent: number;
  opened: number;
  /** Frames from pages, by payload type. */
  readonly received: Record<string, number>;
}

/** The sockets of all pages and what each room told: brings messages to those who are in the room. */
export class Hub {
  readonly counts: SocketCounts = { sent: 0, opened: 0, received: {} };
  readonly #world: World;
  readonly #clients = new Set<Client>();
  readonly #logs = new Map<bigint, { messages: WireMessage[]; from: number }>();
  readonly #waiting = new Waiting();
  #held: { room: Room; message: WireMessage }[] | null = null;
  #refuseUntil = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Whether a new socket is turned away now. */
  get refusing(): boolean {
    return Date.now() < this.#refuseUntil;
  }

  /** Takes a new socket in. */
  accept(socket: WebSocket, request: IncomingMessage): void {
    const url = new URL(request.url ?? '/', 'https://webcast-ws.tiktok.com');
    const client: Client = {
      socket,
      way: url.pathname.includes('/from_preview/') ? 'preview' : 'room',
      room: readId(url.searchParams.get('room_id')),
      identity: '',
      seq: 0,
    };
    this.counts.opened += 1;
    if (client.way === 'preview') {
      this.#join(client);
    }
    socket.on('message', (data, binary) => {
      if (binary && Buffer.isBuffer(data)) {
        this.#hear(client, data);
      }
    });
    socket.on('close', () => this.#clients.delete(client));
    socket.on('error', () => this.#clients.delete(client));
  }

  #join(client: Client): void {
    this.#clients.add(client);
    this.#waiting.wake();
  }

  #hear(client: Client, data: Uint8Array): void {
    let frame: ReturnType<typeof readClientFrame>;
    try {
      frame = readClientFrame(data);
    } catch {
      this.counts.received.unreadable = (this.counts.received.unreadable ?? 0) + 1;
      return;
    }
    this.counts.received[frame.type] = (this.counts.received[frame.type] ?? 0) + 1;
    if (frame.type === 'hb') {
      void this.#write(client, 'hb', new Uint8Array(), false);
    }
    if (frame.type === 'im_enter_room') {
      client.room = frame.room;
      client.identity = frame.identity;
      const room = this.#world.roomById(frame.room);
      const messages = room === undefined ? [] : this.#welcome(room, frame.cursor);
      void this.#tell(client, messages, { type: 'im_enter_room_resp' });
      this.#join(client);
    }
  }

  /** What a page gets on entering: to a newcomer the host's words, to one who comes back what was missed. */
  #welcome(room: Room, cursor: string): readonly WireMessage[] {
    if (cursor !== '') {
      return this.since(room, cursor);
    }
    const best = viewers.slice(0, 3).map((person, index) => ({ person, coins: 900 - index * 240 }));
    return [
      intro(room.head(), room.host, `${room.title}. Welcome in!`),
      userSeq(room.head(), room.viewers, best),
      ...room.history,
    ];
  }

  /** Where the room's record stands now. */
  cursorOf(room: Room): string {
    const log = this.#log(room);
    return `${room.id}-${log.from + log.messages.length}`;
  }

  /** What the room told since `cursor`, and a few messages before it once more. */
  since(room: Room, cursor: string): readonly WireMessage[] {
    const log = this.#log(room);
    const [id = '', index = ''] = cursor.split('-');
    const start = id === String(room.id) ? Number.parseInt(index, 10) : log.from;
    return log.messages.slice(Math.max(0, start - log.from - OVERLAP));
  }

  /** The body of the first answer of `/webcast/im/fetch/`: six old chat lines, and the room's history. */
  firstPage(room: Room): Uint8Array {
    const lines = ['hello from the sofa', 'what did I miss', 'hi hi', 'good evening', 'gg', 'nice'];
    const old = lines.map((line, index) => {
      const head = { ...room.head(), createTime: Date.now() - (7 - index) * 9_000 };
      return { ...chat(head, viewers[index] ?? room.host, line), history: true };
    });
    return this.#answer(room, [...old, ...room.history], true);
  }

  /** The body of a later answer of `/webcast/im/fetch/`, for pages that poll. */
  laterPage(room: Room, cursor: string): Uint8Array {
    return this.#answer(room, this.since(room, cursor), false);
  }

  #answer(room: Room, messages: readonly WireMessage[], first: boolean): Uint8Array {
    this.#note(messages, 'fetch');
    const cursor = this.cursorOf(room);
    return response(messages, { cursor, now: Date.now(), first, fetchType: 2, needAck: false });
  }

  #log(room: Room) {
    const found = this.#logs.get(room.id) ?? { messages: [], from: 0 };
    this.#logs.set(room.id, found);
    return found;
  }

  /** Tells everyone in `room`. Resolves when the frames were written to the sockets. */
  async deliver(room: Room, messages: readonly WireMessage[]): Promise<void> {
    if (this.#held !== null) {
      this.#held.push(...messages.map((message) => ({ room, message })));
      return;
    }
    const log = this.#log(room);
    log.messages.push(...messages);
    const surplus = Math.max(0, log.messages.length - KEPT);
    log.messages.splice(0, surplus);
    log.from += surplus;
    await this.send(room, messages);
  }

  /** Sends messages to everyone in `room` without keeping them. `strays` go to everyone, in the room or not. */
  async send(room: Room, messages: readonly WireMessage[], strays = false): Promise<void> {
    const there = [...this.#clients].filter((client) => strays || client.room === room.id);
    for (let at = 0; at < messages.length; at += PER_FRAME) {
      const part = messages.slice(at, at + PER_FRAME);
      await Promise.all(there.map((client) => this.#tell(client, part, { type: 'msg' })));
    }
  }

  /** Sends the last `count` messages of the room once more, as a careless server does; `strays` as in {@link send}. */
  async repeatLast(room: Room, count: number, strays = false): Promise<void> {
    await this.send(room, this.#log(room).messages.slice(-count), strays);
  }

  /** The latest message of this kind that the room told, if it is still kept. */
  latest(room: Room, method: string): WireMessage | undefined {
    return this.#log(room).messages.findLast((one) => one.method === method);
  }

  /** Keeps what is told from now on back until {@link release}. */
  hold(): void {
    this.#held ??= [];
  }

  /** Sends what was kept back, in the order that `arrange` makes of it; it may repeat messages. */
  async release(arrange: (held: readonly WireMessage[]) => readonly WireMessage[]): Promise<void> {
    const held = this.#held ?? [];
    this.#held = null;
    for (const room of new Set(held.map((one) => one.room))) {
      const own = held.filter((one) => one.room === room).map((one) => one.message);
      for (const message of arrange(own)) {
        await this.deliver(room, [message]);
      }
    }
  }

  /** Writes bytes as they are to every socket in `room`. */
  async raw(room: Room, body: Uint8Array | string): Promise<void> {
    const there = [...this.#clients].filter((client) => client.room === room.id);
    await Promise.all(there.map((client) => this.#put(client, body)));
  }

  /** Tells pages to poll instead of using the socket, as the site does with `disable_web_direct`. */
  async forcePolling(): Promise<void> {
    const headers = { close_reason: 'disable_web_direct' };
    await Promise.all(
      [...this.#clients].map((client) =>
        this.#write(client, 'close', new Uint8Array(), false, headers),
      ),
    );
  }

  /** Breaks all connections without a closing word. New ones are turned away for `refuseForMs`. */
  drop(refuseForMs: number): void {
    this.#refuseUntil = Date.now() + refuseForMs;
    for (const client of this.#clients) {
      this.#clients.delete(client);
      client.socket.terminate();
    }
  }

  /** How many sockets have entered a room (`room`), or any; `way` tells previews apart. */
  clients(filter: { readonly room?: Room; readonly way?: 'room' | 'preview' } = {}): number {
    const { room, way } = filter;
    return [...this.#clients].filter(
      (one) =>
        (room === undefined || one.room === room.id) && (way === undefined || one.way === way),
    ).length;
  }

  /** Resolves when `enough` says so; asked again whenever somebody enters. Rejects after `timeoutMs`. */
  waitFor(enough: () => boolean, timeoutMs: number): Promise<void> {
    return this.#waiting.until(enough, timeoutMs);
  }

  async #tell(
    client: Client,
    messages: readonly WireMessage[],
    { type }: { readonly type: 'msg' | 'im_enter_room_resp' },
  ): Promise<void> {
    const room = this.#world.roomById(client.room);
    const cursor = room === undefined ? '' : this.cursorOf(room);
    const fields = { cursor, now: Date.now(), fetchType: 1, needAck: true } as const;
    this.#note(messages, client.way);
    // Most frames are packed, some are not; pages must read both.
    await this.#write(client, type, response(messages, fields), client.seq % 5 !== 4, {
      im_cursor: cursor,
    });
  }

  #note(messages: readonly WireMessage[], way: keyof Payment['seen']): void {
    for (const message of messages) {
      this.#world.noteSeen(message.msgId, message.history ? 'history' : way);
    }
  }

  #write(
    client: Client,
    type: string,
    payload: Uint8Array,
    gzip: boolean,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    client.seq += 1;
    const seqId = client.seq;
    return this.#put(
      client,
      pushFrame({ seqId, logId: 1000 + seqId, type, payload, gzip, headers }),
    );
  }

  #put(client: Client, body: Uint8Array | string): Promise<void> {
    this.counts.sent += 1;
    // A socket that has just gone is no failure of the site: the message waits for its return.
    return new Promise((resolve) => client.socket.send(body, () => resolve()));
  }
}

/** A room id out of an address; 0 for anything else. */
export function readId(value: string | null): bigint {
  return value !== null && /^\d{1,19}$/.test(value) ? BigInt(value) : 0n;
}
