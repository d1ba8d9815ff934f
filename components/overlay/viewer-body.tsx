import { budgetEntries } from '../../utils/core/budget-entries.ts';
import type { TightestBudget } from '../../utils/core/budget-views.ts';
import { inMonth, ledgerAddress } from '../../utils/core/ledger-filter.ts';
import { dayOf } from '../../utils/core/time.ts';
import type { SessionId } from '../../utils/core/totals.ts';
import type { ViewerOverlay } from '../../utils/core/views.ts';
import { basisWords } from '../basis-words.ts';
import { periodWords, shareWords, toneOf } from '../budgets/budget-words.ts';
import { Meter } from '../budgets/meter.tsx';
import { safeText } from '../names.ts';
import { useScreen } from '../screen.ts';
import { figureOf, isEmpty, SumParts, Unpriced, unitsWords } from '../sum-words.tsx';
import { Last, type Open, Row, ToLedger } from './card-parts.tsx';

/** What the user spent: the month, this stream, the budget that is nearest to its limit, the last gift. */
export function ViewerBody({ view, open }: { view: ViewerOverlay; open: Open }) {
  const screen = useScreen();
  const { stream, monthSum } = view;
  const session: SessionId = `${view.platform}:${view.room}`;
  if (!view.loggedIn) {
    return <p class="hint">{screen.t('overlayLoggedOutHint')}</p>;
  }
  const monthFigure = figureOf(monthSum, monthSum.money, screen, 14);
  const inStream = figureOf(stream, stream.money, screen, 11);
  return (
    <>
      <p class="total" title={monthFigure.full} data-quiet={isEmpty(monthSum)}>
        {isEmpty(monthSum) ? (
          screen.t('nothingSent')
        ) : (
          <ToLedger to={ledgerAddress({ direction: 'sent', ...inMonth(view.month) })} open={open}>
            {monthFigure.short}
          </ToLedger>
        )}
      </p>
      {!isEmpty(monthSum) && (
        <p class="under">
          <SumParts sum={monthSum} money={monthSum.money} fit={11} />
          {' · '}
          <span>{basisWords(monthSum, screen)}</span>
        </p>
      )}
      <Unpriced sum={monthSum} />
      <dl>
        <Row name={screen.t('thisStream')}>
          {isEmpty(stream) ? (
            screen.t('noneYet')
          ) : (
            <>
              <b>
                <ToLedger to={ledgerAddress({ direction: 'sent', session: [session] })} open={open}>
                  {inStream.short}
                </ToLedger>
              </b>
              {stream.money !== null && (
                <small class="coin">{unitsWords(stream, stream.money, screen, 9)}</small>
              )}
            </>
          )}
        </Row>
        {view.budget && <BudgetRow budget={view.budget} open={open} />}
        <Last entry={view.last} received={false} open={open} />
      </dl>
    </>
  );
}

/** The budget that is nearest to its limit among those that this stream counts in. */
function BudgetRow({ budget, open }: { budget: TightestBudget; open: Open }) {
  const screen = useScreen();
  const today = dayOf(screen.now, screen.zone);
  const tone = toneOf(budget);
  const name = safeText(budget.name);
  return (
    <div class="row budget-row">
      <dt class="cut">
        {name === ''
          ? screen.t('overlayBudget', [periodWords(budget.period, screen, today)])
          : name}
      </dt>
      <dd>
        <small class="standing" data-tone={tone}>
          <ToLedger to={ledgerAddress(budgetEntries(budget.id, budget))} open={open}>
            {shareWords(budget.percent, budget.left, screen)}
          </ToLedger>
        </small>
        <Meter percent={budget.percent} tone={tone} />
      </dd>
    </div>
  );
}
