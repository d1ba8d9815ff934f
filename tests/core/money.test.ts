import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AmountTooLarge,
  costOf,
  currencyCode,
  decimalOf,
  exponentOf,
  NotAnAmount,
  parseMoney,
  type UnitRate,
  UnknownCurrency,
  unitsFor,
} from '../../utils/core/money.ts';
import { units } from '../../utils/core/units.ts';

const usd = currencyCode('USD');
const webRate: UnitRate = { currency: usd, minor: 18_550, units: units(17_500) };

const anyRate: fc.Arbitrary<UnitRate> = fc.record({
  currency: fc.constantFrom('USD', 'JPY', 'KWD', 'IDR', 'VND').map(currencyCode),
  minor: fc.integer({ min: 1, max: 1_000_000 }),
  units: fc.integer({ min: 1_000, max: 500_000 }).map(units),
});

describe('ISO exponents', () => {
  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['IDR', 2],
    ['HUF', 2],
    ['IQD', 3],
    ['MGA', 2],
  ])('%s has %i', (code, digits) => {
    expect(exponentOf(currencyCode(code))).toBe(digits);
  });

  it('are refused for what is no currency', () => {
    expect(() => currencyCode('XXL')).toThrow(UnknownCurrency);
  });
});

describe('the cost of coins', () => {
  it.each([
    [1, '0.010600'],
    [24, '0.254400'],
    [29_999, '317.989400'],
    [0, '0.000000'],
  ])('%i coins at $185.50 for 17,500 cost %s', (coins, expected) => {
    expect(decimalOf(costOf(units(coins), webRate))).toBe(expected);
  });

  it('keeps what rounding to cents would lose', () => {
    const thousandRoses = 1000 * costOf(units(1), webRate).amount;
    expect(thousandRoses).toBe(costOf(units(1000), webRate).amount);
  });

  it('is never off by more than half of the last digit kept', () => {
    fc.assert(
      fc.property(anyRate, fc.nat(10_000_000), (rate, coins) => {
        const { amount } = costOf(units(coins), rate);
        const exact = BigInt(coins) * BigInt(rate.minor) * 10_000n;
        const error = BigInt(amount) * BigInt(rate.units) - exact;
        expect((error < 0n ? -error : error) * 2n <= BigInt(rate.units)).toBe(true);
      }),
    );
  });

  it('grows with the coins', () => {
    fc.assert(
      fc.property(anyRate, fc.nat(1_000_000), fc.nat(1_000_000), (rate, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(costOf(units(less), rate).amount).toBeLessThanOrEqual(
          costOf(units(more), rate).amount,
        );
      }),
    );
  });

  it('is refused where it cannot be exact', () => {
    const dear: UnitRate = { currency: usd, minor: Number.MAX_SAFE_INTEGER, units: units(1) };
    expect(() => costOf(units(1000), dear)).toThrow(AmountTooLarge);
  });
});

describe('coins for money', () => {
  it('are rounded down, since a part of a coin cannot be bought', () => {
    expect(unitsFor(parseMoney('1', usd), webRate)).toBe(94);
  });

  it('never cost more than the money', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (cents) => {
        const purse = parseMoney((cents / 100).toFixed(2), usd);
        expect(costOf(unitsFor(purse, webRate), webRate).amount).toBeLessThanOrEqual(purse.amount);
      }),
    );
  });

  it('are refused for another currency', () => {
    expect(() => unitsFor(parseMoney('1', currencyCode('EUR')), webRate)).toThrow(UnknownCurrency);
  });
});

describe('typed amounts', () => {
  it.each(['', 'abc', '-1', '1.2.3', '1e5', '0.0000001', 'NaN', '١٢'])('refuse %j', (text) => {
    expect(() => parseMoney(text, usd)).toThrow(NotAnAmount);
  });

  it('come back as they were typed', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(99), (whole, cents) => {
        const typed = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(decimalOf(parseMoney(typed, usd))).toBe(`${typed}0000`);
      }),
    );
  });
});
