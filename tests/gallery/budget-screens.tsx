import { BudgetsScreen } from '../../components/dashboard/budgets/budgets-screen.tsx';
import type { BudgetActions, BudgetsView } from '../../utils/core/budget-views.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { budgetViews } from './budget-examples.ts';
import type { DashboardExample } from './dashboard-examples.ts';

const noActions: BudgetActions = {
  onSaveBudget: () => {},
  onRemoveBudget: () => {},
  onRevoke: () => {},
  onSaveAlertSettings: () => {},
  onAlertSeen: () => {},
};

/** The budgets' screen as tests and gallery draw it. */
export function BudgetsStage(props: { view: BudgetsView; actions?: Partial<BudgetActions> }) {
  return (
    <BudgetsScreen
      view={props.view}
      currencies={['USD', 'EUR', 'JPY'].map(currencyCode)}
      actions={{ ...noActions, ...props.actions }}
    />
  );
}

const shown = (view: BudgetsView, more: Partial<DashboardExample> = {}): DashboardExample => ({
  open: 'budgets',
  content: () => <BudgetsStage view={view} />,
  ...more,
});

/** Every state of the budgets' screen, by name. */
export const budgetScreens: Readonly<Record<string, DashboardExample>> = {
  'budgets-none': shown(budgetViews.none),
  'budgets-one': shown(budgetViews.one),
  'budgets-ten': shown(budgetViews.ten),
  'budgets-long': shown(budgetViews.ten, { words: 'long', locale: 'de-DE' }),
  'budgets-right-to-left': shown(budgetViews.ten, { words: 'right-to-left', locale: 'ar-EG' }),
};
