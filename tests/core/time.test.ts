import { describe, expect, it } from 'vitest';
import {
  dayOf,
  daysOfMonth,
  epochMs,
  type Month,
  monthOf,
  timeZone,
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
