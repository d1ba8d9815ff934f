import type { EpochMs } from '../core/time.ts';
import type { LedgerDatabase } from './database.ts';
import { firstEntryAt } from './queries.ts';

/** When the ledger begins, in either direction; null while it is empty. */
export async function ledgerBegin(database: LedgerDatabase): Promise<EpochMs | null> {
  const sent = await firstEntryAt(database, 'sent');
  const received = await firstEntryAt(database, 'received');
  if (sent === null || received === null) return sent ?? received;
  return sent < received ? sent : received;
}
