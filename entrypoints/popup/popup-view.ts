import { costOf } from '../../utils/core/money.ts';
import { choicesOf, type Offered, offerPrice, rateOf } from '../../utils/core/price-list.ts';
import { sumOf } from '../../utils/core/summing.ts';
import { dayOf, epochMs, monthOf, type TimeZone } from '../../utils/core/time.ts';
import { trustedNow, wake } from '../../utils/core/trusted-time.ts';
import { isOwnUnit, type UnitId, unitIds, units } from '../../utils/core/units.ts';
import type {
  HiddenOverlay,
  PopupView,
  PriceView,
  SiteStatus,
  Sum,
  WatchedSite,
} from '../../utils/core/views.ts';
import { worthRates } from '../../utils/core/worth.ts';
import {
  carrierOf,
  carrierSeen,
  isOptional,
  mustReload,
  siteOf,
} from '../../utils/platforms/sites.ts';
import { selvesOf } from '../../utils/storage/accounts.ts';
import { costedIn, readOperated } from '../../utils/storage/book.ts';
import { budgetViews } from '../../utils/storage/budget-views.ts';
import { costContext } from '../../utils/storage/cost-context.ts';
import type { LedgerDatabase, StoredPage, StoredSession } from '../../utils/storage/database.ts';
import { sessionOf } from '../../utils/storage/overlay-view.ts';
import { ownPriceIn } from '../../utils/storage/own-price.ts';
import { pricedBy } from '../../utils/storage/prices.ts';
import {
  firstEntryAt,
  lastEntries,
  monthTotals,
  personView,
  sessionTotalsOf,
  topCreators,
} from '../../utils/storage/queries.ts';
import { receivedSide } from '../../utils/storage/received-side.ts';
import { overlayMemory, type Settings } from '../../utils/storage/settings.ts';
import { readTrustedTime } from '../../utils/storage/trusted-time.ts';
import { wholePage } from '../../utils/storage/whole-page.ts';
import { knownPrices } from '../background/prices.ts';
import type { ActiveTab } from './active-tab.ts';

const LISTED = 5;

/** What the popup knows from elsewhere than the ledger; read before, since live queries follow only the ledger. */
export interface PopupAround {
  readonly tab: ActiveTab;
  readonly zone: TimeZone;
  readonly settings: Settings;
  readonly trouble: string;
  /** The optional sites, with whether each may be looked at now. */
  readonly sites: readonly WatchedSite[];
}

/** What the popup shows while the ledger cannot be read: nothing but the trouble. */
export function unreadableView(
  { tab, zone, settings, sites }: PopupAround,
  trouble: string,
): PopupView {
  const now = epochMs(Date.now());
  const nothing = sumOf([], null);
  const site = tab.url === null ? null : siteOf(tab.url);
  return {
    status: site === null ? { kind: 'other-page' } : { kind: 'no-stream', platform: site.id },
    session: null,
    now,
    month: monthOf(dayOf(now, zone)),
    sent: { month: nothing, stream: null, last: [], creators: [], since: null },
    received: {
      of: null,
      month: nothing,
      monthWorth: null,
      session: null,
      sessionWorth: null,
      gifters: 0,
      last: [],
    },
    unit: site?.unit ?? unitIds[0],
    budgets: null,
    price: null,
    own: null,
    worthRate: null,
    choices: [],
    tags: settings.tags,
    health: [],
    sites,
    hiddenOverlay: null,
    trouble,
  };
}

/** Everything that the popup shows, for the tab that it was opened over. Reads totals; never counts entries. */
export async function popupView(
  database: LedgerDatabase,
  { tab, zone, settings, trouble, sites }: PopupAround,
): Promise<PopupView> {
  const known = await knownPrices(database);
  const { offers } = known;
  const priced = pricedBy(offers, settings.price, navigator.language);
  const costs = costContext(known, settings, navigator.language, zone);
  // For a moment after the user chose another currency, stored costs are still in the one before.
  const display = (await costedIn(database)) ?? costs.display;
  const { purchases, ownWorths, payouts } = await readOperated(database);
  const worths = worthRates(ownWorths, payouts);
  const now = epochMs(Date.now());
  const month = monthOf(dayOf(now, zone));
  const pages =
    tab.id === undefined ? [] : await database.pages.where('tab').equals(tab.id).toArray();
  const page = wholePage(pages);
  const session = await sessionOf(database, page?.session ?? '');
  const self = session === null ? undefined : (await selvesOf(database)).get(session.platform);
  const own = session !== null && session.creator !== '' && self?.accounts.has(session.creator);
  const { sent, received } = await monthTotals(database, month);
  const sentMonth = sumOf(sent, display);
  const unit = spokenUnit(tab, sentMonth);
  const trusted = wake(await readTrustedTime(database, now), now);
  const budgets = { ...costs, display, now: trustedNow(trusted) };
  return {
    budgets: {
      budgets: await budgetViews(database, budgets, trusted, own ? '' : (session?.id ?? '')),
      display,
      today: dayOf(budgets.now, zone),
    },
    status: await siteStatus(database, tab, page, sites),
    session: session?.id ?? null,
    now,
    month,
    sent: {
      month: sentMonth,
      stream:
        session === null || own
          ? null
          : sumOf(await sessionTotalsOf(database, session.id, 'sent'), display),
      last: await lastEntries(database, 'sent', LISTED),
      creators: await topCreators(database, sent, display, LISTED),
      since: await firstEntryAt(database, 'sent'),
    },
    received: await receivedSide(database, session, received, worths, LISTED),
    unit,
    price: priceView(priced.get(unit)),
    own: ownPriceIn(costs, purchases, unit),
    worthRate: worths(unit),
    choices: choicesOf(offers.get(unit) ?? []),
    tags: settings.tags,
    sites,
    health: pages.map(({ platform, health }) => ({
      platform,
      ...health,
      carried: carrierSeen(platform, health),
    })),
    hiddenOverlay: hiddenOverlay(tab, session, settings),
    trouble,
  };
}

async function siteStatus(
  database: LedgerDatabase,
  { url }: ActiveTab,
  page: StoredPage | undefined,
  sites: readonly WatchedSite[],
): Promise<SiteStatus> {
  const notAllowed = sites.filter(({ allowed }) => !allowed);
  const forbidden =
    notAllowed.find(({ platform }) => platform === page?.platform) ??
    // Without the site of the installation nothing is seen anywhere, until the user gives it back.
    notAllowed.find(({ platform }) => !isOptional(platform));
  // The browser does not tell the address of such a tab any more.
  if (url === null && forbidden !== undefined) {
    return { kind: 'no-permission', platform: forbidden.platform };
  }
  const platform = url === null ? undefined : siteOf(url)?.id;
  if (platform === undefined) return { kind: 'other-page' };
  if (page === undefined) return { kind: 'needs-reload', platform };
  const { health, late, onStream } = page;
  if (onStream && mustReload(platform, late, health)) return { kind: 'needs-reload', platform };
  const carrier = carrierOf(platform);
  if (carrier === 'page' && (health.refused['bad-page'] ?? 0) > 0) {
    return { kind: 'unknown-page', platform };
  }
  const self = (await selvesOf(database)).get(platform);
  const loggedIn = self !== undefined && self.accounts.size > 0 && !self.loggedOut;
  const session = await sessionOf(database, page.session);
  // A page that is read for what stands on it may show gifts without a stream.
  if (session === null && carrier !== 'page') return { kind: 'no-stream', platform };
  if (session === null && self?.loggedOut !== true && !onStream) {
    return { kind: 'no-chat', platform, carrier };
  }
  if (!carrierSeen(platform, health)) return { kind: 'no-chat', platform, carrier };
  const creator = session === null ? null : await personView(database, platform, session.creator);
  return { kind: 'watching', platform, creator, loggedIn, inStream: session !== null };
}

function hiddenOverlay(
  { url }: ActiveTab,
  session: StoredSession | null,
  settings: Settings,
): HiddenOverlay | null {
  const platform = url === null ? undefined : siteOf(url)?.id;
  if (platform === undefined) return null;
  const room = session?.room ?? '';
  const { hidden, hiddenRooms } = overlayMemory(settings, platform);
  return hidden || hiddenRooms.includes(room) ? { platform, room } : null;
}

/** A listed offer as screens take prices. */
export function priceView(offer: Offered | undefined): PriceView | null {
  if (offer === undefined) {
    return null;
  }
  const { unit, market, channel, date, source } = offer;
  return {
    unit,
    price: offerPrice(offer),
    units: offer.units,
    perUnit: costOf(units(1), rateOf(offer)),
    basis: 'listed',
    market,
    channel,
    date,
    sourceHost: source,
  };
}

/** The unit that prices are told of: that of the site in the tab, else the first that was spent. */
function spokenUnit({ url }: ActiveTab, { amounts }: Sum): UnitId {
  const site = url === null ? null : siteOf(url);
  const spent = amounts.map(({ unit }) => unit).find(isOwnUnit);
  return site?.unit ?? spent ?? unitIds[0];
}
