import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCode, exponentOf } from '../../utils/core/money.ts';
import { wholeNumber } from '../../utils/platforms/number-text.ts';
import { readPrice } from '../../utils/platforms/price-text.ts';
import { Refused } from '../../utils/platforms/refused.ts';

/** What is made of a text, in one word each: `USD 371`, or the reason of the refusal. */
function read(text: string, language = 'en', region = ''): string {
  try {
    const { currency, minor } = readPrice(text, { language, region });
    return `${currency} ${minor}`;
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
}

describe('a price as a page writes it', () => {
  it.each([
    ['$3.71', 'en', 'US', 'USD 371'],
    ['$ 1,234.50', 'en', 'CA', 'CAD 123450'],
    ['US$3.71', 'en', '', 'USD 371'],
    ['USD 3.71', 'en', '', 'USD 371'],
    ['$3.71 USD', 'en', '', 'USD 371'],
    ['₫9,800', 'en', '', 'VND 9800'],
    ['₫9,800', 'vi-VN', 'VN', 'VND 9800'],
    ['9.800 ₫', 'vi-VN', 'VN', 'VND 9800'],
    ['Rp 17.000', 'en', '', 'IDR 1700000'],
    ['Rp 17.000,00', 'id-ID', 'ID', 'IDR 1700000'],
    ['KD 3.500', 'en', 'KW', 'KWD 3500'],
    ['KD 3.5', 'en', '', 'KWD 3500'],
    ['د.ك.‏ ٣٫٥٠٠', 'ar-KW', 'KW', 'KWD 3500'],
    ['R$ 1.234,50', 'pt-BR', 'BR', 'BRL 123450'],
    ['1 199,50 €', 'fr-FR', 'FR', 'EUR 119950'],
    ['1’234.50 CHF', 'de-CH', 'CH', 'CHF 123450'],
    ['₹1,23,456.70', 'en-IN', 'IN', 'INR 12345670'],
    ['￥595', 'ja-JP', 'JP', 'JPY 595'],
    ['¥1,190.00', 'ja', 'JP', 'JPY 1190'],
    ['49 kr', 'sv-SE', 'SE', 'SEK 4900'],
    ['१२३ ₹', 'hi-IN', 'IN', 'INR 12300'],
  ])('%s in %s, %s: %s', (text, language, region, expected) => {
    expect(read(text, language, region)).toBe(expected);
  });

  it.each([
    ['$3.71', 'en', '', 'unknown-currency'],
    ['$3.71', 'pt-BR', 'BR', 'unknown-currency'],
    ['3.71', 'en', 'US', 'unknown-currency'],
    ['coins 3.71', 'en', 'US', 'unknown-currency'],
    ['USD 3.71 EUR', 'en', 'US', 'unknown-currency'],
    ['€ 3.71 USD', 'en', 'US', 'unknown-currency'],
    ['XYZ 3.71', 'en', 'US', 'unknown-currency'],
    ['$-3.71', 'en', 'US', 'bad-number'],
    ['$1.234', 'en', 'US', 'bad-number'],
    ['$3.719', 'en', 'US', 'bad-number'],
    ['$1,23.45', 'en', 'US', 'bad-number'],
    ['$4.20 $3.99', 'en', 'US', 'bad-number'],
    ['25% $3.99', 'en', 'US', 'bad-number'],
    ['NaN', 'en', 'US', 'bad-number'],
    ['', 'en', 'US', 'bad-number'],
    ['¥1.50', 'ja-JP', 'JP', 'bad-number'],
    ['$0.00', 'en', 'US', 'absurd-price'],
    ['$999,999,999,999.00', 'en', 'US', 'absurd-price'],
    [`$${'9'.repeat(200)}`, 'en', 'US', 'bad-number'],
  ])('%s in %s, %s is refused: %s', (text, language, region, expected) => {
    expect(read(text, language, region)).toBe(expected);
  });

  const places: readonly (readonly [string, string, string])[] = [
    ['en-US', 'US', 'USD'],
    ['en-CA', 'CA', 'CAD'],
    ['fr-CA', 'CA', 'CAD'],
    ['en-AU', 'AU', 'AUD'],
    ['es-MX', 'MX', 'MXN'],
    ['es-AR', 'AR', 'ARS'],
    ['es-CL', 'CL', 'CLP'],
    ['es-CO', 'CO', 'COP'],
    ['pt-BR', 'BR', 'BRL'],
    ['en-GB', 'GB', 'GBP'],
    ['de-DE', 'DE', 'EUR'],
    ['fr-FR', 'FR', 'EUR'],
    ['es-ES', 'ES', 'EUR'],
    ['it-IT', 'IT', 'EUR'],
    ['de-CH', 'CH', 'CHF'],
    ['sv-SE', 'SE', 'SEK'],
    ['nb-NO', 'NO', 'NOK'],
    ['da-DK', 'DK', 'DKK'],
    ['pl-PL', 'PL', 'PLN'],
    ['cs-CZ', 'CZ', 'CZK'],
    ['hu-HU', 'HU', 'HUF'],
    ['ro-RO', 'RO', 'RON'],
    ['tr-TR', 'TR', 'TRY'],
    ['uk-UA', 'UA', 'UAH'],
    ['ru-RU', 'RU', 'RUB'],
    ['kk-KZ', 'KZ', 'KZT'],
    ['he-IL', 'IL', 'ILS'],
    ['ar-EG', 'EG', 'EGP'],
    ['ar-SA', 'SA', 'SAR'],
    ['ar-AE', 'AE', 'AED'],
    ['ar-KW', 'KW', 'KWD'],
    ['ar-BH', 'BH', 'BHD'],
    ['ar-JO', 'JO', 'JOD'],
    ['ar-TN', 'TN', 'TND'],
    ['ar-IQ', 'IQ', 'IQD'],
    ['en-KW', 'KW', 'KWD'],
    ['fa-IR', 'IR', 'IRR'],
    ['hi-IN', 'IN', 'INR'],
    ['en-IN', 'IN', 'INR'],
    ['bn-BD', 'BD', 'BDT'],
    ['ne-NP', 'NP', 'NPR'],
    ['ur-PK', 'PK', 'PKR'],
    ['my-MM', 'MM', 'MMK'],
    ['th-TH', 'TH', 'THB'],
    ['vi-VN', 'VN', 'VND'],
    ['id-ID', 'ID', 'IDR'],
    ['ms-MY', 'MY', 'MYR'],
    ['fil-PH', 'PH', 'PHP'],
    ['ja-JP', 'JP', 'JPY'],
    ['ko-KR', 'KR', 'KRW'],
    ['zh-CN', 'CN', 'CNY'],
    ['zh-TW', 'TW', 'TWD'],
    ['zh-HK', 'HK', 'HKD'],
    ['sw-KE', 'KE', 'KES'],
    ['en-NG', 'NG', 'NGN'],
    ['en-ZA', 'ZA', 'ZAR'],
  ];

  it('is what Intl wrote, in every language and currency', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom('symbol' as const, 'code' as const),
        fc.integer({ min: 1, max: 90_000_000 }),
        ([language, region, code], currencyDisplay, amount) => {
          const format = new Intl.NumberFormat(language, {
            style: 'currency',
            currency: code,
            currencyDisplay,
          });
          const shown = format.resolvedOptions().maximumFractionDigits ?? 0;
          const exponent = exponentOf(currencyCode(code));
          const decimal = `${amount}e-${shown}` as const;
          const text = format.format(Number(decimal));
          const minor = amount * 10 ** (exponent - shown);
          expect(`${text}: ${read(text, language, region)}`).toBe(`${text}: ${code} ${minor}`);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('is read or refused by name, whatever the text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[$€KDRp٠-٩0-9.,' -]{1,14}$/),
    );
    fc.assert(
      fc.property(anyText, fc.string(), (text, language) => {
        expect(read(text, language, 'US')).toMatch(/^([A-Z]{3} [1-9]\d*|[a-z]+-[a-z]+)$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a number of coins', () => {
  it.each([
    ['70', 70],
    ['1,400', 1400],
    ['17.500', 17_500],
    ['2 500 000', 2_500_000],
    ['١٧٬٥٠٠', 17_500],
  ])('%s is %i', (text, count) => {
    expect(wholeNumber(text)).toBe(count);
  });

  it.each(['1.4K', '5 万', '5K', '1.5', '1,4000', '-5', '+5', '', 'coins', '5 5'])(
    '%s is none',
    (text) => {
      expect(() => wholeNumber(text)).toThrow(Refused);
    },
  );
});
