import { plusDays, spansUpTo } from '../core/budget-period.ts';
import { countSpend, type SpentRow } from '../core/budget-spent.ts';
import { suggestBudgets } from '../core/budget-suggestion.ts';
import type { AlertSettings, BudgetSuggestion, BudgetsView } from '../core/budget-views.ts';
import type { Measure } from '../core/guard.ts';
import { ledgerMoney } from '../core/scaled.ts';
import { dayOf } from '../core/time.ts';
import type { TrustedTime } from '../core/trusted-time.ts';
import { alertLog } from './alerts.ts';
import { type BudgetContext, sentRows } from './budget-state.ts';
import { budgetViews } from './budget-views.ts';
import type { LedgerDatabase } from './database.ts';
import { firstEntryAt, personView } from './queries.ts';

const SUGGESTED_FROM_MONTHS = 12;
const MOST_CREATORS = 50;
const LOGGED = 100;

/** Everything that the budget screens show. Reads totals; never counts entries. */
export async function budgetsView(
  database: LedgerDatabase,
  context: BudgetContext,
  time: TrustedTime,
  settings: AlertSettings,
): Promise<BudgetsView> {
  const { now, zone, display } = context;
  const today = dayOf(now, zone);
  const months = await pastMonths(database, context);
  return {
    now,
    today,
    zone,
    display,
    budgets: await budgetViews(database, context, time),
    suggestions: suggestionsFrom(months, context),
    creators: await creatorsIn(database, months.flat()),
    alerts: await alertLog(database, LOGGED),
    settings,
  };
}

/** What was sent in each of the last full months of the ledger, oldest first, and this month so far, last. */
async function pastMonths(
  database: LedgerDatabase,
  { now, zone }: BudgetContext,
): Promise<readonly (readonly SpentRow[])[]> {
  const first = await firstEntryAt(database, 'sent');
  if (first === null) return [];
  const spans = spansUpTo(
    { type: 'month', firstDay: 1, weekend: 'same' },
    dayOf(now, zone),
    SUGGESTED_FROM_MONTHS + 1,
  ).filter(({ last }) => last >= dayOf(first, zone));
  const [oldest] = spans;
  const newest = spans.at(-1);
  if (oldest === undefined || newest === undefined) return [];
  const rows = await sentRows(database, oldest.first, plusDays(newest.last, 1));
  return spans.map((span) => rows.filter(({ day }) => day >= span.first && day <= span.last));
}

/** From full months only: neither this one nor the one in which the ledger began. */
function suggestionsFrom(
  months: readonly (readonly SpentRow[])[],
  context: BudgetContext,
): readonly BudgetSuggestion[] {
  const measure: Measure = { in: 'money', money: ledgerMoney(context.display, 0n) };
  const full = months.slice(months.length > SUGGESTED_FROM_MONTHS ? 0 : 1, -1);
  return suggestBudgets(
    full.map((rows) => countSpend(rows, measure, context).spent),
    measure,
  );
}

/** Creators who got something in these months, most first. */
async function creatorsIn(
  database: LedgerDatabase,
  rows: readonly SpentRow[],
): Promise<BudgetsView['creators']> {
  const known = rows.filter(({ creator }) => creator !== '');
  const sums = [...Map.groupBy(known, ({ platform, creator }) => `${platform} ${creator}`).values()]
    .map((some) => ({ row: some[0], units: some.reduce((sum, { units }) => sum + units, 0) }))
    .sort((a, b) => b.units - a.units)
    .slice(0, MOST_CREATORS);
  const creators = await Promise.all(
    sums.map(async ({ row }) => {
      if (row === undefined || row.creator === '') return null;
      const { platform, creator: id } = row;
      const person = await personView(database, platform, id);
      return person === null ? null : { platform, id, person };
    }),
  );
  return creators.filter((each) => each !== null);
}
