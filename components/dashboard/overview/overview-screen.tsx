import { directions, ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { OverviewView } from '../../../utils/core/ledger-views.ts';
import { otherPeriod, overviewAddress } from '../../../utils/core/overview-period.ts';
import { basisWords } from '../../basis-words.ts';
import { formatDay } from '../../dates.ts';
import { safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { figureOf, isAllUnpriced, isEmpty, Unpriced, unitsWords } from '../../sum-words.tsx';
import { rangeWords } from '../../worth-words.ts';
import { BarList } from './bar-list.tsx';
import { DayChart } from './day-chart.tsx';
import { barFigure, measureOf } from './measure.ts';
import { PeriodSteps } from './period-steps.tsx';
import { periodWords } from './period-words.ts';
import { WeekChart } from './week-chart.tsx';

/** A month or a year at a glance: its total, and how it spreads over days, creators, platforms and the week. */
export function OverviewScreen({ view }: { view: OverviewView }) {
  const screen = useScreen();
  const { t } = screen;
  const measure = measureOf(view);
  const { sum } = view.total;
  return (
    <>
      <PeriodBar view={view} />
      {view.since === null ? (
        <div class="panel empty">
          <h3>{t('overviewEmptyTitle')}</h3>
          <p>{t('overviewEmpty')}</p>
        </div>
      ) : (
        <>
          <Total view={view} />
          {!isEmpty(sum) && (
            <>
              <section class="panel">
                <h3>{t(view.period.kind === 'year' ? 'chartByMonth' : 'chartByDay')}</h3>
                <DayChart days={view.days} measure={measure} />
              </section>
              <div class="columns">
                {view.creators.length > 0 && (
                  <BarList
                    title={t('chartByCreator')}
                    rows={view.creators.map(({ of, ...bar }, index) => ({
                      ...bar,
                      key: of?.id ?? String(index),
                      name: screen.name(of),
                    }))}
                    whole={sum}
                    measure={measure}
                    {...(view.moreCreators > 0
                      ? { more: screen.counted(view.moreCreators, 'moreCreators') }
                      : {})}
                  />
                )}
                <BarList
                  title={t('chartByPlatform')}
                  rows={view.platforms.map(({ of, ...bar }) => ({
                    ...bar,
                    key: of,
                    name: safeText(t(`platform_${of}`)),
                  }))}
                  whole={sum}
                  measure={measure}
                />
              </div>
              <section class="panel">
                <h3>{t('chartByWeek')}</h3>
                <WeekChart hours={view.hours} measure={measure} />
              </section>
            </>
          )}
        </>
      )}
    </>
  );
}

function PeriodBar({ view: { period, direction, since } }: { view: OverviewView }) {
  const { t, now, zone, language } = useScreen();
  const at = (current: boolean) => (current ? { 'aria-current': 'true' as const } : {});
  return (
    <div class="bar period">
      <PeriodSteps period={period} addressOf={(other) => overviewAddress(other, direction)} />
      <ul class="switches">
        {directions.map((each) => (
          <li key={each}>
            <a href={overviewAddress(period, each)} {...at(each === direction)}>
              {t(`direction_${each}`)}
            </a>
          </li>
        ))}
      </ul>
      {since !== null && (
        <p class="under since">{t('sinceDate', [formatDay(since, now, zone, language)])}</p>
      )}
    </div>
  );
}

function Total({ view }: { view: OverviewView }) {
  const screen = useScreen();
  const { t } = screen;
  const { total, worth, direction, before, period } = view;
  const { sum } = total;
  if (isEmpty(sum)) {
    return (
      <div class="panel empty">
        <p>{t(direction === 'sent' ? 'nothingSent' : 'nothingReceived')}</p>
        {direction === 'received' && (
          <p>
            <a href="#streams">{t('toStreams')}</a>
          </p>
        )}
      </div>
    );
  }
  const { short, full } = figureOf(sum, sum.money, screen, 18);
  const under = [
    sum.money === null ? '' : unitsWords(sum, sum.money, screen, 16),
    worth === null ? '' : t('worthAbout', [rangeWords(worth, screen)]),
    direction === 'sent' && !isAllUnpriced(sum) ? basisWords(sum, screen) : '',
  ].filter(Boolean);
  return (
    <section class="panel total">
      <h3>{t(direction === 'sent' ? 'totalSent' : 'totalReceived')}</h3>
      <a class="figure" href={ledgerAddress(total.filter)} title={full}>
        <bdi>{short}</bdi>
      </a>
      <p class="under">{under.join(' · ')}</p>
      <p class="under">
        <a href={ledgerAddress(total.filter)}>{screen.counted(sum.entries, 'entries')}</a>
        {' · '}
        {screen.counted(sum.gifts, 'gifts')}
        {' · '}
        {t('periodBeforeSum', [
          periodWords(otherPeriod(period, -1), screen),
          barFigure(before, screen),
        ])}
      </p>
      <Unpriced sum={sum} />
    </section>
  );
}
