import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCode, exponentOf } from '../../utils/core/money.ts';
import { readPaid } from '../../utils/platforms/youtube/amount-text.ts';

const wares = { id: 'super-chat', name: 'Super Chat' };

/** `USD 500`, or the name that an amount is kept under while it is open. */
function read(text: string, language = '', region = ''): string {
  const { unit, unitPrice, gift } = readPaid(text, wares, { language, region });
  return unit === null ? gift.name : `${unit.slice('money:'.length)} ${unitPrice}`;
}

const open = (text: string) => `Super Chat ${text}`;

describe('what a Super Chat says it cost', () => {
  it.each([
    // A bare dollar is what the page's own locale means by it.
    ['$30.00', 'zh-TW', 'TW', 'TWD 3000'],
    ['$30.00', 'zh-Hant-TW', 'TW', 'TWD 3000'],
    ['$5.00', 'en', 'US', 'USD 500'],
    ['$5.00', 'en', 'TW', 'USD 500'],
    ['$5.00', 'ja', 'JP', 'USD 500'],
    ['$500.00', 'es-419', 'MX', 'MXN 50000'],
    ['$500.00', 'es', 'CO', 'COP 50000'],
    ['5,00 $', 'fr-CA', 'CA', 'CAD 500'],
    ['$5.00', 'en', 'AU', open('$5.00')],
    ['$5.00', 'en', 'CA', open('$5.00')],
    ['$5.00', 'en', '', open('$5.00')],
    ['$5.00', '', 'US', open('$5.00')],
    ['$5.00', '', '', open('$5.00')],
    ['US$5.00', '', '', 'USD 500'],
    ['A$5.00', 'en', 'AU', 'AUD 500'],
    ['CA$5.00', '', '', 'CAD 500'],
    ['NT$150.00', '', '', 'TWD 15000'],
    ['HK$25.00', '', '', 'HKD 2500'],
    ['MX$100.00', '', '', 'MXN 10000'],
    ['R$ 10,00', 'pt', 'BR', 'BRL 1000'],
    // Yen in all widths; a page that means yuan by it is not believed.
    ['￥320', '', '', 'JPY 320'],
    ['¥1,000', 'en', 'US', 'JPY 1000'],
    ['￥10,000', 'ja', 'JP', 'JPY 10000'],
    ['¥320', 'zh-CN', 'CN', open('¥320')],
    ['JP¥320', 'zh-CN', 'CN', 'JPY 320'],
    ['£1,000.00', '', '', 'GBP 100000'],
    ['₩10,000', '', '', 'KRW 10000'],
    ['￦10,000', '', '', 'KRW 10000'],
    ['₹1,00,000.00', 'hi', 'IN', 'INR 10000000'],
    ['1.000 ₫', '', '', 'VND 1000'],
    ['5,00 €', '', '', 'EUR 500'],
    ['€5.00', '', '', 'EUR 500'],
    ['CZK\u00a020.00', '', '', 'CZK 2000'],
    ['CLP\u00a01,000', '', '', 'CLP 1000'],
    ['20,00 kr', 'sv', 'SE', 'SEK 2000'],
    ['20,00 kr', 'nb', 'NO', 'NOK 2000'],
    ['20,00 kr', '', '', open('20,00 kr')],
    ['\u200f٢٠٫٠٠ ر.س.\u200f', 'ar', 'SA', 'SAR 2000'],
    // Nothing is guessed, nothing is lost.
    ['[?]10,800', 'ja', 'JP', open('[?]10,800')],
    ['$5', 'xx-??', '', open('$5')],
    ['', '', '', 'Super Chat'],
    ['$0.00', 'en', 'US', open('$0.00')],
  ])('%s on a page in %s, %s', (text, language, region, expected) => {
    expect(read(text, language, region)).toBe(expected);
  });

  /** Languages and countries that YouTube is in. */
  const places =
    'en-US de-DE fr-FR ja-JP ko-KR zh-TW zh-HK pt-BR es-MX es-ES sv-SE pl-PL hi-IN id-ID vi-VN tr-TR ar-EG th-TH';
  const sold =
    'USD EUR GBP JPY KRW TWD HKD BRL MXN INR IDR VND TRY PLN SEK NOK DKK CZK HUF CHF ILS PHP THB SAR';

  it('is read back from what a browser writes in any language, or stays open', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places.split(' ')),
        fc.constantFrom(...sold.split(' ').map(currencyCode)),
        fc.integer({ min: 1, max: 5_000_000 }),
        (place, currency, minor) => {
          const digits = exponentOf(currency);
          const text = new Intl.NumberFormat(place, {
            style: 'currency',
            currency,
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          }).format(minor / 10 ** digits);
          const [language = '', region = ''] = place.split('-');
          const told = read(text, language === 'zh' ? place : language, region);
          expect([`${currency} ${minor}`, open(text)]).toContain(told);
          // Whatever has only one meaning there is read.
          if (currency === 'EUR') expect(told).toBe(`EUR ${minor}`);
        },
      ),
    );
  });
});
