import { type DaySpan, spanOf } from './budget-period.ts';
import { type AccountId, platformIds } from './ids.ts';
import type { OnPlatform } from './ledger-filter.ts';
import type { Stretch } from './live-stream.ts';
import {
  addDays,
  addMonths,
  type Day,
  daysOfMonth,
  epochMs,
  type Month,
  monthFrom,
  monthOf,
} from './time.ts';
import type { SessionId } from './totals.ts';

/** What a report is of. */
export const reportKinds = ['stream', 'month', 'year', 'agency'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Which report is wanted. `creator` null: the user's own. */
export type ReportAsked =
  /** By its first room; null for the latest of the user's own. */
  | { readonly kind: 'stream'; readonly room: SessionId | null }
  | {
      readonly kind: 'month';
      readonly month: Month;
      readonly creator: OnPlatform<AccountId> | null;
    }
  /** A tax year, by the calendar year in which it begins. */
  | { readonly kind: 'year'; readonly year: number; readonly creator: OnPlatform<AccountId> | null }
  /** Of all creators whom the user follows. */
  | { readonly kind: 'agency'; readonly month: Month };

/** When the user's tax year begins: a month from 1 to 12 and a day of it; in a shorter month its last day. */
export interface TaxYearStart {
  readonly month: number;
  readonly day: number;
}

/** A tax year that is the calendar's. */
export const calendarTaxYear: TaxYearStart = { month: 1, day: 1 };

/** The years that statements can be made of. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2999;

/** What an address of a report asks for; the running month where it asks for nothing that can be read. */
export function readReportAddress(
  chosen: URLSearchParams,
  today: Day,
  taxYear: TaxYearStart,
): ReportAsked {
  const kind = reportKinds.find((each) => each === chosen.get('report')) ?? 'month';
  const month = monthFrom(chosen.get('month') ?? '') ?? monthOf(today);
  const creator = readOnPlatform(chosen.get('creator') ?? '');
  switch (kind) {
    case 'stream': {
      const room = readOnPlatform(chosen.get('stream') ?? '');
      return { kind, room: room === null ? null : `${room.platform}:${room.id}` };
    }
    case 'year': {
      const year = /^\d{4}$/.test(chosen.get('year') ?? '') ? Number(chosen.get('year')) : 0;
      const known = year >= FIRST_YEAR && year <= LAST_YEAR;
      return { kind, year: known ? year : taxYearOf(today, taxYear), creator };
    }
    case 'agency':
      return { kind, month };
    default:
      return { kind, month, creator };
  }
}

/** The address of a report on the dashboard. */
export function reportAddress(asked: ReportAsked): string {
  const of = new URLSearchParams({ report: asked.kind });
  if (asked.kind === 'stream' && asked.room !== null) of.set('stream', asked.room);
  if (asked.kind === 'month' || asked.kind === 'agency') of.set('month', asked.month);
  if (asked.kind === 'year') of.set('year', String(asked.year));
  if ((asked.kind === 'month' || asked.kind === 'year') && asked.creator !== null) {
    of.set('creator', `${asked.creator.platform}:${asked.creator.id}`);
  }
  return `#reports?${of}`;
}

function readOnPlatform(text: string): OnPlatform<AccountId> | null {
  const platform = platformIds.find((each) => text.startsWith(`${each}:`));
  if (platform === undefined) return null;
  const id = text.slice(platform.length + 1);
  return id === '' || id.length > 300 ? null : { platform, id: id as AccountId };
}

/** The report `by` after one, of the same kind; null for one of a stream, which has none. */
export function reportBeside(asked: ReportAsked, by: 1 | -1): ReportAsked | null {
  switch (asked.kind) {
    case 'stream':
      return null;
    case 'year':
      return { ...asked, year: asked.year + by };
    default:
      return { ...asked, month: addMonths(asked.month, by) };
  }
}

/** The calendar year in which the tax year of a day begins. */
export function taxYearOf(day: Day, start: TaxYearStart): number {
  return Number(yearSpan(day, start).first.slice(0, 4));
}

/** The days of the tax year that begins in a calendar year. */
export function daysOfTaxYear(year: number, start: TaxYearStart): DaySpan {
  // Whenever it begins in the year, its last day is within it.
  return yearSpan(`${year}-12-31` as Day, start);
}

function yearSpan(day: Day, { month, day: firstDay }: TaxYearStart): DaySpan {
  const span = spanOf({ type: 'year', month, firstDay }, day);
  if (span === null) throw new RangeError(`no tax year holds ${day}`);
  return span;
}

/** Every day of a span by itself. */
export function eachDay({ first, last }: DaySpan): DaySpan[] {
  const days: DaySpan[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push({ first: day, last: day });
  return days;
}

/** The calendar months of a span, the first and the last cut to it. */
export function eachMonth({ first, last }: DaySpan): DaySpan[] {
  const months: DaySpan[] = [];
  for (let month = monthOf(first); month <= monthOf(last); month = addMonths(month, 1)) {
    const whole = daysOfMonth(month);
    months.push({
      first: whole.first < first ? first : whole.first,
      last: whole.last > last ? last : whole.last,
    });
  }
  return months;
}

/** Lengths of the stretches that a stream is told in, in minutes. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1440] as const;
const MINUTE_MS = 60_000;

/** A stream's time in whole minutes, cut into at most `most` stretches of one length, or of a day where that is more. */
export function eachStretch({ from, to }: Stretch, most = 48): Stretch[] {
  const first = Math.floor(from / MINUTE_MS);
  const minutes = Math.floor(to / MINUTE_MS) - first + 1;
  const step = STEPS.find((each) => minutes / each <= most) ?? 1440;
  const stretches: Stretch[] = [];
  for (let at = first; at < first + minutes; at += step) {
    stretches.push({ from: epochMs(at * MINUTE_MS), to: epochMs((at + step) * MINUTE_MS) });
  }
  return stretches;
}
