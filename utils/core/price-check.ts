import type { CurrencyCode } from './ids.ts';
import type { Money, UnitRate } from './money.ts';
import { type KnownOffer, type PriceBook, unitPrice } from './price-book.ts';
import type { Channel } from './price-list.ts';
import type { Price } from './scaled.ts';
import { type UnitId, type Units, units } from './units.ts';

/** A price that somebody names for units. Market and channel may be unknown (null). */
export interface PriceClaim {
  readonly unit: UnitId;
  readonly units: Units;
  readonly price: Price;
  readonly market: string | null;
  readonly channel: Channel | null;
}

/**
 * What to think of a claim. `below-official-floor`: cheaper than any official price known, but so little or in such a
 * way that it is rather a rounded or outdated figure than an offer; `unofficial`: so far below that only somebody else
 * than the platform can ask it; `above-known`: dearer than the prices known; `unknown`: nothing to compare with.
 */
export type PriceVerdict =
  | 'plausible-web'
  | 'plausible-app'
  | 'between-web-and-app'
  | 'above-known'
  | 'below-official-floor'
  | 'unofficial'
  | 'unknown';

/** Why. `no-such-package` is weak: on the web any number may be named. */
export type PriceReason =
  | 'under-floor'
  | 'one-cent-simplification'
  | 'known-reseller-ratio'
  | 'no-such-package'
  | 'matches-a-package'
  | 'fits-app-only'
  | 'fits-web-only'
  | 'only-app-prices-known'
  | 'no-official-price';

/** The verdict with what it rests on. */
export interface PriceCheck {
  readonly verdict: PriceVerdict;
  readonly reasons: readonly PriceReason[];
  /** The claim's price for one unit. */
  readonly perUnit: Money;
  /** The lowest official web price for one unit that is known, and when it was seen; null where none is. */
  readonly floor: { readonly perUnit: Money; readonly date: string } | null;
  /** How far the claim lies under the floor, in thousandths of it, rounded up; zero where it does not. */
  readonly underFloor: number;
}

/** Thrown for a claim that is no price: no units, or no money. */
export class NotAClaim extends Error {
  override readonly name = 'NotAClaim';
}

/** A rate with when it was seen. */
interface DatedRate {
  readonly rate: UnitRate;
  readonly date: string;
}

/** How far under the floor a price may lie before nobody but a reseller can ask it, in thousandths. */
const TOLERANCE = 50n;

/** Prices around a package's own count as the same: sales tax and rounding on top, rounding below; in thousandths. */
const BELOW = 30n;
const ABOVE = 100n;

/** A price of fewer minor units than this is rounded by more than half a percent and says little about one unit. */
const LEAST_MINOR = 100;

const usd = 'USD' as CurrencyCode;

/**
 * The cheapest official dollar price found: 17,500 coins for $181.00 on the web, in pages of 2025-26 of a market that
 * pays in dollars (two independent copies). No market is sure, so it is no offer; as a floor it holds for every one.
 */
const lowestSeen: readonly (DatedRate & { readonly unit: UnitId })[] = [
  {
    unit: 'tiktok:coin',
    rate: { currency: usd, minor: 18_100, units: units(17_500) },
    date: '2025',
  },
];

/** What fake recharge pages and an offer in a guide ask: 1,750 coins for $15, 17,500 for $150. */
const resellerRates: readonly { readonly unit: UnitId; readonly rate: UnitRate }[] = [
  { unit: 'tiktok:coin', rate: { currency: usd, minor: 1_500, units: units(1_750) } },
];

/** Guides write "1 coin = 1 cent": 100 for $0.99, 500 for $4.99, 1,000 for $9.99. */
const oneCent: UnitRate = { currency: usd, minor: 1, units: units(1) };

/** Judges a price against the official ones in its currency. Throws {@link NotAClaim}. */
export function checkPrice(claim: PriceClaim, book: PriceBook): PriceCheck {
  const { unit, price, channel } = claim;
  const counts = [claim.units, price.minor];
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 1)) {
    throw new NotAClaim(`${claim.units} for ${price.minor} ${price.currency}`);
  }
  const rate: UnitRate = { ...price, units: claim.units };
  const offers = comparable(claim, book);
  const web = offers.filter((offer) => offer.channel === 'web');
  const app = offers.filter((offer) => offer.channel === 'app');
  const floor = floorOf(unit, price.currency, web);
  const package_ = offers.some((offer) => offer.units === claim.units);
  const reasons: PriceReason[] = [];
  let verdict: PriceVerdict = 'unknown';
  const under = floor === null ? 0n : thousandthsUnder(rate, floor.rate);
  if (floor === null) {
    reasons.push(app.length > 0 ? 'only-app-prices-known' : 'no-official-price');
    verdict = verdictByApp(rate, app);
  } else if (under > 0n && !fits(rate, offers)) {
    reasons.push('under-floor');
    if (isNear(rate, oneCent, 15n, 0n)) reasons.push('one-cent-simplification');
    if (resellerRates.some((known) => known.unit === unit && isNear(rate, known.rate, 10n, 10n))) {
      reasons.push('known-reseller-ratio');
    }
    verdict = under <= TOLERANCE ? 'below-official-floor' : 'unofficial';
  } else {
    const onWeb = fits(rate, web);
    const inApp = fits(rate, app);
    if (channel === 'web' && inApp && !onWeb) reasons.push('fits-app-only');
    if (channel === 'app' && onWeb && !inApp) reasons.push('fits-web-only');
    verdict = verdictAbove(rate, onWeb, inApp, app);
  }
  if (floor !== null) reasons.push(package_ ? 'matches-a-package' : 'no-such-package');
  return {
    verdict,
    reasons,
    perUnit: unitPrice(rate),
    floor: floor === null ? null : { perUnit: unitPrice(floor.rate), date: floor.date },
    underFloor: Number(under),
  };
}

/** Offers in the claim's currency: those of its market where it has any, else those of all markets. */
function comparable({ unit, market, price }: PriceClaim, book: PriceBook): readonly KnownOffer[] {
  const same = book.offers.filter(
    (offer) => offer.unit === unit && offer.currency === price.currency && offer.origin !== 'own',
  );
  const there = same.filter((offer) => offer.market === market);
  return there.length > 0 ? there : same;
}

function verdictAbove(
  rate: UnitRate,
  onWeb: boolean,
  inApp: boolean,
  app: readonly KnownOffer[],
): PriceVerdict {
  if (onWeb) return 'plausible-web';
  if (inApp) return 'plausible-app';
  return app.some((offer) => compare(rate, offer) < 0) ? 'between-web-and-app' : 'above-known';
}

/** Where only prices of the app are known: the web is cheaper by the store's share, so less proves nothing. */
function verdictByApp(rate: UnitRate, app: readonly KnownOffer[]): PriceVerdict {
  if (fits(rate, app)) return 'plausible-app';
  return app.length > 0 && app.every((offer) => compare(rate, offer) > 0)
    ? 'above-known'
    : 'unknown';
}

/** The lowest web price. Packages of a few cents are too rounded to tell. */
function floorOf(
  unit: UnitId,
  currency: CurrencyCode,
  web: readonly KnownOffer[],
): DatedRate | null {
  const precise = web.filter(({ minor }) => minor >= LEAST_MINOR);
  const rates: DatedRate[] = (precise.length > 0 ? precise : web).map((offer) => ({
    rate: offer,
    date: offer.date,
  }));
  const known = lowestSeen.filter((seen) => seen.unit === unit && seen.rate.currency === currency);
  return [...rates, ...known].reduce<DatedRate | null>(
    (least, each) => (least === null || compare(each.rate, least.rate) < 0 ? each : least),
    null,
  );
}

/** Whether a price is about that of one of the offers; a package of a few cents only tells for its own size. */
function fits(rate: UnitRate, offers: readonly KnownOffer[]): boolean {
  return offers.some(
    (offer) =>
      (offer.minor >= LEAST_MINOR || offer.units === rate.units) &&
      isNear(rate, offer, BELOW, ABOVE),
  );
}

/** Whether `rate` lies from `below` thousandths under `other` up to `above` thousandths over it. */
function isNear(rate: UnitRate, other: UnitRate, below: bigint, above: bigint): boolean {
  if (rate.currency !== other.currency) {
    return false;
  }
  const mine = BigInt(rate.minor) * BigInt(other.units) * 1000n;
  const theirs = BigInt(other.minor) * BigInt(rate.units);
  return mine >= theirs * (1000n - below) && mine <= theirs * (1000n + above);
}

function compare(a: UnitRate, b: UnitRate): number {
  const difference = BigInt(a.minor) * BigInt(b.units) - BigInt(b.minor) * BigInt(a.units);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** How far `rate` lies under `floor`, in thousandths of it; a fraction under it counts as one. */
function thousandthsUnder(rate: UnitRate, floor: UnitRate): bigint {
  const mine = BigInt(rate.minor) * BigInt(floor.units);
  const theirs = BigInt(floor.minor) * BigInt(rate.units);
  return mine >= theirs ? 0n : ((theirs - mine) * 1000n + theirs - 1n) / theirs;
}
