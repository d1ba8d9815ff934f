import { LinkedAccounts } from '../core/linked-accounts.ts';
import type { SamePeople } from '../core/merged-people.ts';
import type { LedgerDatabase } from './database.ts';

/** Which accounts are one person's: two tables that are as short as the user's patience. */
export async function readLinkedAccounts({
  merged,
  linked,
}: LedgerDatabase): Promise<LinkedAccounts> {
  const [all, across] = await Promise.all([merged.toArray(), linked.toArray()]);
  return new LinkedAccounts({ merged: all, linked: across });
}

/** Keeps who stands for whom on one platform, in place of what was kept. Runs in a transaction of the caller's. */
export async function keepMerged(
  { merged }: LedgerDatabase,
  same: Pick<SamePeople, 'merged'>,
): Promise<void> {
  await merged.clear();
  await merged.bulkPut([...same.merged]);
}

/** Keeps who stands for whom across platforms, in place of what was kept. Runs in a transaction of the caller's. */
export async function keepLinked(
  { linked }: LedgerDatabase,
  same: Pick<SamePeople, 'linked'>,
): Promise<void> {
  await linked.clear();
  await linked.bulkPut([...same.linked]);
}
