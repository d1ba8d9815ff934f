import type { Table } from 'dexie';
import {
  addTally,
  type DayTotal,
  emptyTally,
  type GifterTotal,
  type HourTotal,
  type PlacedEntry,
  type SessionTotal,
  sharesOf,
  type Tally,
  tallyFields,
} from '../core/totals.ts';
import { type LedgerDatabase, totalKeys } from './database.ts';
import { type LongWork, step } from './long-work.ts';

/** A change of one stored total: its row with the tally to add. */
type Changes<Row extends Tally> = Map<string, Row>;

/** Changes to all totals that a run of changed entries brings about, gathered before anything is written. */
export class TotalChanges {
  readonly #day: Changes<DayTotal> = new Map();
  readonly #session: Changes<SessionTotal> = new Map();
  readonly #gifter: Changes<GifterTotal> = new Map();
  readonly #hour: Changes<HourTotal> = new Map();

  /** Takes the share of `before` out of every total and puts that of `after` in. Either may be absent. */
  replace(before: PlacedEntry | undefined, after: PlacedEntry | undefined): void {
    if (before !== undefined) this.#add(before, -1);
    if (after !== undefined) this.#add(after, 1);
  }

  #add(entry: PlacedEntry, sign: 1 | -1): void {
    const shares = sharesOf(entry);
    if (shares === null) return;
    const { day, session, gifter, hour } = shares;
    gather(this.#day, day, totalKeys.dayTotals(day), sign);
    if (session !== null) {
      gather(this.#session, session, totalKeys.sessionTotals(session), sign);
    }
    if (gifter !== null) gather(this.#gifter, gifter, totalKeys.gifterTotals(gifter), sign);
    gather(this.#hour, hour, totalKeys.hourTotals(hour), sign);
  }

  /** Writes all changes. Must run in the transaction that writes the entries. */
  async write(database: LedgerDatabase): Promise<void> {
    await apply(database.dayTotals, this.#day, totalKeys.dayTotals);
    await apply(database.sessionTotals, this.#session, totalKeys.sessionTotals);
    await apply(database.gifterTotals, this.#gifter, totalKeys.gifterTotals);
    await apply(database.hourTotals, this.#hour, totalKeys.hourTotals);
  }
}

function gather<Row extends Tally>(
  changes: Changes<Row>,
  row: Row,
  key: readonly string[],
  sign: 1 | -1,
): void {
  const id = JSON.stringify(key);
  const sum = addTally(changes.get(id) ?? emptyTally, row, sign);
  changes.set(id, { ...row, ...sum });
}

async function apply<Row extends Tally>(
  table: Table<Row>,
  changes: Changes<Row>,
  keyOf: (row: Row) => readonly string[],
): Promise<void> {
  const rows = [...changes.values()].filter(changesAnything);
  if (rows.length === 0) {
    return;
  }
  const stored = await table.bulkGet(rows.map((row) => [...keyOf(row)]));
  const kept: Row[] = [];
  const gone: string[][] = [];
  rows.forEach((row, index) => {
    const sum = addTally(stored[index] ?? emptyTally, row, 1);
    if (sum.entries === 0) gone.push([...keyOf(row)]);
    else kept.push({ ...row, ...sum });
  });
  await table.bulkPut(kept);
  await table.bulkDelete(gone);
}

function changesAnything(change: Tally): boolean {
  return tallyFields.some((field) => change[field] !== 0);
}

/** Rows that are counted together. */
const COUNTED_TOGETHER = 2000;

/**
 * Works every total out again from the entries as the user corrected them. The result must equal what is stored: law of
 * counting 9. All in one transaction, so that the ledger is whole whenever it ends: cancelled, with the signal's reason,
 * it has changed nothing. Meanwhile what is captured waits to be stored.
 */
export async function recount(database: LedgerDatabase, work: LongWork = {}): Promise<void> {
  const { entries, dayTotals, sessionTotals, gifterTotals, hourTotals } = database;
  const totals = [dayTotals, sessionTotals, gifterTotals, hourTotals];
  await database.transaction('rw', [entries, ...totals], async () => {
    const all = await entries.count();
    await Promise.all(totals.map((table) => table.clear()));
    let last = '';
    for (let done = 0; ; ) {
      step(work, done, all);
      const page = await entries.where('id').above(last).limit(COUNTED_TOGETHER).toArray();
      const end = page.at(-1);
      if (end === undefined) return;
      // Written page by page: a ledger has about as many sums of streams as it has streams and people.
      const changes = new TotalChanges();
      for (const entry of page) changes.replace(undefined, entry);
      await changes.write(database);
      last = end.id;
      done += page.length;
    }
  });
}
