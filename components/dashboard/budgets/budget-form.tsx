import { useEffect, useRef, useState } from 'preact/hooks';
import type { Budget } from '../../../utils/core/budget.ts';
import type { BudgetDraft, BudgetsView } from '../../../utils/core/budget-views.ts';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import {
  type BudgetField,
  type BudgetFields,
  fieldsOfBudget,
  freshFields,
  type ReadBudget,
  readBudget,
  typedMeasure,
} from '../../budgets/budget-fields.ts';
import { budgetTroubleWords } from '../../budgets/trouble-words.ts';
import { useScreen } from '../../screen.ts';
import { Field, SelectField } from '../field.tsx';
import { AlertFields } from './alert-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { PeriodFields } from './period-fields.tsx';
import { ScopeFields } from './scope-fields.tsx';

/** What every part of the form is given. */
export interface FormPart {
  readonly fields: BudgetFields;
  set(change: Partial<BudgetFields>): void;
  /** What is wrong with a field, in words. */
  said(field: BudgetField): string | undefined;
}

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
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<BudgetFields>(() =>
    before === null
      ? {
          ...freshFields(view.display, view.today),
          ...(suggested === null ? {} : typedLimit(suggested, locale)),
        }
      : fieldsOfBudget(before, view.today, locale),
  );
  const [read, setRead] = useState<ReadBudget | null>(null);
  const troubles = read?.kind === 'trouble' ? read.troubles : {};
  const part: FormPart = {
    fields,
    set(change) {
      setFields({ ...fields, ...change });
      const left = Object.entries(troubles).filter(([field]) => !(field in change));
      setRead({ kind: 'trouble', troubles: Object.fromEntries(left) });
    },
    said(field) {
      const trouble = troubles[field];
      return trouble === undefined ? undefined : budgetTroubleWords(trouble, t);
    },
  };
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const title = t(before === null ? 'budgetAdd' : 'budgetChange');
  return (
    <form
      class="panel form"
      ref={form}
      noValidate
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        const sent = readBudget(fields, before?.id ?? null, locale);
        setRead(sent);
        if (sent.kind === 'done') props.onSave(sent.draft);
        else
          requestAnimationFrame(() =>
            form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
          );
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
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
          trouble={part.said('name')}
          onType={(name) => part.set({ name })}
        />
        <Field
          id="budget-pause"
          type="date"
          label={t('budgetPauseField')}
          hint={t('budgetPauseHint')}
          value={fields.pausedUntil}
          trouble={part.said('pausedUntil')}
          onType={(pausedUntil) => part.set({ pausedUntil })}
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
          onChoose={(value) => part.set({ locked: value === 'locked' })}
        />
        {fields.locked && (
          <Field
            id="budget-lock-hours"
            inputMode="numeric"
            label={t('budgetLockHours')}
            value={fields.lockHours}
            trouble={part.said('lockHours')}
            onType={(lockHours) => part.set({ lockHours })}
          />
        )}
      </div>
      <div class="buttons">
        <button type="submit" class="button">
          {t('budgetSave')}
        </button>
        <button type="button" class="button quiet" onClick={props.onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

function typedLimit(limit: Budget['limit'], locale: string): Partial<BudgetFields> {
  return {
    limit: typedMeasure(limit, locale),
    measure: limit.in === 'money' ? limit.money.currency : limit.unit,
  };
}
