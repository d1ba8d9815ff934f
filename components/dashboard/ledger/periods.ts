import type { Period } from '../../../utils/core/ledger-filter.ts';
import { addMonths, type Day, daysOfMonth, monthOf } from '../../../utils/core/time.ts';

/** Periods that a name is enough for. */
export const periodNames = [
  'always',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
] as const;
export type PeriodName = (typeof periodNames)[number] | 'own';

/** What a period's name means on `today`. */
export function periodOf(name: Exclude<PeriodName, 'own'>, today: Day): Period {
  const month = monthOf(today);
  const year = Number(today.slice(0, 4));
  switch (name) {
    case 'always':
      return { from: null, to: null };
    case 'this-month':
      return between(daysOfMonth(month));
    case 'last-month':
      return between(daysOfMonth(addMonths(month, -1)));
    case 'this-year':
      return yearOf(year);
    case 'last-year':
      return yearOf(year - 1);
  }
}

/** The first and last day of a year. */
export function yearOf(year: number): Period {
  return { from: `${year}-01-01` as Day, to: `${year}-12-31` as Day };
}

function between({ first, last }: { first: Day; last: Day }): Period {
  return { from: first, to: last };
}

/** The name of a period on `today`; `own` where it has none. */
export function periodName({ from, to }: Period, today: Day): PeriodName {
  const named = periodNames.find((name) => {
    const period = periodOf(name, today);
    return period.from === from && period.to === to;
  });
  return named ?? 'own';
}
