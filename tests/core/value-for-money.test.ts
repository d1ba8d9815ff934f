import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestMixes } from '../../utils/core/cheapest-mix.ts';
import { currencyCode, decimalOf } from '../../utils/core/money.ts';
import { units } from '../../utils/core/units.ts';
import {
  type BuyingPlan,
  CurrenciesDiffer,
  type CustomAmount,
  cheapestPlan,
  type Package,
  pricePerUnit,
  savingOnWeb,
  TooManyUnits,
} from '../../utils/core/value-for-money.ts';
import { pack, usApp, usWeb } from './made-offers.ts';

const app = usApp.map(([count, minor]) => pack(count, minor));
const web = usWeb.map(([count, minor]) => pack(count, minor));

function custom(from: number, to: number, minor: number, per: number): CustomAmount {
  const rate = { currency: currencyCode('USD'), minor, units: units(per) };
  return { from: units(from), to: units(to), rate };
}

const webCustom = custom(30, 2_500_000, 18_550, 17_500);

const told = (plan: BuyingPlan | null): string =>
  plan === null
    ? 'nothing'
    : [
        ...plan.packages.map((each) => `${each.times} × ${each.package.units}`),
        ...plan.custom.map((each) => `${each.times} × any ${each.units}`),
      ].join(' + ');

/** All mixes by brute force: the least that at least `wanted` units cost. */
function leastByTrying(wanted: number, packages: readonly Package[], own: CustomAmount | null) {
  const least = (open: number, from: number): number => {
    if (open <= 0) return 0;
    let best = Number.POSITIVE_INFINITY;
    for (let index = from; index < packages.length; index += 1) {
      const each = packages[index];
      if (each !== undefined) best = Math.min(best, each.minor + least(open - each.units, index));
    }
    return best;
  };
  let best = least(wanted, 0);
  for (let amount = own?.from ?? 1; own !== null && amount <= own.to; amount += 1) {
    const price = Math.floor((2 * amount * own.rate.minor + own.rate.units) / (2 * own.rate.units));
    best = Math.min(best, price + least(wanted - amount, 0));
  }
  return best;
}

describe('the cheapest way to a Lion', () => {
  it('is packages in the app, with some coins over', () => {
    const plan = cheapestPlan(units(29_999), app);
    expect(plan).toMatchObject({
      price: { currency: 'USD', minor: 429 * 99 },
      units: 30_030,
      surplus: 31,
    });
    expect(told(plan)).toBe('429 × 70');
  });

  it('is a few large packages for whoever does not want to buy so often', () => {
    const plan = cheapestPlan(units(29_999), app, null, 50);
    expect(told(plan)).toBe('1 × 17500 + 1 × 7000 + 1 × 3500 + 1 × 1400 + 1 × 700');
    expect(plan).toMatchObject({ units: 30_100, surplus: 101, price: { minor: 42_995 } });
  });

  it('is the very number of coins on the web', () => {
    const plan = cheapestPlan(units(29_999), web, webCustom);
    expect(plan?.price.minor).toBeLessThanOrEqual(31_799);
    expect(plan?.surplus).toBeLessThan(100);
  });
});

describe('the cheapest way', () => {
  it('buys more than wanted where that is cheaper, and says so', () => {
    const plan = cheapestPlan(units(60), [pack(50, 99), pack(100, 120)]);
    expect(plan).toMatchObject({ units: 100, surplus: 40, price: { minor: 120 } });
  });

  it('takes the largest of equally cheap packages', () => {
    expect(told(cheapestPlan(units(1_050), web.slice(1)))).toBe('1 × 700 + 1 × 350');
  });

  it('names amounts more than once where one is too small', () => {
    const plan = cheapestPlan(units(250), [], custom(30, 100, 1, 1));
    expect(told(plan)).toBe('2 × any 100 + 1 × any 50');
    expect(plan?.price.minor).toBe(250);
  });

  it('never names less than the page takes', () => {
    expect(cheapestPlan(units(7), [], custom(30, 100, 1, 1))).toMatchObject({
      units: 30,
      surplus: 23,
    });
  });

  it('is nothing for nothing, and none where nothing is on sale', () => {
    expect(cheapestPlan(units(0), app)).toMatchObject({ packages: [], price: { minor: 0 } });
    expect(cheapestPlan(units(5), [])).toBeNull();
  });

  it('is refused across currencies and for more than anybody buys', () => {
    expect(() => cheapestPlan(units(1), [pack(1, 1), pack(1, 1, 'EUR')])).toThrow(CurrenciesDiffer);
    expect(() => cheapestPlan(units(10_000_001), app)).toThrow(TooManyUnits);
  });

  const anyPackages = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 })),
    { minLength: 1, maxLength: 4 },
  );
  const anyCustom = fc.option(
    fc
      .tuple(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 1, max: 30 }),
      )
      .map(([from, more, minor, per]) => custom(from, 100 + more, minor + 1, per)),
  );

  it('is as cheap as any way there is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        anyPackages,
        anyCustom,
        (wanted, pairs, own) => {
          const packages = pairs.map(([count, minor]) => pack(count, minor));
          const plan = cheapestPlan(units(wanted), packages, own);
          expect(plan?.price.minor).toBe(leastByTrying(wanted, packages, own));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('adds up, covers what is wanted, and is never dearer than one package that does', () => {
    const sizes = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 30_000 })),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.nat(60_000),
        sizes,
        fc.boolean(),
        fc.nat(500),
        (wanted, pairs, named, effort) => {
          const packages = pairs.map(([count, minor]) => pack(count, minor));
          const plan = cheapestPlan(units(wanted), packages, named ? webCustom : null, effort);
          if (plan === null) throw new Error('no plan');
          const parts = [
            ...plan.packages.map(({ package: each, times }) => ({ ...each, times })),
            ...plan.custom,
          ];
          const sum = (of: (each: (typeof parts)[number]) => number) =>
            parts.reduce((total, each) => total + each.times * of(each), 0);
          expect(sum((each) => each.units)).toBe(plan.units);
          expect(sum((each) => each.minor)).toBe(plan.price.minor);
          expect(plan.units).toBe(wanted + plan.surplus);
          for (const each of packages) {
            if (each.units >= wanted) expect(plan.price.minor).toBeLessThanOrEqual(each.minor);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('mixes beyond what is worked out one by one', () => {
  it('cost as little as if they were', () => {
    const small = fc.array(
      fc.record({ units: fc.integer({ min: 1, max: 30 }), price: fc.integer({ min: 0, max: 40 }) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 3_000 }), (sizes, wanted) => {
        const { step, priceOf, timesOf } = cheapestMixes(wanted, sizes);
        const steps = Math.ceil(wanted / step);
        const least = new Array<number>(wanted + 1).fill(0);
        for (let open = 1; open <= wanted; open += 1) {
          const after = (units: number) => least[Math.max(0, open - units)] ?? 0;
          least[open] = Math.min(...sizes.map(({ units: each, price }) => price + after(each)));
        }
        expect(priceOf(steps)).toBe(least[wanted]);
        const times = [...(timesOf(steps) ?? [])].map(([index, n]) => ({ ...sizes[index], n }));
        const sum = (of: 'units' | 'price') =>
          times.reduce((all, each) => all + (each[of] ?? 0) * each.n, 0);
        expect(sum('price')).toBe(least[wanted]);
        expect(sum('units')).toBeGreaterThanOrEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the price per coin', () => {
  it('is told cheapest first, with how much dearer the others are', () => {
    const told_ = pricePerUnit(app).map((each) => [each.package.units, decimalOf(each.perUnit)]);
    expect(told_[0]).toEqual([70, '0.014143']);
    expect(told_.at(-1)).toEqual([17_500, '0.014285']);
    expect(pricePerUnit(web).map(({ aboveBest }) => aboveBest)).toEqual([0, 9, 9, 9, 9, 9, 9]);
  });
});

describe('what the web saves', () => {
  const plan = (from: readonly Package[]) => {
    const found = cheapestPlan(units(17_500), from);
    if (found === null) throw new Error('no plan');
    return found;
  };
  const onWeb = { market: 'US', channel: 'web' as const, plan: plan(web) };
  const inApp = { market: 'US', channel: 'app' as const, plan: plan(app) };

  it('is the difference for the same coins', () => {
    const saving = savingOnWeb(onWeb, inApp);
    expect(saving && [decimalOf(saving.money), saving.share]).toEqual(['63.750000', 257]);
  });

  it('is not told across markets and currencies', () => {
    expect(savingOnWeb({ ...onWeb, market: 'FR' }, inApp)).toBeNull();
    const euros = plan([pack(17_500, 10_000, 'EUR')]);
    expect(savingOnWeb({ ...onWeb, plan: euros }, inApp)).toBeNull();
    expect(savingOnWeb({ ...onWeb, plan: inApp.plan }, { ...inApp, plan: onWeb.plan })).toBeNull();
  });
});
