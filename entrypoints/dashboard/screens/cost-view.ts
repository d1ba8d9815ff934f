import { checkBalance } from '../../../utils/core/balance.ts';
import { currencyCodes } from '../../../utils/core/currencies.ts';
import type {
  BalanceView,
  DashboardView,
  LotsLeft,
  PurchaseRow,
} from '../../../utils/core/dashboard-views.ts';
import { type Lots, moneyLeft, unitsLeft } from '../../../utils/core/lots.ts';
import { unitOfNotice } from '../../../utils/core/notices.ts';
import { bestOffer, type PriceBook, unitPrice } from '../../../utils/core/price-book.ts';
import { checkPrice } from '../../../utils/core/price-check.ts';
import { firstChoice, type PriceChoice } from '../../../utils/core/price-list.ts';
import { listChannel, type Purchase } from '../../../utils/core/purchase.ts';
import { epochMs } from '../../../utils/core/time.ts';
import { platformOfUnit, type UnitId, unitIds, units } from '../../../utils/core/units.ts';
import type { WatchedSite } from '../../../utils/core/views.ts';
import { worthRates } from '../../../utils/core/worth.ts';
import { shippedOffers } from '../../../utils/platforms/offers.ts';
import { knownBalance } from '../../../utils/storage/balances.ts';
import { readBook, readOperated } from '../../../utils/storage/book.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { lotsNow } from '../../../utils/storage/lots-left.ts';
import { noticesOf } from '../../../utils/storage/notices.ts';
import { ownPriceIn } from '../../../utils/storage/own-price.ts';
import { personView } from '../../../utils/storage/queries.ts';
import { knownGifts } from '../../background/convert.ts';
import { costsUnder } from '../../background/prices.ts';
import type { DashboardAround } from '../around.ts';

/** Everything that the screens about costs show of one unit. */
export async function dashboardView(
  database: LedgerDatabase,
  unit: UnitId,
  sites: readonly WatchedSite[],
  { zone, settings }: DashboardAround,
): Promise<DashboardView> {
  const context = await costsUnder(database, settings, zone);
  const { purchases, ownOffers, ownWorths, payouts, adjustments } = await readOperated(database);
  const book = await readBook(database, [...shippedOffers().values()].flat());
  const lots = await lotsNow(database, unit, context);
  const choice = settings.price ?? firstChoice(book.offers, navigator.language);
  return {
    now: epochMs(Date.now()),
    unit,
    units: await unitsOf(database, unit, sites, [...purchases, ...adjustments, ...ownOffers]),
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
    balance: await balanceView(database, unit),
    bookings: adjustments.filter((booking) => booking.unit === unit).toReversed(),
    notices: (await noticesOf(database)).filter((notice) => unitOfNotice(notice) === unit),
    book,
    ownOffers,
    listed: choice === null ? null : bestOffer(book, unit, choice),
    own: ownPriceIn(context, purchases, unit),
    worth: worthRates(ownWorths, payouts)(unit),
    gifts: await knownGifts(database, platformOfUnit[unit]),
  };
}

/** The units of sites that are watched or were, of whatever the user bought or booked, and the one that is asked for. */
async function unitsOf(
  { accounts }: LedgerDatabase,
  asked: UnitId,
  sites: readonly WatchedSite[],
  known: readonly { readonly unit: UnitId }[],
): Promise<readonly UnitId[]> {
  const used = new Set((await accounts.toArray()).map(({ platform }) => platform));
  for (const { platform, allowed } of sites) if (allowed) used.add(platform);
  return unitIds.filter(
    (each) =>
      each === unitIds[0] ||
      each === asked ||
      used.has(platformOfUnit[each]) ||
      known.some(({ unit }) => unit === each),
  );
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

async function balanceView(database: LedgerDatabase, unit: UnitId): Promise<BalanceView | null> {
  const known = await knownBalance(database, unit);
  if (known === null) return null;
  const { facts, account, accounts } = known;
  return {
    shown: facts.shown,
    check: checkBalance(facts),
    account: await personView(database, platformOfUnit[unit], account),
    accounts,
  };
}
