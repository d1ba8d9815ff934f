import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateOf, readAmount, readUnits } from '../../components/conversion.ts';
import { formatCount, formatMoney } from '../../components/format.ts';
import { convertTyped } from '../../components/quantity.ts';
import { readTyped } from '../../components/typed-number.ts';
import { currencyCode, decimalOf } from '../../utils/core/money.ts';
import { units } from '../../utils/core/units.ts';
import { price } from '../gallery/make.ts';
import { anyText } from './any-text.ts';

const listed = price('185.50', 17_500);
const usd = currencyCode('USD');

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
        readAmount(text, 'en-US', usd);
      }),
    );
  });
});

describe('converting', () => {
  const convert = (kind: 'units' | 'money' | 'gifts', text: string, at = listed) =>
    convertTyped(
      { in: kind, text },
      { price: rateOf(at), gift: units(199), worth: null },
      usd,
      'en-US',
    );
  const costIn = (read: ReturnType<typeof convert>) =>
    read.kind === 'done' && read.to.money !== null ? formatMoney(read.to.money, 'en-US') : null;

  it('gives what coins cost', () => {
    expect(costIn(convert('units', '29,999'))).toBe('$317.99');
  });

  it('gives whole coins for money, rounded down', () => {
    expect(convert('money', '$5')).toMatchObject({ kind: 'done', to: { units: 471 } });
  });

  it('gives what gifts cost, and how many coins buy', () => {
    expect(convert('gifts', '3')).toMatchObject({
      to: { units: 597, gifts: { count: 3, left: 0 } },
    });
    expect(convert('units', '600')).toMatchObject({ to: { gifts: { count: 3, left: 3 } } });
  });

  it('works with a rate of less than the smallest coin', () => {
    expect(costIn(convert('units', '1,000', price('0.005', 1)))).toBe('$5.00');
  });

  it.each([
    ['units', '1.5', 'not-whole'],
    ['units', '99999999999999999999', 'too-large'],
    ['units', '9007199254740991', 'too-large'],
    ['money', '0.12345678', 'too-fine'],
    ['money', '1234567890123456', 'too-large'],
    ['gifts', '-1', 'negative'],
    ['gifts', '9007199254740991', 'too-large'],
  ] as const)('names the trouble with %s of %s', (kind, text, trouble) => {
    expect(convert(kind, text)).toEqual({ kind: 'trouble', trouble });
  });

  it('buys with the cost of coins those coins again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (count) => {
        const cost = convert('units', String(count));
        const money = cost.kind === 'done' ? cost.to.money : null;
        const bought = convert('money', money === null ? '' : decimalOf(money));
        expect(bought.kind === 'done' && Math.abs(bought.to.units - count)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
