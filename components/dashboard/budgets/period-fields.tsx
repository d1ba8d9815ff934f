import type { BudgetPeriod } from '../../../utils/core/budget.ts';
import { useScreen } from '../../screen.ts';
import { dayChoices, monthChoices, weekdayChoices } from '../calendar-choices.ts';
import { CheckField } from '../check-field.tsx';
import { Field, SelectField } from '../field.tsx';
import type { FormPart } from './budget-form.tsx';

const periods: readonly BudgetPeriod['type'][] = [
  'stream',
  'day',
  'week',
  'month',
  'year',
  'rolling',
  'custom',
];
const weekends = ['same', 'before', 'after'] as const;

/** For how long, from when, and what goes over into the next period. */
export function PeriodFields({ fields, set, said }: FormPart) {
  const { t, language } = useScreen();
  const { period } = fields;
  return (
    <>
      <div class="grid two">
        <SelectField
          id="budget-period"
          label={t('budgetPeriod')}
          value={period}
          choices={periods.map((value) => ({ value, label: t(`budgetPeriodName_${value}`) }))}
          trouble={said('period')}
          onChoose={(chosen) => set({ period: chosen })}
        />
        {period === 'week' && (
          <SelectField
            id="budget-weekday"
            label={t('budgetFirstWeekday')}
            value={fields.firstWeekday}
            choices={weekdayChoices(language)}
            onChoose={(firstWeekday) => set({ firstWeekday })}
          />
        )}
        {period === 'year' && (
          <SelectField
            id="budget-month"
            label={t('budgetFirstMonth')}
            value={fields.month}
            choices={monthChoices(language)}
            onChoose={(chosen) => set({ month: chosen })}
          />
        )}
        {(period === 'month' || period === 'year') && (
          <SelectField
            id="budget-day"
            label={t('budgetFirstDay')}
            hint={t('budgetFirstDayHint')}
            value={fields.firstDay}
            choices={dayChoices()}
            onChoose={(firstDay) => set({ firstDay })}
          />
        )}
        {period === 'month' && fields.firstDay !== '1' && (
          <SelectField
            id="budget-weekend"
            label={t('budgetWeekend')}
            value={fields.weekend}
            choices={weekends.map((value) => ({ value, label: t(`budgetWeekend_${value}`) }))}
            onChoose={(weekend) => set({ weekend })}
          />
        )}
        {period === 'rolling' && (
          <Field
            id="budget-days"
            label={t('budgetDays')}
            inputMode="numeric"
            value={fields.days}
            trouble={said('days')}
            onType={(days) => set({ days })}
          />
        )}
        {period === 'custom' && (
          <>
            <Field
              id="budget-first"
              type="date"
              label={t('budgetFrom')}
              value={fields.spanFirst}
              trouble={said('spanFirst')}
              onType={(spanFirst) => set({ spanFirst })}
            />
            <Field
              id="budget-last"
              type="date"
              label={t('budgetTo')}
              value={fields.spanLast}
              trouble={said('spanLast')}
              onType={(spanLast) => set({ spanLast })}
            />
          </>
        )}
      </div>
      {(period === 'day' || period === 'week' || period === 'month' || period === 'year') && (
        <fieldset class="checks">
          <legend>{t('budgetRollover')}</legend>
          <CheckField
            id="budget-roll-left"
            label={t('budgetRollLeft')}
            checked={fields.rollLeft}
            onCheck={(rollLeft) => set({ rollLeft })}
          />
          <CheckField
            id="budget-roll-over"
            label={t('budgetRollSpent')}
            checked={fields.rollOver}
            onCheck={(rollOver) => set({ rollOver })}
          />
        </fieldset>
      )}
    </>
  );
}
