import type { CurrencyCode } from '../../../utils/core/ids.ts';
import { unitIds } from '../../../utils/core/units.ts';
import { unitWords, useScreen } from '../../screen.ts';
import { currencyChoices } from '../choices.ts';
import { Field, SelectField } from '../field.tsx';
import type { FormPart } from './budget-form.tsx';

/** How much: in money, or in a platform's unit. */
export function LimitFields({
  fields,
  set,
  said,
  currencies,
}: FormPart & { currencies: readonly CurrencyCode[] }) {
  const screen = useScreen();
  const { t } = screen;
  return (
    <div class="grid two">
      <Field
        id="budget-limit"
        label={t('budgetLimit')}
        inputMode="decimal"
        value={fields.limit}
        trouble={said('limit')}
        onType={(limit) => set({ limit })}
      />
      <SelectField
        id="budget-measure"
        label={t('budgetMeasure')}
        value={fields.measure}
        choices={[
          ...unitIds.map((value) => ({ value, label: t(unitWords[value].name) })),
          ...currencyChoices(currencies, screen),
        ]}
        trouble={said('measure')}
        onChoose={(measure) => set({ measure })}
      />
    </div>
  );
}
