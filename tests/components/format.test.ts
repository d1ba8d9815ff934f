import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatMoney,
  formatPlain,
  formatShare,
  formatUnitPrice,
} from '../../components/format.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { money } from '../gallery/make.ts';

describe('formatMoney', () => {
  it.each([
    ['38.42', 'USD', 'en-US', '$38.42'],
    ['0', 'USD', 'en-US', '$0.00'],
    ['0.004', 'USD', 'en-US', '<$0.01'],
    ['0.000001', 'USD', 'en-US', '<$0.01'],
    ['0.005', 'USD', 'en-US', '$0.01'],
    ['317.9894', 'USD', 'en-US', '$317.99'],
    ['38.42', 'EUR', 'de-DE', '38,42\u00A0€'],
    ['5912.4', 'JPY', 'ja-JP', '￥5,912'],
    ['0.3', 'JPY', 'en-US', '<¥1'],
    ['880875.25', 'IDR', 'id-ID', 'Rp\u00A0880.875'],
    ['0.0033', 'KWD', 'en-US', 'KWD\u00A00.003'],
    ['10', 'CAD', 'en-US', 'CA$10.00'],
  ])('writes %s %s for %s as %s', (amount, currency, locale, shown) => {
    expect(formatMoney(money(amount, currency), locale)).toBe(shown);
  });

  it('shortens what does not fit and nothing else', () => {
    expect(formatMoney(money('954763121.5'), 'en-US', 12)).toBe('$954.8M');
    expect(formatMoney(money('38.42'), 'en-US', 6)).toBe('$38.42');
  });

  it('shows the last digit of the largest exact amount', () => {
    const most = { currency: currencyCode('USD'), amount: Number.MAX_SAFE_INTEGER, scale: 6 };
    expect(formatMoney(most, 'en-US')).toBe('$9,007,199,254.74');
  });

  it('never shows a sum that is not zero as zero, nor zero as anything else', () => {
    const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    const currencies = fc.constantFrom('USD', 'JPY', 'KWD', 'IDR', 'VND');
    fc.assert(
      fc.property(
        amounts,
        currencies,
        fc.constantFrom('en', 'de', 'ja', 'hi'),
        (amount, code, locale) => {
          const shown = formatMoney({ currency: currencyCode(code), amount, scale: 6 }, locale);
          expect(/[1-9]/.test(shown)).toBe(amount > 0);
        },
      ),
    );
  });
});

describe('formatUnitPrice', () => {
  it.each([
    ['0.0106', 'USD', '$0.0106'],
    ['0.010342', 'USD', '$0.01034'],
    ['0.010606', 'USD', '$0.01061'],
    ['0.000001', 'USD', '$0.000001'],
    ['1.5', 'USD', '$1.50'],
    ['0.00325', 'KWD', 'KWD\u00A00.00325'],
    ['243', 'IDR', 'IDR\u00A0243'],
    ['272.9143', 'VND', '₫272.9'],
    ['0', 'USD', '$0.00'],
  ])('writes %s %s as %s', (amount, currency, shown) => {
    expect(formatUnitPrice(money(amount, currency), 'en-US')).toBe(shown);
  });
});

describe('formatCount, formatShare and formatPlain', () => {
  it('group, and shorten beyond what fits', () => {
    expect(formatCount(29_999, 'en-US')).toBe('29,999');
    expect(formatCount(9_007_199_254, 'en-US', 9)).toBe('9B');
    expect(formatCount(29_999, 'de-DE', 6)).toBe('29.999');
  });

  it('never round a part down to nothing', () => {
    expect(formatShare(0.774, 'en-US')).toBe('77%');
    expect(formatShare(0.001, 'en-US')).toBe('<1%');
    expect(formatShare(0, 'en-US')).toBe('0%');
  });

  it('show finer digits below one', () => {
    expect(formatPlain(money('317.9894'), 'en-US')).toBe('317.99');
    expect(formatPlain(money('0.0106'), 'en-US')).toBe('0.0106');
  });
});
