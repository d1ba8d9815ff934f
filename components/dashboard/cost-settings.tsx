import type { DashboardActions, DashboardView } from '../../utils/core/dashboard-views.ts';
import type { LotMethod } from '../../utils/core/lots.ts';
import { useScreen } from '../screen.ts';
import { currencyChoices } from './choices.ts';
import { SelectField } from './field.tsx';

const methods: readonly LotMethod[] = ['first-in-first-out', 'average'];

/** The currency that money is shown in, and how coins sent are matched to coins bought. */
export function CostSettings(props: {
  view: DashboardView;
  actions: Pick<DashboardActions, 'onChooseDisplay' | 'onChooseMethod'>;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view, actions } = props;
  const follow = { value: '' as const, label: t('displayFollow', [view.display]) };
  return (
    <section class="panel" aria-labelledby="settings-title">
      <h3 id="settings-title">{t('costSettings')}</h3>
      <div class="grid two">
        <SelectField
          id="display-currency"
          label={t('fieldDisplay')}
          hint={t('fieldDisplayHint')}
          value={view.displayChosen ? view.display : ''}
          choices={[
            view.displayChosen ? { value: '' as const, label: t('displayFollowListed') } : follow,
            ...currencyChoices(view.currencies, screen),
          ]}
          onChoose={(value) => actions.onChooseDisplay(value === '' ? null : value)}
        />
        <SelectField
          id="lot-method"
          label={t('fieldMethod')}
          hint={t(
            view.method === 'average' ? 'method_average_hint' : 'method_first_in_first_out_hint',
          )}
          value={view.method}
          choices={methods.map((value) => ({
            value,
            label: t(value === 'average' ? 'method_average' : 'method_first_in_first_out'),
          }))}
          onChoose={actions.onChooseMethod}
        />
      </div>
    </section>
  );
}
