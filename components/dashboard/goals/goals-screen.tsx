import { useRef, useState } from 'preact/hooks';
import type {
  GoalActions,
  GoalDraft,
  GoalHistory,
  GoalsView,
} from '../../../utils/core/goal-views.ts';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import { useScreen } from '../../screen.ts';
import { AddBar } from '../add-bar.tsx';
import { GoalCard } from './goal-card.tsx';
import { GoalForm } from './goal-form.tsx';

/** All goals with how far they are, and the form to make and change them. */
export function GoalsScreen(props: {
  view: GoalsView;
  currencies: readonly CurrencyCode[];
  actions: GoalActions;
}) {
  const { view, actions } = props;
  const { t } = useScreen();
  const [open, setOpen] = useState<GoalHistory | 'new' | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    add.current?.focus();
  };
  const save = (draft: GoalDraft) => {
    actions.onSaveGoal(draft);
    close();
  };
  return (
    <>
      <p class="lead">{t('goalsLead')}</p>
      <AddBar
        title={t('goalsTitle')}
        words={t('goalAdd')}
        open={open === 'new'}
        button={add}
        onAdd={() => setOpen('new')}
      />
      {open !== null && (
        <GoalForm
          key={open === 'new' ? 'new' : open.goal.id}
          view={view}
          before={open === 'new' ? null : open}
          currencies={props.currencies}
          onSave={save}
          onCancel={close}
        />
      )}
      {view.goals.length === 0 && open === null && (
        <div class="panel empty">
          <h4>{t('goalsNoneTitle')}</h4>
          <p>{t('goalsNone')}</p>
        </div>
      )}
      {view.goals.map((each) => (
        <GoalCard
          key={each.goal.id}
          view={each}
          today={view.today}
          onEdit={() => setOpen(each)}
          onRemove={() => actions.onRemoveGoal(each.goal.id)}
        />
      ))}
    </>
  );
}
