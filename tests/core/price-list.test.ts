import { describe, expect, it } from 'vitest';
import { currencyCode, decimalOf } from '../../utils/core/money.ts';
import {
  choicesOf,
  firstChoice,
  listedOffer,
  offerPrice,
  type PackageOffer,
} from '../../utils/core/price-list.ts';
import { units } from '../../utils/core/units.ts';
import { shippedOffers } from '../../utils/platforms/offers.ts';

function offer(part: Partial<PackageOffer>): PackageOffer {
  return {
    unit: 'tiktok:coin',
    market: 'US',
    channel: 'web',
    currency: currencyCode('USD'),
    units: units(70),
    minor: 74,
    status: 'community',
    date: '2024',
    source: 'somewhere',
    ...part,
  };
}

const offers = [
  offer({}),
  offer({ units: units(17_500), minor: 18_550 }),
  offer({ channel: 'app', minor: 99 }),
  offer({ market: 'GB', channel: 'app', currency: currencyCode('GBP'), minor: 99 }),
];

describe('the listed price', () => {
  it('is that of the largest package', () => {
    expect(listedOffer(offers, { market: 'US', channel: 'web' })?.units).toBe(17_500);
  });

  it('is unknown where no package is', () => {
    expect(listedOffer(offers, { market: 'JP', channel: 'web' })).toBeNull();
  });
});

describe('the first choice', () => {
  it.each([
    ['en-US', { market: 'US', channel: 'web' }],
    ['en', { market: 'US', channel: 'web' }],
    ['en-GB', { market: 'GB', channel: 'app' }],
    ['ja-JP', null],
  ])('for %s', (locale, choice) => {
    expect(firstChoice(offers, locale)).toEqual(choice);
  });
});

describe('the shipped offers', () => {
  const coins = shippedOffers().get('tiktok:coin') ?? [];

  it('cost what their sources say', () => {
    const web = listedOffer(coins, { market: 'US', channel: 'web' });
    expect(web && decimalOf(offerPrice(web))).toBe('185.500000');
    const indonesia = listedOffer(coins, { market: 'ID', channel: 'app' });
    expect(indonesia && decimalOf(offerPrice(indonesia))).toBe('340000.000000');
    const vietnam = listedOffer(coins, { market: 'VN', channel: 'web' });
    expect(vietnam && decimalOf(offerPrice(vietnam))).toBe('5690400.0000');
  });

  it('leave each choice once', () => {
    const names = choicesOf(coins).map(({ market, channel }) => `${market} ${channel}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('US web');
  });
});
