import { type Budget, measureLike, numberOf } from './budget.ts';
import { type DaySpan, dayCount } from './budget-period.ts';
import type { CountedSpend } from './budget-spent.ts';
import type { BudgetStanding, BudgetView, LeftOrOver } from './budget-views.ts';
import { divideHalfEven } from './scaled.ts';
import type { Day } from './time.ts';

/** A percentage that stands for all above it. */
export const mostPercent = 9_999;

/** How near a budget is where it has no threshold of its own. */
const usualNear = 80;

/** A pace is told of periods of at least a week, after three days. */
const shortestPaced = 7;
const daysBeforePace = 3;

/**
 * What is carried into the period after the ones given, oldest first: what each left of its limit and of what was
 * carried into it, or what it was over, as far as the budget carries that. Below zero for what takes from the next.
 */
export function carriedOver(
  { limit, rollover }: Pick<Budget, 'limit' | 'rollover'>,
  spent: readonly number[],
): number {
  const base = numberOf(limit);
  let carried = 0;
  for (const each of spent) {
    const rest = base + carried - each;
    carried = (rest > 0 ? rollover.left : rollover.over) ? rest : 0;
  }
  return carried;
}

/** Whole percents of `limit`, rounded down. All of a limit that is used up before anything was spent is 100. */
export function percentOf(spent: number, limit: number): number {
  if (limit <= 0) return spent > 0 || limit < 0 ? mostPercent : 100;
  return Math.min(mostPercent, Number((BigInt(spent) * 100n) / BigInt(limit)));
}

/** How a budget stands on `today` with `spent` of `limit`, which is its own with what was carried. */
export function standingOf(
  budget: Pick<Budget, 'alerts' | 'pausedUntil'>,
  spent: number,
  limit: number,
  today: Day,
): BudgetStanding {
  if (isPaused(budget, today)) return 'paused';
  if (spent > limit) return 'over';
  const percent = percentOf(spent, limit);
  if (percent >= 100) return 'reached';
  const lowest = Math.min(usualNear, ...budget.alerts.thresholds);
  return percent >= lowest ? 'near' : 'under';
}

/** Whether a budget neither warns nor holds on `today`. */
export function isPaused({ pausedUntil }: Pick<Budget, 'pausedUntil'>, today: Day): boolean {
  return pausedUntil !== null && today < pausedUntil;
}

/** What `value` is, as what is left or what is over. */
export function leftOrOver(limit: Budget['limit'], value: number): LeftOrOver {
  return { over: value < 0, amount: measureLike(limit, Math.abs(value)) };
}

/**
 * What `spent` comes to by the end of `span` at the pace so far, `today` counted as a whole day. Null for short periods
 * and in their first days, where one gift would tell of a hundred, and once the last day has come.
 */
export function paceOf(
  budget: Pick<Budget, 'period' | 'limit'>,
  span: DaySpan,
  spent: number,
  limit: number,
  today: Day,
): BudgetView['pace'] {
  const { type } = budget.period;
  const days = dayCount(span);
  if (type === 'rolling' || type === 'stream' || days < shortestPaced) return null;
  if (today < span.first || today >= span.last) return null;
  const passed = dayCount({ first: span.first, last: today });
  if (passed < daysBeforePace) return null;
  const amount = Number(divideHalfEven(BigInt(spent) * BigInt(days), BigInt(passed)));
  return { amount: measureLike(budget.limit, amount), by: span.last, passes: amount > limit };
}

/** The counted numbers that stand beside a sum. */
export function doubtOf(
  limit: Budget['limit'],
  { listed, unpricedUnits, unpriced }: CountedSpend,
): BudgetView['doubt'] {
  return {
    listed: limit.in === 'money' ? measureLike(limit, listed) : null,
    unpricedUnits,
    unpriced,
  };
}
