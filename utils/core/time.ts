import type { Brand } from './brand.ts';

/** A moment as whole milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = Brand<number, 'EpochMs'>;

/** A calendar day `YYYY-MM-DD` in the time zone that the ledger counts in. Sorts as text. */
export type Day = Brand<string, 'Day'>;

/** A calendar month `YYYY-MM` in the time zone that the ledger counts in. Sorts as text. */
export type Month = Brand<string, 'Month'>;

/** An IANA time zone name such as `Europe/Lisbon`. */
export type TimeZone = Brand<string, 'TimeZone'>;

const DAY_MS = 86_400_000;

/** The last moment that a JavaScript date can name (ECMA-262, "Time Values and Time Range"). */
const LAST_MOMENT = 8_640_000_000_000_000;

/** Makes an {@link EpochMs}. Throws `RangeError` unless `value` is a whole number from 1970 to the end of time. */
export function epochMs(value: number): EpochMs {
  if (!Number.isSafeInteger(value) || value < 0 || value > LAST_MOMENT) {
    throw new RangeError(`not a moment in epoch milliseconds: ${value}`);
  }
  return value as EpochMs;
}

/** Makes a {@link TimeZone}. Throws `RangeError` for a name that this browser does not know. */
export function timeZone(name: string): TimeZone {
  new Intl.DateTimeFormat('en', { timeZone: name });
  return name as TimeZone;
}

/** The calendar day on which `at` falls in `zone`. */
export function dayOf(at: EpochMs, zone: TimeZone): Day {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString() as Day;
}

/** Where a moment stands on calendar and clock in `zone`: its day, and the hour from 0 to 23. */
export function dayAndHourOf(at: EpochMs, zone: TimeZone): { day: Day; hour: number } {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return { day: there.toPlainDate().toString() as Day, hour: there.hour };
}

/** The calendar day that `text` names as `YYYY-MM-DD`; null where it names none. */
export function dayNamed(text: string): Day | null {
  try {
    return Temporal.PlainDate.from(text).toString() === text ? (text as Day) : null;
  } catch {
    return null;
  }
}

/** The month that `day` belongs to. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** The first and the last day of `month`, both included. */
export function daysOfMonth(month: Month): { first: Day; last: Day } {
  const days = Temporal.PlainYearMonth.from(month).daysInMonth;
  return { first: `${month}-01` as Day, last: `${month}-${String(days).padStart(2, '0')}` as Day };
}

/** The first and the last moment of `day` in `zone`: 23 to 25 hours where clocks are put forward or back. */
export function momentsOfDay(day: Day, zone: TimeZone): { first: EpochMs; last: EpochMs } {
  const date = Temporal.PlainDate.from(day);
  const startOf = (of: Temporal.PlainDate) => of.toZonedDateTime(zone).epochMilliseconds;
  return {
    first: Math.max(0, startOf(date)) as EpochMs,
    last: Math.max(0, startOf(date.add({ days: 1 })) - 1) as EpochMs,
  };
}

/** Reads a calendar month `YYYY-MM`; null for what is none. */
export function monthFrom(text: string): Month | null {
  return dayNamed(`${text}-01`) === null ? null : (text as Month);
}

/** The month `by` months after `month`, or before it. */
export function addMonths(month: Month, by: number): Month {
  return Temporal.PlainYearMonth.from(month).add({ months: by }).toString() as Month;
}

/** Weekday of a day as ISO 8601 counts: Monday is 1, Sunday 7. By arithmetic, since it is asked for every entry. */
export function weekdayOf(day: Day): number {
  const days = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  // 1970-01-01 was a Thursday.
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** The day `by` days after `day`, or before it. */
export function addDays(day: Day, by: number): Day {
  return Temporal.PlainDate.from(day).add({ days: by }).toString() as Day;
}
