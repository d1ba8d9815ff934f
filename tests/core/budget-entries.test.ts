import { describe, expect, it } from 'vitest';
import type { BudgetId } from '../../utils/core/budget.ts';
import { budgetEntries } from '../../utils/core/budget-entries.ts';
import { type Day, dayNamed } from '../../utils/core/time.ts';

const day = (text: string): Day => {
  const named = dayNamed(text);
  if (named === null) throw new RangeError(text);
  return named;
};
const november = {
  key: `${day('2026-11-01')}/${day('2026-11-30')}`,
  first: day('2026-11-01'),
  last: day('2026-11-30'),
} as const;
const budget = 'b-1' as BudgetId;

describe('the entries that a budget counted', () => {
  it('are those of its days', () => {
    expect(budgetEntries(budget, november)).toEqual({
      direction: 'sent',
      budget: 'b-1',
      from: '2026-11-01',
      to: '2026-11-30',
    });
  });

  it('are those of its stream', () => {
    expect(budgetEntries(budget, { ...november, key: 'tiktok:7400' })).toEqual({
      direction: 'sent',
      budget: 'b-1',
      session: ['tiktok:7400'],
    });
  });
});
