import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCode } from '../../utils/core/money.ts';
import { type KnownOffer, priceBook } from '../../utils/core/price-book.ts';
import {
  checkPrice,
  NotAClaim,
  type PriceClaim,
  type PriceVerdict,
} from '../../utils/core/price-check.ts';
import type { PackageOffer } from '../../utils/core/price-list.ts';
import { units } from '../../utils/core/units.ts';
import shippedFile from '../../utils/platforms/tiktok/packages.json' with { type: 'json' };

const shipped = shippedFile.packages.map(
  (each) => ({ unit: 'tiktok:coin', ...each }) as unknown as PackageOffer,
);
const book = priceBook({ shipped, learned: [], own: [] });

function claim(count: number, minor: number, code = 'USD', part: Partial<PriceClaim> = {}) {
  const price = { currency: currencyCode(code), minor };
  const claimed = { unit: 'tiktok:coin', units: units(count), price, market: null, channel: null };
  return checkPrice({ ...claimed, ...part } as PriceClaim, book);
}

describe('the three prices that guides spread', () => {
  it('100 coins for $0.99 is below the official floor: a cent a coin, and no such package', () => {
    expect(claim(100, 99)).toMatchObject({
      verdict: 'below-official-floor',
      reasons: ['under-floor', 'one-cent-simplification', 'no-such-package'],
      underFloor: 43,
    });
  });

  it('100 coins for $1.39 is plausible in the app', () => {
    expect(claim(100, 139)).toMatchObject({ verdict: 'plausible-app', underFloor: 0 });
  });

  it('1,750 coins for $15 is unofficial: far below, at the ratio of fake recharge pages', () => {
    expect(claim(1_750, 1_500)).toMatchObject({
      verdict: 'unofficial',
      reasons: ['under-floor', 'known-reseller-ratio', 'no-such-package'],
      underFloor: 172,
    });
  });

  it('are told apart also when the book knows no cheaper dollar price than the old one, or a newer', () => {
    for (const minor of [18_550, 18_100]) {
      const learned = [
        { ...shipped[0], units: units(17_500), minor, date: '2026-11-22' } as PackageOffer,
      ];
      const seen = priceBook({ shipped, learned, own: [] });
      const verdicts = [
        [100, 99],
        [500, 499],
        [1_000, 999],
        [100, 139],
        [1_750, 1_500],
      ].map(
        ([count, cents]) =>
          checkPrice(
            {
              unit: 'tiktok:coin',
              units: units(count ?? 0),
              price: { currency: currencyCode('USD'), minor: cents ?? 0 },
              market: 'US',
              channel: null,
            },
            seen,
          ).verdict,
      );
      expect(verdicts).toEqual([
        'below-official-floor',
        'below-official-floor',
        'below-official-floor',
        'plausible-app',
        'unofficial',
      ]);
    }
  });
});

describe('a price', () => {
  it.each<[string, number, number, string, PriceVerdict]>([
    ['a web package', 17_500, 18_550, 'USD', 'plausible-web'],
    ['a web package with sales tax', 17_500, 20_000, 'USD', 'plausible-web'],
    ['a named amount', 3_000, 3_180, 'USD', 'plausible-web'],
    ['the newer dollar price', 17_500, 18_100, 'USD', 'plausible-web'],
    ['between web and app', 1_000, 1_250, 'USD', 'between-web-and-app'],
    ['an app package', 350, 499, 'USD', 'plausible-app'],
    ['dear', 100, 300, 'USD', 'above-known'],
    ['many coins at little more than a tiny package’s price', 17_500, 23_200, 'EUR', 'above-known'],
    ['a reseller in Vietnam', 17_500, 4_987_500, 'VND', 'unofficial'],
    ['half price in Brazil', 17_500, 49_664, 'BRL', 'unofficial'],
    ['a package for half the price', 17_500, 9_000, 'USD', 'unofficial'],
    ['cheaper than the app where no web price is known', 700, 9_000_000, 'IDR', 'unknown'],
    ['as in the app there', 700, 17_000_000, 'IDR', 'plausible-app'],
    ['a currency without official prices', 350, 340_000, 'PKR', 'unknown'],
  ])('%s', (_name, count, minor, code, verdict) => {
    expect(claim(count, minor, code).verdict).toBe(verdict);
  });

  it('says when it is of the other channel', () => {
    expect(claim(350, 499, 'USD', { channel: 'web' }).reasons).toContain('fits-app-only');
    expect(claim(350, 371, 'USD', { channel: 'app' }).reasons).toContain('fits-web-only');
  });

  it('is judged by its own market where that is known', () => {
    expect(claim(17_500, 20_339, 'EUR', { market: 'FR' })).toMatchObject({
      verdict: 'plausible-web',
      floor: { date: '2024' },
    });
  });

  it.each([
    [0, 100],
    [100, 0],
    [100, -1],
    [100, Number.NaN],
  ])('is none: %d coins for %d', (count, minor) => {
    expect(() => claim(count, minor)).toThrow(NotAClaim);
  });

  it('of the platform itself is never called unofficial, in any currency it is known in', () => {
    for (const each of book.offers) {
      const { verdict } = claim(each.units, each.minor, each.currency, { market: each.market });
      expect(['plausible-web', 'plausible-app'], `${each.market} ${each.units}`).toContain(verdict);
    }
  });

  it('gets no better the cheaper it is', () => {
    const order: PriceVerdict[] = [
      'unofficial',
      'below-official-floor',
      'plausible-web',
      'between-web-and-app',
      'plausible-app',
      'above-known',
    ];
    const large = book.offers.filter(
      (each: KnownOffer) => each.units === 17_500 && each.currency === 'USD',
    );
    expect(large).toHaveLength(2);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), fc.nat(20_000), (minor, more) => {
        // Between the app's packages at ten percent above and the next, one may fall outside.
        const cheap = order.indexOf(claim(17_500, minor).verdict);
        const dear = order.indexOf(claim(17_500, minor + more).verdict);
        expect(dear).toBeGreaterThanOrEqual(Math.min(cheap, 4));
      }),
    );
  });
});
