import type { ComponentChild } from 'preact';
import { currencyCodes } from '../../utils/core/currencies.ts';
import type {
  DashboardScreen,
  DashboardView,
  Done,
  PurchaseRow,
} from '../../utils/core/dashboard-views.ts';
import { currencyCode, parseMoney } from '../../utils/core/money.ts';
import type { OfferId, OwnOffer } from '../../utils/core/operation.ts';
import { ownPrice } from '../../utils/core/own-price.ts';
import { bestOffer, priceBook, unitPrice } from '../../utils/core/price-book.ts';
import { checkPrice } from '../../utils/core/price-check.ts';
import type { PackageOffer, PriceChoice } from '../../utils/core/price-list.ts';
import type { Purchase, PurchaseId } from '../../utils/core/purchase.ts';
import { dayOf } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { reportedWorth } from '../../utils/core/worth.ts';
import shippedFile from '../../utils/platforms/tiktok/packages.json' with { type: 'json' };
import { budgetScreens } from './budget-screens.tsx';
import { dataExamples } from './data-examples.tsx';
import { goalExamples } from './goal-examples.tsx';
import { guardSectionExamples } from './guard-section-examples.tsx';
import { ledgerExamples } from './ledger-examples.tsx';

import { ago, exampleGifts, money, now, zone } from './make.ts';
import { balanceOf, booking, offersLearned, purchaseRecorded } from './notice-examples.ts';
import { payoutExamples } from './payout-examples.tsx';
import { reportExamples } from './report-examples.tsx';
import { settingsStates } from './settings-examples.tsx';
import { streamExamples } from './stream-examples.tsx';
import { supportersExamples } from './supporters-examples.tsx';

/** One state of the dashboard. */
export interface DashboardExample {
  /** What the screens about costs show; null while they are read. */
  readonly view?: DashboardView | null;
  /** What any other screen draws, from plain data; null while it is read. */
  readonly content?: () => ComponentChild;
  readonly open: DashboardScreen;
  readonly done?: Done;
  readonly trouble?: string;
  readonly locale?: string;
  /** As it is printed instead of as it is on a screen. */
  readonly media?: 'print';
  readonly words?: 'english' | 'long' | 'right-to-left';
}

const DAY = 24 * 60;
/** What ships, as `utils/platforms/offers.ts` reads it; that one is for bundled code only. */
const shipped = shippedFile.packages.map(
  (each): PackageOffer => ({
    ...each,
    unit: 'tiktok:coin',
    channel: each.channel === 'app' ? 'app' : 'web',
    currency: currencyCode(each.currency),
    units: units(each.units),
    status: 'community',
  }),
);

let made = 0;

export function purchase(
  coins: number,
  paid: string,
  currency = 'USD',
  more: Partial<Purchase> = {},
): Purchase {
  made += 1;
  const code = currencyCode(currency);
  return {
    id: `purchase ${made}` as PurchaseId,
    unit: 'tiktok:coin',
    units: units(coins),
    price: { currency: code, minor: parseMoney(paid, code).amount / 10 ** 4 },
    channel: 'web',
    at: ago(19 * DAY),
    note: '',
    evidence: 'hand',
    orderId: '',
    ...more,
  };
}

const own: OwnOffer = {
  id: 'own offer' as OfferId,
  unit: 'tiktok:coin',
  market: 'US',
  channel: 'web',
  currency: currencyCode('USD'),
  units: units(17_500),
  minor: 18_100,
  at: ago(DAY),
};

/** A dashboard with these purchases, judged as the dashboard's own queries do. */
export function viewOf(
  purchases: readonly Purchase[],
  more: Partial<DashboardView> & {
    owned?: readonly OwnOffer[];
    books?: readonly PackageOffer[];
  } = {},
): DashboardView {
  const { owned = [], books = shipped, ...rest } = more;
  const book = priceBook({ shipped: books, learned: [], own: owned });
  const choice: PriceChoice | null =
    rest.choice === undefined ? { market: 'US', channel: 'web' } : rest.choice;
  const display = rest.display ?? currencyCode('USD');
  const row = (bought: Purchase): PurchaseRow => ({
    purchase: bought,
    perUnit: unitPrice({ ...bought.price, units: bought.units }),
    check:
      bought.price.minor === 0
        ? null
        : checkPrice({ ...bought, market: choice?.market ?? null, channel: null }, book),
  });
  return {
    now,
    unit: 'tiktok:coin',
    units: ['tiktok:coin'],
    display,
    displayChosen: false,
    currencies: currencyCodes,
    method: 'first-in-first-out',
    choice,
    purchases: purchases.map(row),
    left: { units: units(0), paid: [], unknown: units(0) },
    balance: null,
    bookings: [],
    notices: [],
    book,
    ownOffers: owned,
    listed: choice === null ? null : bestOffer(book, 'tiktok:coin', choice),
    own: ownPrice(purchases, 'tiktok:coin', {
      display,
      convert: () => null,
      dayOf: (at) => dayOf(at, zone),
    }),
    worth: reportedWorth('tiktok:coin'),
    gifts: exampleGifts,
    ...rest,
  };
}

const usual = viewOf(
  [
    purchase(350, '3.71', 'USD', { at: ago(DAY) }),
    purchase(7_000, '74.20', 'USD', { note: 'For Mira’s birthday stream', evidence: 'page' }),
    purchase(1_750, '15', 'USD', { channel: 'other', at: ago(40 * DAY) }),
    purchase(70, '0.99', 'USD', { channel: 'ios', at: ago(400 * DAY) }),
    purchase(100, '0', 'USD', { channel: 'other', note: 'gift card', at: ago(500 * DAY) }),
  ],
  {
    left: { units: units(4210), paid: [money('44.62')], unknown: units(0) },
    owned: [own],
    balance: balanceOf(4000, { bought: 9270, sent: 5060, accounts: 2 }),
    notices: [purchaseRecorded(), offersLearned(), purchaseRecorded({ seen: true, undone: true })],
  },
);

const empty = viewOf([]);

const hostile = 'evil\u202Egnp.exe \uD800 '.repeat(12);

const many = viewOf(
  Array.from({ length: 120 }, (_, index) =>
    purchase(70 + index * 350, String(1 + index * 3), index % 3 === 0 ? 'EUR' : 'USD', {
      at: ago(index * DAY * 3),
      channel: index % 2 === 0 ? 'ios' : 'android',
      note: index % 10 === 0 ? hostile : '',
    }),
  ),
  {
    left: {
      units: units(1_204_310),
      paid: [money('4421.55', 'EUR'), money('9120.31')],
      unknown: units(1200),
    },
    method: 'average',
    displayChosen: true,
    balance: balanceOf(1_204_310, { bought: 1_300_000, sent: 95_690 }),
    bookings: [booking('bought-elsewhere', 1200, hostile), booking('sent-elsewhere', 12)],
    notices: Array.from({ length: 9 }, (_, index) => purchaseRecorded({ seen: index > 0 })),
  },
);

const huge = viewOf(
  [
    purchase(100_000_000, '900719925.47', 'USD', {
      note: `${'Unbrokennote'.repeat(30)}`,
      channel: 'android',
    }),
    purchase(100_000_000, '1', 'USD'),
  ],
  {
    left: { units: units(900_719_925_474), paid: [money('900719925.47')], unknown: units(0) },
    balance: balanceOf(900_719_925_474, { bought: 0, sent: 900_719_925_474 }),
  },
);

/** A market of its own, with packages in a currency. */
function inCurrency(
  currency: string,
  market: string,
  tables: readonly (readonly [coins: number, price: string])[],
  worth = true,
): DashboardView {
  const code = currencyCode(currency);
  const minorOf = (text: string) => Number(parseMoney(text, code).amount / 10 ** 4);
  const books = (['web', 'app'] as const).flatMap((channel) =>
    tables.map(
      ([coins, price]): PackageOffer => ({
        unit: 'tiktok:coin',
        market,
        channel,
        currency: code,
        units: units(coins),
        minor: Math.round(minorOf(price) * (channel === 'app' ? 1.43 : 1)),
        status: 'community',
        date: '2026-06',
        source: 'copy of tiktok.com/coin',
      }),
    ),
  );
  const [first = [1, '1'], second = [1, '1']] = tables;
  return viewOf(
    [purchase(first[0], first[1], currency), purchase(second[0], second[1], currency)],
    {
      books,
      display: code,
      choice: { market, channel: 'web' },
      left: { units: units(first[0]), paid: [money(first[1], currency)], unknown: units(0) },
      ...(worth ? {} : { worth: null }),
    },
  );
}

const yen = inCurrency('JPY', 'JP', [
  [70, '110'],
  [7000, '10800'],
  [17_500, '26900'],
]);
const rupiah = inCurrency('IDR', 'ID', [
  [70, '17000'],
  [1400, '340000'],
  [17_500, '4250000'],
]);
const dinar = inCurrency(
  'KWD',
  'KW',
  [
    [70, '0.235'],
    [700, '2.310'],
    [17_500, '57.250'],
  ],
  false,
);

const kicks = viewOf([purchase(500, '5.45', 'USD', { unit: 'kick:kick' })], {
  unit: 'kick:kick',
  units: ['tiktok:coin', 'kick:kick', 'twitch:bit', 'youtube:jewel'],
  books: [
    {
      status: 'community',
      date: '',
      source: 'help.kick.com',
      unit: 'kick:kick',
      market: 'US',
      channel: 'web',
      currency: currencyCode('USD'),
      units: units(100),
      minor: 109,
    },
  ],
  left: { units: units(320), paid: [money('3.49')], unknown: units(0) },
  listed: null,
  worth: null,
  gifts: [],
});

const said = (what: Done['what'], trouble = ''): Done => ({ what, trouble, times: 1 });
const mixed = { words: 'long' as const, locale: 'de' };
const turned = { words: 'right-to-left' as const, locale: 'ar-EG' };
const nowhere = viewOf([], {
  books: [],
  choice: null,
  left: null,
  worth: null,
  gifts: [],
});

/** Every state of the dashboard, by name. */
export const dashboardExamples: Readonly<Record<string, DashboardExample>> = {
  ...ledgerExamples,
  ...streamExamples,
  ...supportersExamples,
  loading: { view: null, open: 'purchases' },
  unreadable: { view: null, open: 'purchases', trouble: 'DatabaseClosedError' },
  purchases: { view: usual, open: 'purchases', done: said('purchase-added') },
  'purchases-empty': { view: empty, open: 'purchases' },
  'purchases-many': { view: many, open: 'purchases', done: said('purchase-removed') },
  'purchases-huge': { view: huge, open: 'purchases', done: said('failed', 'QuotaExceededError') },
  'purchases-yen': { view: yen, open: 'purchases', locale: 'ja' },
  'purchases-rupiah': { view: rupiah, open: 'purchases', locale: 'id' },
  'purchases-dinar': { view: dinar, open: 'purchases', locale: 'en-GB' },
  'purchases-kicks': { view: kicks, open: 'purchases' },
  'purchases-long': { view: usual, open: 'purchases', done: said('undone'), ...mixed },
  'purchases-right-to-left': { view: usual, open: 'purchases', done: said('redone'), ...turned },
  prices: { view: usual, open: 'prices', done: said('offer-set') },
  'prices-none': { view: nowhere, open: 'prices' },
  'prices-rupiah': { view: rupiah, open: 'prices', locale: 'id' },
  'prices-dinar': { view: dinar, open: 'prices', locale: 'en-GB' },
  'prices-long': { view: usual, open: 'prices', ...mixed },
  'prices-right-to-left': { view: usual, open: 'prices', ...turned },
  value: { view: usual, open: 'value' },
  'value-nowhere': { view: nowhere, open: 'value' },
  'value-yen': { view: yen, open: 'value', locale: 'ja' },
  'value-dinar': { view: dinar, open: 'value', locale: 'en-GB' },
  'value-kicks': { view: kicks, open: 'value', ...mixed },
  'value-long': { view: usual, open: 'value', ...mixed },
  'value-right-to-left': { view: usual, open: 'value', ...turned },
  convert: { view: usual, open: 'convert' },
  'convert-nowhere': { view: nowhere, open: 'convert' },
  'convert-rupiah': { view: rupiah, open: 'convert', locale: 'id' },
  'convert-dinar': { view: dinar, open: 'convert', locale: 'en-GB' },
  'convert-long': { view: usual, open: 'convert', ...mixed },
  'convert-right-to-left': { view: usual, open: 'convert', ...turned },
  ...budgetScreens,
  ...guardSectionExamples,
  ...payoutExamples,
  ...goalExamples,
  ...reportExamples,
  safety: { view: usual, open: 'safety' },
  'safety-right-to-left': { view: usual, open: 'safety', ...turned },
  ...dataExamples,
  settings: { open: 'settings', content: settingsStates.first },
  'settings-fetched': {
    open: 'settings',
    content: settingsStates.fetched,
    done: said('worth-set'),
  },
  'settings-troubled': { open: 'settings', content: settingsStates.troubled, ...mixed },
  'settings-right-to-left': { open: 'settings', content: settingsStates.refused, ...turned },
};
