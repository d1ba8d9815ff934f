import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BudgetLeft,
  freshGuard,
  type GuardSettings,
  judgeSending,
  type Measure,
  type SendingRequest,
  type SendingRules,
} from '../../utils/core/guard.ts';
import { currencyCode, parseMoney, type UnitRate } from '../../utils/core/money.ts';
import { epochMs } from '../../utils/core/time.ts';
import { settled, unitsUnderWay } from '../../utils/core/under-way.ts';
import { units } from '../../utils/core/units.ts';

const now = epochMs(1_764_000_000_000);
const usd = (text: string): Measure => ({
  in: 'money',
  money: parseMoney(text, currencyCode('USD')),
});
const coins = (amount: number): Measure => ({ in: 'units', unit: 'tiktok:coin', units: amount });
/** A cent for a coin. */
const cent: UnitRate = { currency: currencyCode('USD'), minor: 100, units: units(100) };

const gift = (price: number | null, part: Partial<SendingRequest> = {}): SendingRequest => ({
  platform: 'tiktok',
  creator: '',
  picture: 'a'.repeat(32),
  unit: 'tiktok:coin',
  unitPrice: price === null ? null : units(price),
  count: 1,
  ...part,
});

const budget = (limit: Measure, left: Measure, part: Partial<BudgetLeft> = {}): BudgetLeft => ({
  id: 'month',
  name: 'November',
  limit,
  left,
  ...part,
});

function rules(
  settings: Partial<GuardSettings> = {},
  part: Partial<Omit<SendingRules, 'settings'>> = {},
): SendingRules {
  return {
    settings: { ...freshGuard, on: true, ...settings },
    rate: cent,
    touched: [],
    underWay: units(0),
    now,
    ...part,
  };
}

const kinds = (request: SendingRequest, by: SendingRules) => {
  const verdict = judgeSending(request, by);
  return verdict.held ? verdict.reasons.map(({ kind }) => kind) : [];
};

describe('the guard', () => {
  it('is off until it is switched on, and holds nothing then', () => {
    expect(freshGuard.on).toBe(false);
    const touched = [budget(usd('1'), usd('0'))];
    const later = epochMs(now + 1);
    expect(
      judgeSending(
        gift(1000),
        rules({ on: false, largest: coins(1), coolOffUntil: later }, { touched }),
      ),
    ).toEqual({ held: false });
    expect(judgeSending(gift(1000), rules())).toEqual({ held: false });
  });

  it('holds a gift above the largest, in money or in units, and not one that is exactly that', () => {
    expect(kinds(gift(2000), rules({ largest: usd('20') }))).toEqual([]);
    expect(kinds(gift(2001), rules({ largest: usd('20') }))).toEqual(['large']);
    expect(kinds(gift(2000), rules({ largest: coins(2000) }))).toEqual([]);
    expect(kinds(gift(1000, { count: 3 }), rules({ largest: coins(2000) }))).toEqual(['large']);
  });

  it('holds a gift that would pass a budget, and says by how much', () => {
    const touched = [budget(usd('50'), usd('11.58'))];
    expect(kinds(gift(1158), rules({}, { touched }))).toEqual([]);
    expect(judgeSending(gift(29_999), rules({}, { touched }))).toEqual({
      held: true,
      cost: {
        unit: 'tiktok:coin',
        units: 29_999,
        money: parseMoney('299.99', currencyCode('USD')),
      },
      reasons: [{ kind: 'budget', budget: touched[0], overBy: usd('288.41') }],
    });
  });

  it('holds every gift of a budget that was passed before, but none that costs nothing', () => {
    const touched = [budget(coins(100), coins(-20))];
    expect(judgeSending(gift(5), rules({}, { touched }))).toMatchObject({
      reasons: [{ overBy: { units: 25 } }],
    });
    expect(kinds(gift(0), rules({}, { touched }))).toEqual([]);
  });

  it('counts what is under way', () => {
    const touched = [budget(coins(100), coins(100))];
    expect(kinds(gift(30), rules({}, { touched, underWay: units(70) }))).toEqual([]);
    expect(kinds(gift(30), rules({}, { touched, underWay: units(71) }))).toEqual(['budget']);
    const money = [budget(usd('1'), usd('1'))];
    expect(kinds(gift(30), rules({}, { touched: money, underWay: units(71) }))).toEqual(['budget']);
  });

  it('only looks at budgets that were chosen', () => {
    const touched = [budget(coins(1), coins(1)), budget(coins(1), coins(1), { id: 'stream' })];
    expect(kinds(gift(5), rules({ budgets: ['stream'] }, { touched }))).toEqual(['budget']);
    expect(kinds(gift(5), rules({ budgets: [] }, { touched }))).toEqual([]);
  });

  it('holds everything within a cool-off, also what it cannot price, and nothing at its end', () => {
    expect(kinds(gift(null), rules({ coolOffUntil: epochMs(now + 1) }))).toEqual(['cool-off']);
    expect(kinds(gift(0), rules({ coolOffUntil: epochMs(now + 1) }))).toEqual(['cool-off']);
    expect(kinds(gift(null), rules({ coolOffUntil: now }))).toEqual([]);
  });

  it('guesses nothing where a price or a rate is not known', () => {
    const touched = [budget(usd('1'), usd('0')), budget(coins(1), coins(0))];
    expect(kinds(gift(null), rules({ largest: usd('1') }, { touched }))).toEqual([]);
    // Without a rate the coins are still known.
    expect(kinds(gift(500), rules({ largest: usd('1') }, { touched, rate: null }))).toEqual([
      'budget',
    ]);
    const euro: UnitRate = { ...cent, currency: currencyCode('EUR') };
    expect(kinds(gift(500), rules({ largest: usd('1') }, { rate: euro }))).toEqual([]);
    expect(kinds(gift(2 ** 50, { count: 2 ** 20 }), rules({ largest: coins(1) }))).toEqual([]);
  });

  it('holds more the more a gift costs: never a cheaper one but not a dearer one', () => {
    fc.assert(
      fc.property(
        fc.nat(50_000),
        fc.nat(50_000),
        fc.nat(50_000),
        fc.nat(9000),
        (a, b, left, way) => {
          const by = rules(
            { largest: coins(left) },
            { touched: [budget(coins(60_000), coins(left))], underWay: units(way) },
          );
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          const heldLess = kinds(gift(less), by);
          const heldMore = kinds(gift(more), by);
          expect(heldLess.every((kind) => heldMore.includes(kind))).toBe(true);
        },
      ),
    );
  });
});

describe('what is under way', () => {
  it('with what the ledger knows is what was let through, in whatever order the ledger learns of it', () => {
    const step = fc.record({
      through: fc.nat(1000),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let gifts: readonly { units: ReturnType<typeof units>; at: typeof now }[] = [];
        let through = 0;
        let known = 0;
        for (const { through: more, share } of steps) {
          gifts = [...gifts, { units: units(more), at: now }];
          through += more;
          const recorded = Math.floor((through - known) * share);
          known += recorded;
          gifts = settled(gifts, recorded);
          expect(unitsUnderWay(gifts, now) + known).toBe(through);
        }
      }),
    );
  });

  it('forgets a gift that never came, and nothing for less units known', () => {
    const gifts = [{ units: units(5), at: now }];
    expect(unitsUnderWay(gifts, epochMs(now + 29_999))).toBe(5);
    expect(unitsUnderWay(gifts, epochMs(now + 30_000))).toBe(0);
    expect(settled(gifts, -3)).toEqual(gifts);
    // What was sent elsewhere is more than is under way.
    expect(settled(gifts, 50)).toEqual([]);
  });
});
