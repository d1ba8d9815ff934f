/** What a ledger of an earlier version needs when it is opened by this one, within the browser's own transaction. */
import type { Table, Transaction } from 'dexie';
import { type DayTotal, type MonthTotal, sharesOf } from '../core/totals.ts';
import type { StoredEntry } from './database.ts';
import { withEveryone } from './month-changes.ts';
import { type Changes, gather, type Sums } from './sum-changes.ts';
import { totalKeys } from './total-keys.ts';

/** Entries that are looked at together. */
const PAGE = 2_000;

/** From version 1, which had no index of the payments whose end was not told: writes these anew. */
export async function indexUnended(transaction: Transaction): Promise<void> {
  await eachPage(transaction, (page, entries) =>
    entries.bulkPut(page.filter(({ ended }) => !ended)),
  );
}

/** From version 2, whose totals by day and by month did not know how costs are known: counts both again. */
export async function countByBasis(transaction: Transaction): Promise<void> {
  const days: Changes<DayTotal> = new Map();
  const months: Changes<MonthTotal> = new Map();
  await eachPage(transaction, (page) => {
    for (const entry of page) {
      const shares = sharesOf(entry);
      if (shares === null) continue;
      gather(days, shares.day, totalKeys.dayTotals(shares.day), 1);
      gather(months, shares.month, totalKeys.monthTotals(shares.month), 1);
    }
  });
  await put(transaction, 'dayTotals', days);
  await put(transaction, 'monthTotals', withEveryone(months));
}

async function eachPage(
  transaction: Transaction,
  act: (page: readonly StoredEntry[], entries: Table<StoredEntry, string>) => unknown,
): Promise<void> {
  const entries = transaction.table<StoredEntry, string>('entries');
  for (let last = ''; ; ) {
    const page = await entries.where('id').above(last).limit(PAGE).toArray();
    const end = page.at(-1);
    if (end === undefined) return;
    await act(page, entries);
    last = end.id;
  }
}

async function put<Row extends Sums>(
  transaction: Transaction,
  name: string,
  rows: Changes<Row>,
): Promise<void> {
  const table = transaction.table<Row>(name);
  await table.clear();
  await table.bulkPut([...rows.values()]);
}
