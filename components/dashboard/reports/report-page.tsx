import { isNothing, knownPart, type Report } from '../../../utils/core/report.ts';
import { moneyOfPrice } from '../../../utils/core/scaled.ts';
import { formatMoment } from '../../dates.ts';
import { isolate } from '../../names.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { ReportChart } from './report-chart.tsx';
import { PayoutPart } from './report-payouts.tsx';
import {
  CreatorTable,
  GiftTables,
  PartTable,
  PlatformTable,
  StreamTable,
} from './report-tables.tsx';
import { doubtSentence, inUnits, reportTime, reportTitle, worthWords } from './report-words.ts';

/** A report as it is read and printed: what came in, what was paid out, and what it does not know. */
export function ReportPage({ report }: { report: Report }) {
  const screen = useScreen();
  const { t } = screen;
  const { asked, came, creator, made, parts, streams } = report;
  const whose =
    creator !== null
      ? t('reportOfCreator', [screen.person(creator)])
      : t(asked.kind === 'agency' ? 'reportOfFollowed' : 'reportOfOwn');
  const empty = isNothing(came) && streams.length === 0 && report.payouts.length === 0;
  return (
    <article class="panel statement" aria-label={reportTitle(report, screen)}>
      <header>
        <h3>{reportTitle(report, screen)}</h3>
        <p class="under">{[reportTime(report, screen), whose].join(' · ')}</p>
        <p class="under">
          {t('reportMade', [formatMoment(made, screen.zone, screen.language), screen.zone])}
        </p>
      </header>
      {empty ? (
        <p class="none">{t('reportEmpty')}</p>
      ) : (
        <>
          <Summary report={report} />
          {report.platforms.length > 0 && <PlatformTable report={report} />}
          {!isNothing(came) && parts.length > 1 && (
            <section>
              <ReportChart came={came} parts={parts} />
              <PartTable report={report} />
            </section>
          )}
          {report.creators.length > 0 && <CreatorTable report={report} />}
          {asked.kind !== 'stream' && streams.length > 0 && <StreamTable report={report} />}
          <GiftTables report={report} />
          <PayoutPart report={report} />
        </>
      )}
      <section class="unknowns">
        <h4>{t('reportUnknowns')}</h4>
        <ul>
          {report.doubts.map((doubt) => (
            <li key={JSON.stringify(doubt)}>{doubtSentence(doubt, screen)}</li>
          ))}
          <li>{t('reportOnlySeen')}</li>
          <li>{t('reportEstimate')}</li>
        </ul>
      </section>
    </article>
  );
}

/** A term, its figure, and what is said under it. */
type Fact = readonly [term: string, figure: string, more?: string];

/** The worth of what has a rate, and what is left out for want of one. */
function worthFact({ came, platforms }: Report, screen: Screen): Fact {
  const { t } = screen;
  const { worth, without } = knownPart(
    came.gifts,
    platforms.flatMap(({ rates }) => rates),
  );
  const left = without.map(({ units, unit }) => screen.units(units, unit, 18)).join(' · ');
  return [
    t('reportWorth'),
    worthWords({ ...came, worth }, screen),
    [left === '' || worth === null ? '' : t('reportWithout', [left]), t('reportNotIncome')]
      .filter(Boolean)
      .join(' · '),
  ];
}

function Summary({ report }: { report: Report }) {
  const screen = useScreen();
  const { t } = screen;
  const { came, paid, asked, gifters, newGifters, streams } = report;
  const told = streams[0]?.told ?? null;
  const facts: readonly Fact[] = [
    [t('reportGross'), inUnits(came.gifts, screen), screen.counted(came.gifts.gifts, 'gifts')],
    worthFact(report, screen),
    ...paid.map((each): [string, string, string] => {
      const money = (minor: number) =>
        screen.money(moneyOfPrice({ currency: each.currency, minor }), 18);
      const kept = t('reportKept', [money(each.fees), money(each.tax)]);
      return [t('reportPaid'), money(each.arrived), each.fees + each.tax === 0 ? '' : kept];
    }),
    [
      t('reportGifters'),
      screen.counted(gifters, 'gifters', 12),
      screen.counted(newGifters, 'reportNewGifters', 12),
    ],
    ...(came.subscriptions.entries === 0
      ? []
      : [
          [
            t('reportSubscriptions'),
            screen.counted(came.subscriptions.entries, 'reportSubscribed', 12),
          ] as const,
        ]),
    ...(came.chests.entries === 0
      ? []
      : [[t('reportChests'), inUnits(came.chests, screen), t('reportChestsHint')] as const]),
    ...(asked.kind !== 'stream' || told === null
      ? []
      : [
          [
            t('reportTold'),
            screen.units(told.told, told.unit, 18),
            t('reportToldSeen', [isolate(screen.units(told.seen, told.unit, 18))]),
          ] as const,
        ]),
  ];
  return (
    <dl class="statement-facts">
      {facts.map(([term, figure, more]) => (
        <div key={term + figure}>
          <dt>{term}</dt>
          <dd>
            <b>{figure}</b>
            {more !== undefined && more !== '' && <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
