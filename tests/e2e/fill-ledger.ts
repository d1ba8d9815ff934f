import type { Page } from '@playwright/test';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { LedgerDatabase, type StoredEntry } from '../../utils/storage/database.ts';
import { recount } from '../../utils/storage/totals.ts';

// Whichever file loaded Dexie first: here is no browser's database.
Dexie.dependencies.indexedDB = new IDBFactory();
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

/**
 * Puts entries into the ledger of a browser, past the extension's own ways, with the totals that they make: worked out
 * here, by the extension's own code on a database in memory.
 */
export async function fillLedger(inside: Page, entries: readonly StoredEntry[]): Promise<void> {
  const database = new LedgerDatabase(`fill-${crypto.randomUUID()}`);
  await database.entries.bulkPut([...entries]);
  await recount(database);
  const rows = {
    entries,
    dayTotals: await database.dayTotals.toArray(),
    sessionTotals: await database.sessionTotals.toArray(),
    gifterTotals: await database.gifterTotals.toArray(),
    hourTotals: await database.hourTotals.toArray(),
  };
  database.close();
  for (const [table, all] of Object.entries(rows)) {
    await inside.evaluate(
      async ([name, put]) => {
        const opening = indexedDB.open('gift-ledger');
        const ledger = await new Promise<IDBDatabase>((resolve, reject) => {
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const transaction = ledger.transaction(name, 'readwrite');
        for (const row of put) transaction.objectStore(name).put(row);
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error);
        });
        ledger.close();
      },
      [table, [...all]] as const,
    );
  }
}
