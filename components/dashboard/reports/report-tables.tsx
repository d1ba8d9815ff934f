import {
  type Came,
  isNothing,
  type Report,
  type ReportCreator,
  type ReportGift,
  type ReportGiver,
  type ReportPart,
  type ReportPlatform,
  type ReportStream,
} from '../../../utils/core/report.ts';
import { reportAddress } from '../../../utils/core/report-address.ts';
import {
  type EntriesOf,
  entriesOfCreator,
  entriesOfGift,
  entriesOfGiver,
  entriesOfPart,
  entriesOfStream,
  entriesWithin,
} from '../../../utils/core/report-entries.ts';
import { formatLength, formatMoment } from '../../dates.ts';
import { formatCount } from '../../format.ts';
import { safeText } from '../../names.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { worthEach, worthOrigin } from '../../worth-words.ts';
import { streamTitle } from '../streams/stream-words.ts';
import { ReportChart } from './report-chart.tsx';
import { ReportFigure } from './report-figure.tsx';
import { type ReportColumn, ReportTable } from './report-table.tsx';
import { inUnits, partWords, worthWords } from './report-words.ts';

/** What came in, in columns that most tables have; each figure leads to the row's entries. */
function cameColumns<Row extends Came>(
  screen: Screen,
  entriesOf: (row: Row) => EntriesOf,
): readonly ReportColumn<Row>[] {
  const { t, locale } = screen;
  const column = (title: string, figure: (row: Row) => string): ReportColumn<Row> => ({
    title,
    amount: true,
    cell: (row) => <ReportFigure entries={entriesOf(row)}>{figure(row)}</ReportFigure>,
  });
  return [
    column(t('reportGross'), ({ gifts }) => inUnits(gifts, screen)),
    column(t('reportColumnGifts'), ({ gifts }) => formatCount(gifts.gifts, locale)),
    column(t('reportWorth'), (came) => worthWords(came, screen)),
  ];
}

/** What came in on each platform, with the rate and whose word it is. */
export function PlatformTable({ report }: { report: Report }) {
  const screen = useScreen();
  const { t } = screen;
  return (
    <ReportTable<ReportPlatform>
      title={t('reportByPlatform')}
      rows={report.platforms}
      keyOf={({ platform }) => platform}
      columns={[
        {
          title: t('reportColumnPlatform'),
          cell: ({ platform }) => safeText(t(`platform_${platform}`)),
        },
        ...cameColumns<ReportPlatform>(screen, ({ platform }) =>
          entriesWithin(report, 'gift', { platform }),
        ),
        {
          title: t('reportColumnRate'),
          cell: ({ rates }) =>
            rates.length === 0
              ? t('payoutNoRate')
              : rates.map((rate) => (
                  <span key={rate.unit}>
                    {t('about', [worthEach(rate, screen)])}
                    <small>{worthOrigin(rate, screen)}</small>
                  </span>
                )),
        },
      ]}
    />
  );
}

/** What came in part by part: what the chart shows. */
export function PartTable({ report }: { report: Report }) {
  const screen = useScreen();
  const { t } = screen;
  return (
    <ReportTable<ReportPart>
      title={t('reportByTime')}
      chart={<ReportChart came={report.came} parts={report.parts} />}
      rows={report.parts.filter((part) => !isNothing(part))}
      keyOf={({ time }) => JSON.stringify(time)}
      columns={[
        { title: t('budgetHistoryPeriod'), cell: ({ time }) => partWords(time, screen) },
        ...cameColumns<ReportPart>(screen, ({ time }) => entriesOfPart(report, time)),
      ]}
    />
  );
}

/** What came in for each creator of an agency. */
export function CreatorTable({ report }: { report: Report }) {
  const screen = useScreen();
  const { t, locale } = screen;
  return (
    <ReportTable<ReportCreator>
      title={t('reportByCreator')}
      rows={report.creators}
      keyOf={({ platform, creator }) => `${platform}:${creator.id}`}
      columns={[
        {
          title: t('reportColumnCreator'),
          cell: ({ platform, creator }) =>
            report.asked.kind === 'agency' ? (
              <a
                href={reportAddress({
                  kind: 'month',
                  month: report.asked.month,
                  creator: { platform, id: creator.id },
                })}
              >
                <bdi>{screen.name(creator)}</bdi>
              </a>
            ) : (
              <bdi>{screen.name(creator)}</bdi>
            ),
        },
        ...cameColumns<ReportCreator>(screen, (row) => entriesOfCreator(report, row, 'gift')),
        {
          title: t('reportColumnGifters'),
          amount: true,
          cell: (row) => (
            <ReportFigure entries={entriesOfCreator(report, row, 'gift')}>
              {formatCount(row.gifters, locale)}
            </ReportFigure>
          ),
        },
        {
          title: t('reportColumnStreams'),
          amount: true,
          cell: ({ streams }) => formatCount(streams, locale),
        },
        {
          title: t('reportColumnLength'),
          amount: true,
          cell: ({ liveMs }) => formatLength(liveMs, screen.language),
        },
        {
          title: t('reportColumnUnseen'),
          amount: true,
          cell: ({ unseenMs }) => formatLength(unseenMs, screen.language),
        },
      ]}
    />
  );
}

/** The streams that began in a report's time, each leading to its own report. */
export function StreamTable({ report }: { report: Report }) {
  const screen = useScreen();
  const { t, locale, language, zone } = screen;
  return (
    <section>
      <ReportTable<ReportStream>
        title={t('reportByStream')}
        rows={report.streams}
        keyOf={({ stream }) => String(stream.rooms)}
        columns={[
          {
            title: t('reportColumnStream'),
            cell: (row) => (
              <>
                <a href={reportAddress({ kind: 'stream', room: row.stream.rooms[0] ?? null })}>
                  <bdi>{streamTitle(row.stream, screen)}</bdi>
                </a>
                <small>
                  {formatMoment(row.stream.from, zone, language)}
                  {report.asked.kind === 'agency' && (
                    <>
                      {' · '}
                      <bdi>{screen.name(row.creator)}</bdi>
                    </>
                  )}
                </small>
              </>
            ),
          },
          {
            title: t('reportColumnLength'),
            amount: true,
            cell: ({ stream }) => formatLength(stream.liveMs, screen.language),
          },
          ...cameColumns<ReportStream>(screen, (row) => entriesOfStream(row, 'gift')),
          {
            title: t('reportColumnGifters'),
            amount: true,
            cell: (row) => (
              <ReportFigure entries={entriesOfStream(row, 'gift')}>
                {formatCount(row.gifters, locale)}
              </ReportFigure>
            ),
          },
          {
            title: t('reportColumnUnseen'),
            amount: true,
            cell: ({ unseenMs }) =>
              unseenMs === null ? t('reportNotNoted') : formatLength(unseenMs, screen.language),
          },
        ]}
      />
      <p class="under">{t('reportStreamsWhole')}</p>
    </section>
  );
}

/** Gifts and those who gave: only a stream's report has them. */
export function GiftTables({ report }: { report: Report }) {
  const screen = useScreen();
  const { t, locale } = screen;
  const sums = <Row extends { readonly sum: Came['gifts'] }>(
    entriesOf: (row: Row) => EntriesOf,
  ): readonly ReportColumn<Row>[] => [
    {
      title: t('reportColumnGifts'),
      amount: true,
      cell: (row) => (
        <ReportFigure entries={entriesOf(row)}>{formatCount(row.sum.gifts, locale)}</ReportFigure>
      ),
    },
    {
      title: t('reportGross'),
      amount: true,
      cell: (row) => (
        <ReportFigure entries={entriesOf(row)}>{inUnits(row.sum, screen)}</ReportFigure>
      ),
    },
  ];
  return (
    <>
      {report.gifts.length > 0 && (
        <ReportTable<ReportGift>
          title={t('reportByGift')}
          rows={report.gifts}
          keyOf={({ platform, gift }) => `${platform}:${gift}`}
          columns={[
            {
              title: t('goalGift'),
              cell: ({ name }) => <bdi>{safeText(name) || t('entry_gift')}</bdi>,
            },
            ...sums<ReportGift>((row) => entriesOfGift(report, row)),
          ]}
        />
      )}
      {report.givers.length > 0 && (
        <ReportTable<ReportGiver>
          title={t('reportByGiver')}
          rows={report.givers}
          keyOf={({ platform, person }) => `${platform}:${person.id}`}
          columns={[
            {
              title: t('reportColumnGiver'),
              cell: ({ person }) => <bdi>{screen.name(person)}</bdi>,
            },
            ...sums<ReportGiver>((row) => entriesOfGiver(report, row)),
          ]}
        />
      )}
    </>
  );
}
