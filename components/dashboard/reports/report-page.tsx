import { isNothing, knownPart, type Report } from '../../../utils/core/report.ts';
import { type EntriesOf, entriesOfReport } from '../../../utils/core/report-entries.ts';
import { moneyOfPrice } from '../../../utils/core/scaled.ts';
import { formatMoment } from '../../dates.ts';
import { isolate } from '../../names.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { usePlainPrint } from './plain-print.ts';
import { ReportFigure } from './report-figure.tsx';
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
  const root = usePlainPrint();
  const { asked, came, creator, made, parts, streams } = report;
  const whose =
    creator !== null
      ? t('reportOfCreator', [screen.person(creator)])
      : t(asked.kind === 'agency' ? 'reportOfFollowed' : 'reportOfOwn');
  const empty = isNothing(came) && streams.length === 0 && report.payouts.length === 0;
  return (
    <article class="panel statement" aria-label={reportTitle(report, screen)} ref={root}>
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
          {!isNothing(came) && parts.length > 1 && <PartTable report={report} />}
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

/** A term, its figure with the entries that make it, and what is said under it. */
interface Fact {
  readonly term: string;
  readonly figure: string;
  readonly entries: EntriesOf;
  readonly more?: string;
}

/** The worth of what has a rate, and what is left out for want of one. */
function worthFact(report: Report, screen: Screen): Fact {
  const { t } = screen;
  const { came, platforms } = report;
  const { worth, without } = knownPart(
    came.gifts,
    platforms.flatMap(({ rates }) => rates),
  );
  const left = without.map(({ units, unit }) => screen.units(units, unit, 18)).join(' · ');
  const besides = left === '' || worth === null ? [] : [t('reportWithout', [left])];
  return {
    term: t('reportWorth'),
    figure: worthWords({ ...came, worth }, screen),
    entries: entriesOfReport(report, 'gift'),
    more: [...besides, t('reportNotIncome')].join(' · '),
  };
}

function Summary({ report }: { report: Report }) {
  const screen = useScreen();
  const { t } = screen;
  const { came, paid, asked, gifters, newGifters, streams } = report;
  const told = streams[0]?.told ?? null;
  const gifts = entriesOfReport(report, 'gift');
  const facts: readonly Fact[] = [
    {
      term: t('reportGross'),
      figure: inUnits(came.gifts, screen),
      entries: gifts,
      more: screen.counted(came.gifts.gifts, 'gifts'),
    },
    worthFact(report, screen),
    ...paid.map((each): Fact => {
      const money = (minor: number) =>
        screen.money(moneyOfPrice({ currency: each.currency, minor }), 18);
      const kept = t('reportKept', [money(each.fees), money(each.tax)]);
      return {
        term: t('reportPaid'),
        figure: money(each.arrived),
        // Each is in a table below.
        entries: null,
        more: each.fees + each.tax === 0 ? '' : kept,
      };
    }),
    {
      term: t('reportGifters'),
      figure: screen.counted(gifters, 'gifters', 12),
      entries: gifts,
      more: screen.counted(newGifters, 'reportNewGifters', 12),
    },
  ];
  const apart: readonly (Fact | null)[] = [
    came.subscriptions.entries === 0
      ? null
      : {
          term: t('reportSubscriptions'),
          figure: screen.counted(came.subscriptions.entries, 'reportSubscribed', 12),
          entries: entriesOfReport(report, 'subscription'),
        },
    came.chests.entries === 0
      ? null
      : {
          term: t('reportChests'),
          figure: inUnits(came.chests, screen),
          entries: entriesOfReport(report, 'chest'),
          more: t('reportChestsHint'),
        },
    asked.kind !== 'stream' || told === null
      ? null
      : {
          term: t('reportTold'),
          figure: screen.units(told.told, told.unit, 18),
          entries: gifts,
          more: t('reportToldSeen', [isolate(screen.units(told.seen, told.unit, 18))]),
        },
  ];
  return (
    <dl class="statement-facts">
      {[...facts, ...apart.filter((fact) => fact !== null)].map(
        ({ term, figure, entries, more }) => (
          <div key={term + figure}>
            <dt>{term}</dt>
            <dd>
              <b>
                <ReportFigure entries={entries}>{figure}</ReportFigure>
              </b>
              {more !== undefined && more !== '' && <small>{more}</small>}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
