import {
  type DayTotal,
  type HourTotal,
  type MonthTotal,
  type PlacedEntry,
  type SessionTotal,
  sharesOf,
} from '../core/totals.ts';
import type { LedgerDatabase } from './database.ts';
import { type LongWork, step } from './long-work.ts';
import { withEveryone } from './month-changes.ts';
import { ReceivedChanges, receivedTables } from './received-changes.ts';
import { beginRemembering, forgetRemembered } from './remembered-rows.ts';
import { apply, type Changes, gather } from './sum-changes.ts';
import { totalKeys } from './total-keys.ts';

/** Changes to all totals that a run of changed entries brings about, gathered before anything is written. */
export class TotalChanges {
  readonly #day: Changes<DayTotal> = new Map();
  readonly #month: Changes<MonthTotal> = new Map();
  readonly #session: Changes<SessionTotal> = new Map();
  readonly #hour: Changes<HourTotal> = new Map();
  readonly #received = new ReceivedChanges();

  /** Takes the share of `before` out of every total and puts that of `after` in. Either may be absent. */
  replace(before: PlacedEntry | undefined, after: PlacedEntry | undefined): void {
    if (before !== undefined) this.#add(before, -1);
    if (after !== undefined) this.#add(after, 1);
    this.#received.replace(before, after);
  }

  #add(entry: PlacedEntry, sign: 1 | -1): void {
    const shares = sharesOf(entry);
    if (shares === null) return;
    const { day, month, session, hour } = shares;
    gather(this.#day, day, totalKeys.dayTotals(day), sign);
    gather(this.#month, month, totalKeys.monthTotals(month), sign);
    if (session !== null) {
      gather(this.#session, session, totalKeys.sessionTotals(session), sign);
    }
    gather(this.#hour, hour, totalKeys.hourTotals(hour), sign);
  }

  /** How many rows of totals change, to be kept in memory until they are written. */
  get size(): number {
    return (
      this.#day.size + this.#month.size + this.#session.size + this.#hour.size + this.#received.size
    );
  }

  /** Writes all changes. Must run in the transaction that writes the entries. */
  async write(database: LedgerDatabase): Promise<void> {
    await this.writeSoFar(database);
    await this.#received.learnSupporters(database);
  }

  /** Writes what was gathered so far, so that memory stays bounded; `write` has to come in the same transaction. */
  async writeSoFar(database: LedgerDatabase): Promise<void> {
    await beginRemembering(database);
    await Promise.all([
      apply(database.dayTotals, this.#day, totalKeys.dayTotals),
      apply(database.monthTotals, withEveryone(this.#month), totalKeys.monthTotals),
      apply(database.sessionTotals, this.#session, totalKeys.sessionTotals),
      apply(database.hourTotals, this.#hour, totalKeys.hourTotals),
      this.#received.writeSoFar(database),
    ]);
    for (const written of [this.#day, this.#month, this.#session, this.#hour]) written.clear();
  }
}

/** Rows that are counted together. */
const COUNTED_TOGETHER = 2000;

/**
 * Works every total out again from the entries as the user corrected them. The result must equal what is stored: law of
 * counting 9. All in one transaction, so that the ledger is whole whenever it ends: cancelled, with the signal's reason,
 * it has changed nothing. Meanwhile what is captured waits to be stored.
 */
export async function recount(database: LedgerDatabase, work: LongWork = {}): Promise<void> {
  const { entries, facts, dayTotals, monthTotals, sessionTotals, hourTotals } = database;
  const totals = [dayTotals, monthTotals, sessionTotals, hourTotals, ...receivedTables(database)];
  await database.transaction('rw', [entries, facts, ...totals], async () => {
    const all = await entries.count();
    await forgetRemembered(database);
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
