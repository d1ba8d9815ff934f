import type { Page } from '@playwright/test';
import type { DayTotal, GifterTotal, SessionTotal } from '../../utils/core/totals.ts';
import type { StoredEntry, StoredPage, StoredSession } from '../../utils/storage/database.ts';

/** Everything that the ledger holds, read past the extension's own code. */
export interface LedgerDump {
  readonly entries: readonly StoredEntry[];
  readonly sessions: readonly StoredSession[];
  readonly pages: readonly StoredPage[];
  readonly dayTotals: readonly DayTotal[];
  readonly sessionTotals: readonly SessionTotal[];
  readonly gifterTotals: readonly GifterTotal[];
  readonly undecided: readonly unknown[];
}

/** Reads the ledger from a page of the extension. Empty lists where there is no database yet. */
export async function readLedger(inside: Page): Promise<LedgerDump> {
  return inside.evaluate(async () => {
    const names = ['entries', 'sessions', 'pages', 'dayTotals', 'sessionTotals', 'gifterTotals', 'undecided'];
    const dump: Record<string, unknown[]> = Object.fromEntries(names.map((name) => [name, []]));
    const known = await indexedDB.databases();
    if (known.some(({ name }) => name === 'gift-ledger')) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('gift-ledger');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const name of names) {
        if (!database.objectStoreNames.contains(name)) continue;
        dump[name] = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      }
      database.close();
    }
    return dump;
  }) as Promise<LedgerDump>;
}
