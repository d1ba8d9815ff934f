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
import { formatLength, formatMoment } from '../../dates.ts';
import { formatCount } from '../../format.ts';
import { safeText } from '../../names.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { worthEach, worthOrigin } from '../../worth-words.ts';
import { streamTitle } from '../streams/stream-words.ts';
import { type ReportColumn, ReportTable } from './report-table.tsx';
import { inUnits, partWords, worthWords } from './report-words.ts';

/** What came in, in columns that most tables have. */
function cameColumns(screen: Screen): readonly ReportColumn<Came>[] {
  const { t, locale } = screen;
  return [
    { title: t('reportGross'), amount: true, cell: ({ gifts }) => inUnits(gifts, screen) },
    {
      title: t('reportColumnGifts'),
      amount: true,
      cell: ({ gifts }) => formatCount(gifts.gifts, locale),
    },
    { title: t('reportWorth'), amount: true, cell: (came) => worthWords(came, screen) },
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
        ...cameColumns(screen),
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
      rows={report.parts.filter((part) => !isNothing(part))}
      keyOf={({ time }) => JSON.stringify(time)}
      columns={[
        { title: t('budgetHistoryPeriod'), cell: ({ time }) => partWords(time, screen) },
        ...cameColumns(screen),
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
        ...cameColumns(screen),
        {
          title: t('reportColumnGifters'),
          amount: true,
          cell: ({ gifters }) => formatCount(gifters, locale),
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
          ...cameColumns(screen),
          {
            title: t('reportColumnGifters'),
            amount: true,
            cell: ({ gifters }) => formatCount(gifters, locale),
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
  const sums = [
    {
      title: t('reportColumnGifts'),
      amount: true,
      cell: ({ sum }: { readonly sum: Came['gifts'] }) => formatCount(sum.gifts, locale),
    },
    {
      title: t('reportGross'),
      amount: true,
      cell: ({ sum }: { readonly sum: Came['gifts'] }) => inUnits(sum, screen),
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
            ...sums,
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
            ...sums,
          ]}
        />
      )}
    </>
  );
}
