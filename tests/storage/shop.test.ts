import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkBalance } from '../../utils/core/balance.ts';
import type {
  CaptureEvent,
  OffersSeen,
  OrderSeen,
  PurchaseSeen,
  ShopEvent,
} from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { unitsLeft } from '../../utils/core/lots.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { type AdjustmentId, foldOperations } from '../../utils/core/operation.ts';
import type { PackageOffer } from '../../utils/core/price-list.ts';
import { type EpochMs, epochMs, timeZone } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { balanceHistory, knownBalance } from '../../utils/storage/balances.ts';
import { pricingOffers, readBook } from '../../utils/storage/book.ts';
import { costContext } from '../../utils/storage/cost-context.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { lotsNow } from '../../utils/storage/lots-left.ts';
import { noticesOf, redoNotice, undoNotice } from '../../utils/storage/notices.ts';
import { operate } from '../../utils/storage/operations.ts';
import { forgetOrders } from '../../utils/storage/orders.ts';
import { recordShop } from '../../utils/storage/shop.ts';
import { recount } from '../../utils/storage/totals.ts';
import { account, sighting, start } from '../core/sightings.ts';

const usd = currencyCode('USD');
const coin = 'tiktok:coin' as const;
const now = epochMs(start + 86_400_000);
const minute = (count: number): EpochMs => epochMs(start + count * 60_000);

/** A cent a coin, shipped for the United States. */
const shipped: PackageOffer[] = [
  {
    unit: coin,
    market: 'US',
    channel: 'web',
    currency: usd,
    units: units(100),
    minor: 100,
    status: 'community',
    date: '2024',
    source: 'a guide',
  },
];

const loggedIn: CaptureEvent = {
  type: 'account',
  platform: 'tiktok',
  me: { id: account('11'), handle: 'kai.watches', name: 'Kai' },
};

let database: LedgerDatabase;
let databases = 0;

function freshDatabase(): void {
  databases += 1;
  database = new LedgerDatabase(`shop-${databases}`);
}

beforeEach(freshDatabase);

const settings = { price: null, zone: null, overlays: {}, tags: true, rates: 'shipped' } as const;
const costs = async () =>
  costContext(
    {
      offers: pricingOffers(await readBook(database, shipped)),
      rates: { book: { days: [], pegs: [] }, key: '' },
    },
    settings,
    'en-US',
    timeZone('UTC'),
  );
const operating = async () => ({ ...(await costs()), now });

const shop = (events: readonly ShopEvent[], tab = 1) =>
  recordShop(database, events, { tab, now, source: 'tiktok.com', costs });

const send = async (id: number, coins: number, after: number, zone = timeZone('UTC')) =>
  recordEvents(
    database,
    [
      loggedIn,
      sighting({
        key: `tiktok:gift:7001:${id}` as EntryId,
        at: minute(after),
        unitPrice: units(coins),
        added: null,
        ended: true,
      }),
    ],
    { ...(await operating()), zone, cataloguePrice: () => null },
  );

const offers = (minor: number, at: EpochMs, market = 'US'): OffersSeen => ({
  type: 'offers',
  platform: 'tiktok',
  unit: coin,
  market,
  currency: usd,
  packages: [{ units: units(100), minor }],
  at,
});

const order = (coins: number, minor: number, at: EpochMs): OrderSeen => ({
  type: 'order',
  platform: 'tiktok',
  unit: coin,
  units: units(coins),
  price: { currency: usd, minor },
  at,
});

const paid = (orderId: string, at: EpochMs): PurchaseSeen => ({
  type: 'purchase',
  platform: 'tiktok',
  unit: coin,
  orderId,
  at,
});

const purchases = async () =>
  foldOperations(await database.operations.toArray()).purchases.map(
    ({ id, units: bought, price }) => `${id} ${bought} ${price.currency} ${price.minor}`,
  );

/** Cents of the entries, earliest first, by how they are known. */
async function cents() {
  const entries = await database.entries.toArray();
  entries.sort((a, b) => a.at - b.at);
  return entries.map(({ cost }) => [(cost?.paid ?? 0) / 10_000, (cost?.listed ?? 0) / 10_000]);
}

async function totals() {
  const { dayTotals, sessionTotals, gifterTotals } = database;
  return [await dayTotals.toArray(), await sessionTotals.toArray(), await gifterTotals.toArray()];
}

async function expectTotalsToEqualRecount(): Promise<void> {
  const stored = await totals();
  await recount(database);
  expect(await totals()).toEqual(stored);
}

describe('prices that a coin page shows', () => {
  it('win over what ships, and costs follow', async () => {
    await send(1, 10, 1);
    expect(await cents()).toEqual([[0, 10]]);
    await shop([offers(200, minute(2))]);
    expect(await cents()).toEqual([[0, 20]]);
    await expectTotalsToEqualRecount();
  });

  it('lose against the user’s own', async () => {
    await shop([offers(200, minute(2))]);
    await operate(
      database,
      {
        type: 'offer-set',
        offer: {
          id: 'mine' as never,
          unit: coin,
          market: 'US',
          channel: 'web',
          currency: usd,
          units: units(100),
          minor: 300,
          at: minute(3),
        },
      },
      await operating(),
    );
    await shop([offers(250, minute(4))]);
    expect((await costs()).listed(coin)).toMatchObject({ minor: 300 });
  });

  it('say where the user buys, until they choose', async () => {
    await shop([offers(500, minute(2), 'BR')]);
    expect((await costs()).listed(coin)).toMatchObject({ minor: 500 });
  });

  it('are told of once, and again when they change', async () => {
    await shop([offers(200, minute(2))]);
    await shop([offers(200, minute(3)), offers(200, minute(4))]);
    expect(await noticesOf(database)).toHaveLength(1);
    await shop([offers(210, minute(5))]);
    await shop([offers(200, minute(3))]);
    expect(await noticesOf(database)).toMatchObject([
      { undone: false, about: { type: 'offers', offers: { packages: [{ minor: 210 }] } } },
      { about: { offers: { packages: [{ minor: 200 }] } } },
    ]);
  });

  it('taken back, do not hold until the page shows others; the ones before do', async () => {
    await send(1, 10, 1);
    await shop([offers(200, minute(2))]);
    await shop([offers(300, minute(3))]);
    const [latest] = await noticesOf(database);
    await undoNotice(database, latest?.id ?? '', operating);
    expect(await cents()).toEqual([[0, 20]]);
    await shop([offers(300, minute(4))]);
    expect(await cents()).toEqual([[0, 20]]);
    expect((await noticesOf(database))[0]).toMatchObject({ undone: true, seen: true });
    await redoNotice(database, latest?.id ?? '', operating);
    expect(await cents()).toEqual([[0, 30]]);
    await undoNotice(database, latest?.id ?? '', operating);
    await shop([offers(400, minute(5))]);
    expect(await cents()).toEqual([[0, 40]]);
    await expectTotalsToEqualRecount();
  });
});

describe('a purchase on a coin page', () => {
  it('changes what the next gift costs', async () => {
    await shop([order(100, 500, minute(1)), paid('77', minute(2))]);
    await send(1, 10, 3);
    expect(await cents()).toEqual([[50, 0]]);
    expect(await purchases()).toEqual(['tiktok:order:77 100 USD 500']);
    await expectTotalsToEqualRecount();
  });

  it('is recorded once, however often and in whichever tab its end is seen', async () => {
    await shop([order(100, 500, minute(1))]);
    await shop([paid('77', minute(2))]);
    await shop([paid('77', minute(3)), paid('77', minute(4))]);
    await shop([order(50, 900, minute(5)), paid('77', minute(6))], 2);
    expect(await purchases()).toEqual(['tiktok:order:77 100 USD 500']);
    expect(await noticesOf(database)).toHaveLength(1);
  });

  it('is one of two when two devices saw it', async () => {
    await shop([order(100, 500, minute(1)), paid('77', minute(2))]);
    const here = await database.operations.toArray();
    freshDatabase();
    await shop([order(100, 500, minute(1)), paid('77', minute(3))]);
    const there = await database.operations.toArray();
    expect(foldOperations([...here, ...there]).purchases).toHaveLength(1);
    expect(new Set([...here, ...there].map(({ id }) => id)).size).toBe(1);
  });

  it('taken back, does not come again when the page is seen again', async () => {
    await send(1, 10, 5);
    await shop([order(100, 500, minute(1)), paid('77', minute(2))]);
    expect(await cents()).toEqual([[50, 0]]);
    const [notice] = await noticesOf(database);
    await undoNotice(database, notice?.id ?? '', operating);
    await shop([order(100, 500, minute(7)), paid('77', minute(8))]);
    expect(await purchases()).toEqual([]);
    expect(await cents()).toEqual([[0, 10]]);
    expect(await noticesOf(database)).toMatchObject([{ undone: true }]);
    await redoNotice(database, notice?.id ?? '', operating);
    expect(await cents()).toEqual([[50, 0]]);
    await expectTotalsToEqualRecount();
  });

  it('corrected since, is taken back and brought back as corrected; removed by hand, it is brought back too', async () => {
    await send(1, 10, 5);
    await shop([order(100, 500, minute(1)), paid('77', minute(2))]);
    const [notice] = await noticesOf(database);
    const [recorded] = foldOperations(await database.operations.toArray()).purchases;
    if (notice === undefined || recorded === undefined) throw new Error('nothing recorded');
    const purchase = { ...recorded, price: { currency: usd, minor: 800 } };
    await operate(database, { type: 'purchase-set', purchase }, await operating());
    await undoNotice(database, notice.id, operating);
    expect(await cents()).toEqual([[0, 10]]);
    await redoNotice(database, notice.id, operating);
    expect(await cents()).toEqual([[80, 0]]);
    const removed = { type: 'purchase-removed', purchase: purchase.id } as const;
    await operate(database, removed, await operating());
    expect(await noticesOf(database)).toMatchObject([{ undone: true }]);
    await redoNotice(database, notice.id, operating);
    expect(await noticesOf(database)).toMatchObject([{ undone: false }]);
    expect(await cents()).toEqual([[80, 0]]);
  });

  it('removed by the user, does not come again either', async () => {
    await shop([order(100, 500, minute(1)), paid('77', minute(2))]);
    await operate(
      database,
      { type: 'purchase-removed', purchase: 'tiktok:order:77' as never },
      await operating(),
    );
    await shop([paid('77', minute(8))]);
    expect(await purchases()).toEqual([]);
  });

  it('without a cashier seen in its tab is refused by name, also later', async () => {
    expect(await shop([paid('77', minute(2))])).toEqual({ 'bad-order': 1 });
    await shop([order(100, 500, minute(3))]);
    expect(await shop([paid('77', minute(4))])).toEqual({ 'bad-order': 1 });
    await shop([order(100, 500, minute(5))], 2);
    expect(await shop([paid('78', minute(6))], 3)).toEqual({ 'bad-order': 1 });
    expect(await purchases()).toEqual([]);
  });

  it('is not joined with the cashier of another order, of hours ago, or of a tab that is gone', async () => {
    await shop([order(100, 500, minute(1)), paid('77', minute(2))]);
    expect(await shop([paid('78', minute(3))])).toEqual({ 'bad-order': 1 });
    await shop([order(100, 500, minute(4))]);
    expect(await shop([paid('79', minute(300))])).toEqual({ 'bad-order': 1 });
    await shop([order(100, 500, minute(301))]);
    await forgetOrders(database, 1);
    expect(await shop([paid('80', minute(302))])).toEqual({ 'bad-order': 1 });
    expect(await purchases()).toHaveLength(1);
  });

  it('in the future is refused', async () => {
    const late = epochMs(now + 3 * 86_400_000);
    expect(await shop([order(100, 500, late), paid('77', late)])).toEqual({ 'bad-purchase': 1 });
  });
});

describe('balances', () => {
  it('are kept as they change, for the account that is logged in', async () => {
    await send(1, 10, 1);
    for (const [amount, at] of [
      [5000, 2],
      [5000, 3],
      [4990, 4],
      [7, 3],
    ] as const) {
      const units_ = units(amount);
      await shop([
        { type: 'balance', platform: 'tiktok', unit: coin, units: units_, at: minute(at) },
      ]);
    }
    expect(await balanceHistory(database, coin)).toEqual([
      { unit: coin, account: '11', units: 5000, at: minute(2), lastAt: minute(3) },
      { unit: coin, account: '11', units: 4990, at: minute(4), lastAt: minute(4) },
    ]);
    expect(await knownBalance(database, coin)).toMatchObject({
      facts: { shown: { units: 4990, at: minute(4) }, sent: 10 },
      account: '11',
      accounts: 1,
    });
  });

  const shown = (amount: number, at: EpochMs) =>
    shop([{ type: 'balance', platform: 'tiktok', unit: coin, units: units(amount), at }]);
  const check = async () => {
    const known = await knownBalance(database, coin);
    if (known === null) throw new Error('no balance');
    return checkBalance(known.facts);
  };

  it('that differ are booked: they agree then, the lots hold what the page shows, and costs follow', async () => {
    await send(1, 30, 1);
    await shop([order(100, 500, minute(2)), paid('77', minute(3))]);
    await send(2, 10, 4);
    expect(await cents()).toEqual([
      [0, 30],
      [50, 0],
    ]);
    await shown(500, minute(5));
    const { booking, finding, expected } = await check();
    expect([expected, finding]).toEqual([60, 'more-since-start']);
    expect(booking).toMatchObject({ kind: 'bought-elsewhere', units: 440, at: minute(1) });
    if (booking === null) return;
    const adjustment = { ...booking, id: 'booked' as AdjustmentId, note: '' };
    await operate(database, { type: 'adjustment-set', adjustment }, await operating());
    expect(await check()).toMatchObject({ finding: 'agrees', booking: null });
    const lots = await lotsNow(database, coin, await costs());
    expect(lots === null ? null : unitsLeft(lots)).toBe(500);
    // The coins from elsewhere were there first, and nobody knows what they cost.
    expect(await cents()).toEqual([
      [0, 30],
      [0, 10],
    ]);
    await expectTotalsToEqualRecount();
  });

  it('are compared with sums of days, whatever zone these are in, not with every entry', async () => {
    const zones = ['Pacific/Kiritimati', 'Etc/GMT+12', 'UTC'].map(timeZone);
    const halfDays = 12 * 60;
    for (let n = 0; n < 40; n += 1) {
      const zone = zones[n % 3] ?? timeZone('UTC');
      await send(n, 1 + n, n * halfDays, zone);
    }
    let read = 0;
    database.entries.hook('reading', (entry) => {
      read += 1;
      return entry;
    });
    for (const until of [10, 25, 39]) {
      await shown(until, minute(until * halfDays + 1));
      read = 0;
      const { sent } = await check();
      expect(sent).toBe(((until + 1) * (until + 2)) / 2);
      expect(read).toBeLessThan(16);
    }
  });
});

describe('totals', () => {
  it('equal a recount after any sequence of gifts, prices, purchases and undos', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('send' as const), coins: fc.integer({ min: 1, max: 50 }) }),
      fc.record({ do: fc.constant('offers' as const), cents: fc.integer({ min: 50, max: 300 }) }),
      fc.record({ do: fc.constant('buy' as const), cents: fc.integer({ min: 50, max: 300 }) }),
      fc.record({ do: fc.constant('toggle' as const), which: fc.nat(9), undo: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        freshDatabase();
        for (const [index, one] of steps.entries()) {
          const at = minute(index * 3);
          if (one.do === 'send') await send(index, one.coins, index * 3);
          else if (one.do === 'offers') await shop([offers(one.cents, at)]);
          else if (one.do === 'buy') {
            await shop([order(30, one.cents, at), paid(`${index}`, minute(index * 3 + 1))]);
          } else {
            const notices = await noticesOf(database);
            const notice = notices[one.which % Math.max(1, notices.length)];
            if (notice !== undefined) {
              await (one.undo ? undoNotice : redoNotice)(database, notice.id, operating);
            }
          }
        }
        await expectTotalsToEqualRecount();
      }),
      { numRuns: 25 },
    );
  });
});
