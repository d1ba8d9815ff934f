import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConversionTrouble,
  convertQuantity,
  giftsFor,
  NotConvertible,
  type Quantity,
  type Rates,
} from '../../utils/core/conversion.ts';
import { currencyCode, decimalOf, parseMoney } from '../../utils/core/money.ts';
import { type Units, units } from '../../utils/core/units.ts';

const usd = currencyCode('USD');
const half = { currency: usd, minor: 5, units: units(10) };
const rates: Rates = {
  price: { currency: usd, minor: 18_550, units: units(17_500) },
  gift: units(29_999),
  worth: { least: { ...half, minor: 4 }, most: half },
};
const coins = (count: number): Quantity => ({ kind: 'units', units: units(count) });
const dollars = (text: string): Quantity => ({ kind: 'money', money: parseMoney(text, usd) });

describe('a quantity in every measure', () => {
  it('tells what a Lion costs and what its creator gets, about', () => {
    const { units: amount, money, worth } = convertQuantity({ kind: 'gifts', count: 1 }, rates);
    expect(amount).toBe(29_999);
    expect(money && decimalOf(money)).toBe('317.989400');
    expect(worth && [worth.least, worth.most].map(decimalOf)).toEqual(['119.996000', '149.995000']);
  });

  it('tells what money buys, and what is left of it', () => {
    const { units: amount, money, change, gifts } = convertQuantity(dollars('400'), rates);
    expect(amount).toBe(37_735);
    expect(money && change && [money, change].map(decimalOf)).toEqual(['399.991000', '0.009000']);
    expect(gifts).toEqual({ count: 1, left: 7_736 });
  });

  it('leaves unknown what has no price', () => {
    const none: Rates = { price: null, gift: null, worth: null };
    expect(convertQuantity(coins(5), none)).toEqual({
      units: 5,
      money: null,
      change: null,
      gifts: null,
      worth: null,
    });
  });

  it.each<[ConversionTrouble, Quantity, Partial<Rates>]>([
    ['no-price', dollars('1'), { price: null }],
    ['free-units', dollars('1'), { price: { currency: usd, minor: 0, units: units(1) } }],
    ['other-currency', { kind: 'money', money: parseMoney('1', currencyCode('EUR')) }, {}],
    ['no-gift', { kind: 'gifts', count: 1 }, { gift: null }],
    ['not-a-count', { kind: 'gifts', count: 1.5 }, {}],
    ['not-a-count', { kind: 'gifts', count: -1 }, {}],
    ['too-large', { kind: 'gifts', count: 2 ** 50 }, {}],
    ['too-large', { kind: 'units', units: (2 ** 53 - 1) as Units }, {}],
  ])('is refused by name: %s', (trouble, quantity, part) => {
    expect(() => convertQuantity(quantity, { ...rates, ...part })).toThrow(
      expect.objectContaining({ name: 'NotConvertible', trouble }),
    );
  });

  it('loses nothing between money and coins, coins and gifts', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.integer({ min: 1, max: 50_000 }), (cents, price) => {
        const purse = parseMoney(
          `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
          usd,
        );
        const {
          units: amount,
          money,
          change,
        } = convertQuantity({ kind: 'money', money: purse }, rates);
        expect((money?.amount ?? 0) + (change?.amount ?? 0)).toBe(purse.amount);
        const { count, left } = giftsFor(amount, units(price));
        expect(count * price + left).toBe(amount);
        expect(left).toBeLessThan(price);
      }),
    );
  });

  it('has no number of free gifts', () => {
    expect(() => giftsFor(units(5), units(0))).toThrow(NotConvertible);
  });
});
