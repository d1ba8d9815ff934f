import type { Budget } from '../core/budget.ts';
import { withAllAccounts } from '../core/budget-spent.ts';
import type { LedgerDatabase } from './database.ts';
import { readLinkedAccounts } from './linked-accounts.ts';
import { budgetsThatHold } from './standings.ts';

/** The budgets that hold now as they count: those about a creator count every account that the user linked with theirs. */
export async function countingBudgets(database: LedgerDatabase): Promise<readonly Budget[]> {
  const accounts = await readLinkedAccounts(database);
  return (await budgetsThatHold(database)).map((budget) => withAllAccounts(budget, accounts));
}
