import { ReportsScreen } from '../../components/dashboard/reports/reports-screen.tsx';
import type { DaySpan } from '../../utils/core/budget-period.ts';
import type { GiftId } from '../../utils/core/ids.ts';
import type { LiveStream } from '../../utils/core/live-stream.ts';
import {
  byDays,
  byMinutes,
  byPlatform,
  cameIn,
  doubtsOf,
  paidSums,
  type ReceivedRow,
  type Report,
  type ReportStream,
  receivedSum,
} from '../../utils/core/report.ts';
import {
  daysOfTaxYear,
  eachDay,
  eachMonth,
  eachStretch,
  type ReportAsked,
} from '../../utils/core/report-address.ts';
import type { ReportActions, ReportsView } from '../../utils/core/report-views.ts';
import { type Day, daysOfMonth, epochMs, monthOf } from '../../utils/core/time.ts';
import type { AmountUnit } from '../../utils/core/units.ts';
import { worthRates } from '../../utils/core/worth.ts';
import { today } from './budget-examples.ts';
import type { DashboardExample } from './dashboard-examples.ts';
import { ago, now, person, zone } from './make.ts';
import { payoutOf } from './payout-examples.tsx';

const noActions: ReportActions = {
  onOpen: () => {},
  onChooseTaxYear: () => {},
  onPrint: () => {},
  onExport: () => {},
};

/** The screen of reports as tests and gallery draw it. */
export function ReportsStage(props: { view: ReportsView; actions?: Partial<ReportActions> }) {
  return <ReportsScreen view={props.view} actions={{ ...noActions, ...props.actions }} />;
}

const taxYear = { month: 4, day: 6 };
const month = monthOf(today);
const mira = person('mira.plays', 'Mira');
const payouts = [
  payoutOf(30_000, 64_000, 12, { note: 'First one' }),
  payoutOf(37_000, 91_200, 4, { fees: 250, tax: 4_000 }),
];
const rates = worthRates([], payouts);

type Row = ReceivedRow & { readonly day: Day; readonly minute: number };

/** What came in on a day of the month, at a minute of the stream. */
function row(n: number, amount: number, more: Partial<Row> = {}): Row {
  return {
    platform: 'tiktok',
    creator: mira.id,
    kind: 'gift',
    unit: 'tiktok:coin' satisfies AmountUnit,
    units: amount,
    gifts: Math.ceil(amount / 9),
    entries: Math.ceil(amount / 30),
    unpriced: 0,
    day: `${month}-${String((n % 22) + 1).padStart(2, '0')}` as Day,
    minute: Math.floor(ago(200) / 60_000) + n,
    ...more,
  };
}

function stream(title: string, minutesAgo: number, more: Partial<LiveStream> = {}): LiveStream {
  return {
    platform: 'tiktok',
    creator: mira.id,
    rooms: [`tiktok:${minutesAgo}`],
    title,
    from: ago(minutesAgo),
    to: ago(minutesAgo - 192),
    ended: true,
    breaks: [],
    gaps: [{ from: ago(minutesAgo - 20), to: ago(minutesAgo - 26) }],
    liveMs: 192 * 60_000,
    ...more,
  };
}

function streamRow(of: LiveStream, rows: readonly Row[], more: Partial<ReportStream> = {}) {
  return {
    ...cameIn(rows, rates),
    stream: of,
    creator: mira,
    gifters: 41,
    unseenMs: 6 * 60_000,
    told: null,
    ...more,
  } satisfies ReportStream;
}

function reportOf(asked: ReportAsked, rows: readonly Row[], more: Partial<Report> = {}): Report {
  const span: DaySpan =
    asked.kind === 'year' ? daysOfTaxYear(asked.year, taxYear) : daysOfMonth(month);
  const came = cameIn(rows, rates);
  const platforms = byPlatform(rows, rates);
  const streams = more.streams ?? [];
  return {
    asked,
    made: now,
    zone,
    span,
    creator: null,
    came,
    gifters: 128,
    newGifters: 19,
    platforms,
    parts: byDays(rows, asked.kind === 'year' ? eachMonth(span) : eachDay(span), rates),
    streams,
    creators: [],
    gifts: [],
    givers: [],
    payouts: [],
    paid: paidSums(more.payouts ?? []),
    doubts: doubtsOf({
      over: false,
      begins: rows.length === 0 ? null : (`${month}-03` as Day),
      came,
      streams,
      platforms,
      byHand: rows.length === 0 ? 0 : 1,
    }),
    ...more,
  };
}

const usualRows = [
  ...Array.from({ length: 40 }, (_, n) => row(n * 5, 300 + ((n * 7_919) % 4_000))),
  row(9, 5_200, { platform: 'kick', unit: 'kick:kick' }),
  row(3, 0, { unit: 'none', unpriced: 2 }),
  row(4, 0, { kind: 'subscription', unit: 'none' }),
  row(5, 500, { kind: 'chest' }),
];
const coins = usualRows.filter(({ unit }) => unit === 'tiktok:coin');
const late = stream('Late night talk, with songs', 220);
const told = streamRow(late, coins.slice(0, 10), {
  told: { unit: 'tiktok:coin', seen: 12_340, told: 12_390, missed: 50 },
});
const noStreams: ReportsView['streams'] = [
  { room: 'tiktok:220', title: late.title, from: late.from },
  { room: 'tiktok:3000', title: '', from: ago(3_000) },
];

const viewOf = (report: Report): ReportsView => ({
  asked: report.asked,
  report,
  streams: report.asked.kind === 'stream' ? noStreams : [],
  taxYear,
});

const ofMonth = reportOf({ kind: 'month', month, creator: null }, usualRows, {
  streams: [streamRow(stream('', 3_000), coins.slice(10), { unseenMs: null }), told],
  payouts,
});
const ofStream = reportOf({ kind: 'stream', room: 'tiktok:220' }, coins, {
  span: { first: today, last: today },
  streams: [told],
  parts: byMinutes(coins, eachStretch({ from: ago(200), to: epochMs(now) }), rates),
  gifts: ['Rose', 'Perfume', ''].map((name, n) => ({
    platform: 'tiktok' as const,
    gift: String(n) as GiftId,
    name,
    sum: receivedSum(coins.slice(n * 10, n * 10 + 10)),
  })),
  givers: [person('lena'), person('', 'ليلى'), person('')].map((who, n) => ({
    platform: 'tiktok' as const,
    person: who,
    sum: receivedSum(coins.slice(n * 5, n * 5 + 5)),
  })),
});
const ofAgency = reportOf({ kind: 'agency', month }, coins, {
  streams: [told],
  creators: [mira, person('', 'A name that goes on and on until nobody reads it to its end')].map(
    (creator, n) => ({
      ...cameIn(coins.slice(n * 10), rates),
      platform: 'tiktok' as const,
      creator,
      gifters: 41 + n,
      streams: 12 - n,
      liveMs: (40 - n) * 3_600_000,
      unseenMs: n * 14 * 60_000,
    }),
  ),
});
const hugeRows = Array.from({ length: 200 }, (_, n) =>
  row(n, 900_719_925_474, { gifts: 9_007_199_254, entries: 9_007_199 }),
);
const ofYear = reportOf({ kind: 'year', year: 2026, creator: null }, hugeRows, {
  payouts: [payoutOf(41_250_000_000, 99_999_999, 3, { tax: 999_999_999, fees: 1 })],
  gifters: 900_719,
});

export const reportViews = {
  month: viewOf(ofMonth),
  stream: viewOf(ofStream),
  year: viewOf(ofYear),
  agency: viewOf(ofAgency),
  empty: viewOf(reportOf({ kind: 'month', month, creator: null }, [])),
  none: { asked: { kind: 'stream', room: null }, report: null, streams: [], taxYear },
} satisfies Record<string, ReportsView>;

const shown = (view: ReportsView, more: Partial<DashboardExample> = {}): DashboardExample => ({
  open: 'reports',
  content: () => <ReportsStage view={view} />,
  ...more,
});
const turned = { words: 'right-to-left', locale: 'ar-EG' } as const;

/** Every state of the screen of reports, by name. */
export const reportExamples: Readonly<Record<string, DashboardExample>> = {
  reports: shown(reportViews.month),
  'reports-stream': shown(reportViews.stream),
  'reports-agency': shown(reportViews.agency, turned),
  'reports-empty': shown(reportViews.empty),
  'reports-none': shown(reportViews.none),
  'reports-print': shown(reportViews.month, { media: 'print' }),
  'reports-print-huge': shown(reportViews.year, { media: 'print', words: 'long', locale: 'de-DE' }),
  'reports-print-right-to-left': shown(reportViews.stream, { media: 'print', ...turned }),
};
