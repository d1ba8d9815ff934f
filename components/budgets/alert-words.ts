import type { Budget } from '../../utils/core/budget.ts';
import type { AlertView, LeftOrOver } from '../../utils/core/budget-views.ts';
import type { Measure } from '../../utils/core/guard.ts';
import { type Day, monthOf } from '../../utils/core/time.ts';
import { formatMonth, formatSourceDate } from '../dates.ts';
import { formatShare } from '../format.ts';
import { isolate, safeText } from '../names.ts';
import type { Screen } from '../screen.ts';
import { measureWords } from './budget-words.ts';

/** What a budget is called: its own name, else its period. */
export function budgetTitle({ name, period, first, last }: Titled, screen: Screen): string {
  const safe = safeText(name);
  if (safe !== '') return isolate(safe);
  switch (period.type) {
    case 'stream':
      return screen.t('budgetThisStream');
    case 'day':
      return screen.t('budgetToday');
    case 'week':
      return screen.t('budgetThisWeek');
    case 'month':
      return period.firstDay === 1 && period.weekend === 'same'
        ? formatMonth(monthOf(first), screen.language)
        : screen.t('budgetThisMonth');
    case 'year':
      return screen.t('budgetThisYear');
    case 'custom':
      return screen.t('budgetUntil', [formatSourceDate(last, screen.language)]);
    case 'rolling':
      return screen.counted(period.days, 'budgetLastDays');
  }
}

interface Titled {
  readonly name: string;
  readonly period: Budget['period'];
  readonly first: Day;
  readonly last: Day;
}

/** `$39.00 of $50.00 spent, $11.00 left`. */
export function spentText(
  spent: Measure,
  limit: Measure,
  { over, amount }: LeftOrOver,
  screen: Screen,
): string {
  return screen.t(over ? 'budgetSpentOver' : 'budgetSpentLeft', [
    measureWords(spent, screen),
    measureWords(limit, screen),
    measureWords(amount, screen),
  ]);
}

/** An alert in two lines: what it is about, and the numbers. */
export function alertText(alert: AlertView, screen: Screen): { title: string; message: string } {
  const message = spentText(alert.spent, alert.limit, alert.left, screen);
  const title = budgetTitle(alert, screen);
  const { kind, amount } = alert;
  switch (kind.type) {
    case 'share':
      return { title: shareTitle(title, kind.percent, alert.left, screen), message };
    case 'projected':
      return {
        title: screen.t('alertProjected', [title]),
        message: screen.t('alertProjectedBody', [
          amount.in === 'gifts' ? '' : measureWords(amount, screen),
          formatSourceDate(alert.last, screen.language),
          measureWords(alert.limit, screen),
        ]),
      };
    case 'large-gift':
    case 'bought':
    case 'many-gifts':
      return { title: ownTitle(kind.type, amount, screen), message: `${title}: ${message}` };
  }
}

function shareTitle(title: string, percent: number, left: LeftOrOver, screen: Screen): string {
  if (percent < 100) {
    return screen.t('alertShare', [title, formatShare(percent / 100, screen.locale)]);
  }
  return screen.t(left.over ? 'alertOver' : 'alertReached', [title]);
}

function ownTitle(
  type: 'large-gift' | 'bought' | 'many-gifts',
  amount: AlertView['amount'],
  screen: Screen,
): string {
  if (amount.in === 'gifts') {
    return screen.t('alertManyGifts', [
      screen.counted(amount.gifts, 'gifts'),
      screen.counted(amount.minutes, 'minutesSpan'),
    ]);
  }
  return screen.t(type === 'bought' ? 'alertBought' : 'alertLargeGift', [
    measureWords(amount, screen),
  ]);
}
