/** Totals of entries worked out in memory: recounting a million of them in the database would take most of a benchmark. */
import {
  addTally,
  emptyTally,
  type PlacedEntry,
  sharesOf,
  type Tally,
} from '../../../utils/core/totals.ts';
import { totalKeys } from '../../../utils/storage/database.ts';

type Table = keyof typeof totalKeys;

/** Gathers the totals of any number of entries, table by table. */
export class TotalsOf {
  readonly #sums: Readonly<Record<Table, Map<string, Tally>>> = {
    dayTotals: new Map(),
    sessionTotals: new Map(),
    gifterTotals: new Map(),
    hourTotals: new Map(),
  };

  add(entry: PlacedEntry): void {
    const shares = sharesOf(entry);
    if (shares === null) return;
    const { day, session, gifter, hour } = shares;
    this.#put('dayTotals', totalKeys.dayTotals(day), day);
    if (session !== null) this.#put('sessionTotals', totalKeys.sessionTotals(session), session);
    if (gifter !== null) this.#put('gifterTotals', totalKeys.gifterTotals(gifter), gifter);
    this.#put('hourTotals', totalKeys.hourTotals(hour), hour);
  }

  #put(table: Table, key: readonly string[], row: Tally): void {
    const sums = this.#sums[table];
    const text = JSON.stringify(key);
    sums.set(text, { ...row, ...addTally(sums.get(text) ?? emptyTally, row, 1) });
  }

  /** The rows of every table. */
  rows(): [Table, Tally[]][] {
    return Object.entries(this.#sums).map(([table, sums]) => [table as Table, [...sums.values()]]);
  }
}
