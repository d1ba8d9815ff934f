import { unitPrice } from '../../utils/core/price-book.ts';
import type { Channel } from '../../utils/core/price-list.ts';
import { moneyOfPrice } from '../../utils/core/scaled.ts';
import type { UnitId } from '../../utils/core/units.ts';
import type { BuyingPlan } from '../../utils/core/value-for-money.ts';
import { formatCount } from '../format.ts';
import { unitWords, useScreen } from '../screen.ts';
import type { ChannelPlan } from './plans.ts';

const why = {
  'no-price': 'planNoPrice',
  'too-many': 'trouble_too_many_to_plan',
  'too-large': 'trouble_too_large',
  currencies: 'planCurrencies',
} as const;

/** The best way to buy in one channel: the price, and what to choose how often. */
export function PlanCard(props: { channel: Channel; found: ChannelPlan; unit: UnitId }) {
  const screen = useScreen();
  const { t } = screen;
  const { found } = props;
  return (
    <section class="card" data-channel={props.channel}>
      <h3>{t(props.channel === 'web' ? 'offersWeb' : 'offersApp')}</h3>
      {found.kind === 'plan' ? (
        <Plan plan={found.placed.plan} unit={props.unit} />
      ) : (
        <p class="none">{t(why[found.kind])}</p>
      )}
    </section>
  );
}

function Plan({ plan, unit }: { plan: BuyingPlan; unit: UnitId }) {
  const screen = useScreen();
  const { t, locale } = screen;
  const times = (count: number) => formatCount(count, locale);
  return (
    <>
      <b>{screen.money(moneyOfPrice(plan.price), 16)}</b>
      <ul class="choose">
        {plan.packages.map(({ package: each, times: count }) => (
          <li key={each.units}>
            {t('planPackage', [
              times(count),
              screen.units(each.units, unit),
              screen.money(moneyOfPrice(each)),
            ])}
          </li>
        ))}
        {plan.custom.map((each) => (
          <li key={`own ${each.units}`}>
            {t('planCustom', [
              times(each.times),
              screen.units(each.units, unit),
              screen.money(moneyOfPrice({ ...plan.price, minor: each.minor })),
            ])}
          </li>
        ))}
      </ul>
      <small>
        {[
          t(unitWords[unit].each, [
            screen.unitPrice(unitPrice({ ...plan.price, units: plan.units })),
          ]),
          plan.surplus > 0 ? t('planSurplus', [screen.units(plan.surplus, unit)]) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  );
}
