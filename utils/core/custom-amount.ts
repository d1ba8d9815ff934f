import { type KnownOffer, unitRate } from './price-book.ts';
import type { UnitId } from './units.ts';
import { units } from './units.ts';
import type { CustomAmount } from './value-for-money.ts';

/** How many units a buyer may name on the platform's site: TikTok's page takes 30 to 2,500,000 coins. */
const limits: Partial<Record<UnitId, { readonly from: number; readonly to: number }>> = {
  'tiktok:coin': { from: 30, to: 2_500_000 },
};

/** What one purchase less is worth: the price of about so many units. Nobody buys 429 packages to save four dollars. */
const EFFORT_UNITS = 10;

/**
 * The amount that a buyer names on the web, at the rate of the largest package: copies of the page and published orders
 * show no other (3,000 coins for $31.80, 500,000 for $5,300). Null in the app, which sells packages only.
 */
export function customAmount(offers: readonly KnownOffer[]): CustomAmount | null {
  const largest = largestOf(offers);
  const named = largest === null ? undefined : limits[largest.unit];
  if (largest === null || largest.channel !== 'web' || named === undefined) {
    return null;
  }
  return { from: units(named.from), to: units(named.to), rate: unitRate(largest) };
}

/** The effort of one more purchase, in minor units, for the plan of what to buy; at least one. */
export function effortOf(offers: readonly KnownOffer[]): number {
  const largest = largestOf(offers);
  return largest === null
    ? 1
    : Math.max(1, Math.round((largest.minor * EFFORT_UNITS) / largest.units));
}

function largestOf(offers: readonly KnownOffer[]): KnownOffer | null {
  return offers.reduce<KnownOffer | null>(
    (best, offer) => (best === null || offer.units > best.units ? offer : best),
    null,
  );
}
