import { storage } from 'wxt/utils/storage';
import type { LedgerDatabase } from './database.ts';

/**
 * Deletes everything that was ever kept: the ledger at once, then settings and all else. Only what is known of the tabs
 * that are open stays, so that capture goes on in them; it goes with them.
 */
export async function deleteEverything(database: LedgerDatabase): Promise<void> {
  const tables = database.tables.filter(({ name }) => name !== 'pages');
  await database.transaction('rw', tables, async () => {
    for (const table of tables) await table.clear();
  });
  await storage.clear('local');
}
