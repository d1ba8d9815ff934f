import type { AccountId } from '../../utils/core/ids.ts';
import type { OnPlatform } from '../../utils/core/ledger-filter.ts';
import { mergingOf } from '../../utils/core/linked-accounts.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { readLinkedAccounts } from '../../utils/storage/linked-accounts.ts';
import type { OpenedScreen } from './screens/opened-screen.ts';

/** Does what the user wants who says that two accounts are one person's, with all that was merged into either. */
export async function mergePeople(
  database: LedgerDatabase,
  run: OpenedScreen['run'],
  person: OnPlatform<AccountId>,
  into: OnPlatform<AccountId>,
): Promise<void> {
  const accounts = await readLinkedAccounts(database);
  run({ type: 'people-merged', ...mergingOf(accounts, person, into) }, 'people-merged');
}
