import type { OverviewPeriod } from './ledger-views.ts';
import type { Direction } from './ownership.ts';
import { addMonths, type Day, daysOfMonth, type Month, monthFrom } from './time.ts';

/** The years that a calendar of the ledger can be turned to. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2999;

/** What the overview's address asks for; `today`'s month, and what was sent, where it asks for nothing that can be read. */
export function readOverviewAddress(
  chosen: URLSearchParams,
  thisMonth: Month,
): { readonly period: OverviewPeriod; readonly direction: Direction } {
  const direction = chosen.get('direction') === 'received' ? 'received' : 'sent';
  const year = /^\d{4}$/.test(chosen.get('year') ?? '') ? Number(chosen.get('year')) : 0;
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return { direction, period: { kind: 'year', year } };
  const month = monthFrom(chosen.get('month') ?? '') ?? thisMonth;
  return { direction, period: { kind: 'month', month } };
}

/** The address of a period at a glance. */
export function overviewAddress(period: OverviewPeriod, direction: Direction): string {
  const asked = period.kind === 'year' ? `year=${period.year}` : `month=${period.month}`;
  return `#overview?${asked}${direction === 'received' ? '&direction=received' : ''}`;
}

/** The period `by` after this one, of the same kind. */
export function otherPeriod(period: OverviewPeriod, by: 1 | -1): OverviewPeriod {
  return period.kind === 'year'
    ? { kind: 'year', year: period.year + by }
    : { kind: 'month', month: addMonths(period.month, by) };
}

/** The first and the last day of a period. */
export function daysOfPeriod(period: OverviewPeriod): { readonly from: Day; readonly to: Day } {
  if (period.kind === 'year') {
    return { from: `${period.year}-01-01` as Day, to: `${period.year}-12-31` as Day };
  }
  const { first, last } = daysOfMonth(period.month);
  return { from: first, to: last };
}

/** The months of a period. */
export function monthsOf(period: OverviewPeriod): readonly Month[] {
  if (period.kind === 'month') return [period.month];
  const first = `${period.year}-01` as Month;
  return Array.from({ length: 12 }, (_, n) => addMonths(first, n));
}
