import { type Goal, type GoalProgress, targetOf } from '../../../utils/core/goal.ts';
import { moneyOfPrice } from '../../../utils/core/scaled.ts';
import { goalAmount, goalPercent } from '../../desk/goal-words.ts';
import { formatShare } from '../../format.ts';
import { isolate, safeText } from '../../names.ts';
import type { Screen } from '../../screen.ts';

/** What a goal wants: `5,000 coins`, `$50.00`, `Rose × 20`. `gift` is the name of the gift that it counts. */
export function goalTarget({ wanted }: Pick<Goal, 'wanted'>, gift: string, screen: Screen): string {
  return wanted.of === 'money'
    ? screen.money(moneyOfPrice(wanted.price), 16)
    : goalAmount(wanted, targetOf(wanted), gift, screen, 16);
}

/** What a goal is called: by the user's name for it, else by what it wants and for how long. */
export function goalName(goal: Goal, gift: string, screen: Screen): string {
  const own = safeText(goal.name);
  return own === ''
    ? screen.t('goalNamed', [
        goalTarget(goal, gift, screen),
        screen.t(`budgetPeriod_${goal.period.type}`),
      ])
    : isolate(own);
}

/** `68%`, or that no rate tells it. */
export function goalShare(progress: GoalProgress, screen: Screen): string {
  return progress.reached === null
    ? screen.t('goalNoRate')
    : formatShare(goalPercent({ progress }) / 100, screen.locale);
}
