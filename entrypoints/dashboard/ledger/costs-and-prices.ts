import type { CurrencyCode } from '../../../utils/core/ids.ts';
import { shippedOffers } from '../../../utils/platforms/offers.ts';
import { costedIn, pricingOffers, readBook } from '../../../utils/storage/book.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { pricedBy } from '../../../utils/storage/prices.ts';
import type { StoryContext } from '../../../utils/storage/story.ts';
import { costsUnder } from '../../background/prices.ts';
import type { DashboardAround } from '../around.ts';

/** What costs are worked out under, the offers that price what was not bought, and the currency that costs are in. */
export async function costsAndPrices(
  database: LedgerDatabase,
  { zone, settings }: DashboardAround,
): Promise<StoryContext & { readonly display: CurrencyCode }> {
  const costs = await costsUnder(database, settings, zone);
  const book = await readBook(database, [...shippedOffers().values()].flat());
  return {
    costs,
    priced: pricedBy(pricingOffers(book), settings.price, navigator.language),
    // For a moment after the user chose another currency, stored costs are still in the one before.
    display: (await costedIn(database)) ?? costs.display,
  };
}
