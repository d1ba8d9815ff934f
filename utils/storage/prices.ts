import type { UnitRate } from '../core/money.ts';
import type { OfferOrigin } from '../core/price-book.ts';
import type { Offered, PriceChoice } from '../core/price-list.ts';
import { firstChoice, listedOffer, rateOf } from '../core/price-list.ts';
import type { UnitId } from '../core/units.ts';

/** An offer, with whose word it is where that is known. */
type Told = Offered & { readonly origin?: OfferOrigin };

/** Offers by the unit that they sell. */
export type Offers = ReadonlyMap<UnitId, readonly Told[]>;

/**
 * The offer that each unit is priced by: in the chosen market and channel, else where a shop page was seen last, else in
 * those of the locale. A unit that is not offered where the user chose to buy has no price: another market's would be a
 * guess.
 */
export function pricedBy(
  offers: Offers,
  choice: PriceChoice | null,
  locale: string,
): ReadonlyMap<UnitId, Offered> {
  const priced = new Map<UnitId, Offered>();
  for (const [unit, list] of offers) {
    const used = choice ?? shownLast(list) ?? firstChoice(list, locale);
    const offer = used === null ? null : listedOffer(list, used);
    if (offer !== null) priced.set(unit, offer);
  }
  return priced;
}

/** Where the user buys, as far as shop pages tell. */
function shownLast(offers: readonly Told[]): PriceChoice | null {
  return offers
    .filter(({ origin }) => origin === 'learned')
    .reduce<Offered | null>(
      (last, offer) => (last === null || offer.date > last.date ? offer : last),
      null,
    );
}

/** Rates to turn units into money with, by unit. */
export type Rates = ReadonlyMap<UnitId, UnitRate>;

/** The rates of those offers. */
export function ratesOf(priced: ReadonlyMap<UnitId, Offered>): Rates {
  return new Map([...priced].map(([unit, offer]) => [unit, rateOf(offer)]));
}
