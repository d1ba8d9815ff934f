import { byteOrderMark, type CsvCell, csvLine } from './csv.ts';
import { inUnit, plain, withPlatform, zonedTime } from './csv-cells.ts';
import type { LedgerSum } from './ledger-views.ts';
import type { Money } from './money.ts';
import { currencyOf } from './paid-money.ts';
import {
  type Came,
  isNothing,
  type PartTime,
  type Report,
  type ReportDoubt,
  type ReportStream,
} from './report.ts';
import { moneyOfPrice, type Price } from './scaled.ts';
import { dayOf, type TimeZone } from './time.ts';
import type { AmountUnit } from './units.ts';
import type { PersonView } from './views.ts';
import { knownWorth, type WorthRate } from './worth.ts';

/** Columns of a report's files, in their order. Documented in docs/creators.md. */
export const reportColumns = [
  'section',
  'kind',
  'begin',
  'end',
  'platform',
  'name',
  'id',
  'unit',
  'amount',
  'gifts',
  'payments',
  'without_price',
  'gifters',
  'worth_least',
  'worth_most',
  'worth_currency',
  'worth_basis',
  'worth_date',
  'paid',
  'fees',
  'tax',
  'paid_currency',
  'live_minutes',
  'unseen_minutes',
  'platform_told',
  'note',
] as const;

/** One line of a report's files: what is not there is empty. */
export type ReportRow = Readonly<Partial<Record<(typeof reportColumns)[number], CsvCell>>>;

export const REPORT_FORMAT = 'gift-ledger-report';
export const REPORT_VERSION = 1;

/** A report as lines, section by section. Amounts are exact; what a sum cannot say is left empty. */
export function reportRows(report: Report): ReportRow[] {
  const { platforms, parts, streams, creators, gifts, givers, payouts, doubts, zone } = report;
  const rates = platforms.flatMap((each) => each.rates);
  const came = (head: ReportRow, of: Came) => cameRows(head, of, rates);
  const sum = (head: ReportRow, of: LedgerSum) => sumRows({ ...head, kind: 'gift' }, of, rates);
  return [
    ...platforms.flatMap((each) =>
      came({ section: 'platform', ...daysOf(report), platform: each.platform }, each),
    ),
    ...parts
      .filter((each) => !isNothing(each))
      .flatMap((each) => came({ section: 'part', ...timeOf(each.time, zone) }, each)),
    ...creators.flatMap(({ platform, creator, ...each }) =>
      came(
        {
          section: 'creator',
          ...daysOf(report),
          platform,
          ...personCells(platform, creator),
          gifters: each.gifters,
          live_minutes: minutes(each.liveMs),
          unseen_minutes: minutes(each.unseenMs),
        },
        each,
      ),
    ),
    ...streams.flatMap((each) => came(streamCells(each, zone), each)),
    ...gifts.flatMap(({ platform, gift, name, sum: of }) =>
      sum(
        {
          section: 'gift',
          platform,
          name,
          ...(gift === '' ? {} : { id: withPlatform(platform, gift) }),
        },
        of,
      ),
    ),
    ...givers.flatMap(({ platform, person, sum: of }) =>
      sum({ section: 'giver', platform, ...personCells(platform, person) }, of),
    ),
    ...payouts.map(({ unit, units, price, fees, tax, at, covers, note }): ReportRow => {
      const money = (minor: number) => ({ ...price, minor });
      return {
        section: 'payout',
        begin: dayOf(at, zone),
        ...(covers === null ? {} : { name: `${covers.first}/${covers.last}` }),
        unit,
        amount: units,
        paid: priceCell(price),
        fees: priceCell(money(fees)),
        tax: priceCell(money(tax)),
        paid_currency: price.currency,
        note,
      };
    }),
    ...doubts.map((each): ReportRow => ({ section: 'not_known', ...doubtCells(each) })),
  ];
}

const MINUTE_MS = 60_000;
const minutes = (ms: number): number => Math.round(ms / MINUTE_MS);

const priceCell = (price: Price): CsvCell => moneyCell(moneyOfPrice(price));
const moneyCell = (money: Money): CsvCell => plain(money, money.amount);

function daysOf({ span }: Report): ReportRow {
  return { begin: span.first, end: span.last };
}

function timeOf(time: PartTime, zone: TimeZone): ReportRow {
  return 'first' in time
    ? { begin: time.first, end: time.last }
    : { begin: zonedTime(time.from, zone), end: zonedTime(time.to, zone) };
}

function personCells(platform: Parameters<typeof withPlatform>[0], person: PersonView): ReportRow {
  return { name: person.handle || person.name, id: withPlatform(platform, person.id) };
}

function streamCells({ stream, gifters, unseenMs, told }: ReportStream, zone: TimeZone): ReportRow {
  const { platform, title, rooms, liveMs } = stream;
  return {
    section: 'stream',
    ...timeOf({ from: stream.from, to: stream.to }, zone),
    platform,
    name: title,
    id: rooms[0] ?? null,
    gifters,
    live_minutes: minutes(liveMs),
    unseen_minutes: unseenMs === null ? null : minutes(unseenMs),
    platform_told: told?.told ?? null,
  };
}

function cameRows(head: ReportRow, of: Came, rates: readonly WorthRate[]): ReportRow[] {
  const more = laterRow(head);
  const others = (['subscriptions', 'chests'] as const).flatMap((kind) =>
    of[kind].entries === 0
      ? []
      : sumRows({ ...more, kind: kind === 'chests' ? 'chest' : 'subscription' }, of[kind], []),
  );
  return [...sumRows({ ...head, kind: 'gift' }, of.gifts, rates), ...others];
}

/** What is of the whole, such as minutes, stands in its first row only. */
function laterRow({
  gifters,
  live_minutes,
  unseen_minutes,
  platform_told,
  ...more
}: ReportRow): ReportRow {
  return more;
}

/** One row for each unit. Numbers that are of all units together stand in the first one, so that columns add up. */
function sumRows(head: ReportRow, sum: LedgerSum, rates: readonly WorthRate[]): ReportRow[] {
  const { gifts, entries: payments, unpriced } = sum;
  const [first, ...others] = sum.amounts;
  return [
    {
      ...head,
      gifts,
      payments,
      without_price: unpriced,
      ...(first === undefined ? {} : amountCells(first, rates)),
    },
    ...others.map((each) => ({ ...laterRow(head), ...amountCells(each, rates) })),
  ];
}

function amountCells(
  { unit, units }: LedgerSum['amounts'][number],
  rates: readonly WorthRate[],
): ReportRow {
  const rate = rates.find((each) => each.unit === unit) ?? null;
  const worth = knownWorth(units, rate);
  return {
    unit: unitCell(unit),
    amount: inUnit(unit, units),
    ...(worth === null || rate === null
      ? {}
      : {
          worth_least: moneyCell(worth.least),
          worth_most: moneyCell(worth.most),
          worth_currency: worth.least.currency,
          worth_basis: rate.origin,
          worth_date: typeof rate.date === 'string' ? rate.date : new Date(rate.date).toISOString(),
        }),
  };
}

const unitCell = (unit: AmountUnit): string => currencyOf(unit) ?? unit;

function doubtCells(doubt: ReportDoubt): ReportRow {
  switch (doubt.what) {
    case 'begins':
      return { name: doubt.what, begin: doubt.day };
    case 'unseen':
      return { name: doubt.what, unseen_minutes: minutes(doubt.ms) };
    case 'unnoted':
      return { name: doubt.what, amount: doubt.streams };
    case 'missed':
      return { name: doubt.what, unit: doubt.unit, amount: doubt.units };
    case 'no-rate':
      return { name: doubt.what, unit: unitCell(doubt.unit) };
    case 'unpriced':
    case 'by-hand':
      return { name: doubt.what, payments: doubt.payments };
    default:
      return { name: doubt.what };
  }
}

/** A report as a CSV file that spreadsheets open safely. */
export function reportCsv(report: Report): string {
  const lines = reportRows(report).map((row) =>
    csvLine(reportColumns.map((of) => row[of] ?? null)),
  );
  return byteOrderMark + csvLine(reportColumns) + lines.join('');
}

/** The same lines as a JSON file; decimals are text, so that they stay exact. */
export function reportJson(report: Report): string {
  const head = {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    created: new Date(report.made).toISOString(),
    zone: report.zone,
    report: report.asked.kind,
    begin: report.span.first,
    end: report.span.last,
  };
  const rows = reportRows(report).map((row) =>
    Object.fromEntries(
      reportColumns.flatMap((of) => {
        const cell = row[of] ?? null;
        return cell === null ? [] : [[of, typeof cell === 'object' ? cell.number : cell]];
      }),
    ),
  );
  return `${JSON.stringify({ ...head, rows }, null, 1)}\n`;
}
