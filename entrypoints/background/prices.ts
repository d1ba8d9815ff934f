import type { UnitRate } from '../../utils/core/money.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { onMessage } from '../../utils/messaging/protocol.ts';
import { shippedOffers } from '../../utils/platforms/offers.ts';
import { pricingOffers, readBook, readOperated } from '../../utils/storage/book.ts';
import { costContext, type KnownPrices } from '../../utils/storage/cost-context.ts';
import type { CostContext } from '../../utils/storage/costs.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { readRates } from '../../utils/storage/exchange-rates.ts';
import { recost } from '../../utils/storage/operations.ts';
import { ownPriceIn } from '../../utils/storage/own-price.ts';
import { ledgerZone, readSettings, type Settings } from '../../utils/storage/settings.ts';
import { ownPage } from './sender.ts';

/** What costs are worked out under now: the user's choices, the price book with their own prices, exchange rates. */
export async function currentCosts(database: LedgerDatabase): Promise<CostContext> {
  const zone = await ledgerZone();
  const settings = await readSettings();
  return costsUnder(database, settings, zone);
}

/** The same for settings and zone read before: reads nothing but the ledger, as live queries need it. */
export async function costsUnder(
  database: LedgerDatabase,
  settings: Settings,
  zone: CostContext['zone'],
): Promise<CostContext> {
  return costContext(await knownPrices(database), settings, navigator.language, zone);
}

/** What the ledger knows of prices and exchange rates, with what ships. Reads nothing else. */
export async function knownPrices(database: LedgerDatabase): Promise<KnownPrices> {
  const book = await readBook(database, [...shippedOffers().values()].flat());
  return { offers: pricingOffers(book), rates: await readRates(database) };
}

/**
 * What the user pays for a unit: on average over their own purchases where there are any, else the listed price; null
 * where neither is known.
 */
export async function userRate(database: LedgerDatabase, unit: UnitId): Promise<UnitRate | null> {
  const context = await currentCosts(database);
  const { purchases } = await readOperated(database);
  return ownPriceIn(context, purchases, unit)?.rate ?? context.listed(unit);
}

/** Works costs out anew where prices, the currency or the way of matching changed since they were. */
export async function keepCostsCurrent(database: LedgerDatabase): Promise<void> {
  const context = await currentCosts(database);
  const known = (await database.facts.get('costs'))?.value;
  if (known !== undefined && known !== context.key) {
    await recost(database, context);
  }
}

/** Calls back whenever one of the extension's own pages says that the user changed something. */
export function answerChanges(onChanged: () => Promise<void>): void {
  onMessage('ledgerChanged', ({ sender }) => {
    ownPage(sender);
    void onChanged();
  });
}
