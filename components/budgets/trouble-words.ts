import { longestBudgetName, longestLockMs, mostRollingDays } from '../../utils/core/budget.ts';
import type { Translate } from '../text.ts';
import type { BudgetFieldTrouble } from './budget-fields.ts';

const DAY_MS = 86_400_000;

/** What is wrong with a field of a budget, in words. */
export function budgetTroubleWords(trouble: BudgetFieldTrouble, t: Translate): string {
  switch (trouble) {
    case 'empty':
      return t('trouble_empty');
    case 'number':
    case 'limit':
    case 'alerts':
      return t('trouble_budget_number');
    case 'date':
      return t('trouble_date');
    case 'currency':
      return t('trouble_currency');
    case 'name-too-long':
      return t('trouble_name_too_long', [String(longestBudgetName)]);
    case 'period':
      return t('trouble_period', [String(mostRollingDays)]);
    case 'span-backwards':
      return t('trouble_span_backwards');
    case 'thresholds':
      return t('trouble_thresholds');
    case 'lock':
      return t('trouble_lock', [String(longestLockMs / DAY_MS)]);
    case 'nothing-in-scope':
    case 'rollover':
      return t('trouble_budget_choice');
  }
}
