import type { Budget } from '../../../utils/core/budget.ts';
import type { BudgetDraft, BudgetsView } from '../../../utils/core/budget-views.ts';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import {
  type BudgetFields,
  fieldsOfBudget,
  freshFields,
  readBudget,
  typedMeasure,
} from '../../budgets/budget-fields.ts';
import { budgetTroubleWords } from '../../budgets/trouble-words.ts';
import { useScreen } from '../../screen.ts';
import { type TypedForm, useTypedForm } from '../../typed-form.ts';
import { Field, SelectField } from '../field.tsx';
import { SaveForm } from '../save-form.tsx';
import { AlertFields } from './alert-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { PeriodFields } from './period-fields.tsx';
import { ScopeFields } from './scope-fields.tsx';

/** What every part of the form is given. */
export type FormPart = Pick<TypedForm<BudgetFields>, 'fields' | 'set' | 'said'>;

/** A budget to be made or changed. Nothing is saved while anything is wrong; what is wrong is said beside it. */
export function BudgetForm(props: {
  view: BudgetsView;
  before: Budget | null;
  suggested: Budget['limit'] | null;
  currencies: readonly CurrencyCode[];
  onSave(draft: BudgetDraft): void;
  onCancel(): void;
}) {
  const { t, locale } = useScreen();
  const { view, before, suggested } = props;
  const form = useTypedForm({
    first: () =>
      before === null
        ? {
            ...freshFields(view.display, view.today),
            ...(suggested === null ? {} : typedLimit(suggested, locale)),
          }
        : fieldsOfBudget(before, view.today, locale),
    read: (typed) => readBudget(typed, before?.id ?? null, locale),
    words: (trouble) => budgetTroubleWords(trouble, t),
    onSave: props.onSave,
  });
  const { fields, set, said } = form;
  const part: FormPart = { fields, set, said };
  const title = t(before === null ? 'budgetAdd' : 'budgetChange');
  return (
    <SaveForm
      label={title}
      save={t('budgetSave')}
      first="input"
      refusals={form.refusals}
      onSend={form.send}
      onCancel={props.onCancel}
    >
      <h3>{title}</h3>
      <LimitFields {...part} currencies={props.currencies} />
      <PeriodFields {...part} />
      <ScopeFields {...part} creators={view.creators} />
      <AlertFields {...part} />
      <div class="grid two">
        <Field
          id="budget-name"
          label={t('budgetNameField')}
          hint={t('budgetNameHint')}
          maxLength={100}
          value={fields.name}
          trouble={said('name')}
          onType={(name) => set({ name })}
        />
        <Field
          id="budget-pause"
          type="date"
          label={t('budgetPauseField')}
          hint={t('budgetPauseHint')}
          value={fields.pausedUntil}
          trouble={said('pausedUntil')}
          onType={(pausedUntil) => set({ pausedUntil })}
        />
        <SelectField
          id="budget-locked"
          label={t('budgetLockField')}
          hint={t('budgetLockHint')}
          value={fields.locked ? 'locked' : 'open'}
          choices={[
            { value: 'open', label: t('budgetLock_open') },
            { value: 'locked', label: t('budgetLock_locked') },
          ]}
          onChoose={(value) => set({ locked: value === 'locked' })}
        />
        {fields.locked && (
          <Field
            id="budget-lock-hours"
            inputMode="numeric"
            label={t('budgetLockHours')}
            value={fields.lockHours}
            trouble={said('lockHours')}
            onType={(lockHours) => set({ lockHours })}
          />
        )}
      </div>
    </SaveForm>
  );
}

function typedLimit(limit: Budget['limit'], locale: string): Partial<BudgetFields> {
  return {
    limit: typedMeasure(limit, locale),
    measure: limit.in === 'money' ? limit.money.currency : limit.unit,
  };
}
