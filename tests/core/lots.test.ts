import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bought,
  buy,
  displayLeft,
  draw,
  type LotMethod,
  type LotPart,
  type Lots,
  moneyLeft,
  openLots,
  unitsLeft,
} from '../../utils/core/lots.ts';
import { currencyCode, decimalOf, type Money, UnknownCurrency } from '../../utils/core/money.ts';
import { moneyOfPrice } from '../../utils/core/scaled.ts';
import { units } from '../../utils/core/units.ts';

const usd = currencyCode('USD');
const methods: readonly LotMethod[] = ['first-in-first-out', 'average'];

function bought(count: number, minor: number, currency = usd): Bought {
  const price = moneyOfPrice({ currency, minor });
  return { units: units(count), price, display: currency === usd ? price : null };
}

const money = (part: LotPart | undefined): string =>
  part?.price == null ? 'unknown' : `${decimalOf(part.price)} ${part.price.currency}`;

const taken = (state: Lots, count: number) =>
  draw(state, units(count)).parts.map((part) => `${part.units}: ${money(part)}`);

describe('first in, first out', () => {
  const state = buy(buy(openLots('first-in-first-out', usd), bought(100, 100)), bought(100, 200));

  it('takes the oldest coins first', () => {
    expect(taken(state, 150)).toEqual(['100: 1.000000 USD', '50: 1.000000 USD']);
  });

  it('says how many coins no purchase is left for', () => {
    const { missing, state: after } = draw(state, units(250));
    expect(missing).toBe(50);
    expect(after.lots).toEqual([]);
  });
});

describe('the average', () => {
  it('moves with every purchase', () => {
    let state = buy(openLots('average', usd), bought(100, 100));
    state = draw(state, units(50)).state;
    state = buy(state, bought(50, 150));
    expect(taken(state, 10)).toEqual(['10: 0.200000 USD']);
  });

  it('takes from what is known and what is not in step, coin by coin', () => {
    let state = buy(openLots('average', usd), bought(200, 200));
    state = buy(state, { units: units(100), price: null, display: null });
    let known = 0;
    for (let coin = 1; coin <= 300; coin += 1) {
      const { parts, state: after } = draw(state, units(1));
      known += parts.filter(({ display }) => display !== null).length;
      expect(Math.abs(known - (coin * 2) / 3)).toBeLessThan(1);
      state = after;
    }
    expect(unitsLeft(state)).toBe(0);
  });

  it('is made in the display currency where there are several', () => {
    let state = buy(openLots('average', usd), bought(100, 100));
    const euros = moneyOfPrice({ currency: currencyCode('EUR'), minor: 100 });
    const dollars = moneyOfPrice({ currency: usd, minor: 120 });
    state = buy(state, { units: units(100), price: euros, display: dollars });
    expect(taken(state, 200)).toEqual(['200: 2.200000 USD']);
  });
});

describe('lots', () => {
  it('give each coin of an odd price a share, and the price in all', () => {
    let state = buy(openLots('first-in-first-out', usd), bought(3, 1));
    const shares: string[] = [];
    for (let coin = 0; coin < 3; coin += 1) {
      const { parts, state: after } = draw(state, units(1));
      shares.push(money(parts[0]));
      state = after;
    }
    expect(shares).toEqual(['0.003333 USD', '0.003334 USD', '0.003333 USD']);
  });

  it('refuse amounts in another display currency, and purchases of nothing', () => {
    const euros = moneyOfPrice({ currency: currencyCode('EUR'), minor: 100 });
    const state = openLots('average', usd);
    expect(() => buy(state, { units: units(1), price: euros, display: euros })).toThrow(
      UnknownCurrency,
    );
    expect(() => buy(state, { units: units(0), price: null, display: null })).toThrow(RangeError);
  });

  const anyBought: fc.Arbitrary<Bought> = fc
    .record({
      count: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 20_000 })),
      minor: fc.integer({ min: 0, max: 30_000_000 }),
      currency: fc.constantFrom('USD', 'JPY', 'KWD', 'IDR').map(currencyCode),
      rate: fc.option(fc.integer({ min: 1, max: 1_000_000_000 })),
      priced: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ count, minor, currency, rate, priced }) => {
      const price: Money | null = priced === 0 ? null : moneyOfPrice({ currency, minor });
      const display =
        price === null || currency === usd
          ? price
          : rate === null
            ? null
            : { currency: usd, amount: rate, scale: 6 };
      return { units: units(count), price, display };
    });
  const steps = fc.array(
    fc.oneof(anyBought, fc.integer({ min: 0, max: 30_000 }), fc.constantFrom(1, 1, 1)),
    { maxLength: 30 },
  );

  function inCurrencies(amounts: readonly (Money | null)[]): Map<string, number> {
    const sums = new Map<string, number>();
    for (const each of amounts) {
      if (each === null || each.amount === 0) continue;
      sums.set(each.currency, (sums.get(each.currency) ?? 0) + each.amount);
    }
    return sums;
  }

  it.each(methods)('%s: lose no coin and no money, whatever is bought and sent', (method) => {
    fc.assert(
      fc.property(steps, (all) => {
        let state = openLots(method, usd);
        const paid: Bought[] = [];
        const drawn: LotPart[] = [];
        let came = 0;
        let went = 0;
        for (const step of all) {
          if (typeof step === 'number') {
            const { parts, missing, state: after } = draw(state, units(step));
            const found = parts.reduce((sum, part) => sum + part.units, 0);
            expect(found + missing).toBe(step);
            expect(missing === 0 || unitsLeft(after) === 0).toBe(true);
            went += found;
            drawn.push(...parts);
            state = after;
          } else {
            came += step.units;
            paid.push(step);
            state = buy(state, step);
          }
          expect(unitsLeft(state)).toBe(came - went);
          expect(structuredClone(state)).toEqual(state);
        }
        for (const part of drawn) {
          expect(part.units).toBeGreaterThan(0);
          expect(part.price?.amount ?? 0).toBeGreaterThanOrEqual(0);
          expect(part.display ?? 0).toBeGreaterThanOrEqual(0);
        }
        const own = (each: Bought): Money | null =>
          method === 'average' ? (each.display ?? each.price) : each.price;
        expect(
          inCurrencies([...drawn.map(({ price }) => price), ...moneyLeft(state).values()]),
        ).toEqual(inCurrencies(paid.map(own)));
        const shown = drawn.reduce((sum, { display }) => sum + (display ?? 0), displayLeft(state));
        expect(shown).toBe(paid.reduce((sum, { display }) => sum + (display?.amount ?? 0), 0));
      }),
      { numRuns: 400 },
    );
  });

  it.each(methods)('%s: cost the same drawn at once or coin by coin', (method) => {
    fc.assert(
      fc.property(
        fc.array(anyBought, { minLength: 1, maxLength: 6 }),
        fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 300 })), {
          minLength: 1,
          maxLength: 40,
        }),
        (buys, counts) => {
          const state = buys.reduce(buy, openLots(method, usd));
          const sum = (parts: readonly LotPart[]) =>
            parts.reduce((total, { display }) => total + (display ?? 0), 0);
          const all = draw(state, units(counts.reduce((a, b) => a + b, 0)));
          let piecewise = state;
          let cost = 0;
          for (const count of counts) {
            const { parts, state: after } = draw(piecewise, units(count));
            cost += sum(parts);
            piecewise = after;
          }
          expect(cost).toBe(sum(all.parts));
          expect(piecewise).toEqual(all.state);
        },
      ),
      { numRuns: 500 },
    );
  });
});
