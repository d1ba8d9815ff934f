import type { Page } from '@playwright/test';
import { addTally, emptyTally, sharesOf, type Tally } from '../../utils/core/totals.ts';
import { type StoredEntry, totalKeys } from '../../utils/storage/database.ts';

/** Puts entries into the ledger of a browser, past the extension's own ways, with the totals that they make. */
export async function fillLedger(inside: Page, entries: readonly StoredEntry[]): Promise<void> {
  const tables = { entries, ...totalsOf(entries) };
  for (const [table, rows] of Object.entries(tables)) {
    await inside.evaluate(
      async ([name, all]) => {
        const opening = indexedDB.open('gift-ledger');
        const ledger = await new Promise<IDBDatabase>((resolve, reject) => {
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const transaction = ledger.transaction(name, 'readwrite');
        for (const row of all) transaction.objectStore(name).put(row);
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error);
        });
        ledger.close();
      },
      [table, [...rows]] as const,
    );
  }
}

function totalsOf(entries: readonly StoredEntry[]) {
  const shares = entries.flatMap((entry) => sharesOf(entry) ?? []);
  return {
    dayTotals: summed(
      shares.map(({ day }) => day),
      totalKeys.dayTotals,
    ),
    sessionTotals: summed(
      shares.flatMap(({ session }) => session ?? []),
      totalKeys.sessionTotals,
    ),
    gifterTotals: summed(
      shares.flatMap(({ gifter }) => gifter ?? []),
      totalKeys.gifterTotals,
    ),
    hourTotals: summed(
      shares.map(({ hour }) => hour),
      totalKeys.hourTotals,
    ),
  };
}

function summed<Row extends Tally>(
  rows: readonly Row[],
  keyOf: (row: Row) => readonly string[],
): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    sums.set(key, { ...row, ...addTally(sums.get(key) ?? emptyTally, row, 1) });
  }
  return [...sums.values()];
}
