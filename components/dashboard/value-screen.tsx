import { useState } from 'preact/hooks';
import type { DashboardView } from '../../utils/core/dashboard-views.ts';
import { units } from '../../utils/core/units.ts';
import { MOST_UNITS_PLANNED, savingOnWeb } from '../../utils/core/value-for-money.ts';
import { readUnits } from '../conversion.ts';
import { formatCount, formatShare } from '../format.ts';
import { useScreen } from '../screen.ts';
import { type FieldTrouble, troubleWords } from '../typed-trouble.ts';
import { Field, SelectField } from './field.tsx';
import { GiftFinder } from './gift-finder.tsx';
import { marketChoices } from './market-choices.ts';
import { PlanCard } from './plan-card.tsx';
import { type ChannelPlan, planIn } from './plans.ts';
import { userRate, userRateWords } from './user-rate.ts';

/** The cheapest way to get a number of coins, what the website saves, and what gifts cost this user. */
export function ValueScreen({ view }: { view: DashboardView }) {
  const screen = useScreen();
  const { t, locale } = screen;
  const markets = marketChoices(view, screen);
  const [typed, setTyped] = useState(formatCount(1000, locale));
  const [picked, setPicked] = useState<string | null>(null);
  const market = picked ?? view.choice?.market ?? markets[0]?.value ?? '';
  const wanted = readUnits(typed, locale);
  const trouble = troubleOf();
  const count = wanted.kind === 'done' && trouble === null ? wanted.to : null;
  const web = count === null ? null : planIn(view, market, 'web', count);
  const app = count === null ? null : planIn(view, market, 'app', count);
  return (
    <>
      <section aria-labelledby="best-title">
        <h3 id="best-title">{t('bestWay')}</h3>
        <div class="grid two">
          <Field
            id="wanted-units"
            label={t('wantedUnits', [screen.unitName(view.unit)])}
            inputMode="numeric"
            value={typed}
            trouble={trouble === null ? undefined : troubleWords(trouble, screen, view.display)}
            onType={setTyped}
          />
          {markets.length > 0 && (
            <SelectField
              id="value-market"
              label={t('chooseMarket')}
              value={market}
              choices={markets}
              onChoose={setPicked}
            />
          )}
        </div>
        {web !== null && app !== null && (
          <div class="cards">
            <PlanCard channel="web" found={web} unit={view.unit} />
            <PlanCard channel="app" found={app} unit={view.unit} />
          </div>
        )}
        <p class="verdict" role="status">
          {web !== null && app !== null ? savingWords(web, app) : ''}
        </p>
      </section>
      <section class="panel" aria-labelledby="gift-cost-title">
        <h3 id="gift-cost-title">{t('giftCost')}</h3>
        <p class="lead">{userRateWords(view, screen)}</p>
        <GiftFinder id="gift-name" label={t('giftName')} view={view} rate={userRate(view)} />
      </section>
    </>
  );

  function troubleOf(): FieldTrouble | null {
    if (wanted.kind === 'empty') return 'empty';
    if (wanted.kind === 'trouble') return wanted.trouble;
    if (wanted.to < 1) return 'units';
    return wanted.to > units(MOST_UNITS_PLANNED) ? 'too-many-to-plan' : null;
  }

  function savingWords(onWeb: ChannelPlan, inApp: ChannelPlan): string {
    if (onWeb.kind !== 'plan' || inApp.kind !== 'plan') {
      return t('savingUnknown');
    }
    const saving = savingOnWeb(onWeb.placed, inApp.placed);
    if (saving !== null) {
      return t('saving', [
        screen.money(saving.money, 16),
        formatShare(saving.share / 1000, locale),
      ]);
    }
    const differ = onWeb.placed.plan.price.currency !== inApp.placed.plan.price.currency;
    return t(differ ? 'savingCurrencies' : 'savingNone');
  }
}
