import { useEffect, useRef, useState } from 'preact/hooks';
import type { BudgetDraft } from '../../utils/core/budget-views.ts';
import type { CurrencyCode } from '../../utils/core/ids.ts';
import type { Day } from '../../utils/core/time.ts';
import {
  type BudgetFields,
  freshFields,
  type ReadBudget,
  readBudget,
} from '../budgets/budget-fields.ts';
import { budgetTroubleWords } from '../budgets/trouble-words.ts';
import { useScreen } from '../screen.ts';

const periods = ['stream', 'day', 'week', 'month'] as const;

/** A budget in two fields: how much, and for how long. Everything else can be changed in the dashboard. */
export function QuickBudget(props: {
  currency: CurrencyCode;
  today: Day;
  onSave(draft: BudgetDraft): void;
  onCancel(): void;
}) {
  const { t, locale } = useScreen();
  const [fields, setFields] = useState<BudgetFields>(() =>
    freshFields(props.currency, props.today),
  );
  const [read, setRead] = useState<ReadBudget | null>(null);
  const amount = useRef<HTMLInputElement>(null);
  useEffect(() => amount.current?.focus(), []);
  const set = (change: Partial<BudgetFields>) => {
    setFields({ ...fields, ...change });
    setRead(null);
  };
  const trouble = read?.kind === 'trouble' ? Object.values(read.troubles)[0] : undefined;
  return (
    <form
      class="quick"
      aria-label={t('budgetAdd')}
      onSubmit={(event) => {
        event.preventDefault();
        const now = readBudget(fields, null, locale);
        setRead(now);
        if (now.kind === 'done') props.onSave(now.draft);
        else amount.current?.focus();
      }}
    >
      <div class="fields">
        <label>
          <span>{t('budgetLimitIn', [props.currency])}</span>
          <input
            ref={amount}
            inputMode="decimal"
            autocomplete="off"
            maxLength={20}
            value={fields.limit}
            aria-invalid={trouble !== undefined}
            {...(trouble === undefined ? {} : { 'aria-describedby': 'quick-says' })}
            onInput={({ currentTarget }) => set({ limit: currentTarget.value })}
          />
        </label>
        <label>
          <span>{t('budgetPeriod')}</span>
          <select
            value={fields.period}
            onChange={({ currentTarget }) => {
              const period = periods.find((each) => each === currentTarget.value);
              if (period !== undefined) set({ period });
            }}
          >
            {periods.map((period) => (
              <option key={period} value={period}>
                {t(`budgetPeriod_${period}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {trouble !== undefined && (
        <p class="says" id="quick-says" role="alert">
          {budgetTroubleWords(trouble, t)}
        </p>
      )}
      <p class="add">
        <button type="button" class="button quiet" onClick={props.onCancel}>
          {t('cancel')}
        </button>
        <button type="submit" class="button">
          {t('budgetSave')}
        </button>
      </p>
    </form>
  );
}
