import { numberOf, sameMeasure } from '../../utils/core/budget.ts';
import type { BudgetView, PendingBudget } from '../../utils/core/budget-views.ts';
import type { Screen } from '../screen.ts';
import { measureWords } from './budget-words.ts';
import { remainingWords } from './remaining-words.ts';

/** What waits until a lock lets it hold: the removal, another limit, accounts that stop counting. */
export function pendingWords(
  { limit }: BudgetView['budget'],
  { wanted, leaving, remainingMs }: PendingBudget,
  screen: Screen,
): string {
  const { t } = screen;
  const left = remainingWords(remainingMs, screen);
  if (wanted === null) return t('budgetPendingRemoval', [left]);
  const change = t('budgetPendingChange', [measureWords(wanted.limit, screen), left]);
  if (leaving.length === 0) return change;
  const isSame = sameMeasure(limit, wanted.limit) && numberOf(limit) === numberOf(wanted.limit);
  const names = leaving.map(({ person }) => screen.person(person));
  const accounts = t('budgetPendingAccounts', [listed(names, screen), left]);
  return isSame ? accounts : `${change} ${accounts}`;
}

function listed(names: readonly string[], { language }: Screen): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
