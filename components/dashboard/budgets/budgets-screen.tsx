import { useRef, useState } from 'preact/hooks';
import type { Budget } from '../../../utils/core/budget.ts';
import type { BudgetActions, BudgetDraft, BudgetsView } from '../../../utils/core/budget-views.ts';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import { useScreen } from '../../screen.ts';
import { AlertLog } from './alert-log.tsx';
import { AlertSection } from './alert-section.tsx';
import { BudgetCard } from './budget-card.tsx';
import { BudgetForm } from './budget-form.tsx';
import { Suggestions } from './suggestions.tsx';

/** Which form is open: a budget's, an empty one, or one with a limit that was suggested. */
type Open = Budget | 'new' | { readonly suggested: Budget['limit'] } | null;

/** All budgets with their history, how they warn, and what they warned of. */
export function BudgetsScreen(props: {
  view: BudgetsView;
  currencies: readonly CurrencyCode[];
  actions: BudgetActions;
}) {
  const { view, actions } = props;
  const { t } = useScreen();
  const [open, setOpen] = useState<Open>(null);
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    add.current?.focus();
  };
  const save = (draft: BudgetDraft) => {
    actions.onSaveBudget(draft);
    close();
  };
  const before = open !== null && typeof open === 'object' && 'id' in open ? open : null;
  return (
    <>
      <p class="lead">{t('budgetsLead')}</p>
      <div class="bar">
        <h3>{t('budgetsTitle')}</h3>
        <button
          type="button"
          class="button"
          ref={add}
          aria-expanded={open !== null && before === null}
          onClick={() => setOpen('new')}
        >
          {t('budgetAdd')}
        </button>
      </div>
      {open !== null && (
        <BudgetForm
          key={before?.id ?? 'new'}
          view={view}
          before={before}
          suggested={typeof open === 'object' && 'suggested' in open ? open.suggested : null}
          currencies={props.currencies}
          onSave={save}
          onCancel={close}
        />
      )}
      {view.budgets.length === 0 && open === null && (
        <div class="panel empty">
          <h4>{t('budgetsNoneTitle')}</h4>
          <p>{t('budgetsNone')}</p>
        </div>
      )}
      {view.budgets.map((each) => (
        <BudgetCard
          key={each.budget.id}
          view={each}
          today={view.today}
          onEdit={() => setOpen(each.budget)}
          onRemove={() => actions.onRemoveBudget(each.budget.id)}
          onRevoke={() => actions.onRevoke(each.budget.id)}
        />
      ))}
      <Suggestions
        suggestions={view.suggestions}
        onUse={(limit) => setOpen({ suggested: limit })}
      />
      <AlertSection settings={view.settings} onSave={actions.onSaveAlertSettings} />
      <AlertLog view={view} onSeen={actions.onAlertSeen} />
    </>
  );
}
