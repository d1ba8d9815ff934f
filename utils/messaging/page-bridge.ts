import { epochMs } from '../core/time.ts';
import type { Frame } from '../platforms/types.ts';
import {
  HANDOVER_EVENT,
  MAX_BODY_SIZE,
  MAX_WAITING_ITEMS,
  WIRE_VERSION,
} from './page-hook/limits.ts';
import type { Happening } from './page-hook/wire.ts';

/** A frame with its number, by which it is acknowledged. */
export interface BridgedFrame {
  readonly n: number;
  readonly frame: Frame;
  /** Whether an earlier bridge acknowledged it: here only so that what follows can be understood. */
  readonly again: boolean;
}

/** What the hook says beside frames: one of these at a time. */
export interface BridgeNotice {
  /** The page made the matching socket of this address. */
  readonly opened?: string;
  /** A matching socket of this address closed or failed. */
  readonly closed?: string;
  /** A body of this many bytes or characters was not copied. */
  readonly tooLarge?: number;
  /** Items that the hook dropped in all, because too many were waiting. */
  readonly dropped?: number;
  /** Times that the hook itself failed in all. */
  readonly failed?: number;
  /** Something that is no message of a hook, or of a version that is not known here. */
  readonly refused?: 'version' | 'packet' | 'item';
}

/** How to reach the page's hook, and who is told what it says. Handlers run in tasks of our own, in order. */
export interface PageBridgeOptions {
  readonly signal?: AbortSignal;
  /**
   * Of the hook, where an earlier bridge may have learned it. Until a promised one is there, a hook that starts is
   * heard as well: whether one is still to start, a script cannot tell (`about:blank` is complete from the beginning).
   */
  readonly nonce?: string | Promise<string | undefined>;
  /** The page's `window`. */
  readonly page?: EventTarget;
  onFrame(frame: BridgedFrame): void;
  onNotice(notice: BridgeNotice): void;
  /** The hook speaks; a bridge that comes later in this page must be given `nonce`. */
  onHandover(nonce: string): void;
}

/** The way back to the hook. */
export interface PageBridge {
  /** Whether a hook handed itself over, or was called by its nonce. */
  readonly connected: boolean;
  /** Everything up to number `n` is safe: the hook may forget it. */
  ack(n: number): void;
  close(): void;
}

/** Longer addresses and request texts than any real one. */
const MAX_URL_LENGTH = 65_536;
const MAX_REQUEST_LENGTH = 65_536;
const MAX_NONCE_LENGTH = 64;

const ways: Readonly<Record<string, Pick<Frame, 'via' | 'dir'>>> = {
  in: { via: 'socket', dir: 'in' },
  out: { via: 'socket', dir: 'out' },
  fetch: { via: 'fetch', dir: 'in' },
  xhr: { via: 'xhr', dir: 'in' },
} satisfies Partial<Record<Happening, Pick<Frame, 'via' | 'dir'>>>;

/** Of another realm `instanceof` knows nothing, and in Firefox all that comes from a page is of another realm. */
const classOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

/** The most items that can wait in a hook, and as many that it tells again. */
const MAX_ITEMS = 2 * MAX_WAITING_ITEMS;

/** Runs a handler of ours; its failure must not stop the frames that follow. */
function safely(handler: () => void): void {
  try {
    handler();
  } catch (error) {
    console.error(error);
  }
}

/**
 * The bytes of a buffer that came from the page, copied. In Firefox such a buffer is of the page's realm, and so is
 * every view of it that is made here: its items cannot be read, only copied as a whole.
 */
function ownBytes(buffer: ArrayBuffer): Uint8Array {
  const bytes = new Uint8Array(buffer.byteLength);
  bytes.set(new Uint8Array(buffer));
  return bytes;
}

/** The body's bytes or text; null for what is no body or too large. */
async function read(body: unknown): Promise<Frame['body'] | null> {
  if (typeof body === 'string') {
    return body.length <= MAX_BODY_SIZE ? body : null;
  }
  const name = classOf(body);
  if (name === 'Blob' && (body as Blob).size <= MAX_BODY_SIZE) {
    return ownBytes(await (body as Blob).arrayBuffer());
  }
  if (name === 'ArrayBuffer' && (body as ArrayBuffer).byteLength <= MAX_BODY_SIZE) {
    return ownBytes(body as ArrayBuffer);
  }
  return null;
}

/** Reads one item: a frame, or a notice. Null for what is neither. */
async function readItem(item: unknown): Promise<BridgedFrame | BridgeNotice | null> {
  if (!isRecord(item)) {
    return null;
  }
  const { n, at, what, url, size, body, request } = item;
  if (!isCount(n) || !isCount(at) || !isText(url, MAX_URL_LENGTH) || typeof what !== 'string') {
    return null;
  }
  if (what === 'opened' || what === 'closed') {
    return what === 'opened' ? { opened: url } : { closed: url };
  }
  const way = Object.hasOwn(ways, what) ? ways[what] : undefined;
  if (way === undefined) {
    return null;
  }
  if (body === undefined) {
    return isCount(size) ? { tooLarge: size } : null;
  }
  const bytes = await read(body);
  if (bytes === null) {
    return null;
  }
  const told = isText(request, MAX_REQUEST_LENGTH) && request !== '' ? { request } : {};
  const frame: Frame = { at: epochMs(at), ...way, url, body: bytes, ...told };
  return { n, frame, again: item.again === true };
}

/**
 * Connects to the hook in the page, as `page-hook/wire.ts` describes: to the one that is about to start, or to the one
 * that has `nonce`, whichever comes first. Never throws. After the first handover no other is accepted, so that a page cannot pose as its hook.
 */
export function connectPage(options: PageBridgeOptions): PageBridge {
  const { signal, page = window } = options;
  const stop = new AbortController();
  let port: MessagePort | undefined;
  let connected = false;
  let dropped = 0;
  let failed = 0;
  /** One after the other: what comes after a Blob waits until it is read. */
  let work: Promise<void> = Promise.resolve();

  const tell = (notice: BridgeNotice): void => safely(() => options.onNotice(notice));

  const takePacket = async (packet: unknown, nonce: string, isFirst: boolean): Promise<void> => {
    if (!isRecord(packet) || !isCount(packet.version) || !Array.isArray(packet.items)) {
      tell({ refused: 'packet' });
      return;
    }
    if (packet.version !== WIRE_VERSION) {
      tell({ refused: 'version' });
      return;
    }
    if (isFirst) {
      safely(() => options.onHandover(nonce));
    }
    if (isCount(packet.dropped) && packet.dropped > dropped) {
      dropped = packet.dropped;
      tell({ dropped });
    }
    if (isCount(packet.failed) && packet.failed > failed) {
      failed = packet.failed;
      tell({ failed });
    }
    for (const item of packet.items.slice(0, MAX_ITEMS)) {
      // What the hook dropped before it could send it is a hole, and counted above.
      if (item !== undefined && !stop.signal.aborted) {
        const read = await readItem(item).catch(() => null);
        if (read === null) {
          tell({ refused: 'item' });
        } else if ('frame' in read) {
          safely(() => options.onFrame(read));
        } else {
          tell(read);
        }
      }
    }
  };

  const connect = (nonce: unknown): void => {
    if (connected || stop.signal.aborted || !isText(nonce, MAX_NONCE_LENGTH) || nonce === '') {
      return;
    }
    connected = true;
    const channel = new MessageChannel();
    port = channel.port1;
    let isFirst = true;
    port.onmessage = ({ data }) => {
      const first = isFirst;
      isFirst = false;
      work = work.then(() => takePacket(data, nonce, first));
    };
    page.dispatchEvent(new MessageEvent(nonce, { ports: [channel.port2] }));
  };

  const close = (): void => {
    stop.abort();
    port?.close();
  };

  const onStart = (event: Event): void => {
    event.stopImmediatePropagation();
    safely(() => connect(Reflect.get(event, 'data')));
  };
  page.addEventListener(HANDOVER_EVENT, onStart, {
    capture: true,
    once: true,
    signal: stop.signal,
  });
  if (typeof options.nonce === 'string') {
    connect(options.nonce);
  } else {
    options.nonce?.then(connect).catch(() => undefined);
  }
  signal?.addEventListener('abort', close, { once: true, signal: stop.signal });
  return {
    get connected() {
      return port !== undefined;
    },
    ack: (n) => port?.postMessage(n),
    close,
  };
}
