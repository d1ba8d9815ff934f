import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type BridgedFrame,
  type BridgeNotice,
  connectPage,
} from '../../utils/messaging/page-bridge.ts';
import {
  HANDOVER_EVENT,
  MAX_BODY_SIZE,
  MAX_WAITING_ITEMS,
} from '../../utils/messaging/page-hook/limits.ts';

const NONCE = 'a-nonce-that-nobody-guesses';
const WSS = 'wss://webcast-ws.tiktok.com/webcast/im/x/';

type Outbox = typeof import('../../utils/messaging/page-hook/outbox.ts');

let outbox: Outbox;
let page: EventTarget;
const toClose: (() => void)[] = [];

/** A page without a browser, with the real outbox of the hook in it. */
beforeEach(async () => {
  vi.resetModules();
  outbox = await import('../../utils/messaging/page-hook/outbox.ts');
  page = new EventTarget();
  const { adopt } = outbox;
  page.addEventListener(NONCE, (event) => {
    if (event instanceof MessageEvent) adopt(event.ports[0]);
  });
});

afterEach(() => {
  for (const close of toClose.splice(0)) close();
});

function connect(nonce?: string | Promise<string | undefined>) {
  const frames: BridgedFrame[] = [];
  const notices: BridgeNotice[] = [];
  const nonces: string[] = [];
  const bridge = connectPage({
    page,
    ...(nonce === undefined ? {} : { nonce }),
    onFrame: (frame) => frames.push(frame),
    onNotice: (notice) => notices.push(notice),
    onHandover: (given) => nonces.push(given),
  });
  toClose.push(bridge.close);
  return { bridge, frames, notices, nonces };
}

const startHook = (data: unknown = NONCE) =>
  page.dispatchEvent(new MessageEvent(HANDOVER_EVENT, { data }));

/** Lets ports deliver what was posted. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

const bytes = (...values: number[]) => new Uint8Array(values);

describe('handover', () => {
  it('gives frames that came before the bridge, and tells the nonce', async () => {
    const { frames, nonces } = connect();
    outbox.add('in', WSS, bytes(1, 2).buffer);
    startHook();
    outbox.add('out', WSS, 'text');
    await settle();
    expect(nonces).toEqual([NONCE]);
    expect(frames.map(({ n, frame }) => [n, frame.via, frame.dir, frame.url, frame.body])).toEqual([
      [1, 'socket', 'in', WSS, bytes(1, 2)],
      [2, 'socket', 'out', WSS, 'text'],
    ]);
  });

  it('is hidden from whoever listens after the bridge', () => {
    const other = vi.fn();
    connect();
    page.addEventListener(HANDOVER_EVENT, other);
    startHook();
    expect(other).not.toHaveBeenCalled();
  });

  it('is taken once: a page that forges another is not heard', async () => {
    const { frames, nonces } = connect();
    startHook();
    const heard = vi.fn();
    page.addEventListener('forged', heard);
    startHook('forged');
    outbox.add('in', WSS, 'real');
    await settle();
    expect(heard).not.toHaveBeenCalled();
    expect(nonces).toEqual([NONCE]);
    expect(frames).toHaveLength(1);
  });

  it.each([[null], [''], [5], ['x'.repeat(65)]])('refuses the nonce %j', async (data) => {
    const { nonces } = connect();
    startHook(data);
    await settle();
    expect(nonces).toEqual([]);
  });

  it('finds the hook that was there, with a nonce that comes late', async () => {
    connect();
    startHook();
    await settle();
    outbox.add('in', WSS, 'x');
    const { frames, nonces } = connect(Promise.resolve(NONCE));
    await settle();
    expect([frames.length, nonces]).toEqual([1, [NONCE]]);
  });

  it.each([
    ['another nonce', () => Promise.resolve('of another frame')],
    ['no nonce', () => Promise.resolve(undefined)],
    ['an error', () => Promise.reject(new Error('no background'))],
  ])('hears a hook that starts while it waits for %s', async (_, ask) => {
    const { frames, nonces } = connect(ask());
    startHook();
    outbox.add('in', WSS, 'x');
    await settle();
    expect([frames.length, nonces]).toEqual([1, [NONCE]]);
  });

  it('ends with the signal, before and after the hook started', async () => {
    const stop = new AbortController();
    const onFrame = vi.fn();
    const options = { page, onFrame, onNotice: vi.fn(), onHandover: vi.fn(), signal: stop.signal };
    connectPage(options);
    startHook();
    stop.abort();
    outbox.add('in', WSS, 'x');
    await settle();
    expect(onFrame).not.toHaveBeenCalled();
  });
});

describe('what is not acknowledged', () => {
  it('goes to the next bridge, in order, and nothing else does', async () => {
    const first = connect();
    startHook();
    for (let i = 0; i < 6; i++) outbox.add('in', WSS, `${i}`);
    await settle();
    first.bridge.ack(4);
    await settle();
    const second = connect(NONCE);
    outbox.add('in', WSS, '6');
    await settle();
    expect(first.frames).toHaveLength(6);
    expect(second.nonces).toEqual([NONCE]);
    expect(second.frames.map(({ n, frame, again }) => [n, frame.body, again])).toEqual([
      [5, '4', false],
      [6, '5', false],
      [7, '6', false],
    ]);
  });

  it('is not forgotten by an acknowledgement of what was never sent', async () => {
    outbox.add('in', WSS, 'kept');
    const { bridge } = connect();
    startHook();
    bridge.ack(999);
    outbox.add('in', WSS, 'also kept');
    const second = connect(NONCE);
    await settle();
    expect(second.frames.map(({ frame }) => frame.body)).toContain('also kept');
  });

  it('leaves the bridge before: its port is closed', async () => {
    const first = connect();
    startHook();
    await settle();
    connect(NONCE);
    outbox.add('in', WSS, 'x');
    await settle();
    expect(first.frames).toEqual([]);
  });

  it('is dropped from the oldest on when too many wait, and the count is told', async () => {
    for (let i = 0; i < MAX_WAITING_ITEMS + 3; i++) outbox.add('in', WSS, '');
    const { frames, notices } = connect();
    startHook();
    await vi.waitFor(() => expect(frames).toHaveLength(MAX_WAITING_ITEMS));
    expect(frames[0]?.n).toBe(4);
    expect(notices).toEqual([{ dropped: 3 }]);
  });

  it('is dropped from the oldest on when it is too much', async () => {
    const large = new ArrayBuffer(MAX_BODY_SIZE);
    for (let i = 0; i < 6; i++) outbox.add('in', WSS, large);
    const { frames, notices } = connect();
    startHook();
    await vi.waitFor(() => expect(frames.map(({ n }) => n)).toEqual([3, 4, 5, 6]));
    expect(notices).toEqual([{ dropped: 2 }]);
  });

  it('has room again once acknowledged', async () => {
    const large = new ArrayBuffer(MAX_BODY_SIZE);
    const { bridge, frames, notices } = connect();
    startHook();
    for (let i = 1; i <= 8; i++) {
      outbox.add('in', WSS, large);
      await vi.waitFor(() => expect(frames).toHaveLength(i));
      bridge.ack(i);
      await settle();
    }
    expect(notices).toEqual([]);
  });
});

describe('what a later bridge is told again', () => {
  it('is the open sockets and the last outgoing frame of each length, in order of sending', async () => {
    const opened = outbox.add('opened', WSS, '');
    outbox.memory[opened.n] = opened;
    const { bridge } = connect();
    startHook();
    outbox.add('out', WSS, 'room A');
    outbox.add('out', WSS, 'hb');
    outbox.add('out', WSS, 'room B');
    outbox.add('out', WSS, 'ack');
    outbox.add('out', WSS, 'hb');
    outbox.add('out', WSS, 'x'.repeat(3_000));
    outbox.add('in', WSS, 'in');
    await settle();
    bridge.ack(8);
    await settle();
    const second = connect(NONCE);
    await settle();
    expect(second.notices).toEqual([{ opened: WSS }]);
    expect(second.frames.map(({ n, frame, again }) => [n, frame.body, again])).toEqual([
      [4, 'room B', true],
      [5, 'ack', true],
      [6, 'hb', true],
    ]);
  });

  it('is not what it gets anyway', async () => {
    outbox.add('out', WSS, 'room');
    connect();
    startHook();
    await settle();
    const second = connect(NONCE);
    await settle();
    expect(second.frames.map(({ n, again }) => [n, again])).toEqual([[1, false]]);
  });
});

describe('bodies', () => {
  it('keep their order when a Blob takes its time', async () => {
    const { frames } = connect();
    startHook();
    outbox.add('in', WSS, new Blob(['slow']));
    outbox.add('in', WSS, 'fast');
    outbox.add('in', WSS, new Blob(['last']));
    await vi.waitFor(() => expect(frames).toHaveLength(3));
    const read = (body: Uint8Array | string | undefined) =>
      typeof body === 'string' ? body : new TextDecoder().decode(body);
    expect(frames.map(({ frame }) => read(frame.body))).toEqual(['slow', 'fast', 'last']);
  });

  it('are copies: what the page does afterwards does not show', async () => {
    const { frames } = connect();
    startHook();
    const pool = bytes(9, 1, 2, 9);
    outbox.add('out', WSS, pool.subarray(1, 3));
    outbox.add('in', WSS, pool.buffer);
    pool.fill(0);
    await settle();
    expect(frames.map(({ frame }) => frame.body)).toEqual([bytes(1, 2), bytes(9, 1, 2, 9)]);
  });

  it('too large are only counted', async () => {
    const { frames, notices } = connect();
    startHook();
    outbox.add('in', WSS, new ArrayBuffer(MAX_BODY_SIZE + 1));
    outbox.add('in', WSS, 'x'.repeat(MAX_BODY_SIZE + 1));
    outbox.add('in', WSS, new Blob([new ArrayBuffer(MAX_BODY_SIZE + 1)]));
    await settle();
    expect(frames).toEqual([]);
    expect(notices).toEqual(Array(3).fill({ tooLarge: MAX_BODY_SIZE + 1 }));
  });

  it('of no known kind throw, before anything is counted', () => {
    expect(() => outbox.add('out', WSS, { toString: () => 'x' })).toThrow();
    expect(() => outbox.add('out', WSS, new DataView(new ArrayBuffer(1)))).toThrow();
  });

  it('come with the text of their request', async () => {
    const { frames } = connect();
    startHook();
    outbox.add('fetch', 'https://a/', '{}', 'gift_id=5');
    outbox.add('xhr', 'https://a/', '{}');
    await settle();
    expect(frames.map(({ frame }) => [frame.via, frame.request])).toEqual([
      ['fetch', 'gift_id=5'],
      ['xhr', undefined],
    ]);
  });
});

describe('a hostile hook', () => {
  const item = { what: 'in', url: WSS, n: 1, at: 1, size: 1, body: 'x', request: undefined };
  const packet = { version: 1, dropped: 0, failed: 0, items: [item] };

  /** Sends `message` as if it were the hook's. */
  async function pose(message: unknown) {
    const given = connect();
    page.addEventListener('posed', (event) => {
      if (event instanceof MessageEvent) event.ports[0]?.postMessage(message);
    });
    startHook('posed');
    await settle();
    return given;
  }

  it.each([
    ['nothing', undefined, 'packet'],
    ['text', 'x', 'packet'],
    ['no version', { ...packet, version: undefined }, 'packet'],
    ['a later version', { ...packet, version: 2 }, 'version'],
    ['no list', { ...packet, items: { 0: item, length: 1 } }, 'packet'],
  ])('with %s is refused', async (_, message, refused) => {
    const { frames, notices } = await pose(message);
    expect(frames).toEqual([]);
    expect(notices).toEqual([{ refused }]);
  });

  it.each([
    ['a number as item', 5],
    ['no number', { ...item, n: '1' }],
    ['a negative number', { ...item, n: -1 }],
    ['a broken time', { ...item, at: Number.NaN }],
    ['a time beyond time', { ...item, at: Number.MAX_SAFE_INTEGER }],
    ['a long address', { ...item, url: 'x'.repeat(70_000) }],
    ['an inherited kind', { ...item, what: 'constructor' }],
    ['no body and no size', { ...item, body: undefined, size: 'x' }],
    ['a list as body', { ...item, body: [1, 2] }],
    ['too large a body', { ...item, body: 'x'.repeat(MAX_BODY_SIZE + 1) }],
  ])('with %s is refused, and the next item is heard', async (_, bad) => {
    const { frames, notices } = await pose({ ...packet, items: [bad, item] });
    expect(notices).toEqual([{ refused: 'item' }]);
    expect(frames).toHaveLength(1);
  });

  it('does not stop the bridge when a handler of ours fails', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const seen: number[] = [];
    const { close } = connectPage({
      page,
      onHandover: () => undefined,
      onNotice: () => undefined,
      onFrame: ({ n }) => {
        seen.push(n);
        throw new Error('ours');
      },
    });
    toClose.push(close);
    startHook();
    outbox.add('in', WSS, 'a');
    outbox.add('in', WSS, 'b');
    await settle();
    expect(seen).toEqual([1, 2]);
    expect(error).toHaveBeenCalledTimes(2);
    error.mockRestore();
  });
});
