import type { BudgetId } from './budget.ts';
import type { PeriodKey } from './budget-period.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import type { Day } from './time.ts';
import type { SessionId } from './totals.ts';

/** Which entries a budget counted in a period, as the ledger page can be asked for them. */
export function budgetEntries(
  budget: BudgetId,
  { key, first, last }: { readonly key: PeriodKey; readonly first: Day; readonly last: Day },
): Partial<LedgerFilter> {
  const period = isSession(key) ? { session: [key] } : { from: first, to: last };
  return { direction: 'sent', budget, ...period };
}

function isSession(key: PeriodKey): key is SessionId {
  return !/^\d{4}-/.test(key);
}
