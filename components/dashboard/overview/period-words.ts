import type { OverviewPeriod } from '../../../utils/core/ledger-views.ts';
import type { Day, Month } from '../../../utils/core/time.ts';
import { formatDate } from '../../dates.ts';
import type { Screen } from '../../screen.ts';

/** A month with its year, or a year. */
export function periodWords(period: OverviewPeriod, { language }: Screen): string {
  return period.kind === 'year'
    ? formatDate(`${period.year}-01-01` as Day, language, { year: 'numeric' })
    : formatDate(`${period.month}-01` as Day, language, { month: 'long', year: 'numeric' });
}

/** A day or a month as a bar's name; narrow, as it stands under it. */
export function barName(
  of: Day | Month,
  { language }: Screen,
  style: 'full' | 'narrow' = 'full',
): string {
  if (of.length === 7) {
    const month = style === 'full' ? 'long' : 'narrow';
    return formatDate(`${of}-01` as Day, language, { month });
  }
  return style === 'full'
    ? formatDate(of as Day, language, { month: 'short', day: 'numeric', weekday: 'short' })
    : formatDate(of as Day, language, { day: 'numeric' });
}
