import { unitIds } from '../../../utils/core/units.ts';
import { unitWords, useScreen } from '../../screen.ts';
import { CheckField } from '../check-field.tsx';
import { Field, SelectField } from '../field.tsx';
import type { FormPart } from './budget-form.tsx';

/** When the budget speaks up. */
export function AlertFields({ fields, set, said }: FormPart) {
  const { t } = useScreen();
  return (
    <details class="more">
      <summary>{t('budgetAlerts')}</summary>
      <div class="grid two">
        <Field
          id="budget-thresholds"
          label={t('budgetThresholds')}
          hint={t('budgetThresholdsHint')}
          value={fields.thresholds}
          trouble={said('thresholds')}
          onType={(thresholds) => set({ thresholds })}
        />
        <Field
          id="budget-large"
          label={t('budgetLargeGift')}
          inputMode="decimal"
          hint={t('budgetOptional')}
          value={fields.largeGift}
          trouble={said('largeGift')}
          onType={(largeGift) => set({ largeGift })}
        />
        <Field
          id="budget-many"
          label={t('budgetManyGifts')}
          inputMode="numeric"
          hint={t('budgetOptional')}
          value={fields.manyGifts}
          trouble={said('manyGifts')}
          onType={(manyGifts) => set({ manyGifts })}
        />
        <Field
          id="budget-minutes"
          label={t('budgetManyMinutes')}
          inputMode="numeric"
          value={fields.manyMinutes}
          trouble={said('manyMinutes')}
          onType={(manyMinutes) => set({ manyMinutes })}
        />
        <Field
          id="budget-bought"
          label={t('budgetBought')}
          inputMode="numeric"
          hint={t('budgetOptional')}
          value={fields.bought}
          trouble={said('bought')}
          onType={(bought) => set({ bought })}
        />
        <SelectField
          id="budget-bought-unit"
          label={t('budgetBoughtUnit')}
          value={fields.boughtUnit}
          choices={unitIds.map((value) => ({ value, label: t(unitWords[value].name) }))}
          onChoose={(boughtUnit) => set({ boughtUnit })}
        />
      </div>
      <CheckField
        id="budget-projected"
        label={t('budgetProjected')}
        checked={fields.projected}
        onCheck={(projected) => set({ projected })}
      />
    </details>
  );
}
