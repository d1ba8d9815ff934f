import type { Budget } from './budget.ts';
import type { BudgetPeriodView } from './budget-views.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import type { SessionId } from './totals.ts';

/**
 * Which entries a budget counted in a period, as the ledger page can be asked for them; null where it counts several
 * platforms, creators or kinds of many, which one filter cannot name.
 */
export function budgetEntries(
  { scope }: Pick<Budget, 'scope'>,
  { key, first, last }: Pick<BudgetPeriodView, 'key' | 'first' | 'last'>,
): Partial<LedgerFilter> | null {
  const { platforms, creators, kinds } = scope;
  if ([platforms, creators, kinds].some((part) => (part?.length ?? 0) > 1)) return null;
  return {
    direction: 'sent',
    platform: platforms?.[0] ?? null,
    creator: creators?.[0] ?? null,
    kind: kinds?.[0] ?? null,
    ...(isSession(key) ? { session: key } : { from: first, to: last }),
  };
}

function isSession(key: BudgetPeriodView['key']): key is SessionId {
  return !/^\d{4}-/.test(key);
}
