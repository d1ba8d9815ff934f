import { useState } from 'preact/hooks';
import { budgetEntries } from '../../utils/core/budget-entries.ts';
import type { BudgetActions, BudgetsView, BudgetView } from '../../utils/core/budget-views.ts';
import { dayOf } from '../../utils/core/time.ts';
import {
  budgetName,
  doubtWords,
  isWholeMonth,
  paceWords,
  standingWords,
  toneOf,
} from '../budgets/budget-words.ts';
import { Meter } from '../budgets/meter.tsx';
import { useScreen } from '../screen.ts';
import { LedgerLink } from './ledger-link.tsx';
import { QuickBudget } from './quick-budget.tsx';

/** Budgets that the popup has room for; the others are in the dashboard. */
const MOST = 3;

/** What the popup shows of budgets. */
export type PopupBudgets = Pick<BudgetsView, 'budgets' | 'display' | 'today'>;

/** The budget that stands with the month's sum: for everything, by calendar months. */
export function monthBudget(budgets: PopupBudgets | null): BudgetView | null {
  return (
    budgets?.budgets.find(
      ({ budget, standing }) => isWholeMonth(budget) && standing !== 'paused',
    ) ?? null
  );
}

/** Under the month's sum: how full its budget is, and where it goes at this pace. */
export function MonthMeter({ view }: { view: BudgetView }) {
  const screen = useScreen();
  const today = dayOf(screen.now, screen.zone);
  const tone = toneOf(view);
  return (
    <>
      <Meter percent={view.now.percent} tone={tone} />
      <p class="beside">
        <span class="standing" data-tone={tone}>
          {standingWords(view, screen, today)}
        </span>
        <span>{paceWords(view, screen, today)}</span>
      </p>
    </>
  );
}

/** The budgets nearest to their limits, and the way to make one. */
export function Budgets(props: {
  view: PopupBudgets;
  /** The one that is shown with the month's sum already. */
  shown: BudgetView | null;
  actions: Pick<BudgetActions, 'onSaveBudget'>;
}) {
  const { t, counted } = useScreen();
  const { budgets, today, display } = props.view;
  const [adding, setAdding] = useState(false);
  const others = budgets.filter((each) => each !== props.shown);
  const listed = others.slice(0, MOST);
  return (
    <section class="section budgets">
      <h2>
        {t('budgetsTitle')}
        <a href="dashboard.html#budgets" target="_blank" rel="noopener">
          {others.length > MOST ? counted(budgets.length, 'budgetsAll') : t('budgetsOpen')}
        </a>
      </h2>
      {listed.length > 0 && (
        <ul class="rows">
          {listed.map((view) => (
            <Row key={view.budget.id} view={view} today={today} />
          ))}
        </ul>
      )}
      {adding ? (
        <QuickBudget
          currency={display}
          today={today}
          onSave={(draft) => {
            props.actions.onSaveBudget(draft);
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <p class="add">
          {budgets.length === 0 && <span>{t('budgetsNone')}</span>}
          <button type="button" class="button quiet" onClick={() => setAdding(true)}>
            {t('budgetAdd')}
          </button>
        </p>
      )}
    </section>
  );
}

function Row({ view, today }: { view: BudgetView; today: BudgetsView['today'] }) {
  const screen = useScreen();
  const tone = toneOf(view);
  const name = budgetName(view, screen, today);
  const more = [paceWords(view, screen, today), doubtWords(view, screen)].filter(Boolean);
  return (
    <li class="budget" data-budget={view.budget.id}>
      <b class="cut" title={name}>
        {name}
      </b>
      <Meter percent={view.now.percent} tone={tone} />
      <small class="standing" data-tone={tone}>
        <LedgerLink to={budgetEntries(view.budget.id, view.now)}>
          <span>{standingWords(view, screen, today)}</span>
        </LedgerLink>
      </small>
      {more.length > 0 && <small>{more.join(' · ')}</small>}
    </li>
  );
}
