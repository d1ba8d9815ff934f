import type { Transaction } from 'dexie';
import { type MonthTotal, sharesOf } from '../core/totals.ts';
import type { StoredEntry } from './database.ts';
import { withEveryone } from './month-changes.ts';
import { type Changes, gather } from './sum-changes.ts';
import { totalKeys } from './total-keys.ts';

/** Entries that are looked at together. */
const PAGE = 2_000;

/**
 * Takes a ledger of version 1 over, which had no totals by month, and no index of the payments whose end was not told:
 * counts the ones, and writes the others anew.
 */
export async function countMonths(transaction: Transaction): Promise<void> {
  const entries = transaction.table<StoredEntry>('entries');
  const months: Changes<MonthTotal> = new Map();
  for (let last = ''; ; ) {
    const page = await entries.where('id').above(last).limit(PAGE).toArray();
    const end = page.at(-1);
    if (end === undefined) break;
    for (const entry of page) {
      const month = sharesOf(entry)?.month;
      if (month !== undefined) gather(months, month, totalKeys.monthTotals(month), 1);
    }
    await entries.bulkPut(page.filter(({ ended }) => !ended));
    last = end.id;
  }
  await transaction.table<MonthTotal>('monthTotals').bulkPut([...withEveryone(months).values()]);
}
