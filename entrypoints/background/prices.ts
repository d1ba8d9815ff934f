import { shippedOffers } from '../../utils/platforms/offers.ts';
import { pricedBy, ratesOf } from '../../utils/storage/prices.ts';
import type { Rates } from '../../utils/storage/queries.ts';
import { readSettings } from '../../utils/storage/settings.ts';

/** The rates that the user's choice of market and channel gives, or their locale where they chose none. */
export async function currentRates(): Promise<Rates> {
  const { price } = await readSettings();
  return ratesOf(pricedBy(shippedOffers(), price, navigator.language));
}
