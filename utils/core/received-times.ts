import { plusDays } from './budget-period.ts';
import type { GiftId, PlatformId } from './ids.ts';
import { sumOfGifts } from './leaderboard.ts';
import type { OnAir } from './live-stream.ts';
import { type GiftTally, type GiftTotal, minuteOf } from './received-totals.ts';
import { compareSums } from './summing.ts';
import type { Day, TimeZone } from './time.ts';
import type { HourSlot, TotalUnit } from './totals.ts';
import type { Sum } from './views.ts';

/** What came in of one gift. */
export interface GiftRank {
  readonly platform: PlatformId;
  /** Empty for what is in no catalogue. */
  readonly gift: GiftId | '';
  readonly sum: Sum;
}

/** The gifts that came in, those that came most often first, or those that brought most. */
export function popularGifts(
  totals: readonly GiftTotal[],
  order: 'by-count' | 'by-units',
): readonly GiftRank[] {
  const groups = Map.groupBy(totals, ({ platform, gift }) => `${platform}:${gift}`);
  const ranks = [...groups].flatMap(([key, rows]) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { platform, gift } = first;
    return [{ key, rank: { platform, gift, sum: sumOfGifts(rows) } }];
  });
  const byCount = (a: Sum, b: Sum) => b.gifts - a.gifts || compareSums(a, b);
  const compare = order === 'by-count' ? byCount : compareSums;
  return ranks
    .sort((a, b) => compare(a.rank.sum, b.rank.sum) || (a.key < b.key ? -1 : 1))
    .map(({ rank }) => rank);
}

const MINUTE_MS = 60_000;

/** The hour of the week in which a minute since 1970 is in `zone`. */
export function weekHourOf(minute: number, zone: TimeZone): HourSlot {
  const there = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS).toZonedDateTimeISO(zone);
  return `${there.dayOfWeek}-${there.hour}`;
}

/** A total that says in which hour of the week it is: of hours, or of minutes that were put into them. */
export interface HourShare extends GiftTally {
  readonly slot: HourSlot;
  readonly unit: TotalUnit;
}

/** What came in within minutes, by hour of the week in `zone`. */
export function hourShares(
  minutes: readonly (GiftTally & { readonly minute: number; readonly unit: TotalUnit })[],
  zone: TimeZone,
): readonly HourShare[] {
  return minutes.map(({ minute, unit, units, gifts, entries, unpriced }) => ({
    slot: weekHourOf(minute, zone),
    unit,
    units,
    gifts,
    entries,
    unpriced,
  }));
}

/**
 * How many minutes streams were on air and seen in each hour of the week in `zone`: not breaks, and not what nobody
 * watched, since what came in then is not known.
 */
export function minutesOnAir(
  streams: readonly OnAir[],
  zone: TimeZone,
): ReadonlyMap<HourSlot, number> {
  const onAir = new Map<HourSlot, number>();
  const slotOf = slotsIn(zone);
  for (const { from, to, breaks, gaps } of streams) {
    const without = [...breaks, ...(gaps ?? [])];
    for (let minute = minuteOf(from); minute * MINUTE_MS < to; minute += 1) {
      const at = minute * MINUTE_MS;
      if (without.some((each) => each.from <= at && at + MINUTE_MS <= each.to)) continue;
      const slot = slotOf(minute);
      onAir.set(slot, (onAir.get(slot) ?? 0) + 1);
    }
  }
  return onAir;
}

/** No zone's clock is off by anything but whole quarters of an hour. */
const QUARTER = 15;

/** The hours of the week, each quarter of an hour worked out once: a year on air is a hundred thousand minutes. */
function slotsIn(zone: TimeZone): (minute: number) => HourSlot {
  const known = new Map<number, HourSlot>();
  return (minute) => {
    const quarter = Math.floor(minute / QUARTER);
    const slot = known.get(quarter) ?? weekHourOf(minute, zone);
    known.set(quarter, slot);
    return slot;
  };
}

/** One hour of the week. */
export interface HourOfWeek {
  readonly slot: HourSlot;
  readonly sum: Sum;
  /** Minutes on air in it. */
  readonly minutes: number;
  /** Units that came in for each hour on air, down to whole ones; null where too little was on air to say. */
  readonly perHour: readonly { readonly unit: TotalUnit; readonly units: number }[] | null;
}

/** Less than this on air says nothing about an hour. */
export const FEWEST_MINUTES = 30;

/** The hours of the week in which something was on air or came in, the best first: by what came in in an hour on air. */
export function bestHours(
  shares: readonly HourShare[],
  onAir: ReadonlyMap<HourSlot, number>,
): readonly HourOfWeek[] {
  const bySlot = Map.groupBy(shares, ({ slot }) => slot);
  const hours = [...new Set([...bySlot.keys(), ...onAir.keys()])].map((slot): HourOfWeek => {
    const sum = sumOfGifts(bySlot.get(slot) ?? []);
    const minutes = onAir.get(slot) ?? 0;
    const perHour = sum.amounts.map(({ unit, units }) => ({
      unit,
      units: Math.floor((units * 60) / minutes),
    }));
    return { slot, sum, minutes, perHour: minutes < FEWEST_MINUTES ? null : perHour };
  });
  const rate = ({ perHour }: HourOfWeek) => perHour?.[0]?.units ?? (perHour === null ? -1 : 0);
  return hours.sort((a, b) => rate(b) - rate(a) || (a.slot < b.slot ? -1 : 1));
}

/** What came in within one week. */
export interface WeekSum {
  /** Its first day. */
  readonly week: Day;
  readonly sum: Sum;
}

/**
 * What came in week by week, the earliest first, with weeks of nothing between. `firstWeekday` as ISO 8601 counts:
 * Monday is 1.
 */
export function weeklyTrend(
  totals: readonly (GiftTally & { readonly day: Day; readonly unit: TotalUnit })[],
  firstWeekday: number,
): readonly WeekSum[] {
  const weeks = Map.groupBy(totals, ({ day }) => weekOf(day, firstWeekday));
  const [first, last] = [[...weeks.keys()].sort()[0], [...weeks.keys()].sort().at(-1)];
  const trend: WeekSum[] = [];
  if (first === undefined || last === undefined) return trend;
  for (let week = first; week <= last; week = plusDays(week, 7)) {
    trend.push({ week, sum: sumOfGifts(weeks.get(week) ?? []) });
  }
  return trend;
}

/** The first day of the week in which a day is. */
export function weekOf(day: Day, firstWeekday: number): Day {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return plusDays(day, -((dayOfWeek - firstWeekday + 7) % 7));
}
