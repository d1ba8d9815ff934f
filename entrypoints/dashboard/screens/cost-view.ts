import { currencyCodes } from '../../../utils/core/currencies.ts';
import type {
  DashboardView,
  GiftPrice,
  LotsLeft,
  PurchaseRow,
  WorthView,
} from '../../../utils/core/dashboard-views.ts';
import { type Lots, moneyLeft, unitsLeft } from '../../../utils/core/lots.ts';
import { ownPrice } from '../../../utils/core/own-price.ts';
import { bestOffer, type PriceBook, unitPrice } from '../../../utils/core/price-book.ts';
import { checkPrice } from '../../../utils/core/price-check.ts';
import { firstChoice, type PriceChoice } from '../../../utils/core/price-list.ts';
import { listChannel, type Purchase } from '../../../utils/core/purchase.ts';
import { dayOf, epochMs } from '../../../utils/core/time.ts';
import { type UnitId, units } from '../../../utils/core/units.ts';
import { worthRateOf } from '../../../utils/core/worth.ts';
import { catalogueGifts } from '../../../utils/platforms/catalogues.ts';
import { shippedOffers } from '../../../utils/platforms/offers.ts';
import { readBook, readOperated } from '../../../utils/storage/book.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { lotsNow } from '../../../utils/storage/lots-left.ts';
import { costsUnder } from '../../background/prices.ts';
import type { DashboardAround } from '../around.ts';

/** Everything that the screens about costs show of one unit. */
export async function dashboardView(
  database: LedgerDatabase,
  unit: UnitId,
  { zone, settings }: DashboardAround,
): Promise<DashboardView> {
  const context = await costsUnder(database, settings, zone);
  const { purchases, ownOffers } = await readOperated(database);
  const book = await readBook(database, [...shippedOffers().values()].flat());
  const lots = await lotsNow(database, unit, context);
  const choice = settings.price ?? firstChoice(book.offers, navigator.language);
  return {
    now: epochMs(Date.now()),
    unit,
    display: context.display,
    displayChosen: Boolean(settings.display),
    currencies: currencyCodes,
    method: context.method,
    choice,
    purchases: purchases
      .filter((purchase) => purchase.unit === unit)
      .map((purchase) => purchaseRow(purchase, choice, book))
      .reverse(),
    left: lots === null ? null : lotsLeft(lots),
    book,
    ownOffers,
    listed: choice === null ? null : bestOffer(book, unit, choice),
    own: ownPrice(purchases, unit, { ...context, dayOf: (at) => dayOf(at, zone) }),
    worth: worthView(unit),
    gifts: await giftPrices(database),
  };
}

function purchaseRow(purchase: Purchase, choice: PriceChoice | null, book: PriceBook): PurchaseRow {
  const { unit, units: bought, price, channel } = purchase;
  const claim = {
    unit,
    units: bought,
    price,
    market: choice?.market ?? null,
    channel: listChannel(channel),
  };
  return {
    purchase,
    perUnit: unitPrice({ ...price, units: bought }),
    check: price.minor === 0 ? null : checkPrice(claim, book),
  };
}

function lotsLeft(lots: Lots): LotsLeft {
  const unknown = lots.lots
    .filter(({ currency }) => currency === null)
    .reduce((sum, lot) => sum + lot.units - lot.drawn, 0);
  return {
    units: unitsLeft(lots),
    paid: [...moneyLeft(lots).values()].filter(({ amount }) => amount > 0),
    unknown: units(unknown),
  };
}

function worthView(unit: UnitId): WorthView | null {
  const worth = worthRateOf(unit);
  return worth === null
    ? null
    : { range: { least: worth.rate, most: worth.rate }, date: worth.date };
}

/** Gifts with names and prices: what the pages showed here wins over the shipped catalogue. */
async function giftPrices({ gifts }: LedgerDatabase): Promise<readonly GiftPrice[]> {
  const known = new Map<string, GiftPrice>(
    catalogueGifts().map(({ platform, id, name, price }) => [
      `${platform}:${id}`,
      { id: `${platform}:${id}`, name, units: price },
    ]),
  );
  await gifts.each(({ platform, id, name, price }) => {
    const key = `${platform}:${id}`;
    const before = known.get(key);
    const cost = price ?? before?.units;
    if (cost !== undefined)
      known.set(key, { id: key, name: name || (before?.name ?? ''), units: cost });
  });
  return [...known.values()].filter(({ name }) => name !== '');
}
