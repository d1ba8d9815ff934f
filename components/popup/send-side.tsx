import type { BudgetDraft, BudgetView } from '../../utils/core/budget-views.ts';
import { inMonth } from '../../utils/core/ledger-filter.ts';
import type { PriceChoice } from '../../utils/core/price-list.ts';
import type { PopupView } from '../../utils/core/views.ts';
import { basisWords } from '../basis-words.ts';
import { measureWords } from '../budgets/budget-words.ts';
import { formatMonth } from '../dates.ts';
import { useScreen } from '../screen.ts';
import { figureOf, isAllUnpriced, isEmpty, SumParts, Unpriced } from '../sum-words.tsx';
import { Switch } from '../switch.tsx';
import { Budgets, MonthMeter, monthBudget } from './budgets.tsx';
import { CreatorList } from './creator-list.tsx';
import { Empty } from './empty.tsx';
import { EntryList } from './entry-list.tsx';
import { Hero } from './hero.tsx';
import { PriceCard } from './price-card.tsx';
import { SumCard } from './sum-card.tsx';

/** What the user sent: this month, this stream, the price behind it, the last gifts and who got most. */
export function SendSide(props: {
  view: PopupView;
  onChoosePrice(choice: PriceChoice): void;
  onSwitchTags(on: boolean): void;
  onSaveBudget(draft: BudgetDraft): void;
}) {
  const screen = useScreen();
  const { view } = props;
  const { sent, month, unit, price, choices, budgets } = props.view;
  const whole = monthBudget(budgets);
  return (
    <>
      {sent.since === null ? (
        <Empty title={screen.t('emptySendTitle')} hint="emptySend" />
      ) : (
        <SentMonth sent={sent} month={month} budget={whole} />
      )}
      <div class="cards">
        {sent.since !== null && (
          <SumCard
            label={screen.t('thisStream')}
            sum={sent.stream}
            money={sent.stream?.money ?? null}
            none={screen.t('noStream')}
            entries={view.session === null ? null : { direction: 'sent', session: [view.session] }}
          />
        )}
        <PriceCard
          price={price}
          own={props.view.own}
          unit={unit}
          choices={choices}
          onChoose={props.onChoosePrice}
        />
      </div>
      <div class="row-alone">
        <Switch label={screen.t('tagsSwitch')} on={props.view.tags} onSwitch={props.onSwitchTags} />
      </div>
      {budgets !== null && (
        <Budgets
          view={budgets}
          shown={sent.since === null || isEmpty(sent.month) ? null : whole}
          actions={props}
        />
      )}
      <EntryList title={screen.t('lastSent')} entries={sent.last} measure={{ by: 'cost' }} />
      <CreatorList rows={sent.creators} whole={sent.month} month={month} />
    </>
  );
}

function SentMonth({
  sent,
  month,
  budget,
}: Pick<PopupView, 'sent' | 'month'> & { budget: BudgetView | null }) {
  const screen = useScreen();
  const label = screen.t('monthSoFar', [formatMonth(month, screen.language)]);
  const sum = sent.month;
  if (isEmpty(sum)) {
    return <Hero label={label} figure={screen.t('nothingSent')} quiet />;
  }
  const { short, full } = figureOf(sum, sum.money, screen, 14);
  return (
    <Hero
      label={label}
      figure={short}
      entries={{ direction: 'sent', ...inMonth(month) }}
      {...(full === undefined ? {} : { title: full })}
      {...(budget === null
        ? {}
        : { beside: screen.t('budgetOf', [measureWords(budget.now.limit, screen, 12)]) })}
    >
      {!isAllUnpriced(sum) && (
        <p class="under">
          <SumParts sum={sum} money={sum.money} fit={14} />
          {' · '}
          <span>{basisWords(sum, screen)}</span>
        </p>
      )}
      <Unpriced sum={sum} />
      {budget !== null && <MonthMeter view={budget} />}
    </Hero>
  );
}
