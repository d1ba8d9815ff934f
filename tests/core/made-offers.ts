import type { CurrencyCode } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { PackageOffer } from '../../utils/core/price-list.ts';
import { units } from '../../utils/core/units.ts';
import type { Package } from '../../utils/core/value-for-money.ts';

/** An offer on the web in the US, with what matters to a test set. */
export function offer(part: Partial<PackageOffer> = {}): PackageOffer {
  return {
    unit: 'tiktok:coin',
    market: 'US',
    channel: 'web',
    currency: currencyCode('USD'),
    units: units(17_500),
    minor: 18_550,
    status: 'community',
    date: '2024',
    source: 'test',
    ...part,
  };
}

/** Offers of one place from pairs of units and minor units. */
export function table(
  pairs: readonly (readonly [number, number])[],
  part: Partial<PackageOffer> = {},
): PackageOffer[] {
  return pairs.map(([count, minor]) => offer({ units: units(count), minor, ...part }));
}

/** A package from units and minor units. */
export function pack(count: number, minor: number, currency = 'USD'): Package {
  return { currency: currency as CurrencyCode, units: units(count), minor };
}

/** What TikTok's page in the US showed in 2024, and what the app there did in 2025. */
export const usWeb: readonly (readonly [number, number])[] = [
  [20, 21],
  [350, 371],
  [700, 742],
  [1_400, 1_484],
  [3_500, 3_710],
  [7_000, 7_420],
  [17_500, 18_550],
];
export const usApp: readonly (readonly [number, number])[] = [
  [70, 99],
  [350, 499],
  [700, 999],
  [1_400, 1_999],
  [3_500, 4_999],
  [7_000, 9_999],
  [17_500, 24_999],
];
