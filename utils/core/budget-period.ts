import type { BudgetPeriod } from './budget.ts';
import { type Day, type EpochMs, epochMs, type TimeZone } from './time.ts';
import type { SessionId } from './totals.ts';

/** One run of days in which a budget counts, both included. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** What tells one period of a budget from all others: its days, or the stream. */
export type PeriodKey = `${Day}/${Day}` | SessionId;

/** The periods that are made of days. */
export type DayPeriod = Exclude<BudgetPeriod, { type: 'stream' }>;

/**
 * The period in which `day` falls; null for a custom span that it is outside of. A rolling period is the window that
 * ends with the day. Days are calendar days, so no clock change makes one longer or lets one be counted twice.
 */
export function spanOf(period: DayPeriod, day: Day): DaySpan | null {
  if (period.type === 'custom') {
    return day < period.first || day > period.last ? null : span(period.first, period.last);
  }
  if (period.type === 'rolling') {
    return span(plusDays(day, 1 - period.days), day);
  }
  const first = startOn(period, day);
  return span(first, plusDays(nextStart(period, first), -1));
}

/** The period before; null for a custom span. Of a rolling one it is the window that ends just before. */
export function spanBefore(period: DayPeriod, { first }: DaySpan): DaySpan | null {
  return period.type === 'custom' ? null : spanOf(period, plusDays(first, -1));
}

/** `count` periods that end with the one in which `day` falls, latest last. */
export function spansUpTo(period: DayPeriod, day: Day, count: number): DaySpan[] {
  const spans: DaySpan[] = [];
  let each = spanOf(period, day);
  while (each !== null && spans.length < count) {
    spans.unshift(each);
    each = spanBefore(period, each);
  }
  return spans;
}

/** A period's key. */
export function spanKey({ first, last }: DaySpan): PeriodKey {
  return `${first}/${last}`;
}

/** The moments that a span's days take in `zone`: from its first up to, and without, the one after its last. */
export function momentsOf(
  { first, last }: DaySpan,
  zone: TimeZone,
): { readonly from: EpochMs; readonly until: EpochMs } {
  return { from: beginning(first, zone), until: beginning(plusDays(last, 1), zone) };
}

/** When `day` begins in `zone`: not always at midnight. */
export function beginning(day: Day, zone: TimeZone): EpochMs {
  return epochMs(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** `day` and so many days on. */
export function plusDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day;
}

/** How many days a span has. */
export function dayCount({ first, last }: DaySpan): number {
  return Temporal.PlainDate.from(first).until(last, { largestUnit: 'days' }).days + 1;
}

function span(first: Day, last: Day): DaySpan {
  return { first, last };
}

type Calendar = Exclude<DayPeriod, { type: 'custom' | 'rolling' }>;

function startOn(period: Calendar, day: Day): Day {
  const date = Temporal.PlainDate.from(day);
  switch (period.type) {
    case 'day':
      return day;
    case 'week':
      return text(date.subtract({ days: (date.dayOfWeek - period.firstWeekday + 7) % 7 }));
    case 'month':
      // A start that is moved for a weekend may be in the month before or after its own.
      return latestUpTo(
        day,
        [1, 0, -1, -2].map((months) => monthStart(period, date.toPlainYearMonth().add({ months }))),
      );
    case 'year':
      return latestUpTo(
        day,
        [0, -1].map((years) => yearStart(period, date.year + years)),
      );
  }
}

function nextStart(period: Calendar, first: Day): Day {
  const date = Temporal.PlainDate.from(first);
  switch (period.type) {
    case 'day':
      return plusDays(first, 1);
    case 'week':
      return plusDays(first, 7);
    case 'month':
      return firstAfter(
        first,
        [0, 1, 2].map((months) => monthStart(period, date.toPlainYearMonth().add({ months }))),
      );
    case 'year':
      return firstAfter(
        first,
        [0, 1].map((years) => yearStart(period, date.year + years)),
      );
  }
}

function monthStart(
  { firstDay, weekend }: Extract<Calendar, { type: 'month' }>,
  month: Temporal.PlainYearMonth,
): Day {
  const day = month.toPlainDate({ day: Math.min(firstDay, month.daysInMonth) });
  const after = day.dayOfWeek - 5;
  if (weekend === 'same' || after <= 0) return text(day);
  return text(weekend === 'before' ? day.subtract({ days: after }) : day.add({ days: 3 - after }));
}

function yearStart({ month, firstDay }: Extract<Calendar, { type: 'year' }>, year: number): Day {
  return monthStart(
    { type: 'month', firstDay, weekend: 'same' },
    Temporal.PlainYearMonth.from({ year, month }),
  );
}

function latestUpTo(day: Day, starts: readonly Day[]): Day {
  const found = starts
    .filter((each) => each <= day)
    .sort()
    .at(-1);
  if (found === undefined) throw new RangeError(`no period begins before ${day}`);
  return found;
}

function firstAfter(day: Day, starts: readonly Day[]): Day {
  const found = starts.filter((each) => each > day).sort()[0];
  if (found === undefined) throw new RangeError(`no period begins after ${day}`);
  return found;
}

function text(date: Temporal.PlainDate): Day {
  return date.toString() as Day;
}
