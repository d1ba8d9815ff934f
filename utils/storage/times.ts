import { plusDays } from '../core/budget-period.ts';
import { isAskedFor, usualWhose, type Whose } from '../core/creator.ts';
import type { GiftId } from '../core/ids.ts';
import { sumOfGifts } from '../core/leaderboard.ts';
import type { HourOfWeek, LedgerFilter } from '../core/ledger-filter.ts';
import type { LedgerSum, OverviewBar, OverviewPeriod } from '../core/ledger-views.ts';
import type { LiveStream } from '../core/live-stream.ts';
import { daysOfPeriod, monthsOf } from '../core/overview-period.ts';
import {
  bestHours,
  type GiftRank,
  minutesOnAir,
  popularGifts,
  weeklyTrend,
  weekOf,
} from '../core/received-times.ts';
import type { GiftTally, GiftTotal } from '../core/received-totals.ts';
import {
  addMonths,
  type Day,
  daysOfMonth,
  epochMs,
  momentsOfDay,
  type TimeZone,
} from '../core/time.ts';
import type { BestHour, PopularGift, TimesView } from '../core/times-views.ts';
import type { HourTotal, TotalUnit } from '../core/totals.ts';
import { units } from '../core/units.ts';
import { sumWorth } from '../core/worth.ts';
import type { LedgerDatabase } from './database.ts';
import { type DayRange, giftsOnDays, receivedOnDays } from './received-queries.ts';
import { namedCreators, streamsOf, whoseFilter } from './streams.ts';
import { primaryKeyOf } from './total-keys.ts';
import { readWorthRates } from './worth.ts';

/** Gifts that are told by name. */
const MOST_GIFTS = 15;
const MOST_HOURS = 10;
/** So many months before a month show how it goes on. */
const TREND_MONTHS = 2;

/** What the screen depends on beside the ledger. */
export interface TimesContext {
  readonly zone: TimeZone;
  /** As ISO 8601 counts: Monday is 1. */
  readonly firstWeekday: number;
}

/** Gifts and times of a month or a year, from totals alone. `asked` null: whoever is usual. */
export async function timesOf(
  database: LedgerDatabase,
  period: OverviewPeriod,
  asked: Whose | null,
  { zone, firstWeekday }: TimesContext,
): Promise<TimesView> {
  const creators = await namedCreators(database);
  const whose = asked ?? usualWhose(creators);
  const wanted = (of: Parameters<typeof isAskedFor>[2]) => isAskedFor(whose, creators, of);
  const days = daysOfPeriod(period);
  const within: Partial<LedgerFilter> = {
    direction: 'received',
    kind: 'gift',
    ...whoseFilter(whose, creators),
  };
  const gifts = (await giftsOnDays(database, days)).filter(wanted);
  const hours = (await hoursOf(database, period)).filter(wanted);
  const streams = await streamsOf(database, whose);
  const total: OverviewBar<null> = { of: null, sum: summed(gifts), filter: { ...within, ...days } };
  const { byCount, byUnits, more } = await popular(database, gifts, { ...within, ...days });
  return {
    whose,
    creators,
    period,
    total,
    worth: sumWorth(total.sum, await readWorthRates(database)),
    byCount,
    byUnits,
    moreGifts: more,
    hours: hourBars(hours, { ...within, ...days }),
    best: best(hours, clipped(streams, days, zone), zone, { ...within, ...days }),
    weeks: await weekBars(database, period, wanted, firstWeekday, within),
  };
}

type Counted = GiftTally & { readonly unit: TotalUnit };

function summed(totals: readonly Counted[]): LedgerSum {
  return {
    ...sumOfGifts(totals),
    entries: totals.reduce((sum, { entries }) => sum + entries, 0),
  };
}

async function popular(
  database: LedgerDatabase,
  totals: readonly GiftTotal[],
  within: Partial<LedgerFilter>,
) {
  const byKey = Map.groupBy(totals, ({ platform, gift }) => `${platform}:${gift}`);
  const byCount = popularGifts(totals, 'by-count');
  const byUnits = popularGifts(totals, 'by-units').slice(0, MOST_GIFTS);
  const told = byCount.slice(0, MOST_GIFTS);
  const known = await database.gifts.bulkGet(
    [...told, ...byUnits].map(({ platform, gift }): [typeof platform, GiftId] => [
      platform,
      gift as GiftId,
    ]),
  );
  const names = new Map(
    known.flatMap((gift) =>
      gift === undefined ? [] : [[`${gift.platform}:${gift.id}`, gift.name]],
    ),
  );
  const bar = ({ platform, gift }: GiftRank): OverviewBar<PopularGift> => ({
    of: { platform, id: gift, name: names.get(`${platform}:${gift}`) ?? '' },
    sum: summed(byKey.get(`${platform}:${gift}`) ?? []),
    // What is in no catalogue has no id to be asked for by.
    filter: gift === '' ? within : { ...within, gift: { platform, id: gift } },
  });
  return {
    byCount: told.map(bar),
    byUnits: byUnits.map(bar),
    more: Math.max(0, byCount.length - MOST_GIFTS),
  };
}

async function hoursOf(
  { hourTotals }: LedgerDatabase,
  period: OverviewPeriod,
): Promise<readonly HourTotal[]> {
  const months = monthsOf(period);
  const rows = await hourTotals
    .where(primaryKeyOf('hourTotals'))
    .between([months[0] ?? ''], [months.at(-1) ?? '', []])
    .toArray();
  return rows.filter(({ direction, kind }) => direction === 'received' && kind === 'gift');
}

function slotOf(slot: string): HourOfWeek {
  const [weekday, hour] = slot.split('-').map(Number);
  return { weekday: weekday ?? 1, hour: hour ?? 0 };
}

function hourBars(
  hours: readonly HourTotal[],
  within: Partial<LedgerFilter>,
): OverviewBar<HourOfWeek>[] {
  return [...Map.groupBy(hours, ({ slot }) => slot)].map(([slot, rows]) => {
    const of = slotOf(slot);
    return { of, sum: summed(rows), filter: { ...within, hour: of } };
  });
}

function best(
  hours: readonly HourTotal[],
  streams: readonly LiveStream[],
  zone: TimeZone,
  within: Partial<LedgerFilter>,
): BestHour[] {
  const bySlot = Map.groupBy(hours, ({ slot }) => slot);
  return bestHours(hours, minutesOnAir(streams, zone))
    .flatMap(({ slot, minutes, perHour }): BestHour[] => {
      if (perHour === null || perHour.length === 0) return [];
      const of = slotOf(slot);
      return [
        {
          of,
          sum: summed(bySlot.get(slot) ?? []),
          minutes,
          perHour: perHour.flatMap(({ unit, units: amount }) =>
            unit === 'none' ? [] : [{ unit, units: units(amount) }],
          ),
          filter: { ...within, hour: of },
        },
      ];
    })
    .slice(0, MOST_HOURS);
}

/** The parts of streams that lie within days. */
function clipped(
  streams: readonly LiveStream[],
  { from, to }: DayRange,
  zone: TimeZone,
): readonly LiveStream[] {
  const [first, last] = [momentsOfDay(from, zone).first, momentsOfDay(to, zone).last];
  return streams
    .filter((stream) => stream.from <= last && stream.to > first)
    .map((stream) => ({
      ...stream,
      from: epochMs(Math.max(stream.from, first)),
      to: epochMs(Math.min(stream.to, last + 1)),
    }));
}

async function weekBars(
  database: LedgerDatabase,
  period: OverviewPeriod,
  wanted: (of: Parameters<typeof isAskedFor>[2]) => boolean,
  firstWeekday: number,
  within: Partial<LedgerFilter>,
): Promise<OverviewBar<Day>[]> {
  const { from, to } = trendDays(period);
  const range = {
    from: weekOf(from, firstWeekday),
    to: plusDays(weekOf(to, firstWeekday), 6),
  };
  const totals = (await receivedOnDays(database, range)).filter(
    (row) => row.kind === 'gift' && wanted(row),
  );
  const weeks = Map.groupBy(totals, ({ day }) => weekOf(day, firstWeekday));
  return weeklyTrend(totals, firstWeekday).map(({ week }) => ({
    of: week,
    sum: summed(weeks.get(week) ?? []),
    filter: { ...within, from: week, to: plusDays(week, 6) },
  }));
}

function trendDays(period: OverviewPeriod): DayRange {
  const days = daysOfPeriod(period);
  return period.kind === 'year'
    ? days
    : { ...days, from: daysOfMonth(addMonths(period.month, -TREND_MONTHS)).first };
}
