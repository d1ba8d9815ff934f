import { type Goal, type GoalMeasure, type GoalProgress, targetOf } from '../utils/core/goal.ts';
import { moneyOfPrice } from '../utils/core/scaled.ts';
import { formatCount, formatShare } from './format.ts';
import { isolate, safeText } from './names.ts';
import type { Screen } from './screen.ts';

/** A number of what a goal counts: `5,000 coins`, `about $50.00`, `20 × Rose`. `gift` is the name of its gift. */
export function goalAmount(
  wanted: GoalMeasure,
  count: number,
  gift: string,
  screen: Screen,
  fit = 16,
): string {
  switch (wanted.of) {
    case 'units':
      return screen.units(count, wanted.unit, fit);
    case 'money':
      return screen.money(moneyOfPrice({ ...wanted.price, minor: count }), fit);
    case 'gifts':
      return screen.counted(count, 'gifts', fit);
    case 'gifters':
      return screen.counted(count, 'gifters', fit);
    case 'gift':
      return screen.t('goalOfGift', [
        formatCount(count, screen.locale, fit),
        isolate(safeText(gift) || screen.t('entry_gift')),
      ]);
  }
}

/** What a goal is called: by the user's name for it, else by what it wants and for how long. */
export function goalName({ name, wanted, period }: Goal, gift: string, screen: Screen): string {
  const own = safeText(name);
  if (own !== '') return isolate(own);
  const target = targetOf(wanted);
  return screen.t('goalNamed', [
    goalAmount(wanted, target, gift, screen),
    screen.t(`budgetPeriod_${period.type}`),
  ]);
}

/** How much of a goal is reached, in whole per cent rounded down, so that 100 % is never said too early. */
export function goalPercent({ reached, target }: GoalProgress): number {
  return reached === null ? 0 : Math.floor((reached / target) * 100);
}

/** `68%`, or that no rate tells it. */
export function goalShare(progress: GoalProgress, screen: Screen): string {
  return progress.reached === null
    ? screen.t('goalNoRate')
    : formatShare(goalPercent(progress) / 100, screen.locale);
}
