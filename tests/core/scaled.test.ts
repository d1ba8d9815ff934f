import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AmountTooLarge, currencyCode, decimalOf } from '../../utils/core/money.ts';
import {
  divideHalfEven,
  firstShare,
  ledgerMoney,
  moneyOfPrice,
  scaleOf,
  shareDown,
} from '../../utils/core/scaled.ts';

describe('a price at the ledger’s scale', () => {
  it.each([
    ['USD', 99, '0.990000'],
    ['JPY', 99, '99.0000'],
    ['KWD', 99, '0.0990000'],
    ['IDR', 99, '0.990000'],
  ])('in %s keeps four digits beyond the minor unit', (code, minor, expected) => {
    const money = moneyOfPrice({ currency: currencyCode(code), minor });
    expect(decimalOf(money)).toBe(expected);
    expect(money.scale).toBe(scaleOf(currencyCode(code)));
  });

  it('is refused where it cannot be exact', () => {
    expect(() => moneyOfPrice({ currency: currencyCode('USD'), minor: 2 ** 50 })).toThrow(
      AmountTooLarge,
    );
    expect(() => ledgerMoney(currencyCode('USD'), 2n ** 53n)).toThrow(AmountTooLarge);
  });
});

describe('shares', () => {
  const whole = fc.oneof(
    fc.integer({ min: 1, max: 50 }),
    fc.maxSafeNat().map((n) => n + 1),
  );
  const split = fc.tuple(fc.maxSafeNat(), whole, fc.double({ min: 0, max: 1, noNaN: true }));

  it('are the exact share, rounded half to even or down, however large the numbers', () => {
    fc.assert(
      fc.property(split, ([amount, pieces, fraction]) => {
        fc.pre(Number.isSafeInteger(pieces));
        const part = Math.floor(pieces * fraction);
        const product = BigInt(amount) * BigInt(part);
        expect(firstShare(amount, part, pieces)).toBe(
          Number(divideHalfEven(product, BigInt(pieces))),
        );
        expect(shareDown(amount, part, pieces)).toBe(Number(product / BigInt(pieces)));
      }),
      { numRuns: 1000 },
    );
  });

  it('round halves to the even neighbour', () => {
    expect([1, 3, 5].map((amount) => firstShare(amount, 1, 2))).toEqual([0, 2, 2]);
  });
});
