import type { LedgerDatabase } from './database.ts';

/** Forgets rows that a restore put aside before its page was closed: the ledger never knew of them. */
export async function dropStaged({ staged }: LedgerDatabase): Promise<void> {
  await staged.clear();
}
