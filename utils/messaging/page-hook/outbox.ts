import { bare, messageEvent, partsOf } from './builtins.ts';
import { copy } from './bytes.ts';
import {
  MAX_REMEMBERED_SIZE,
  MAX_WAITING_ITEMS,
  MAX_WAITING_SIZE,
  WIRE_VERSION,
} from './limits.ts';
import { failures, listen } from './quietly.ts';
import type { Happening, Packet, WireItem } from './wire.ts';

const { now } = Date;
const { postMessage, start, close } = partsOf(MessagePort);

/**
 * Items by number, kept until they are acknowledged, so that a bridge that comes later gets what the one before it did
 * not live to confirm.
 */
const waiting: Record<number, WireItem> = bare({});
/** The oldest number that waits, the next to be sent, the next to be given. */
let first = 1;
let unsent = 1;
let next = 1;
/** Of all that waits. */
let size = 0;
let dropped = 0;

/**
 * What a later bridge must be told again: which sockets are open, and what the page last told its sockets. A page says
 * once which room it enters, and then sends heartbeats and acknowledgements for hours. The hook does not know which is
 * which, but messages of one kind come in few lengths: the last one of each length holds what is still true. Sockets by
 * their number, frames by their negative length: such keys stay in the order in which they were added.
 */
export const memory: Record<string, WireItem> = bare({});

/** Rings in a task of our own: after the page's handlers, and not throttled in hidden tabs as timers are. */
const { port1: ear, port2: rope } = new MessageChannel();
let rung = false;
let bridge: MessagePort | undefined;

const flush = (items: (WireItem | undefined)[]): void => {
  rung = false;
  while (unsent < next) {
    items[items.length] = waiting[unsent++];
  }
  const packet: Packet = { version: WIRE_VERSION, dropped, failed: failures, items };
  postMessage(bridge, packet);
};

listen(ear, 'message', () => flush(bare([])));
start(ear);

const forget = (): void => {
  size -= waiting[first]?.size ?? 0;
  delete waiting[first++];
};

/** Takes what happened, with a copy of `data`, to be told to the bridge. */
export const add = (
  what: Happening,
  url: string,
  data: unknown,
  request?: string | undefined,
): WireItem => {
  const item = { what, url, n: next, at: now(), request, ...copy(data) };
  waiting[next++] = item;
  size += item.size;
  while (size > MAX_WAITING_SIZE || next - first > MAX_WAITING_ITEMS) {
    forget();
    dropped++;
  }
  if (what === 'out' && item.size <= MAX_REMEMBERED_SIZE) {
    delete memory[-item.size];
    memory[-item.size] = item;
  }
  if (bridge && !rung) {
    rung = true;
    postMessage(rope, 0);
  }
  return item;
};

/** Speaks through `port` from now on: first what an earlier bridge acknowledged, then all that waits. */
export const adopt = (port: MessagePort | undefined): void => {
  if (bridge) {
    close(bridge);
  }
  bridge = port;
  listen(port, 'message', (event) => {
    while (first <= messageEvent.data(event) && first < unsent) {
      forget();
    }
  });
  start(port);
  unsent = first;
  const items = bare<WireItem[]>([]);
  for (const key in memory) {
    const item = memory[key];
    if (item && item.n < first) {
      items[items.length] = { ...item, again: true };
    }
  }
  flush(items);
};
