import type { GoalView } from '../../utils/core/desk-views.ts';
import type { Goal, GoalMeasure } from '../../utils/core/goal.ts';
import { moneyOfPrice } from '../../utils/core/scaled.ts';
import { formatCount } from '../format.ts';
import { isolate, safeText } from '../names.ts';
import type { Screen } from '../screen.ts';

/** What a goal is called: its own name, else its period. */
export function goalTitle({ name, period }: Goal, { t }: Screen): string {
  const own = safeText(name);
  if (own !== '') return isolate(own);
  switch (period.type) {
    case 'stream':
      return t('budgetThisStream');
    case 'day':
      return t('budgetToday');
    case 'week':
      return t('budgetThisWeek');
    case 'month':
      return t('budgetThisMonth');
  }
}

/** So much of what a goal counts, such as `5,000 coins` or `Rose × 20`. `gift`: the name of the gift that it counts. */
export function goalAmount(
  wanted: GoalMeasure,
  count: number,
  gift: string,
  screen: Screen,
  fit?: number,
): string {
  switch (wanted.of) {
    case 'units':
      return screen.units(count, wanted.unit, fit);
    case 'money':
      // What units are worth is an estimate.
      return screen.t('about', [
        screen.money(moneyOfPrice({ ...wanted.price, minor: count }), fit),
      ]);
    case 'gifts':
      return screen.counted(count, 'gifts', fit);
    case 'gifters':
      return screen.counted(count, 'giftersCounted', fit);
    case 'gift': {
      const name = isolate(safeText(gift) || screen.t('entry_gift'));
      return screen.t('timesCount', [name, formatCount(count, screen.locale, fit)]);
    }
  }
}

/** How far a goal is: `1,204 of 5,000 coins`. */
export function goalProgressWords(view: GoalView, screen: Screen, fit?: number): string {
  const { goal, gift, progress } = view;
  const wanted =
    goal.wanted.of === 'money'
      ? screen.money(moneyOfPrice(goal.wanted.price), fit)
      : goalAmount(goal.wanted, progress.target, gift, screen, fit);
  if (progress.reached === null) return screen.t('goalProgressUnknown', [wanted]);
  const isCount = goal.wanted.of !== 'money';
  const sofar = isCount
    ? formatCount(progress.reached, screen.locale, fit)
    : goalAmount(goal.wanted, progress.reached, gift, screen, fit);
  return screen.t(progress.done ? 'goalProgressDone' : 'goalProgress', [sofar, wanted]);
}

/** How full a goal is in whole percents, rounded down so that 100 means reached. */
export function goalPercent({ progress: { reached, target } }: Pick<GoalView, 'progress'>): number {
  return Math.floor((100 * (reached ?? 0)) / target);
}

/** The goal to show where there is room for one: of those not reached the nearest, else the first; null without any. */
export function nearestGoal(goals: readonly GoalView[]): GoalView | null {
  const [nearest] = goals
    .filter(({ progress }) => !progress.done)
    .sort((a, b) => goalPercent(b) - goalPercent(a));
  return nearest ?? goals[0] ?? null;
}
