/** Decodes a capture file through the same code as the browser, into the entries that it makes. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  addedAmount,
  amountOf,
  type Entry,
  entryOf,
  mergeEntries,
} from '../../utils/core/entry.ts';
import { stateOf } from '../../utils/core/entry-state.ts';
import type { CaptureEvent, GiftSeen, Person } from '../../utils/core/gift-event.ts';
import { readCaptureFrame, readCaptureHead } from '../../utils/platforms/capture-file.ts';
import { platforms } from '../../utils/platforms/index.ts';
import { isNamedOnly } from '../../utils/platforms/limits.ts';
import type { Decoder } from '../../utils/platforms/types.ts';

/** One payment as replay prints it. */
interface Row {
  readonly entry: Entry;
  readonly sender: Person | null;
  readonly recipient: Person | null;
  readonly gift: GiftSeen['gift'];
}

/** What was decoded of one file. */
export interface Replayed {
  readonly rows: readonly ReplayedRow[];
  readonly frames: number;
  readonly refused: Readonly<Record<string, number>>;
  /** What else the frames told, for tests. */
  readonly page: PageFacts;
}

/** What frames told beside payments. */
export interface PageFacts {
  /** The id of the account that uses the page; null when the page said that there is none. */
  readonly account?: string | null;
  readonly room?: string;
  readonly host?: string;
  readonly title?: string;
  readonly ended?: boolean;
  /** Gift prices by id. */
  readonly prices?: Readonly<Record<string, number>>;
  /** Packages of units: market, currency, and minor units by size. */
  readonly offers?: {
    readonly market: string;
    readonly currency: string;
    readonly packages: Readonly<Record<string, number>>;
  };
  readonly balance?: number;
  /** What the cashier showed last, as `units`, `currency` and `minor` in one text. */
  readonly order?: string;
  /** By battle: from when, until when as set, and when it was over. */
  readonly battles?: Readonly<Record<string, readonly (number | null)[]>>;
  /** The platform's own running totals by receiver. */
  readonly running?: Readonly<Record<string, number>>;
  /** Orders that were paid. */
  readonly paid?: readonly string[];
}

function learn(before: PageFacts, event: CaptureEvent): PageFacts {
  switch (event.type) {
    case 'account':
      return { ...before, account: event.me?.id ?? null };
    case 'room':
      return {
        ...before,
        ...(event.current ? { room: event.room } : {}),
        ...(event.host === null ? {} : { host: event.host.id }),
        ...(event.title === null ? {} : { title: event.title }),
        ...(event.ended ? { ended: true } : {}),
      };
    case 'prices':
      return {
        ...before,
        prices: Object.fromEntries(event.gifts.map(({ id, price }) => [id, price])),
      };
    case 'offers':
      return {
        ...before,
        offers: {
          market: event.market,
          currency: event.currency,
          packages: Object.fromEntries(event.packages.map(({ units, minor }) => [units, minor])),
        },
      };
    case 'balance':
      return { ...before, balance: event.units };
    case 'order':
      return { ...before, order: `${event.units} ${event.price.currency} ${event.price.minor}` };
    case 'purchase':
      return { ...before, paid: [...(before.paid ?? []), event.orderId] };
    case 'battle': {
      const { battle, from, until, endedAt } = event;
      return { ...before, battles: { ...before.battles, [battle]: [from, until, endedAt] } };
    }
    case 'running':
      return {
        ...before,
        running: Object.fromEntries(event.totals.map(({ account, units }) => [account, units])),
      };
    case 'gift':
    case 'ranking':
    case 'watch':
      return before;
  }
}

function join(before: Row | undefined, event: GiftSeen): Row {
  const alone = entryOf(event);
  const entry = before === undefined ? alone : mergeEntries(before.entry, alone);
  const senders = [event.sender, before?.sender ?? null];
  return {
    entry,
    /** Of two that sightings name, whom the entry holds. */
    sender: senders.find((sender) => sender?.id === entry.sender) ?? null,
    recipient: event.recipient ?? before?.recipient ?? null,
    gift: event.gift?.name ? event.gift : (before?.gift ?? event.gift),
  };
}

function printed({ entry, sender, recipient, gift }: Row) {
  return {
    platform: entry.platform,
    kind: entry.kind,
    id: entry.id,
    room: entry.room,
    at: entry.at,
    /** An id that only stands in for a name is none. */
    sender: sender && {
      id: isNamedOnly(sender) ? null : sender.id,
      handle: sender.handle,
      name: sender.name,
    },
    recipient: recipient && { id: recipient.id },
    gift: gift && { id: gift.id, name: gift.name },
    unit: entry.unit,
    unitPrice: entry.unitPrice,
    count: entry.count,
    amount: amountOf(entry),
    /** What the messages say they added: less than `amount` where some are not in the file. */
    added: addedAmount(entry),
    state: stateOf(entry),
  };
}

/** One entry as it is printed. */
export type ReplayedRow = ReturnType<typeof printed>;

/**
 * Decodes the capture file at `path`. Throws what the file system throws; damaged lines are only counted. `apart` joins
 * sightings only within a frame, for files whose ids are made up.
 */
export async function replayFile(path: string, apart = false): Promise<Replayed> {
  const rows = new Map<string, Row>();
  const refused: Record<string, number> = {};
  const refuse = (reason: string): void => {
    refused[reason] = (refused[reason] ?? 0) + 1;
  };
  let decoder: Decoder | undefined;
  let frames = 0;
  let page: PageFacts = {};
  const take = (events: readonly CaptureEvent[]): void => {
    for (const event of events) {
      page = learn(page, event);
      if (event.type !== 'gift') continue;
      const row = apart ? `${frames} ${event.key}` : event.key;
      rows.set(row, join(rows.get(row), event));
    }
  };
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line.trim() === '') continue;
    try {
      if (decoder === undefined) {
        const head = readCaptureHead(line);
        const platform = platforms.find(({ site }) => site.id === head.platform);
        if (platform === undefined) {
          refuse('unknown-platform');
          break;
        }
        decoder = platform.createDecoder(head.place);
        continue;
      }
      frames += 1;
      const decoded = await decoder.decode(readCaptureFrame(line));
      take(decoded.events);
      decoded.refused.forEach(refuse);
    } catch {
      refuse('bad-line');
      if (decoder === undefined) break;
    }
  }
  return { rows: [...rows.values()].map(printed), frames, refused, page };
}
