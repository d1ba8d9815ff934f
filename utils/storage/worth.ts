import { type WorthRates, worthRates } from '../core/worth.ts';
import { readOperated } from './book.ts';
import type { LedgerDatabase } from './database.ts';

/** What units are worth to a creator, by everything that the ledger knows of it. */
export async function readWorthRates(database: LedgerDatabase): Promise<WorthRates> {
  const { ownWorths, payouts } = await readOperated(database);
  return worthRates(ownWorths, payouts);
}
