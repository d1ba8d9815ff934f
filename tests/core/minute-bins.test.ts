import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteBins } from '../../utils/core/minute-bins.ts';
import { minuteOf } from '../../utils/core/received-totals.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { start } from './sightings.ts';

const MINUTE = 60_000;
const minute = (n: number) => epochMs(start + n * MINUTE);
const coins = (n: number, count: number) => ({
  minute: minuteOf(start) + n,
  sum: {
    amounts: [{ unit: 'tiktok:coin' as const, units: units(count), unpricedUnits: 0 }],
    money: null,
    basis: 'unknown' as const,
    cost: null,
    unpriced: 0,
    gifts: 1,
    entries: 1,
  },
});
const stream = (length: number, more: Partial<Parameters<typeof minuteBins>[0]> = {}) => ({
  from: minute(0),
  to: minute(length),
  breaks: [],
  gaps: [],
  ...more,
});

describe('a stream’s minutes as bars', () => {
  it('are one a minute as long as they fit, then more together', () => {
    const sizes = (length: number) => {
      const [first] = minuteBins(stream(length), [], 60);
      return first === undefined ? 0 : (first.to - first.from) / MINUTE;
    };
    expect([1, 60, 61, 121, 400, 40_000].map(sizes)).toEqual([1, 1, 2, 5, 10, 667]);
  });

  it('lose nothing, also of what was told after the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 1_000 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 130 }),
        (length, given, most) => {
          const minutes = given.sort((a, b) => a - b).map((n) => coins(n, n + 1));
          const bins = minuteBins(stream(length), minutes, most);
          expect(bins.length).toBeLessThanOrEqual(Math.max(1, most));
          const sum = bins.reduce((all, bin) => all + (bin.sum.amounts[0]?.units ?? 0), 0);
          expect(sum).toBe(given.reduce((all, n) => all + n + 1, 0));
          expect(bins.every((bin) => bin.minutes > 0)).toBe(true);
        },
      ),
    );
  });

  it('say where nothing was on air and where nobody watched', () => {
    const bins = minuteBins(
      stream(10, {
        breaks: [{ from: minute(2), to: minute(4) }],
        gaps: [{ from: minute(6), to: epochMs(minute(6) + 30_000) }],
      }),
      [],
    );
    expect(bins.map(({ watched }) => watched)).toEqual([
      'seen',
      'seen',
      'break',
      'break',
      'seen',
      'seen',
      'gap',
      'seen',
      'seen',
      'seen',
    ]);
  });

  it('count the minutes on air in each, without breaks', () => {
    const [first, second] = minuteBins(
      stream(7, { breaks: [{ from: minute(1), to: minute(3) }] }),
      [],
      2,
    );
    expect([first?.minutes, second?.minutes]).toEqual([3, 2]);
  });
});
