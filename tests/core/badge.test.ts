import { describe, expect, it } from 'vitest';
import { badgeShare, badgeText } from '../../utils/core/badge.ts';
import { costOf, currencyCode, decimalOf, type UnitRate } from '../../utils/core/money.ts';
import { type Summand, sumOf } from '../../utils/core/summing.ts';
import { emptyTally } from '../../utils/core/totals.ts';
import { units } from '../../utils/core/units.ts';

const usd = currencyCode('USD');
const cent: UnitRate = { currency: usd, minor: 1, units: units(1) };

function row(coins: number, rate: UnitRate | null): Summand {
  const cost =
    rate === null ? {} : { listed: costOf(units(coins), rate).amount, listedUnits: coins };
  return {
    ...emptyTally,
    ...cost,
    units: coins,
    gifts: 1,
    entries: 1,
    kind: 'gift',
    unit: 'tiktok:coin',
  };
}

function sum(coins: number, rate: UnitRate | null) {
  return sumOf([row(coins, rate)], rate === null ? null : usd);
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

it('a badge of a share fits, and never rounds up', () => {
  expect([0, 79, 100, 1_234].map((percent) => badgeShare(percent, 'en-US'))).toEqual([
    '0%',
    '79%',
    '100%',
    '999%',
  ]);
  expect(badgeShare(80, 'de')).toBe('80%');
});

describe('a sum', () => {
  it('keeps apart what has no price', () => {
    const rows: Summand[] = [
      row(5, cent),
      { ...emptyTally, gifts: 1, entries: 1, unpriced: 1, kind: 'subscription', unit: 'none' },
    ];
    const found = sumOf(rows, usd);
    expect(found).toMatchObject({
      amounts: [{ units: 5 }],
      gifts: 1,
      unpriced: 1,
      basis: 'listed',
    });
    expect(found.money && decimalOf(found.money)).toBe('0.050000');
  });

  it('says how it is known by its weakest part', () => {
    const paid = { ...row(5, null), paid: 50_000, paidUnits: 5 };
    expect(sumOf([paid], usd).basis).toBe('paid');
    expect(sumOf([paid, row(1, cent)], usd).basis).toBe('listed');
    const unknown = { ...row(3, null), unpricedUnits: 3 };
    expect(sumOf([paid, unknown], usd)).toMatchObject({ basis: 'unknown' });
    expect(sumOf([unknown], usd).money).toBeNull();
    expect(sumOf([row(3, null)], null).money).toBeNull();
  });
});
