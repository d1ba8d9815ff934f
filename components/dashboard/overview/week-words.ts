import type { HourOfWeek } from '../../../utils/core/ledger-filter.ts';
import type { Screen } from '../../screen.ts';

/** 1970-01-05 was a Monday. */
const MONDAY = Date.UTC(1970, 0, 5);
const HOUR_MS = 3_600_000;

/** A weekday's name: Monday is 1. */
export function weekdayName(
  weekday: number,
  language: string,
  style: 'long' | 'short' = 'long',
): string {
  const format = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
  return format.format(MONDAY + (weekday - 1) * 24 * HOUR_MS);
}

/** An hour of the clock as the language writes it. */
export function hourName(hour: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { hour: 'numeric', timeZone: 'UTC' });
  return format.format(MONDAY + hour * HOUR_MS);
}

/** An hour of the week: `Tuesdays, 9 PM to 10 PM`. */
export function hourWords({ weekday, hour }: HourOfWeek, { t, language }: Screen): string {
  return t('hourOfWeek', [
    weekdayName(weekday, language),
    hourName(hour, language),
    hourName((hour + 1) % 24, language),
  ]);
}
