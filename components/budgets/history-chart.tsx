import { numberOf } from '../../utils/core/budget.ts';
import type { BudgetPeriodView, BudgetView } from '../../utils/core/budget-views.ts';
import type { Day } from '../../utils/core/time.ts';
import { useScreen } from '../screen.ts';
import { budgetName, measureWords, spanWords } from './budget-words.ts';

const HEIGHT = 56;
/** Room above the tallest column, so that the limit's line is never at the edge. */
const HEADROOM = 1.08;

/** The last periods of a budget as columns, with their limits as lines. A table for screen readers says the same. */
export function HistoryChart({ view, today }: { view: BudgetView; today: Day }) {
  const screen = useScreen();
  const { t } = screen;
  const { history } = view;
  const most = Math.max(
    1,
    ...history.flatMap(({ spent, limit }) => [numberOf(spent), numberOf(limit)]),
  );
  const share = (value: number) => (value / (most * HEADROOM)) * 100;
  return (
    <figure class="periods">
      <div class="periods-columns" aria-hidden="true" style={{ blockSize: `${HEIGHT}px` }}>
        {history.map((period) => (
          <span key={period.key} title={columnWords(period)}>
            <i
              data-tone={numberOf(period.spent) > numberOf(period.limit) ? 'over' : 'calm'}
              style={{ blockSize: `${share(numberOf(period.spent))}%` }}
            />
            <u style={{ insetBlockEnd: `${share(numberOf(period.limit))}%` }} />
          </span>
        ))}
      </div>
      <div class="unseen">
        <table>
          <caption>{t('budgetHistoryOf', [budgetName(view, screen, today)])}</caption>
          <thead>
            <tr>
              <th scope="col">{t('budgetHistoryPeriod')}</th>
              <th scope="col">{t('budgetHistorySpent')}</th>
              <th scope="col">{t('budgetHistoryLimit')}</th>
            </tr>
          </thead>
          <tbody>
            {history.map((period) => (
              <tr key={period.key}>
                <th scope="row">{spanWords(period, today, screen)}</th>
                <td>{measureWords(period.spent, screen)}</td>
                <td>{measureWords(period.limit, screen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );

  function columnWords(period: BudgetPeriodView): string {
    return t('budgetColumn', [
      spanWords(period, today, screen),
      measureWords(period.spent, screen),
      measureWords(period.limit, screen),
    ]);
  }
}
