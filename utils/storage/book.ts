import type { CurrencyCode } from '../core/ids.ts';
import { currencyCode } from '../core/money.ts';
import { foldOperations, type Operated } from '../core/operation.ts';
import { bestOffer, type PriceBook, priceBook } from '../core/price-book.ts';
import type { LedgerDatabase } from './database.ts';
import { learnedPackages } from './learned-offers.ts';
import type { Offers } from './prices.ts';

/** What the user did, as it stands. */
export async function readOperated({ operations }: LedgerDatabase): Promise<Operated> {
  return foldOperations(await operations.toArray());
}

/** The price book: what ships, what shop pages showed, which wins over it, and the user's own prices, which win. */
export async function readBook(
  database: LedgerDatabase,
  shipped: Parameters<typeof priceBook>[0]['shipped'],
): Promise<PriceBook> {
  const { ownOffers } = await readOperated(database);
  return priceBook({ shipped, learned: await learnedPackages(database), own: ownOffers });
}

/** For each unit, market and channel the one offer of a book that prices are worked out from. */
export function pricingOffers(book: PriceBook): Offers {
  const units = Map.groupBy(book.offers, ({ unit }) => unit);
  return new Map(
    [...units].map(([unit, offers]) => [
      unit,
      offers.filter((offer) => offer === bestOffer(book, unit, offer)),
    ]),
  );
}

/**
 * The currency that stored costs are in: the first part of the key that they were worked out under. For a moment after
 * the user chose another it differs from the choice. Null before anything was worked out.
 */
export async function costedIn({ facts }: LedgerDatabase): Promise<CurrencyCode | null> {
  const key = (await facts.get('costs'))?.value ?? '';
  const code = /^\["([A-Z]{3})"/.exec(key)?.[1];
  return code === undefined ? null : currencyCode(code);
}
