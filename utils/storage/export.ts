import { costTotal, weakestBasis } from '../core/cost.ts';
import { byteOrderMark, csvLine } from '../core/csv.ts';
import { amountOf } from '../core/entry.ts';
import { isObserved, stateOf } from '../core/entry-state.ts';
import {
  type ExportedCost,
  type ExportedEntry,
  exportCells,
  exportColumns,
} from '../core/exported-entry.ts';
import type { Person } from '../core/gift-event.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import type { Work } from '../core/long-work.ts';
import type { EpochMs, TimeZone } from '../core/time.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';

/** Takes text piece by piece. */
export interface TextSink {
  write(text: string): void;
}

/** What an export has to be told. */
export interface ExportContext {
  readonly now: EpochMs;
  /** The zone that times are written in: the ledger's. */
  readonly zone: TimeZone;
  /** How many entries there are, to say how far it is; zero where nobody knows. */
  readonly total: number;
}

/** The files that entries can be exported as. */
export type ExportFormat = 'csv' | 'json';

export const EXPORT_FORMAT = 'gift-ledger-entries';
export const EXPORT_VERSION = 1;

/** Entries some at a time, in the order in which they are to be exported. */
export type EntryPages = AsyncIterable<readonly StoredEntry[]>;

/**
 * Writes entries as a CSV or JSON file, page by page: memory does not grow with their number. Gives how many there
 * were. Rejected with the signal's reason when cancelled.
 */
export async function exportEntries(
  database: LedgerDatabase,
  format: ExportFormat,
  pages: EntryPages,
  { now, zone, total }: ExportContext,
  sink: TextSink,
  { signal, tell }: Work,
): Promise<number> {
  const file = format === 'csv' ? csvFile(zone) : jsonFile(now, zone);
  let done = 0;
  sink.write(file.head);
  for await (const page of pages) {
    signal.throwIfAborted();
    const entries = await exported(database, page);
    sink.write(entries.map((entry, index) => file.entry(entry, done + index === 0)).join(''));
    done += entries.length;
    tell({ stage: 'reading', done, total });
  }
  sink.write(file.end);
  return done;
}

interface FileShape {
  readonly head: string;
  entry(entry: ExportedEntry, first: boolean): string;
  readonly end: string;
}

function csvFile(zone: TimeZone): FileShape {
  return {
    head: byteOrderMark + csvLine(exportColumns),
    entry: (entry) => csvLine(exportCells(entry, zone)),
    end: '',
  };
}

function jsonFile(now: EpochMs, zone: TimeZone): FileShape {
  const head = JSON.stringify({
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    created: new Date(now).toISOString(),
    zone,
  });
  return {
    head: `${head.slice(0, -1)},"entries":[`,
    entry: (entry, first) => `${first ? '' : ','}\n${JSON.stringify(entry)}`,
    end: '\n]}\n',
  };
}

/** Entries read at once. */
const PAGE_ENTRIES = 1_000;

/** Every entry: what was sent by time, then what was received. Each page is read by itself. */
export async function* allEntries({ entries }: LedgerDatabase): EntryPages {
  for (const direction of ['sent', 'received'] as const) {
    let from = 0;
    let last: readonly StoredEntry[] = [];
    do {
      // Several entries may have the time at which the page before ended.
      const known = new Set(last.filter(({ at }) => at === from).map(({ id }) => id));
      const rows = await entries
        .where('[direction+at]')
        .between([direction, from], [direction, Number.POSITIVE_INFINITY])
        .limit(PAGE_ENTRIES + known.size)
        .toArray();
      const page = rows.filter(({ id }) => !known.has(id));
      if (page.length === 0) break;
      yield page;
      last = rows;
      from = rows.at(-1)?.at ?? from;
    } while (last.length >= PAGE_ENTRIES);
  }
}

/** Entries with the names of everyone and everything in them. */
async function exported(
  { people, gifts, sessions }: LedgerDatabase,
  entries: readonly StoredEntry[],
): Promise<ExportedEntry[]> {
  const persons = await found(
    people,
    entries.flatMap(({ platform, creator, sender, recipient }) =>
      [creator, sender, recipient].flatMap((id): [PlatformId, AccountId][] =>
        id === null || id === '' ? [] : [[platform, id]],
      ),
    ),
  );
  const named = await found(
    gifts,
    entries.flatMap(({ platform, gift }) => (gift === null ? [] : [[platform, gift] as const])),
  );
  const streams = await found(
    sessions,
    entries.map(({ session }) => session),
  );
  const personOf = (platform: PlatformId, id: AccountId | '' | null): Person | null => {
    if (id === null || id === '') return null;
    const { handle = '', name = '' } = persons.get(String([platform, id])) ?? {};
    return { id, handle, name };
  };
  return entries.map((entry) => {
    const { platform, gift, byHand, correction, unit } = entry;
    const giftName = gift === null ? '' : (named.get(String([platform, gift]))?.name ?? '');
    return {
      id: entry.id,
      platform,
      kind: entry.kind,
      direction: entry.direction,
      state: stateOf(entry),
      at: entry.at,
      lastAt: entry.lastAt,
      day: entry.day,
      stream:
        entry.room === ''
          ? null
          : { room: entry.room, title: streams.get(entry.session)?.title ?? '' },
      creator: personOf(platform, entry.creator),
      sender: personOf(platform, entry.sender),
      recipient: personOf(platform, entry.recipient),
      gift:
        gift === null && byHand === undefined
          ? null
          : { id: gift, name: giftName || (byHand?.giftName ?? '') },
      count: entry.count,
      unit,
      unitPrice: entry.unitPrice ?? entry.assumedPrice,
      priceAssumed: entry.unitPrice === null && entry.assumedPrice !== null,
      amount: unit === null ? null : amountOf(entry),
      cost: costOf(entry),
      voided: correction?.voided ?? false,
      corrected: correction?.units !== undefined || correction?.price !== undefined,
      byHand: byHand !== undefined,
      note: correction?.note ?? byHand?.note ?? '',
      disputed: entry.disputed,
      onPage: entry.onPage,
      onSend: entry.onSend,
      observed: isObserved(entry),
    };
  });
}

function costOf({ cost }: StoredEntry): ExportedCost | null {
  if (cost === null) return null;
  const { currency, scale, exact, paid, listed } = cost;
  const total = costTotal(cost).amount;
  return { currency, scale, total, exact, paid, listed, basis: weakestBasis(cost) };
}

/** Rows by key, each read once. */
async function found<Row, Key>(
  table: { bulkGet(keys: Key[]): PromiseLike<(Row | undefined)[]> },
  keys: readonly Key[],
): Promise<ReadonlyMap<string, Row>> {
  const distinct = new Map(keys.map((key) => [String(key), key]));
  const rows = await table.bulkGet([...distinct.values()]);
  return new Map(
    [...distinct.keys()].flatMap((key, index) => {
      const row = rows[index];
      return row === undefined ? [] : [[key, row]];
    }),
  );
}
