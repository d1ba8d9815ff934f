import type { CurrencyCode, PlatformId } from '../core/ids.ts';
import type { LedgerFilter } from '../core/ledger-filter.ts';
import { ledgerSum } from '../core/ledger-sums.ts';
import type { LedgerSum, OverviewBar, OverviewPeriod, OverviewView } from '../core/ledger-views.ts';
import { daysOfPeriod, monthsOf, otherPeriod } from '../core/overview-period.ts';
import type { Direction } from '../core/ownership.ts';
import { compareSums, countsFor } from '../core/summing.ts';
import { addDays, type Day, daysOfMonth, type Month, monthOf } from '../core/time.ts';
import { creatorOf, type DayTotal, type HourTotal } from '../core/totals.ts';
import type { PersonView } from '../core/views.ts';
import { sumWorth } from '../core/worth.ts';
import type { LedgerDatabase } from './database.ts';
import { personViews } from './ledger-rows.ts';
import { readLinkedAccounts } from './linked-accounts.ts';
import { firstEntryAt } from './queries.ts';
import { primaryKeyOf } from './total-keys.ts';
import { readWorthRates } from './worth.ts';

/** Creators that are told by name. */
const MOST_CREATORS = 8;

/** A month or a year at a glance, from totals alone: some thousand rows however long the ledger is. */
export async function overviewOf(
  database: LedgerDatabase,
  period: OverviewPeriod,
  direction: Direction,
  display: CurrencyCode,
): Promise<OverviewView> {
  const currency = direction === 'sent' ? display : null;
  const sum = (totals: readonly (DayTotal | HourTotal)[]) => ledgerSum(totals, direction, currency);
  const totals = await dayTotalsOf(database, period, direction);
  const range = daysOfPeriod(period);
  const within: Partial<LedgerFilter> = { direction, ...range };
  const total: OverviewBar<null> = { of: null, sum: sum(totals), filter: within };
  const creators = await creatorBars(database, totals, direction, within, sum);
  return {
    period,
    direction,
    total,
    worth: direction === 'received' ? sumWorth(total.sum, await readWorthRates(database)) : null,
    before: sum(await dayTotalsOf(database, otherPeriod(period, -1), direction)),
    days: dayBars(totals, period, direction, sum),
    creators: creators.slice(0, MOST_CREATORS),
    moreCreators: Math.max(0, creators.length - MOST_CREATORS),
    platforms: grouped(totals, ({ platform }) => platform)
      .map(
        ([platform, rows]): OverviewBar<PlatformId> => ({
          of: platform,
          sum: sum(rows),
          filter: { ...within, platform },
        }),
      )
      .sort((a, b) => compareSums(a.sum, b.sum)),
    hours: await hourBars(database, period, direction, within, sum),
    since: await firstEntryAt(database, direction),
  };
}

type SumUp = (totals: readonly (DayTotal | HourTotal)[]) => LedgerSum;

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): [Key, Row[]][] {
  return [...Map.groupBy(rows, keyOf)];
}

async function dayTotalsOf(
  { dayTotals }: LedgerDatabase,
  period: OverviewPeriod,
  direction: Direction,
): Promise<DayTotal[]> {
  const { from, to } = daysOfPeriod(period);
  const rows = await dayTotals.where(primaryKeyOf('dayTotals')).between([from], [to, []]).toArray();
  return rows.filter((row) => row.direction === direction && countsFor(direction, row.kind));
}

function dayBars(
  totals: readonly DayTotal[],
  period: OverviewPeriod,
  direction: Direction,
  sum: SumUp,
): OverviewBar<Day | Month>[] {
  if (period.kind === 'year') {
    const months = Map.groupBy(totals, ({ day }) => monthOf(day));
    return monthsOf(period).map((month) => {
      const { first, last } = daysOfMonth(month);
      return {
        of: month,
        sum: sum(months.get(month) ?? []),
        filter: { direction, from: first, to: last },
      };
    });
  }
  const days = Map.groupBy(totals, ({ day }) => day);
  const { from, to } = daysOfPeriod(period);
  const bars: OverviewBar<Day>[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    bars.push({
      of: day,
      sum: sum(days.get(day) ?? []),
      filter: { direction, from: day, to: day },
    });
  }
  return bars;
}

async function creatorBars(
  database: LedgerDatabase,
  totals: readonly DayTotal[],
  direction: Direction,
  within: Partial<LedgerFilter>,
  sum: SumUp,
): Promise<OverviewBar<PersonView | null>[]> {
  const accounts = await readLinkedAccounts(database);
  const groups = accounts.groups(totals, creatorOf);
  const people = await personViews(
    database,
    groups.map(({ of }) => of),
  );
  const bars = groups
    .map(
      ({ of, rows }): OverviewBar<PersonView | null> => ({
        of: people.get(`${of.platform}:${of.id}`) ?? null,
        sum: sum(rows),
        filter: { ...within, creator: of },
      }),
    )
    .sort((a, b) => compareSums(a.sum, b.sum));
  // Whoever streams alone knows for whom it was.
  return direction === 'received' && bars.length < 2 ? [] : bars;
}

async function hourBars(
  { hourTotals }: LedgerDatabase,
  period: OverviewPeriod,
  direction: Direction,
  within: Partial<LedgerFilter>,
  sum: SumUp,
): Promise<OverviewView['hours']> {
  const months = monthsOf(period);
  const rows = await hourTotals
    .where(primaryKeyOf('hourTotals'))
    .between([months[0] ?? ''], [months.at(-1) ?? '', []])
    .toArray();
  const counted = rows.filter(
    (row) => row.direction === direction && countsFor(direction, row.kind),
  );
  return grouped(counted, ({ slot }) => slot).map(([slot, totals]) => {
    const [weekday, hour] = slot.split('-').map(Number);
    const of = { weekday: weekday ?? 1, hour: hour ?? 0 };
    return { of, sum: sum(totals), filter: { ...within, hour: of } };
  });
}
