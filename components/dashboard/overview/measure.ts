import type { LedgerSum, OverviewView } from '../../../utils/core/ledger-views.ts';
import type { Screen } from '../../screen.ts';
import { figureOf, isEmpty } from '../../sum-words.tsx';

/** How long a bar is: near enough for drawing. Bars of one chart share one measure. */
export type Measure = (sum: LedgerSum) => number;

/**
 * What a period's bars are measured by: money for what was sent, else the one unit there is, else the number of gifts:
 * different units are never added.
 */
export function measureOf({
  direction,
  total,
}: Pick<OverviewView, 'direction' | 'total'>): Measure {
  const { money, amounts } = total.sum;
  if (direction === 'sent' && money !== null) return (sum) => sum.money?.amount ?? 0;
  return amounts.length === 1 ? (sum) => sum.amounts[0]?.units ?? 0 : (sum) => sum.gifts;
}

/** A bar's figure in words: money, else units; a dash where there is nothing. */
export function barFigure(sum: LedgerSum, screen: Screen, fit = 14): string {
  return isEmpty(sum) ? '–' : figureOf(sum, sum.money, screen, fit).short;
}
