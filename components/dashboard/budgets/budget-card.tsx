import { budgetEntries } from '../../../utils/core/budget-entries.ts';
import type { BudgetsView, BudgetView } from '../../../utils/core/budget-views.ts';
import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import {
  budgetName,
  carriedWords,
  doubtWords,
  measureWords,
  paceWords,
  periodWords,
  scopeWords,
  spanWords,
  standingWords,
  toneOf,
} from '../../budgets/budget-words.ts';
import { HistoryChart } from '../../budgets/history-chart.tsx';
import { Meter } from '../../budgets/meter.tsx';
import { pendingWords } from '../../budgets/pending-words.ts';
import { remainingWords } from '../../budgets/remaining-words.ts';
import { useScreen } from '../../screen.ts';
import { CardHead } from '../card-head.tsx';

/** One budget: where it stands, where it goes, what is uncertain in it, and its last periods. */
export function BudgetCard(props: {
  view: BudgetView;
  today: BudgetsView['today'];
  onEdit(): void;
  onRemove(): void;
  onRevoke(): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view, today } = props;
  const { budget, now, pending } = view;
  const name = budgetName(view, screen, today);
  const tone = toneOf(view);
  const entries = budgetEntries(budget.id, now);
  const facts = [
    scopeWords(budget.scope, view.creators, screen),
    periodWords(budget.period, screen, today),
    spanWords(now, today, screen),
    carriedWords(view, screen),
    budget.lock === null ? '' : t('budgetLocked', [remainingWords(budget.lock.delayMs, screen)]),
  ].filter(Boolean);
  const more = [paceWords(view, screen, today), doubtWords(view, screen)].filter(Boolean);
  return (
    <article class="panel budget" data-budget={budget.id} aria-label={name}>
      <CardHead
        name={name}
        editLabel={t('budgetEdit', [name])}
        removeLabel={t('budgetRemove', [name])}
        onEdit={props.onEdit}
        onRemove={props.onRemove}
      />
      <p class="budget-sum">
        <a class="to-ledger" href={ledgerAddress(entries)} title={t('showEntries')}>
          <b>{measureWords(now.spent, screen, 14)}</b>
        </a>{' '}
        <span>{t('budgetOf', [measureWords(now.limit, screen, 14)])}</span>
      </p>
      <Meter percent={now.percent} tone={tone} />
      <p class="under">
        <span class="standing" data-tone={tone}>
          {standingWords(view, screen, today)}
        </span>
        {more.map((words) => (
          <span key={words}> · {words}</span>
        ))}
      </p>
      {pending !== null && (
        <p class="note" data-tone="act">
          {pendingWords(budget, pending, screen)}{' '}
          <button type="button" class="link" onClick={props.onRevoke}>
            {t('budgetRevoke')}
          </button>
        </p>
      )}
      <HistoryChart view={view} today={today} />
      <p class="says">{facts.join(' · ')}</p>
    </article>
  );
}
