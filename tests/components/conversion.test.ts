import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyToUnits, readMoney, readUnits, unitsToMoney } from '../../components/conversion.ts';
import { formatCount, formatMoney } from '../../components/format.ts';
import { readTyped } from '../../components/typed-number.ts';
import { price } from '../gallery/make.ts';
import { anyText } from './any-text.ts';

const listed = price('185.50', 17_500);
const coins = (text: string, locale = 'en-US') => readUnits(text, locale);

describe('readTyped', () => {
  it.each([
    ['29,999', 'en-US', '29999', ''],
    ['29999', 'en-US', '29999', ''],
    ['1.5', 'en-US', '1', '5'],
    ['.5', 'en-US', '0', '5'],
    ['$1,234.50', 'en-US', '1234', '50'],
    ['12 USD', 'en-US', '12', ''],
    ['1.234,5', 'de-DE', '1234', '5'],
    ['1 234,5', 'fr-FR', '1234', '5'],
    ['1’234.5', 'de-CH', '1234', '5'],
    ['12,34,567', 'hi-IN', '1234567', ''],
    ['١٬٢٣٤٫٥', 'ar-EG', '1234', '5'],
    ['１２３', 'ja-JP', '123', ''],
  ])('reads %s in %s', (text, locale, whole, fraction) => {
    expect(readTyped(text, locale)).toEqual({ kind: 'number', whole, fraction });
  });

  it.each([
    ['', 'en-US', { kind: 'empty' }],
    ['  ', 'en-US', { kind: 'empty' }],
    ['abc', 'en-US', { kind: 'trouble', trouble: 'not-a-number' }],
    ['1e5', 'en-US', { kind: 'trouble', trouble: 'not-a-number' }],
    ['$', 'en-US', { kind: 'trouble', trouble: 'not-a-number' }],
    ['Infinity', 'en-US', { kind: 'trouble', trouble: 'not-a-number' }],
    ['-5', 'en-US', { kind: 'trouble', trouble: 'negative' }],
    ['1,5', 'en-US', { kind: 'trouble', trouble: 'separators' }],
    ['1.5', 'de-DE', { kind: 'trouble', trouble: 'separators' }],
    ['1.2.3', 'en-US', { kind: 'trouble', trouble: 'separators' }],
  ])('refuses %j in %s by name', (text, locale, result) => {
    expect(readTyped(text, locale)).toEqual(result);
  });

  it('reads back every number that it shows', () => {
    const locales = fc.constantFrom(
      'en-US',
      'de-DE',
      'fr-FR',
      'hi-IN',
      'ar-EG',
      'ja-JP',
      'de-CH',
      'fa-IR',
      'pt-BR',
    );
    fc.assert(
      fc.property(fc.nat(1e12), locales, (count, locale) => {
        expect(readUnits(formatCount(count, locale), locale)).toEqual({ kind: 'done', to: count });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        readUnits(text, 'en-US');
        readMoney(text, 'en-US', listed);
      }),
    );
  });
});

describe('converting', () => {
  it('gives what coins cost', () => {
    const cost = unitsToMoney(coins('29,999'), listed);
    expect(cost.kind === 'done' && formatMoney(cost.to, 'en-US')).toBe('$317.99');
  });

  it('gives whole coins for money, rounded down', () => {
    expect(moneyToUnits(readMoney('$5', 'en-US', listed), listed)).toEqual({
      kind: 'done',
      to: 471,
    });
  });

  it('works with a rate of less than the smallest coin', () => {
    const worth = price('0.005', 1);
    const gets = unitsToMoney(coins('1,000'), worth);
    expect(gets.kind === 'done' && formatMoney(gets.to, 'en-US')).toBe('$5.00');
  });

  it.each([
    ['1.5', 'not-whole'],
    ['99999999999999999999', 'too-large'],
  ])('names the trouble with %s coins', (text, trouble) => {
    expect(coins(text)).toEqual({ kind: 'trouble', trouble });
  });

  it('names the trouble with sums that are not exact any more', () => {
    expect(unitsToMoney(coins('9007199254740991'), listed)).toEqual({
      kind: 'trouble',
      trouble: 'too-large',
    });
    expect(readMoney('0.12345678', 'en-US', listed)).toEqual({
      kind: 'trouble',
      trouble: 'too-fine',
    });
    expect(readMoney('1234567890123456', 'en-US', listed)).toEqual({
      kind: 'trouble',
      trouble: 'too-large',
    });
  });

  it('buys with the cost of coins those coins again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (count) => {
        const cost = unitsToMoney(coins(String(count)), listed);
        const bought = moneyToUnits(cost, listed);
        expect(bought.kind === 'done' && Math.abs(bought.to - count)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
