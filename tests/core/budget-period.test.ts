import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DayPeriod,
  dayCount,
  momentsOf,
  plusDays,
  spanBefore,
  spanOf,
  spansUpTo,
} from '../../utils/core/budget-period.ts';
import { type Day, dayOf, epochMs, timeZone } from '../../utils/core/time.ts';
import { anyPeriod } from './made-operations.ts';

const day = (text: string) => text as Day;
const spanText = (period: DayPeriod, on: string) => {
  const span = spanOf(period, day(on));
  return span && `${span.first}/${span.last}`;
};
const month = (firstDay: number, weekend: 'before' | 'after' | 'same' = 'same'): DayPeriod => ({
  type: 'month',
  firstDay,
  weekend,
});

describe('a period', () => {
  it.each<[string, DayPeriod, string, string | null]>([
    ['a day', { type: 'day' }, '2026-11-24', '2026-11-24/2026-11-24'],
    [
      'a week from Monday',
      { type: 'week', firstWeekday: 1 },
      '2026-11-22',
      '2026-11-16/2026-11-22',
    ],
    [
      'a week from Sunday',
      { type: 'week', firstWeekday: 7 },
      '2026-11-22',
      '2026-11-22/2026-11-28',
    ],
    ['a calendar month', month(1), '2026-11-30', '2026-11-01/2026-11-30'],
    ['a month from the 31st', month(31), '2026-02-27', '2026-01-31/2026-02-27'],
    ['a month from its last day', month(31), '2026-02-28', '2026-02-28/2026-03-30'],
    ['the same in a leap year', month(31), '2028-02-29', '2028-02-29/2028-03-30'],
    // 25 July 2026 is a Saturday, 25 October a Sunday.
    ['payday moved to Friday', month(25, 'before'), '2026-07-24', '2026-07-24/2026-08-24'],
    ['payday moved to Monday', month(25, 'after'), '2026-10-25', '2026-09-25/2026-10-25'],
    [
      'payday on the first, in the month before',
      month(1, 'before'),
      '2026-07-30',
      '2026-07-01/2026-07-30',
    ],
    ['which then begins', month(1, 'before'), '2026-08-01', '2026-07-31/2026-08-31'],
    [
      'a year from 29 February',
      { type: 'year', month: 2, firstDay: 29 },
      '2027-02-28',
      '2027-02-28/2028-02-28',
    ],
    ['thirty days', { type: 'rolling', days: 30 }, '2026-03-01', '2026-01-31/2026-03-01'],
    [
      'a span',
      { type: 'custom', first: day('2026-11-20'), last: day('2026-12-06') },
      '2026-12-06',
      '2026-11-20/2026-12-06',
    ],
    [
      'outside of it',
      { type: 'custom', first: day('2026-11-20'), last: day('2026-12-06') },
      '2026-12-07',
      null,
    ],
  ])('%s', (_name, period, on, expected) => {
    expect(spanText(period, on)).toBe(expected);
  });

  const anyDayPeriod = anyPeriod.filter((period) => period.type !== 'stream');
  const anyDay = fc
    .integer({ min: -40_000, max: 40_000 })
    .map((days) => plusDays(day('2026-01-01'), days));

  it('takes in every day once: the next begins where one ends', () => {
    fc.assert(
      fc.property(anyDayPeriod, anyDay, (period, on) => {
        const span = spanOf(period, on);
        fc.pre(span !== null && period.type !== 'custom' && period.type !== 'rolling');
        if (span === null) return;
        expect(span.first <= on && on <= span.last).toBe(true);
        expect(spanOf(period, span.first)).toEqual(span);
        expect(spanOf(period, span.last)).toEqual(span);
        expect(spanOf(period, plusDays(span.last, 1))?.first).toBe(plusDays(span.last, 1));
        expect(spanBefore(period, span)?.last).toBe(plusDays(span.first, -1));
      }),
      { numRuns: 500 },
    );
  });

  it('of rolling days is always as long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 }), anyDay, (days, on) => {
        const span = spanOf({ type: 'rolling', days }, on);
        expect(span?.last).toBe(on);
        expect(span && dayCount(span)).toBe(days);
      }),
    );
  });

  it('has twelve before it, each ending where the next begins', () => {
    fc.assert(
      fc.property(anyDayPeriod, anyDay, (period, on) => {
        fc.pre(period.type !== 'custom');
        const spans = spansUpTo(period, on, 13);
        expect(spans).toHaveLength(13);
        spans.slice(1).forEach((span, index) => {
          const before = spans[index];
          expect(before && plusDays(before.last, 1)).toBe(span.first);
        });
      }),
    );
  });

  it('begins and ends with its days in a zone, whatever its clocks do', () => {
    fc.assert(
      fc.property(
        anyDayPeriod,
        anyDay,
        // Clocks that change at midnight, by half an hour, and a day that never was (Apia, 30 December 2011).
        fc.constantFrom(
          'UTC',
          'America/Sao_Paulo',
          'Australia/Lord_Howe',
          'Pacific/Apia',
          'Africa/Cairo',
        ),
        (period, on, name) => {
          const span = spanOf(period, on);
          fc.pre(
            span !== null &&
              span.first > '1971' &&
              !`${span.first}${span.last}`.includes('2011-12-'),
          );
          if (span === null) return;
          const zone = timeZone(name);
          const { from, until } = momentsOf(span, zone);
          expect(dayOf(from, zone)).toBe(span.first);
          expect(dayOf(epochMs(from - 1), zone)).toBe(plusDays(span.first, -1));
          expect(dayOf(epochMs(until - 1), zone)).toBe(span.last);
        },
      ),
    );
  });
});
