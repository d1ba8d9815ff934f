import { describe, expect, it } from 'vitest';
import { middleOf } from '../../utils/core/conversion.ts';
import { currencyCode, decimalOf } from '../../utils/core/money.ts';
import { units } from '../../utils/core/units.ts';
import { knownWorth, reportedWorth, worthRates, worthTrouble } from '../../utils/core/worth.ts';
import { ownWorth } from './made-operations.ts';
import { start } from './sightings.ts';

const rate = worthRates([])('tiktok:coin');

describe('what a creator gets', () => {
  it('is what is reported, as a range with date and source, until the user says otherwise', () => {
    expect(rate).toEqual(reportedWorth('tiktok:coin'));
    expect(rate).toMatchObject({ origin: 'reported', date: '2026-11', source: 'streampace.io' });
    const worth = knownWorth(units(1000), rate);
    expect(worth && [worth.least, worth.most].map(decimalOf)).toEqual(['5.000000', '5.300000']);
    expect(worth && decimalOf(middleOf(worth))).toBe('5.150000');
  });

  it('is the user’s own range, of the moment at which it was set', () => {
    const mine = worthRates([ownWorth()])('tiktok:coin');
    expect(mine).toMatchObject({ origin: 'own', source: '', date: start });
    const worth = knownWorth(units(50), mine);
    expect(worth && [worth.least, worth.most].map(decimalOf)).toEqual(['0.200000', '0.300000']);
  });

  it('of one unit says nothing of another', () => {
    const rates = worthRates([ownWorth({ unit: 'kick:kick' })]);
    expect(rates('kick:kick')?.origin).toBe('own');
    expect(rates('tiktok:coin')?.origin).toBe('reported');
    expect(worthRates([])('kick:kick')).toBeNull();
    expect(rates('money:USD')).toBeNull();
  });

  it('of a Star is what Instagram itself says', () => {
    const star = reportedWorth('instagram:star');
    expect(star).toMatchObject({ origin: 'official', date: '2023-02-09', source: 'svdaily.com' });
    const worth = knownWorth(units(100), star);
    expect(worth && [worth.least, worth.most].map(decimalOf)).toEqual(['1.000000', '1.000000']);
  });

  it('of a bit is what Twitch itself says', () => {
    const bit = reportedWorth('twitch:bit');
    expect(bit).toMatchObject({ origin: 'official', date: '2021' });
    const worth = knownWorth(units(100), bit);
    expect(worth && [worth.least, worth.most].map(decimalOf)).toEqual(['1.000000', '1.000000']);
  });

  it('is unknown without a rate, or where it cannot be told exactly', () => {
    expect(knownWorth(units(1), null)).toBeNull();
    expect(knownWorth(units(Number.MAX_SAFE_INTEGER), rate)).toBeNull();
  });

  it.each([
    [{}, null],
    [{ least: 600 }, null],
    [{ least: 0, most: 0 }, 'no-money'],
    [{ least: 601 }, 'least-above-most'],
    [{ most: 10_000_000, units: units(1) }, 'too-large'],
    [{ least: 0, most: 1, currency: currencyCode('KWD') }, null],
  ])('of the user’s own is judged by name: %j is %j', (part, trouble) => {
    expect(worthTrouble(ownWorth(part))).toBe(trouble);
  });
});
