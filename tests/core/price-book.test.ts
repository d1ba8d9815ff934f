import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCode, decimalOf } from '../../utils/core/money.ts';
import type { OfferId, OwnOffer } from '../../utils/core/operation.ts';
import {
  bestOffer,
  coverage,
  offersIn,
  priceBook,
  unitPrice,
  unitRate,
} from '../../utils/core/price-book.ts';
import type { PackageOffer } from '../../utils/core/price-list.ts';
import { units } from '../../utils/core/units.ts';
import { offer, table, usApp, usWeb } from './made-offers.ts';
import { start } from './sightings.ts';

const us = { market: 'US', channel: 'web' } as const;
const shipped = [...table(usWeb), ...table(usApp, { channel: 'app', date: '2025-06' })];

function own(part: Partial<OwnOffer> = {}): OwnOffer {
  return {
    id: 'f1' as OfferId,
    unit: 'tiktok:coin',
    market: 'US',
    channel: 'web',
    currency: currencyCode('USD'),
    units: units(1_000),
    minor: 1_200,
    at: start,
    ...part,
  };
}

const nothing = { shipped: [], learned: [], own: [] };

describe('the price book', () => {
  it('prices by the largest package of what ships, to begin with', () => {
    const best = bestOffer(priceBook({ ...nothing, shipped }), 'tiktok:coin', us);
    expect(best).toMatchObject({ units: 17_500, minor: 18_550, origin: 'shipped', date: '2024' });
  });

  it('forgets what shipped for a page that was seen, and older pages, but nothing else', () => {
    const march = table(
      [
        [350, 380],
        [17_500, 19_000],
      ],
      { status: 'official', date: '2026-03-01' },
    );
    const today = table(
      [
        [30, 31],
        [17_500, 18_100],
      ],
      { status: 'official', date: '2026-11-22' },
    );
    const book = priceBook({ ...nothing, shipped, learned: [...today, ...march] });
    expect(offersIn(book, 'tiktok:coin', us)).toMatchObject([
      { units: 30, minor: 31, origin: 'learned' },
      { units: 17_500, minor: 18_100, origin: 'learned', date: '2026-11-22' },
    ]);
    expect(offersIn(book, 'tiktok:coin', { market: 'US', channel: 'app' })).toHaveLength(7);
  });

  it('lets the user’s own price win, beside the packages it says nothing of', () => {
    const learned = table(
      [
        [1_000, 1_060],
        [17_500, 18_100],
      ],
      { date: '2026-11-22' },
    );
    const book = priceBook({ shipped, learned, own: [own()] });
    expect(bestOffer(book, 'tiktok:coin', us)).toMatchObject({
      units: 1_000,
      minor: 1_200,
      origin: 'own',
      status: 'own',
      date: '2026-11-22',
    });
    expect(offersIn(book, 'tiktok:coin', us)).toHaveLength(2);
  });

  it('takes official over community and newer over older', () => {
    const all = [
      offer({ minor: 1, date: '2026', status: 'community' }),
      offer({ minor: 2, date: '2024', status: 'official' }),
      offer({ minor: 3, date: '2025-06', status: 'official' }),
      offer({ minor: 4, date: '2025', status: 'official' }),
    ];
    expect(priceBook({ ...nothing, shipped: all }).offers).toMatchObject([{ minor: 3 }]);
  });

  it('prices by the newest offers, though a larger package is known from before', () => {
    const newer = offer({ units: units(350), minor: 365, date: '2026' });
    const book = priceBook({ ...nothing, shipped: [...shipped, newer] });
    expect(bestOffer(book, 'tiktok:coin', us)).toMatchObject({ units: 350, date: '2026' });
  });

  it('knows no price where nobody offered', () => {
    const book = priceBook({ ...nothing, shipped });
    expect(bestOffer(book, 'tiktok:coin', { market: 'JP', channel: 'web' })).toBeNull();
  });

  it('says where prices are known and how well', () => {
    const learned = table(
      [
        [30, 31],
        [350, 365],
      ],
      { date: '2026-11-22', status: 'official' },
    );
    expect(coverage(priceBook({ shipped, learned, own: [] }), 'tiktok:coin')).toEqual([
      {
        market: 'US',
        channel: 'app',
        currency: 'USD',
        packages: 7,
        origin: 'shipped',
        date: '2025-06',
      },
      {
        market: 'US',
        channel: 'web',
        currency: 'USD',
        packages: 2,
        origin: 'learned',
        date: '2026-11-22',
      },
    ]);
  });

  it('is the same in whatever order the offers come', () => {
    const anyOffer: fc.Arbitrary<PackageOffer> = fc.record({
      unit: fc.constant('tiktok:coin' as const),
      market: fc.constantFrom('US', 'FR'),
      channel: fc.constantFrom('web', 'app'),
      currency: fc.constantFrom('USD', 'EUR').map(currencyCode),
      units: fc.constantFrom(30, 350, 700).map(units),
      minor: fc.integer({ min: 1, max: 5 }),
      status: fc.constantFrom('official', 'community'),
      date: fc.constantFrom('', '2024', '2025', '2025-06'),
      source: fc.constantFrom('a', 'b'),
    });
    const shuffled = (offers: PackageOffer[]) =>
      fc.shuffledSubarray(offers, { minLength: offers.length });
    const both = fc.array(anyOffer).chain((all) => fc.tuple(fc.constant(all), shuffled(all)));
    fc.assert(
      fc.property(both, both, ([ship, shipAgain], [learned, learnedAgain]) => {
        const book = priceBook({ shipped: ship, learned, own: [] });
        expect(priceBook({ shipped: shipAgain, learned: learnedAgain, own: [] })).toEqual(book);
      }),
    );
  });
});

describe('the price of one unit', () => {
  it.each([
    ['USD', 18_550, 17_500, '0.010600'],
    ['JPY', 27_500, 17_500, '1.571429'],
    ['IDR', 34_000_000, 1_400, '242.857143'],
    ['KWD', 57_000, 17_500, '0.003257'],
  ])('has six digits in %s', (code, minor, count, expected) => {
    const rate = unitRate({ currency: currencyCode(code), minor, units: units(count) });
    expect(decimalOf(unitPrice(rate))).toBe(expected);
  });
});
