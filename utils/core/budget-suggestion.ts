import { measureLike } from './budget.ts';
import type { BudgetSuggestion } from './budget-views.ts';
import type { Measure } from './guard.ts';
import { exponentOf } from './money.ts';

/** Fewer full months say nothing. */
const fewestMonths = 2;

const profiles = [
  { profile: 'comfortable', percentile: 75 },
  { profile: 'on-track', percentile: 50 },
  { profile: 'tight', percentile: 25 },
] as const;

/**
 * Limits from the user's own full months, each given by what was spent in it: the 75th, 50th and 25th percentile,
 * rounded up to whole units of money, and what each would have done in those months. None where nothing was spent.
 */
export function suggestBudgets(
  months: readonly number[],
  measure: Measure,
): readonly BudgetSuggestion[] {
  if (months.length < fewestMonths || months.every((spent) => spent === 0)) return [];
  const step = roundTo(measure);
  return profiles.flatMap(({ profile, percentile }): BudgetSuggestion[] => {
    const limit = Math.ceil(percentileOf(months, percentile) / step) * step;
    if (limit <= 0) return [];
    const over = months.map((spent) => Math.max(0, spent - limit));
    return [
      {
        profile,
        limit: measureLike(measure, limit),
        months: months.length,
        passed: over.filter((each) => each > 0).length,
        over: measureLike(
          measure,
          over.reduce((sum, each) => sum + each, 0),
        ),
      },
    ];
  });
}

/** The smallest of `values` that at least `percent` of them do not exceed (nearest rank). */
export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

/** Nobody sets a limit of $37.41: one of the major unit, or a hundred minor ones where there are none. */
function roundTo(measure: Measure): number {
  if (measure.in === 'units') return 1;
  const { currency, scale } = measure.money;
  return exponentOf(currency) === 0 ? 100 * 10 ** scale : 10 ** scale;
}
