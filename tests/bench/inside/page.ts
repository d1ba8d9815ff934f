/** Runs in a page of the extension, on the same database code as its worker. */
import { currentCosts } from '../../../entrypoints/background/prices.ts';
import { amountOf, entryOf } from '../../../utils/core/entry.ts';
import type { AccountId, RoomId } from '../../../utils/core/ids.ts';
import { currencyCode } from '../../../utils/core/money.ts';
import { dayAndHourOf, epochMs, timeZone } from '../../../utils/core/time.ts';
import { units } from '../../../utils/core/units.ts';
import { knownBalance } from '../../../utils/storage/balances.ts';
import { type CostContext, listedCost } from '../../../utils/storage/costs.ts';
import { LedgerDatabase, type StoredEntry } from '../../../utils/storage/database.ts';
import { recordEvents } from '../../../utils/storage/ledger.ts';
import { sessionIdOf } from '../../../utils/storage/sessions.ts';
import { storedForms } from '../../../utils/storage/stored-forms.ts';
import { TotalChanges } from '../../../utils/storage/totals.ts';
import { type Carrier, carrier } from './backup.ts';
import { type Corrected, correct } from './corrections.ts';
import { giftNumber, type Stream } from './gifts.ts';
import { putRows } from './stored.ts';

/** As many events as an outbox sends at once. */
const BATCH = 1_000;
/** Rows of one transaction when filling, and entries whose totals are written together. */
const FILL = 2_000;
const SUMMED = 100_000;
/** A small transaction that waits for nothing takes less. */
const QUICK_MS = 200;
const zone = timeZone('UTC');

/** Times of one round, in milliseconds. */
interface Round {
  readonly raw: number;
  readonly record: number;
}

/** Some of the entries of a ledger that is filled. */
export interface Part {
  readonly from: number;
  readonly end: number;
  /** How many the whole ledger has, over how many months until which moment. */
  readonly count: number;
  readonly months: number;
  readonly until: number;
}

/** What the benchmark asks of this page. */
interface BenchPage {
  /** Empties the ledger of gifts. */
  clear(): Promise<void>;
  entries(): Promise<number>;
  /** The rows that `count` gifts make, put by raw IndexedDB, and recorded by the ledger. */
  round(count: number, stream: Stream): Promise<Round>;
  /** Adds entries, spread over `months` before now, with their totals. */
  fill(count: number, months: number): Promise<void>;
  /** Adds some of such entries: the newest but `from`, up to the newest `end`. */
  fillPart(part: Part): Promise<void>;
  /** How long it takes to compare a balance shown now, and to walk all that was sent, in milliseconds. */
  balance(): Promise<{ readonly compared: number; readonly walked: number }>;
  /** Waits until the browser has put its files in order: after a million rows it lets nobody write for minutes. */
  settled(): Promise<void>;
  usage(): Promise<number>;
  /** Records `count` gifts of a stream of the user's own, as the worker does; its gifts go on from number `from`. */
  receive(count: number, stream: Stream, from?: number): Promise<void>;
  readonly carrier: Carrier;
  /** Corrects what was filled in, in several ways, and gives how long each took. */
  correct(): Promise<Corrected>;
}

/** Costs as those of a viewer who knows no purchase. */
const listedCosts: CostContext = {
  display: currencyCode('USD'),
  method: 'first-in-first-out',
  convert: () => null,
  convertTo: () => () => null,
  listed: () => ({ currency: currencyCode('USD'), minor: 18_550, units: units(17_500) }),
  zone,
  key: 'bench',
};

declare global {
  var giftLedgerBench: BenchPage;
}

/** Runs `act` on a database of its own with the ledger's tables and indexes. */
async function withTables<T>(
  name: string,
  act: (ledger: LedgerDatabase) => Promise<T>,
): Promise<T> {
  const ledger = new LedgerDatabase(name);
  await ledger.open();
  try {
    return await act(ledger);
  } finally {
    await ledger.delete();
  }
}

async function record(
  ledger: LedgerDatabase,
  count: number,
  stream: Stream,
  from = 0,
): Promise<number> {
  const context = { now: epochMs(Date.now()), ...listedCosts, cataloguePrice: () => null };
  const host = { id: stream.host as AccountId, handle: 'mira.plays', name: 'Mira plays' };
  const gifts = Array.from({ length: count }, (_, n) => giftNumber(from + n, stream));
  const room = stream.room as RoomId;
  await recordEvents(
    ledger,
    [
      { type: 'account', platform: 'tiktok', me: host },
      {
        type: 'room',
        platform: 'tiktok',
        room,
        at: epochMs(stream.from),
        host,
        title: 'Bench',
        ended: false,
        current: true,
      },
    ],
    context,
  );
  const start = performance.now();
  for (let n = 0; n < count; n += BATCH) {
    await recordEvents(ledger, gifts.slice(n, n + BATCH), context);
  }
  return performance.now() - start;
}

/** Entry number `n` of a ledger of three years: one of forty creators, in one of many streams. One in a hundred has no end, another one no price. */
function storedEntry(n: number, start: number, step: number, costs: CostContext): StoredEntry {
  const creator = `68000110000${String(n % 40).padStart(8, '0')}`;
  const session = String(Math.floor(n / 200)).padStart(7, '0');
  const event = giftNumber(n, { room: `741300000000${session}`, host: creator, from: start, step });
  const priceless = n % 100 === 3;
  const entry = entryOf({
    ...event,
    ended: n % 100 !== 7,
    ...(priceless ? { unitPrice: null } : {}),
  });
  const stored: StoredEntry = {
    ...entry,
    direction: n % 10 < 7 ? 'sent' : 'received',
    session: sessionIdOf(entry),
    creator: creator as AccountId,
    ...dayAndHourOf(entry.at, costs.zone),
    assumedPrice: null,
    cost: null,
    ...(priceless ? { priceless: 1 } : {}),
  };
  return { ...stored, cost: listedCost(stored, costs) };
}

async function fillPart({ from, end, count, months, until }: Part): Promise<void> {
  const ledger = new LedgerDatabase();
  // Under the extension's own prices: under any others it would work all costs out anew.
  const costs = await currentCosts(ledger);
  await ledger.facts.bulkPut([
    { id: 'costs', value: costs.key },
    { id: 'zone', value: costs.zone },
  ]);
  const span = months * 30 * 24 * 60 * 60 * 1000;
  for (let n = from; n < end; ) {
    // Totals are gathered over many transactions: written with each they would take most of the benchmark.
    const totals = new TotalChanges();
    for (const summed = Math.min(end, n + SUMMED); n < summed; ) {
      const rows: StoredEntry[] = [];
      for (const last = Math.min(summed, n + FILL); n < last; n += 1) {
        const entry = storedEntry(count - 1 - n, until - span, span / count, costs);
        rows.push(entry);
        totals.replace(undefined, entry);
      }
      await putRows(ledger.backendDB(), 'entries', rows, storedForms.entries);
    }
    await ledger.transaction('rw', ledger.tables, async () => totals.write(ledger));
  }
  ledger.close();
}

globalThis.giftLedgerBench = {
  async clear() {
    const ledger = new LedgerDatabase();
    await Promise.all(
      [
        ledger.entries,
        ledger.dayTotals,
        ledger.monthTotals,
        ledger.sessionTotals,
        ledger.gifterTotals,
        ledger.hourTotals,
        // With what recording remembers of them.
        ledger.facts,
      ].map((table) => table.clear()),
    );
    ledger.close();
  },
  async entries() {
    const ledger = new LedgerDatabase();
    const count = await ledger.entries.count();
    ledger.close();
    return count;
  },
  async round(count, stream) {
    const { rows, time } = await withTables('bench-record', async (ledger) => ({
      time: await record(ledger, count, stream),
      rows: await ledger.entries.toArray(),
    }));
    if (rows.length !== count) throw new Error(`${rows.length} entries of ${count} gifts`);
    const raw = await withTables('bench-raw', (ledger) =>
      putRows(ledger.backendDB(), 'entries', rows, storedForms.entries),
    );
    return { raw, record: time };
  },
  async balance() {
    const ledger = new LedgerDatabase();
    const at = epochMs(Date.now());
    const unit = 'tiktok:coin';
    await ledger.balances.put({ unit, account: '', units: units(5_000), at, lastAt: at });
    const start = performance.now();
    const known = await knownBalance(ledger, unit);
    const compared = performance.now() - start;
    let sent = 0;
    await ledger.entries
      .where('[direction+at]')
      .between(['sent', 0], ['sent', at], true, true)
      .each((entry) => {
        sent += amountOf(entry) ?? 0;
      });
    const walked = performance.now() - start - compared;
    if (known?.facts.sent !== sent) throw new Error(`${known?.facts.sent} sent, not ${sent}`);
    ledger.close();
    return { compared, walked };
  },
  async fill(count, months) {
    await fillPart({ from: 0, end: count, count, months, until: Date.now() });
  },
  fillPart,
  carrier: carrier(listedCosts),
  correct: () => correct(listedCosts),
  async settled() {
    const ledger = new LedgerDatabase();
    for (let quick = 0; quick < 5; ) {
      const start = performance.now();
      await ledger.transaction('rw', ledger.entries, () =>
        ledger.entries.where('openSince').above(0).count(),
      );
      quick = performance.now() - start < QUICK_MS ? quick + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, QUICK_MS));
    }
    ledger.close();
  },
  async receive(count, stream, from = 0) {
    const ledger = new LedgerDatabase();
    await record(ledger, count, stream, from);
    ledger.close();
  },
  async usage() {
    return (await navigator.storage.estimate()).usage ?? 0;
  },
};
