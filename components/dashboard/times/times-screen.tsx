import type { Whose } from '../../../utils/core/creator.ts';
import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { LedgerSum, OverviewBar } from '../../../utils/core/ledger-views.ts';
import { timesAddress } from '../../../utils/core/times-address.ts';
import type { PopularGift, TimesView } from '../../../utils/core/times-views.ts';
import { isolate, safeText } from '../../names.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { isEmpty, unitsWords } from '../../sum-words.tsx';
import { rangeWords } from '../../worth-words.ts';
import { BarList, type BarRow } from '../overview/bar-list.tsx';
import type { Measure } from '../overview/measure.ts';
import { PeriodSteps } from '../overview/period-steps.tsx';
import { WeekChart } from '../overview/week-chart.tsx';
import { WhoseChoice } from '../streams/whose-choice.tsx';
import { BestHours } from './best-hours.tsx';
import { WeekTrend } from './week-trend.tsx';

/** Which gifts come in, and when: by gift, hour of the week and week. */
export function TimesScreen(props: { view: TimesView; onWhose(whose: Whose): void }) {
  const screen = useScreen();
  const { t } = screen;
  const { view } = props;
  const { sum } = view.total;
  const measure = measureOf(sum);
  const shown = view.creators.length > 0 ? view.whose : null;
  return (
    <>
      <div class="bar period">
        <PeriodSteps period={view.period} addressOf={(period) => timesAddress(period, shown)} />
        <WhoseChoice whose={view.whose} creators={view.creators} onChoose={props.onWhose} />
      </div>
      {isEmpty(sum) ? (
        <div class="panel empty">
          <h3>{t('timesEmptyTitle')}</h3>
          <p>{t('timesEmpty')}</p>
        </div>
      ) : (
        <>
          <p class="times-total">
            <a href={ledgerAddress(view.total.filter)}>
              <b>{unitsWords(sum, null, screen, 16) || screen.counted(sum.gifts, 'gifts')}</b>
            </a>
            <span class="under">
              {[
                ...(view.worth === null
                  ? []
                  : [t('worthEstimate', [rangeWords(view.worth, screen)])]),
                screen.counted(sum.gifts, 'gifts', 9),
              ].join(' · ')}
            </span>
          </p>
          <div class="columns">
            <Popular title="giftsByCount" bars={view.byCount} view={view} by={countOf} counts />
            <Popular title="giftsByAmount" bars={view.byUnits} view={view} by={measure} />
          </div>
          <section class="panel">
            <h3>{t('chartByWeek')}</h3>
            <p class="under">{t('weekChartMeans')}</p>
            <WeekChart hours={view.hours} measure={measure} />
          </section>
          <BestHours best={view.best} />
        </>
      )}
      {view.weeks.some((week) => !isEmpty(week.sum)) && (
        <section class="panel">
          <h3>{t('weekTrend')}</h3>
          <WeekTrend
            weeks={view.weeks}
            measure={measureOf(view.weeks[0]?.sum ?? sum, view.weeks)}
          />
        </section>
      )}
    </>
  );
}

const countOf: Measure = (sum) => sum.gifts;

/** The one unit that there is, else the number of gifts: different units are never added. */
function measureOf(total: LedgerSum, others: readonly { readonly sum: LedgerSum }[] = []): Measure {
  const units = new Set(
    [total, ...others.map(({ sum }) => sum)].flatMap(({ amounts }) =>
      amounts.map(({ unit }) => unit),
    ),
  );
  return units.size === 1 ? (sum) => sum.amounts[0]?.units ?? 0 : countOf;
}

function Popular(props: {
  title: 'giftsByCount' | 'giftsByAmount';
  bars: readonly OverviewBar<PopularGift>[];
  view: TimesView;
  by: Measure;
  counts?: boolean;
}) {
  const screen = useScreen();
  const { view, by, counts = false } = props;
  return (
    <BarList
      title={screen.t(props.title)}
      rows={props.bars.map((bar): BarRow => rowOf(bar, screen, counts))}
      whole={view.total.sum}
      measure={by}
      {...(view.moreGifts > 0 ? { more: screen.counted(view.moreGifts, 'moreGifts', 9) } : {})}
    />
  );
}

function rowOf(
  { of, sum, filter }: OverviewBar<PopularGift>,
  screen: Screen,
  counts: boolean,
): BarRow {
  const name = safeText(of.name);
  const unnamed = of.id === '' ? screen.t('giftUnlisted') : screen.t('giftById', [isolate(of.id)]);
  return {
    key: `${of.platform}:${of.id}`,
    name: name || unnamed,
    sum,
    // What is in no catalogue has no id to ask the ledger for.
    filter: of.id === '' ? null : filter,
    ...(counts ? { figure: screen.counted(sum.gifts, 'gifts', 9) } : {}),
  };
}
