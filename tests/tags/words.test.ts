import { describe, expect, it, vi } from 'vitest';
import { wordsAt } from '../../entrypoints/tags.content/tags.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { units } from '../../utils/core/units.ts';

vi.mock('../../utils/messaging/translate.ts', () => ({
  translate: (_key: string, [money]: string[]) => `≈ ${money}`,
}));

/** What a gift's tag says at `minor` minor units for `bought` coins. */
const say = (locale: string, currency: string, minor: number, bought: number, coins: number) =>
  wordsAt(
    { currency: currencyCode(currency), minor, units: units(bought) },
    locale,
  )(coins).replace(/\s/g, ' ');

describe('a tag’s words', () => {
  it.each([
    ['en-US', 'USD', 18550, 17500, 1, '≈ $0.01'],
    ['en-US', 'USD', 18550, 17500, 30, '≈ $0.32'],
    ['en-US', 'USD', 18550, 17500, 29999, '≈ $317.99'],
    ['de-DE', 'EUR', 20339, 17500, 1000, '≈ 11,62 €'],
    ['ja-JP', 'JPY', 1500, 1000, 29999, '≈ ￥44,999'],
    ['ja-JP', 'JPY', 150, 1000, 1, '<￥1'],
    ['id-ID', 'IDR', 34000000, 1400, 1, '≈ Rp 243'],
    ['id-ID', 'IDR', 34000000, 1400, 29999, '≈ Rp 7,3 jt'],
    ['en-KW', 'KWD', 3250, 1000, 1, '≈ KWD 0.003'],
    ['en-KW', 'KWD', 3250, 1000, 29999, '≈ KWD 97.497'],
    ['vi-VN', 'VND', 5690400, 17500, 44999, '≈ 14,6 Tr ₫'],
  ])('%s %s %i/%i: %i coins', (locale, currency, minor, bought, coins, words) => {
    expect(say(locale, currency, minor, bought, coins)).toBe(words);
  });
});
