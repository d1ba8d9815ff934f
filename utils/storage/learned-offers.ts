import type { OffersSeen } from '../core/gift-event.ts';
import type { PackageOffer } from '../core/price-list.ts';
import { epochMs } from '../core/time.ts';
import type { LearnedOffers, LedgerDatabase } from './database.ts';

/** Tables of one market that are kept: enough to take back a few changes. */
const MOST_TABLES = 12;

/**
 * Learns the table that a shop page shows. Gives it where it is another one than the page showed last; the same table
 * seen again only becomes newer, also one that the user took back. Runs in a transaction of the caller's.
 */
export async function learnOffers(
  { learnedOffers }: LedgerDatabase,
  event: OffersSeen,
  source: string,
): Promise<LearnedOffers | null> {
  const { unit, market, currency, packages, at } = event;
  const tables = (await learnedOffers.toArray())
    .filter((table) => table.unit === unit && table.market === market)
    .sort((a, b) => b.lastAt - a.lastAt);
  const [last] = tables;
  if (last !== undefined && contentOf(last) === contentOf(event)) {
    if (at > last.lastAt) await learnedOffers.put({ ...last, lastAt: at });
    return null;
  }
  if (last !== undefined && at <= last.lastAt) {
    return null;
  }
  const table: LearnedOffers = {
    id: crypto.randomUUID(),
    unit,
    market,
    currency,
    packages,
    at,
    lastAt: at,
    source,
    refused: false,
  };
  await learnedOffers.put(table);
  await learnedOffers.bulkDelete(tables.slice(MOST_TABLES - 1).map(({ id }) => id));
  return table;
}

function contentOf({ currency, packages }: Pick<LearnedOffers, 'currency' | 'packages'>): string {
  return JSON.stringify([currency, packages.map(({ units, minor }) => [units, minor])]);
}

/** The packages that hold by what shop pages showed: of each market's tables the newest that was not taken back. */
export async function learnedPackages({
  learnedOffers,
}: LedgerDatabase): Promise<readonly PackageOffer[]> {
  const tables = (await learnedOffers.toArray()).filter(({ refused }) => !refused);
  const byMarket = Map.groupBy(tables, ({ unit, market }) => `${unit} ${market}`);
  return [...byMarket.values()].flatMap((ofMarket) => {
    const newest = ofMarket.reduce((a, b) => (b.lastAt > a.lastAt ? b : a));
    const { unit, market, currency, packages, lastAt, source } = newest;
    const date = new Date(epochMs(lastAt)).toISOString().slice(0, 10);
    return packages.map(
      ({ units, minor }): PackageOffer => ({
        unit,
        market,
        channel: 'web',
        currency,
        units,
        minor,
        status: 'official',
        date,
        source,
      }),
    );
  });
}
