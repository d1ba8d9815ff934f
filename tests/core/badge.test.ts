import { describe, expect, it } from 'vitest';
import { badgeText } from '../../utils/core/badge.ts';
import { currencyCode, type UnitRate } from '../../utils/core/money.ts';
import { sumOf } from '../../utils/core/summing.ts';
import { units } from '../../utils/core/units.ts';

const cent: UnitRate = { currency: currencyCode('USD'), minor: 1, units: units(1) };

function sum(coins: number, rate: UnitRate | null) {
  const total = { units: coins, gifts: 1, entries: 1, unpriced: 0 };
  return sumOf([{ ...total, kind: 'gift', unit: 'tiktok:coin' }], 'tiktok:coin', rate);
}

describe('a badge', () => {
  it.each([
    [0, cent, ''],
    [462, cent, '4.62'],
    [3842, cent, '38.4'],
    [31_799, cent, '318'],
    [1_234_500, cent, '12K'],
    [436, null, '436'],
    [29_999, null, '30K'],
  ])('says %i coins at %j as %s', (coins, rate, text) => {
    expect(badgeText(sum(coins, rate), 'en-US')).toBe(text);
  });
});

describe('a sum', () => {
  it('keeps apart what has no price', () => {
    const rows = [
      { units: 5, gifts: 5, entries: 1, unpriced: 0, kind: 'gift', unit: 'tiktok:coin' },
      { units: 0, gifts: 1, entries: 1, unpriced: 1, kind: 'subscription', unit: 'none' },
    ] as const;
    expect(sumOf(rows, 'tiktok:coin', cent)).toMatchObject({ units: 5, gifts: 5, unpriced: 1 });
    expect(sumOf(rows, 'tiktok:coin', null)).toMatchObject({ money: null, basis: 'unknown' });
  });
});
