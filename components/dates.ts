import type { Day, EpochMs, Month, TimeZone } from '../utils/core/time.ts';
import { dayOf } from '../utils/core/time.ts';
import type { Text } from './text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The month's name; with its year unless `thisMonth` is in the same year. */
export function formatMonth(month: Month, language: string, thisMonth: Month = month): string {
  const sameYear = month.slice(0, 4) === thisMonth.slice(0, 4);
  return plainDate(`${month}-01`, language, {
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** How long ago, in words that stay short: `just now`, `4 min ago`, `yesterday`, then the date. */
export function formatAgo(at: EpochMs, now: EpochMs, zone: TimeZone, text: Text): string {
  const passed = now - at;
  if (passed < MINUTE) {
    return text.t('justNow');
  }
  if (passed < HOUR) {
    const minutes = Math.floor(passed / MINUTE);
    return text.plural(minutes, 'minutesAgo', String(minutes));
  }
  const days = daysBetween(at, now, zone);
  if (days === 0) {
    const hours = Math.floor(passed / HOUR);
    return text.plural(hours, 'hoursAgo', String(hours));
  }
  return days === 1 ? text.t('yesterday') : formatDay(at, now, zone, text.language);
}

function daysBetween(at: EpochMs, now: EpochMs, zone: TimeZone): number {
  const from = Temporal.PlainDate.from(dayOf(at, zone));
  return from.until(dayOf(now, zone), { largestUnit: 'day' }).days;
}

/** A day such as `Nov 3`; with its year unless it is this year's. */
export function formatDay(at: EpochMs, now: EpochMs, zone: TimeZone, language: string): string {
  const day = dayOf(at, zone);
  const sameYear = day.slice(0, 4) === dayOf(now, zone).slice(0, 4);
  return plainDate(day, language, {
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** The full moment, for a title. */
export function formatMoment(at: EpochMs, zone: TimeZone, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  }).format(at);
}

/** A moment in a list: day and time, with the year unless it is this year's. */
export function formatMomentShort(
  at: EpochMs,
  now: EpochMs,
  zone: TimeZone,
  language: string,
): string {
  const sameYear = dayOf(at, zone).slice(0, 4) === dayOf(now, zone).slice(0, 4);
  return momentFormat(language, zone, sameYear).format(at);
}

const momentFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once: a list draws hundreds of moments, and making a format takes longer than drawing a row. */
function momentFormat(language: string, zone: TimeZone, sameYear: boolean): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${sameYear}`;
  const format =
    momentFormats.get(key) ??
    new Intl.DateTimeFormat(language, {
      month: 'short',
      day: 'numeric',
      ...(sameYear ? {} : { year: 'numeric' }),
      hour: 'numeric',
      minute: 'numeric',
      timeZone: zone,
    });
  momentFormats.set(key, format);
  return format;
}

/** A moment to come, inside a sentence: `9:00 PM` today, `tomorrow, 9:00 AM`, then with the date. */
export function formatUntil(until: EpochMs, now: EpochMs, zone: TimeZone, text: Text): string {
  const time = new Intl.DateTimeFormat(text.language, { timeStyle: 'short', timeZone: zone });
  const days = daysBetween(now, until, zone);
  if (days === 0) return text.t('untilToday', [time.format(until)]);
  return days === 1
    ? text.t('untilTomorrow', [time.format(until)])
    : formatMoment(until, zone, text.language);
}

/** A date as precise as its source says: `2024`, `2024-05` or `2024-05-02`. Anything else is shown as it is. */
export function formatSourceDate(date: string, language: string): string {
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(date)) {
    const day = date.length === 10;
    return (
      plainDate(day ? date : `${date}-01`, language, {
        month: 'short',
        year: 'numeric',
        ...(day ? { day: 'numeric' } : {}),
      }) || date
    );
  }
  return date;
}

/** A calendar day in the parts that `options` name. */
export function formatDate(
  day: Day,
  language: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return plainDate(day, language, options);
}

/** A calendar day in words; empty for a day that no calendar has. The ledger's months are Gregorian everywhere. */
export function plainDate(
  day: string,
  language: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at)
    ? ''
    : new Intl.DateTimeFormat(language, {
        ...options,
        calendar: 'gregory',
        timeZone: 'UTC',
      }).format(at);
}

/** From one moment to another, with the day said once where it is the same. */
export function formatMoments(
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
  { language, zone }: { readonly language: string; readonly zone: TimeZone },
): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  }).formatRange(from, to);
}

/** How long something took, in hours and minutes: `3 hr 12 min`. */
export function formatLength(ms: number, language: string): string {
  const minutes = Math.max(0, Math.round(ms / MINUTE));
  const format = (unit: 'hour' | 'minute', count: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [format('hour', hours)] : []),
    ...(rest > 0 || hours === 0 ? [format('minute', rest)] : []),
  ];
  return parts.join(' ');
}

/** The time of day, from one to another: `8:10 – 8:25 PM`. */
export function formatTimes(
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
  { language, zone }: { readonly language: string; readonly zone: TimeZone },
): string {
  return new Intl.DateTimeFormat(language, {
    hour: 'numeric',
    minute: 'numeric',
    timeZone: zone,
  }).formatRange(from, to);
}

/** The time of day. */
export function formatTime(
  at: EpochMs,
  { language, zone }: { readonly language: string; readonly zone: TimeZone },
): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone }).format(at);
}
