import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeText } from '../../utils/core/badge.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { currencyOf, moneyUnit, paidMoney } from '../../utils/core/paid-money.ts';
import { compareSums, type Summand, sumOf } from '../../utils/core/summing.ts';
import { emptyTally } from '../../utils/core/totals.ts';
import {
  type AmountUnit,
  compareUnits,
  isOwnUnit,
  unitIds,
  units,
} from '../../utils/core/units.ts';
import { sumWorth, worthRates } from '../../utils/core/worth.ts';
import { parseBatch } from '../../utils/messaging/batch-schema.ts';
import { ownWorth } from './made-operations.ts';
import { sighting } from './sightings.ts';

const usd = currencyCode('USD');
const idr = currencyCode('IDR');

const row = (unit: AmountUnit, amount: number, more: Partial<Summand> = {}): Summand => ({
  ...emptyTally,
  units: amount,
  gifts: 1,
  entries: 1,
  kind: 'gift',
  unit,
  ...more,
});

describe('payments in money', () => {
  it('are counted in minor units of their currency', () => {
    expect(moneyUnit(usd)).toBe('money:USD');
    expect(currencyOf('money:USD')).toBe('USD');
    expect(currencyOf('kick:kick')).toBeNull();
    expect(paidMoney('money:USD', 500)).toEqual({ currency: 'USD', amount: 5_000_000, scale: 6 });
    expect(paidMoney('kick:kick', 500)).toBeNull();
    expect(() => currencyOf('money:XYZ')).toThrow('XYZ');
  });
});

describe('a sum of several units', () => {
  const mixed = [
    row('money:USD', 500, { exact: 5_000_000 }),
    row('kick:kick', 50, { unpricedUnits: 50 }),
    row('tiktok:coin', 400, { listed: 4_240_000, listedUnits: 400 }),
    row('tiktok:coin', 36, { listed: 381_600, listedUnits: 36 }),
  ];

  it('keeps units apart and adds only what they cost, with the weakest basis', () => {
    expect(sumOf(mixed, usd)).toMatchObject({
      amounts: [
        { unit: 'tiktok:coin', units: 436, unpricedUnits: 0 },
        { unit: 'kick:kick', units: 50, unpricedUnits: 50 },
        { unit: 'money:USD', units: 500, unpricedUnits: 0 },
      ],
      money: { currency: 'USD', amount: 9_621_600 },
      basis: 'unknown',
      gifts: 4,
    });
  });

  it('is the same in any order of its parts', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(mixed, { minLength: mixed.length }), (parts) => {
        expect(sumOf(parts, usd)).toEqual(sumOf(mixed, usd));
      }),
    );
  });

  it('stands in an order that is the same everywhere', () => {
    const all: AmountUnit[] = ['money:USD', 'money:EUR', ...unitIds];
    expect([...all].sort(compareUnits)).toEqual([...unitIds, 'money:EUR', 'money:USD']);
    expect(all.filter(isOwnUnit)).toEqual([...unitIds]);
  });

  it('is larger by money, then unit by unit', () => {
    const [dear, cheap] = [sumOf([row('kick:kick', 1, { paid: 9 })], usd), sumOf(mixed, null)];
    expect(compareSums(dear, cheap)).toBeLessThan(0);
    const coins = (count: number) => sumOf([row('tiktok:coin', count)], null);
    expect(compareSums(coins(2), coins(1))).toBeLessThan(0);
    expect(compareSums(coins(1), cheap)).toBeGreaterThan(0);
    expect(compareSums(cheap, cheap)).toBe(0);
  });

  it('has a worth only where the rate of each unit is known', () => {
    const coins = row('tiktok:coin', 1000);
    const both = sumOf([coins, row('kick:kick', 1000)], null);
    expect(sumWorth(sumOf([coins], null), worthRates([]))?.least).toMatchObject({
      amount: 5_000_000,
    });
    expect(sumWorth(both, worthRates([]))).toBeNull();
    const kicks = ownWorth({ unit: 'kick:kick' });
    expect(sumWorth(both, worthRates([kicks]))).toMatchObject({
      least: { amount: 9_000_000 },
      most: { amount: 11_300_000 },
    });
    expect(sumWorth(both, worthRates([{ ...kicks, currency: idr }]))).toBeNull();
  });

  it.each([
    ['one unit without a price', [row('kick:kick', 50)], '50'],
    ['several without a common price', [row('kick:kick', 50), row('tiktok:coin', 1)], '…'],
    ['money that cannot be converted', [row('money:USD', 550)], '5.5'],
  ])('shows on a badge: %s', (_name, parts, text) => {
    expect(badgeText(sumOf(parts, null), 'en-US')).toBe(text);
  });
});

describe('the background', () => {
  const takes = (unit: AmountUnit, price: number) => {
    const page = {
      platform: 'tiktok',
      nonce: '',
      room: '',
      onStream: true,
      late: false,
      counts: {
        frames: 0,
        gifts: 0,
        sockets: 0,
        lastFrameAt: null,
        lastGiftAt: null,
        refused: {},
        dropped: 0,
      },
    };
    const gift = sighting({ unit, unitPrice: units(price), added: null });
    return parseBatch({ page, events: [gift] }).bad === 0;
  };

  it('takes amounts that somebody can have paid', () => {
    expect(takes(moneyUnit(idr), 800_000_000)).toBe(true);
    expect(takes('kick:kick', 50_000)).toBe(true);
  });

  it('refuses what nobody pays, and currencies that are none', () => {
    expect(takes('kick:kick', 800_000_000)).toBe(false);
    expect(takes(moneyUnit(idr), 1e12)).toBe(false);
    expect(takes('money:XYZ', 5)).toBe(false);
  });
});
