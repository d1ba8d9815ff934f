import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  type Day,
  dayAndHourOf,
  dayNamed,
  dayOf,
  daysOfMonth,
  epochMs,
  type Month,
  momentsOfDay,
  monthOf,
  timeZone,
  weekdayOf,
} from '../../utils/core/time.ts';

describe('a moment', () => {
  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 8_640_000_000_000_001])(
    'is not %d',
    (value) => {
      expect(() => epochMs(value)).toThrow(RangeError);
    },
  );
});

describe('the day of a moment', () => {
  const newYear = epochMs(Date.UTC(2027, 0, 1, 0, 30));

  it.each([
    ['UTC', '2027-01-01'],
    ['America/Los_Angeles', '2026-12-31'],
    ['Pacific/Kiritimati', '2027-01-01'],
  ])('is told in %s', (zone, day) => {
    expect(dayOf(newYear, timeZone(zone))).toBe(day);
  });

  it('changes at midnight on the day that clocks change', () => {
    const lisbon = timeZone('Europe/Lisbon');
    expect(dayOf(epochMs(Date.UTC(2026, 9, 24, 22, 59)), lisbon)).toBe('2026-10-24');
    expect(dayOf(epochMs(Date.UTC(2026, 9, 24, 23, 0)), lisbon)).toBe('2026-10-25');
    expect(dayOf(epochMs(Date.UTC(2026, 9, 25, 23, 59)), lisbon)).toBe('2026-10-25');
  });

  it('is refused in a zone that does not exist', () => {
    expect(() => timeZone('Mars/Olympus')).toThrow(RangeError);
  });
});

describe('the days of a month', () => {
  it.each([
    ['2028-02', '2028-02-29'],
    ['2026-02', '2026-02-28'],
    ['2026-11', '2026-11-30'],
  ])('%s end on %s', (month, last) => {
    expect(daysOfMonth(month as Month)).toEqual({ first: `${month}-01`, last });
  });

  it('belong to it', () => {
    expect(monthOf(dayOf(epochMs(Date.UTC(2026, 10, 22)), timeZone('UTC')))).toBe('2026-11');
  });
});

describe('a day', () => {
  it.each(['2026-02-30', '2026-2-3', '', 'today', '2026-11-22T10:00', '+002026-01-01'])(
    'is not %j',
    (text) => {
      expect(dayNamed(text)).toBeNull();
    },
  );

  it('is 23 or 25 hours long where clocks change, and ends where the next begins', () => {
    const lisbon = timeZone('Europe/Lisbon');
    const length = (day: string) => {
      const { first, last } = momentsOfDay(day as Day, lisbon);
      expect(dayOf(first, lisbon)).toBe(day);
      expect(dayOf(last, lisbon)).toBe(day);
      return (last + 1 - first) / 3_600_000;
    };
    expect(['2026-03-29', '2026-10-25', '2026-11-22'].map(length)).toEqual([23, 25, 24]);
  });

  it('has the weekday and the hour that the calendar of its zone says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800_000 }),
        fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/Los_Angeles'),
        (moment, name) => {
          const zone = timeZone(name);
          const there = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(name);
          const { day, hour } = dayAndHourOf(epochMs(moment), zone);
          expect([day, hour, weekdayOf(day)]).toEqual([
            dayOf(epochMs(moment), zone),
            there.hour,
            there.dayOfWeek,
          ]);
        },
      ),
    );
  });
});

describe('a month', () => {
  it.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', -24, '2024-11'],
  ])('%s and %d more is %s', (month, by, other) => {
    expect(addMonths(month as Month, by)).toBe(other);
  });
});
