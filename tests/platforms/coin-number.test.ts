import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coinNumber } from '../../utils/platforms/coin-number.ts';

describe('a number of coins', () => {
  it.each([
    ['1', 1],
    [' 30 ', 30],
    ['29999', 29999],
    ['29,999', 29999],
    ['29.999', 29999],
    ['29 999', 29999],
    ['29\u00a0999', 29999],
    ['29\u202f999', 29999],
    ['29’999', 29999],
    ['1,00,000', 100000],
    ['\u200e1,000\u200e', 1000],
    ['٢٩٬٩٩٩', 29999],
    ['२९,९९९', 29999],
    ['１００', 100],
  ])('%j is %i', (text, coins) => {
    expect(coinNumber(text)).toBe(coins);
  });

  it.each([
    '',
    '0',
    '× 3',
    'x3',
    '1 coin',
    '1.5',
    '12.50',
    '1,0',
    '1,000.000',
    '10,00',
    '1K',
    '-5',
    '+5',
    '1e3',
    '$1',
    '12:30',
    '100000000000',
    '1'.repeat(5000),
  ])('%j is none', (text) => {
    expect(coinNumber(text)).toBeNull();
  });

  it('is read in every locale that writes digits', () => {
    const locale = fc.constantFrom(
      'en',
      'de',
      'fr',
      'de-CH',
      'hi',
      'ar-EG',
      'fa',
      'bn',
      'mr',
      'th-TH-u-nu-thai',
      'my',
      'pl',
      'es',
      'sv',
      'ja',
    );
    fc.assert(
      fc.property(locale, fc.integer({ min: 1, max: 10_000_000 }), (language, coins) => {
        expect(coinNumber(new Intl.NumberFormat(language).format(coins))).toBe(coins);
      }),
    );
  });
});
