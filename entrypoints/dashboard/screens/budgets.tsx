import { useMemo } from 'preact/hooks';
import { BudgetsScreen } from '../../../components/dashboard/budgets/budgets-screen.tsx';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import type { Budget } from '../../../utils/core/budget.ts';
import type { BudgetActions, BudgetsView, BudgetView } from '../../../utils/core/budget-views.ts';
import { currencyCodes } from '../../../utils/core/currencies.ts';
import { epochMs } from '../../../utils/core/time.ts';
import { trustedNow, wake } from '../../../utils/core/trusted-time.ts';
import { markAlertSeen } from '../../../utils/storage/alerts.ts';
import { costedIn } from '../../../utils/storage/book.ts';
import { budgetsView } from '../../../utils/storage/budgets-screen.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { alertSettings, changeAlerts } from '../../../utils/storage/settings.ts';
import { readTrustedTime } from '../../../utils/storage/trusted-time.ts';
import { costsUnder } from '../../background/prices.ts';
import { useLive } from '../../extension-pages/live.ts';
import { budgetWanted } from '../actions.ts';
import type { DashboardAround } from '../around.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** The budgets with their data. */
export function Budgets({ database, around, run }: OpenedScreen) {
  const { value, trouble } = useLive(() => readView(database, around), [database, around]);
  const known = value?.budgets;
  const actions = useMemo((): BudgetActions => {
    const holds = (id: string | null) => known?.find(({ budget }) => budget.id === id)?.budget;
    return {
      onSaveBudget: (draft) =>
        run(budgetWanted(draft, around.zone, holds(draft.id)), 'budget-saved'),
      onRemoveBudget: (budget) => run({ type: 'budget-removed', budget }, 'budget-removed'),
      onRevoke: (id) => {
        // To want what holds already is to want nothing that waits.
        const view = known?.find(({ budget }) => budget.id === id);
        if (view !== undefined) run({ type: 'budget-set', budget: heldOn(view) }, 'budget-saved');
      },
      onSaveAlertSettings: (settings) => void changeAlerts(settings),
      onAlertSeen: (id) => void markAlertSeen(database, id),
    };
  }, [database, around, known, run]);
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {value !== null && (
        <BudgetsScreen view={value} currencies={currencyCodes} actions={actions} />
      )}
    </ScreenBody>
  );
}

/** A budget as it holds: accounts that count on only because it is locked are named, and so go on counting. */
function heldOn({ budget, pending }: BudgetView): Budget {
  const { scope } = budget;
  const kept = (pending?.leaving ?? []).map(({ platform, id }) => ({ platform, id }));
  return scope.creators === null || kept.length === 0
    ? budget
    : { ...budget, scope: { ...scope, creators: [...scope.creators, ...kept] } };
}

async function readView(
  database: LedgerDatabase,
  { settings, zone }: DashboardAround,
): Promise<BudgetsView> {
  const costs = await costsUnder(database, settings, zone);
  const display = (await costedIn(database)) ?? costs.display;
  const now = epochMs(Date.now());
  const time = wake(await readTrustedTime(database, now), now);
  const context = { ...costs, display, now: trustedNow(time) };
  return budgetsView(database, context, time, alertSettings(settings));
}
