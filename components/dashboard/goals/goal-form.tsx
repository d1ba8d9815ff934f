import {
  type Goal,
  type GoalMeasure,
  type GoalPeriod,
  longestGoalName,
} from '../../../utils/core/goal.ts';
import type { GoalDraft, GoalsView } from '../../../utils/core/goal-views.ts';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import { currencyCode } from '../../../utils/core/money.ts';
import { unitIds } from '../../../utils/core/units.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { useTypedForm } from '../../typed-form.ts';
import { troubleWords } from '../../typed-trouble.ts';
import { dayChoices, weekdayChoices } from '../calendar-choices.ts';
import { currencyChoices } from '../choices.ts';
import { Field, SelectField } from '../field.tsx';
import { SaveForm } from '../save-form.tsx';
import { GiftField } from './gift-field.tsx';
import {
  fieldsOfGoal,
  freshGoal,
  type GoalFields,
  type GoalFieldTrouble,
  readGoal,
} from './goal-fields.ts';

const measures: readonly GoalMeasure['of'][] = ['units', 'money', 'gifts', 'gifters', 'gift'];
const periods: readonly GoalPeriod['type'][] = ['stream', 'day', 'week', 'month'];

/** A goal to be made or changed. Nothing is saved while anything is wrong; what is wrong is said beside it. */
export function GoalForm(props: {
  view: GoalsView;
  before: { readonly goal: Goal; readonly gift: string } | null;
  currencies: readonly CurrencyCode[];
  onSave(draft: GoalDraft): void;
  onCancel(): void;
}) {
  const screen = useScreen();
  const { t, language, locale } = screen;
  const { view, before } = props;
  const form = useTypedForm({
    first: () =>
      before === null
        ? freshGoal(view.display)
        : fieldsOfGoal(before.goal, before.gift, view.display, locale),
    read: (typed) => readGoal(typed, before?.goal.id ?? null, locale),
    words: (trouble, typed) => goalTroubleWords(trouble, typed, screen),
    onSave: props.onSave,
  });
  const { fields, set, said } = form;
  const title = t(before === null ? 'goalAdd' : 'goalChange');
  return (
    <SaveForm
      label={title}
      save={t('goalSave')}
      first="select"
      refusals={form.refusals}
      onSend={form.send}
      onCancel={props.onCancel}
    >
      <h3>{title}</h3>
      <div class="grid two">
        <SelectField
          id="goal-of"
          label={t('goalCounts')}
          value={fields.of}
          choices={measures.map((value) => ({ value, label: t(`goalOf_${value}`) }))}
          onChoose={(of) => set({ of })}
        />
        <Field
          id="goal-amount"
          label={t(fields.of === 'money' ? 'goalMoney' : 'goalAmount')}
          inputMode={fields.of === 'money' ? 'decimal' : 'numeric'}
          value={fields.amount}
          trouble={said('amount')}
          onType={(amount) => set({ amount })}
        />
        {fields.of === 'units' && (
          <SelectField
            id="goal-unit"
            label={t('payoutUnit')}
            value={fields.unit}
            choices={unitIds.map((value) => ({ value, label: screen.unitName(value) }))}
            onChoose={(unit) => set({ unit })}
          />
        )}
        {fields.of === 'money' && (
          <SelectField
            id="goal-currency"
            label={t('fieldCurrency')}
            value={currencyCode(fields.currency)}
            choices={currencyChoices(props.currencies, screen)}
            trouble={said('currency')}
            onChoose={(currency) => set({ currency })}
          />
        )}
        {fields.of === 'gift' && (
          <GiftField
            gifts={view.gifts}
            chosen={fields.gift}
            trouble={said('gift')}
            onPick={(gift) => set({ gift })}
          />
        )}
        <SelectField
          id="goal-period"
          label={t('budgetPeriod')}
          value={fields.period}
          choices={periods.map((value) => ({ value, label: t(`budgetPeriodName_${value}`) }))}
          trouble={said('period')}
          onChoose={(period) => set({ period })}
        />
        {fields.period === 'week' && (
          <SelectField
            id="goal-weekday"
            label={t('budgetFirstWeekday')}
            value={fields.firstWeekday}
            choices={weekdayChoices(language)}
            onChoose={(firstWeekday) => set({ firstWeekday })}
          />
        )}
        {fields.period === 'month' && (
          <SelectField
            id="goal-day"
            label={t('budgetFirstDay')}
            hint={t('budgetFirstDayHint')}
            value={fields.firstDay}
            choices={dayChoices()}
            onChoose={(firstDay) => set({ firstDay })}
          />
        )}
        <Field
          id="goal-name"
          label={t('budgetNameField')}
          hint={t('goalNameHint')}
          maxLength={200}
          value={fields.name}
          trouble={said('name')}
          onType={(name) => set({ name })}
        />
      </div>
    </SaveForm>
  );
}

function goalTroubleWords(trouble: GoalFieldTrouble, fields: GoalFields, screen: Screen): string {
  const { t } = screen;
  switch (trouble) {
    case 'name-too-long':
      return t('trouble_name_too_long', [String(longestGoalName)]);
    case 'target':
      return t('trouble_goal_target');
    case 'period':
      return t('trouble_goal_period');
    case 'no-gift':
      return t('trouble_goal_gift');
    default:
      return troubleWords(trouble, screen, currencyCode(fields.currency));
  }
}
