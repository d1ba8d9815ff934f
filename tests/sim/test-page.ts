import { once } from 'node:events';
import { request } from 'node:https';
import { gunzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import type { Sim } from './sim.ts';
import { pushFrame } from './tiktok/encode-frame.ts';
import { bytesOf, concat, int, intOf, readFields, text, textOf } from './tiktok/wire.ts';

/** A message as a page's socket got it. */
export interface Heard {
  readonly frame: string;
  readonly method: string;
  readonly msgId: string;
  readonly history: boolean;
  readonly payload: Uint8Array;
}

/** A page without a browser: just its socket, for this folder's own tests. */
export class TestPage {
  readonly heard: Heard[] = [];
  /** Frames that were no `PushFrame` with a `Response`. */
  broken = 0;
  readonly #sim: Sim;
  #socket: WebSocket | null = null;
  #cursor = '';

  constructor(sim: Sim) {
    this.#sim = sim;
  }

  /** Opens the socket and enters the room; with the cursor of an earlier socket of this page, if it had one. */
  async open(roomId: string, kind: 'ws_reuse_supplement' | 'from_preview' = 'ws_reuse_supplement') {
    const url = `wss://127.0.0.1:${this.#sim.port}/webcast/im/ws_proxy/${kind}/?room_id=${roomId}`;
    const headers = { host: 'webcast-ws.tiktok.com' };
    const socket = new WebSocket(url, { rejectUnauthorized: false, headers });
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(Buffer.isBuffer(data) ? data : Buffer.alloc(0)));
    await once(socket, 'open');
    this.enter(roomId);
  }

  /** Says that the page shows this room now. */
  enter(roomId: string): void {
    const payload = concat(int(1, BigInt(roomId)), text(5, 'audience'), text(6, this.#cursor));
    this.#socket?.send(pushFrame({ seqId: 0, logId: 0, type: 'im_enter_room', payload }));
  }

  /** Resolves when the socket is closed from the other end. */
  async closed(): Promise<void> {
    if (this.#socket !== null && this.#socket.readyState !== WebSocket.CLOSED) {
      await once(this.#socket, 'close');
    }
  }

  /** Gift messages of this page, in order. */
  gifts(): readonly Heard[] {
    return this.heard.filter((one) => one.method === 'WebcastGiftMessage');
  }

  #hear(data: Uint8Array): void {
    try {
      const frame = readFields(data);
      const type = textOf(frame, 7);
      const packed = bytesOf(frame, 5).length > 0 && data.includes(0x1f);
      const body = bytesOf(frame, 8);
      const payload =
        packed && body[0] === 0x1f ? gunzipSync(body, { maxOutputLength: 2 ** 24 }) : body;
      const response = readFields(payload);
      this.#cursor = textOf(response, 2);
      for (const one of response.filter(({ field }) => field === 1)) {
        const message = readFields(one.bytes);
        this.heard.push({
          frame: type,
          method: textOf(message, 1),
          msgId: String(intOf(message, 3)),
          history: intOf(message, 6) === 1n,
          payload: bytesOf(message, 2),
        });
      }
    } catch {
      this.broken += 1;
    }
  }
}

/** Asks the server as a browser would ask `url`. */
export async function ask(
  sim: Sim,
  url: string,
  options: { readonly body?: string; readonly cookie?: string } = {},
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  const { host, pathname, search } = new URL(url);
  const sent = request({
    host: '127.0.0.1',
    port: sim.port,
    path: `${pathname}${search}`,
    method: options.body === undefined ? 'GET' : 'POST',
    rejectUnauthorized: false,
    headers: { host, ...(options.cookie === undefined ? {} : { cookie: options.cookie }) },
  });
  sent.end(options.body);
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: NodeJS.Dict<string | string[]>;
    body: Buffer;
  }>();
  sent.on('error', reject);
  sent.on('response', (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(parts),
      }),
    );
  });
  return promise;
}
