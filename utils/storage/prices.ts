import type { PackageOffer, PriceChoice } from '../core/price-list.ts';
import { firstChoice, listedOffer, rateOf } from '../core/price-list.ts';
import type { UnitId } from '../core/units.ts';
import type { Rates } from './queries.ts';

/** Offers by the unit that they sell. */
export type Offers = ReadonlyMap<UnitId, readonly PackageOffer[]>;

/** The offer that each unit is priced by: in the chosen market and channel, else in those of the locale. */
export function pricedBy(
  offers: Offers,
  choice: PriceChoice | null,
  locale: string,
): ReadonlyMap<UnitId, PackageOffer> {
  const priced = new Map<UnitId, PackageOffer>();
  for (const [unit, list] of offers) {
    const used = choice ?? firstChoice(list, locale);
    const offer = used === null ? null : listedOffer(list, used);
    if (offer !== null) priced.set(unit, offer);
  }
  return priced;
}

/** The rates of those offers. */
export function ratesOf(priced: ReadonlyMap<UnitId, PackageOffer>): Rates {
  return new Map([...priced].map(([unit, offer]) => [unit, rateOf(offer)]));
}
