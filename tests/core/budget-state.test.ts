import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Budget,
  type BudgetTrouble,
  checkBudget,
  NotABudget,
  numberOf,
} from '../../utils/core/budget.ts';
import { dueAlerts, kindName } from '../../utils/core/budget-alert.ts';
import { spanOf } from '../../utils/core/budget-period.ts';
import { carriedOver, paceOf, percentOf, standingOf } from '../../utils/core/budget-state.ts';
import { percentileOf, suggestBudgets } from '../../utils/core/budget-suggestion.ts';
import { currencyCode, parseMoney } from '../../utils/core/money.ts';
import type { Day } from '../../utils/core/time.ts';
import { anyBudget, budget } from './made-operations.ts';

const usd = (text: string): Budget['limit'] => ({
  in: 'money',
  money: parseMoney(text, currencyCode('USD')),
});
const coins = (units: number) => ({ in: 'units', unit: 'tiktok:coin', units }) as const;
const day = (text: string) => text as Day;

describe('rollover', () => {
  const limit = coins(100);
  const carried = (left: boolean, over: boolean, spent: number[]) =>
    carriedOver({ limit, rollover: { left, over } }, spent);

  it('carries what it is told to', () => {
    expect(carried(false, false, [40, 130])).toBe(0);
    expect(carried(true, false, [40])).toBe(60);
    expect(carried(true, false, [40, 200])).toBe(0);
    expect(carried(false, true, [130])).toBe(-30);
    expect(carried(false, true, [130, 40])).toBe(0);
    expect(carried(true, true, [40, 200])).toBe(-40);
  });

  const spends = fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 30 });

  it('of both loses nothing: all limits are what was spent and what is carried', () => {
    fc.assert(
      fc.property(spends, (spent) => {
        const sum = spent.reduce((total, each) => total + each, 0);
        expect(sum + carried(true, true, spent)).toBe(100 * spent.length);
      }),
    );
  });

  it('of one side makes nothing: it is never more, nor less, than that of both', () => {
    fc.assert(
      fc.property(spends, (spent) => {
        let left = 0;
        let over = 0;
        for (const each of spent) {
          // What one side drops is exactly what the other would have carried.
          left = Math.max(0, 100 + left - each);
          over = Math.min(0, 100 + over - each);
        }
        expect(carried(true, false, spent)).toBe(left);
        expect(carried(false, true, spent)).toBe(over);
        expect(left).toBeGreaterThanOrEqual(carried(true, true, spent));
        expect(over).toBeLessThanOrEqual(carried(true, true, spent));
      }),
    );
  });
});

describe('how a budget stands', () => {
  const stands = (spent: number) => standingOf(budget(), spent, 100, day('2026-11-24'));

  it('is told with its threshold, and exactly the limit is not over', () => {
    expect([0, 79, 80, 99, 100, 101].map(stands)).toEqual([
      'under',
      'under',
      'near',
      'near',
      'reached',
      'over',
    ]);
  });

  it('is paused before the day on which the pause ends', () => {
    const paused = budget({ pausedUntil: day('2026-11-25') });
    expect(standingOf(paused, 500, 100, day('2026-11-24'))).toBe('paused');
    expect(standingOf(paused, 500, 100, day('2026-11-25'))).toBe('over');
  });

  it('never rounds up to a hundred', () => {
    expect(percentOf(999_999, 1_000_000)).toBe(99);
    expect(percentOf(1_000_000, 1_000_000)).toBe(100);
    expect(percentOf(Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER)).toBe(99);
    expect(percentOf(0, 0)).toBe(100);
    expect(percentOf(1, -5)).toBe(9_999);
  });
});

describe('pace', () => {
  const november = spanOf({ type: 'month', firstDay: 1, weekend: 'same' }, day('2026-11-01'));
  const pace = (spent: number, on: string) =>
    november && paceOf(budget({ limit: coins(500) }), november, spent, 500, day(on));

  it('goes on as it began', () => {
    expect(pace(240, '2026-11-10')).toEqual({ amount: coins(720), by: '2026-11-30', passes: true });
    expect(pace(240, '2026-11-15')).toMatchObject({ amount: coins(480), passes: false });
  });

  it('is not told of the first days, nor on the last', () => {
    expect(
      ['2026-11-02', '2026-11-30', '2026-12-01', '2026-10-31'].map((on) => pace(9, on)),
    ).toEqual([null, null, null, null]);
  });
});

describe('what a budget has to say', () => {
  const facts = { spent: 0, limit: 100, pace: null, largestGift: null, bought: 0, mostGifts: 0 };
  const said = (part: Partial<typeof facts>, alerts: Partial<Budget['alerts']> = {}) =>
    dueAlerts(budget({ limit: coins(100), alerts: { ...budget().alerts, ...alerts } }), {
      ...facts,
      ...part,
    }).map(({ kind }) => kindName(kind));

  it('is its thresholds, from exactly each on', () => {
    expect(said({ spent: 79 })).toEqual([]);
    expect(said({ spent: 80 })).toEqual(['share-80']);
    expect(said({ spent: 100 })).toEqual(['share-80', 'share-100']);
  });

  it('is nothing before anything was spent', () => {
    expect(said({ spent: 0, limit: -10 })).toEqual([]);
  });

  it('is a gift above, units bought above, and so many gifts', () => {
    const alerts = {
      largeGift: coins(50),
      bought: coins(1000),
      manyGifts: { gifts: 3, minutes: 5 },
    };
    expect(said({ largestGift: 50 as never, bought: 1000, mostGifts: 2 }, alerts)).toEqual([]);
    expect(said({ largestGift: 51 as never, bought: 1001, mostGifts: 3 }, alerts)).toEqual([
      'large-gift',
      'bought',
      'many-gifts',
    ]);
  });
});

describe('a suggestion', () => {
  it('is a quarter of the own months, rounded up to whole money', () => {
    const months = ['10.50', '20', '30.01', '80'].map((text) => numberOf(usd(text)));
    expect(suggestBudgets(months, usd('1'))).toEqual([
      { profile: 'comfortable', limit: usd('31'), months: 4, passed: 1, over: usd('49') },
      { profile: 'on-track', limit: usd('20'), months: 4, passed: 2, over: usd('70.01') },
      { profile: 'tight', limit: usd('11'), months: 4, passed: 3, over: usd('97.01') },
    ]);
  });

  it('is none from one month, or from months without a gift', () => {
    expect(suggestBudgets([100], coins(1))).toEqual([]);
    expect(suggestBudgets([0, 0, 0], coins(1))).toEqual([]);
  });

  it('would have held in as many months as its percentile says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 24 }),
        fc.constantFrom(25, 50, 75),
        (months, percent) => {
          const limit = percentileOf(months, percent);
          const held = months.filter((spent) => spent <= limit).length;
          expect(held * 100).toBeGreaterThanOrEqual(months.length * percent);
        },
      ),
    );
  });
});

describe('a budget', () => {
  it.each<[BudgetTrouble, Partial<Budget>]>([
    ['name-too-long', { name: 'x'.repeat(81) }],
    ['nothing-in-scope', { scope: { platforms: [], creators: null, kinds: null } }],
    ['period', { period: { type: 'week', firstWeekday: 0 } }],
    ['period', { period: { type: 'month', firstDay: 32, weekend: 'same' } }],
    ['period', { period: { type: 'rolling', days: 367 } }],
    ['period', { period: { type: 'custom', first: day('2026-02-30'), last: day('2026-03-01') } }],
    [
      'span-backwards',
      { period: { type: 'custom', first: day('2026-03-02'), last: day('2026-03-01') } },
    ],
    ['limit', { limit: coins(0) }],
    [
      'limit',
      { limit: { in: 'money', money: { ...parseMoney('5', currencyCode('USD')), scale: 2 } } },
    ],
    [
      'currency',
      { limit: { in: 'money', money: { currency: 'XXL' as never, amount: 1, scale: 6 } } },
    ],
    ['rollover', { period: { type: 'stream' }, rollover: { left: true, over: false } }],
    ['thresholds', { alerts: { ...budget().alerts, thresholds: [0] } }],
    ['thresholds', { alerts: { ...budget().alerts, thresholds: [80, 80] } }],
    ['alerts', { alerts: { ...budget().alerts, manyGifts: { gifts: 1, minutes: 5 } } }],
    ['lock', { lock: { delayMs: 32 * 86_400_000 } }],
  ])('is refused by name: %s', (trouble, part) => {
    expect(() => checkBudget(budget(part))).toThrow(NotABudget);
    expect(() => checkBudget(budget(part))).toThrow(trouble);
  });

  it('is taken as it is when nothing is wrong with it', () => {
    fc.assert(
      fc.property(anyBudget, (made) => {
        expect(checkBudget(made)).toBe(made);
      }),
    );
  });
});
