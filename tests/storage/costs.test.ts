import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Operation } from '../../utils/core/operation.ts';
import type { Purchase, PurchaseId } from '../../utils/core/purchase.ts';
import { epochMs } from '../../utils/core/time.ts';
import { type AmountUnit, type Units, units } from '../../utils/core/units.ts';
import type { CostContext } from '../../utils/storage/costs.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate, recost } from '../../utils/storage/operations.ts';
import { recount } from '../../utils/storage/totals.ts';
import { account, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const usd = currencyCode('USD');
const loggedIn: CaptureEvent = {
  type: 'account',
  platform: 'tiktok',
  me: { id: account('11'), handle: 'kai.watches', name: 'Kai' },
};

let database: LedgerDatabase;
let databases = 0;

function freshDatabase(): void {
  databases += 1;
  database = new LedgerDatabase(`costs-${databases}`);
}

beforeEach(freshDatabase);

const now = epochMs(start + 86_400_000);

function gift(id: number, coins: number, minute: number) {
  return sighting({
    key: `tiktok:gift:7001:${id}` as EntryId,
    at: epochMs(start + minute * 60_000),
    unitPrice: units(coins),
    added: null,
    ended: true,
  });
}

const send = (id: number, coins: number, minute: number, context: CostContext = listedCosts) =>
  recordEvents(database, [loggedIn, gift(id, coins, minute)], {
    ...context,
    now,
    cataloguePrice: () => null,
  });

function purchase(id: string, coins: number, cents: number, minute: number): Purchase {
  return {
    id: id as PurchaseId,
    unit: 'tiktok:coin',
    units: units(coins),
    price: { currency: usd, minor: cents },
    channel: 'web',
    at: epochMs(start + minute * 60_000),
    note: '',
    evidence: 'hand',
    orderId: '',
  };
}

const buy = (bought: Purchase, context: CostContext = listedCosts) =>
  operate(database, { type: 'purchase-set', purchase: bought }, { ...context, now });

const undo = ({ id }: Operation) =>
  operate(database, { type: 'undo', operation: id }, { ...listedCosts, now });

/** Every entry, by its id as text. */
async function entriesById() {
  const entries = await database.entries.toArray();
  return entries.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Cents by entry, and by how they are known, with the ledger's four digits beyond. */
async function costs() {
  const entries = await entriesById();
  return entries.map(
    ({ cost }) => cost && { paid: cost.paid / 10_000, listed: cost.listed / 10_000 },
  );
}

async function monthCost() {
  const rows = await database.dayTotals.toArray();
  return rows.reduce((sum, { paid, listed }) => sum + paid + listed, 0) / 10_000;
}

describe('what a gift cost', () => {
  it('is the listed price while no purchase is known', async () => {
    await send(1, 10, 1);
    expect(await costs()).toEqual([{ paid: 0, listed: 10 }]);
    expect(await monthCost()).toBe(10);
  });

  it('is what was paid for the coins bought before, first in, first out', async () => {
    await buy(purchase('a', 10, 50, 0));
    await buy(purchase('b', 10, 20, 0));
    await send(1, 15, 1);
    await send(2, 10, 2);
    expect(await costs()).toEqual([
      { paid: 60, listed: 0 },
      { paid: 10, listed: 5 },
    ]);
  });

  it('is worked out again when a purchase is entered late, changed, or taken back', async () => {
    await send(1, 10, 5);
    const bought = await buy(purchase('a', 10, 50, 0));
    expect(await costs()).toEqual([{ paid: 50, listed: 0 }]);
    await buy(purchase('a', 10, 70, 0));
    expect(await costs()).toEqual([{ paid: 70, listed: 0 }]);
    await undo(bought);
    expect(await costs()).toEqual([{ paid: 70, listed: 0 }]);
    const removed = await operate(
      database,
      { type: 'purchase-removed', purchase: 'a' as PurchaseId },
      { ...listedCosts, now },
    );
    expect(await costs()).toEqual([{ paid: 0, listed: 10 }]);
    await undo(removed);
    expect(await monthCost()).toBe(70);
  });

  it('moves with a gift that is seen late', async () => {
    await buy(purchase('a', 10, 50, 0));
    await send(2, 10, 9);
    expect(await costs()).toEqual([{ paid: 50, listed: 0 }]);
    await send(1, 10, 3);
    expect(await costs()).toEqual([
      { paid: 50, listed: 0 },
      { paid: 0, listed: 10 },
    ]);
    expect(await monthCost()).toBe(60);
  });

  it('follows the listed price, also when the change is noticed only at the next gift', async () => {
    const dearer: CostContext = {
      ...listedCosts,
      listed: () => ({ currency: usd, minor: 3, units: units(1) }),
      key: 'three cents',
    };
    await send(1, 10, 1);
    await send(2, 10, 2, dearer);
    expect(await monthCost()).toBe(60);
    await recost(database, listedCosts);
    expect(await monthCost()).toBe(20);
  });

  it('is unknown where nothing says a price', async () => {
    await send(1, 10, 1, { ...listedCosts, listed: () => null, key: 'none' });
    const [row] = await database.dayTotals.toArray();
    expect(row).toMatchObject({ units: 10, listed: 0, unpricedUnits: 10 });
  });
});

type Step =
  | { readonly do: 'send'; readonly id: number; readonly coins: number; readonly minute: number }
  | {
      readonly do: 'buy';
      readonly id: number;
      readonly coins: number;
      readonly cents: number;
      readonly minute: number;
    }
  | { readonly do: 'undo'; readonly which: number }
  | { readonly do: 'method'; readonly average: boolean }
  | { readonly do: 'price'; readonly cents: number };

const minute = fc.integer({ min: 0, max: 30 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      id: fc.nat(8),
      coins: fc.integer({ min: 1, max: 50 }),
      minute,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('buy' as const),
      id: fc.nat(4),
      coins: fc.integer({ min: 1, max: 70 }),
      cents: fc.nat(100),
      minute,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(20) }) },
  fc.record({ do: fc.constant('method' as const), average: fc.boolean() }),
  fc.record({ do: fc.constant('price' as const), cents: fc.integer({ min: 1, max: 5 }) }),
);

/** What was spent, and what all purchases that count hold, in the database's own numbers. */
async function state() {
  const entries = await entriesById();
  const totals = {
    day: await database.dayTotals.toArray(),
    month: await database.monthTotals.toArray(),
    session: await database.sessionTotals.toArray(),
  };
  return { costs: entries.map(({ id, cost }) => [id, cost]), totals };
}

describe('after any sequence of buying, sending, undoing and changing prices', () => {
  it('costs and totals equal those worked out from the start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        freshDatabase();
        let context = listedCosts;
        const done: Operation[] = [];
        for (const one of steps) {
          if (one.do === 'send') {
            await send(one.id, one.coins, one.minute, context);
          } else if (one.do === 'buy') {
            done.push(await buy(purchase(`p${one.id}`, one.coins, one.cents, one.minute), context));
          } else if (one.do === 'undo') {
            const target = done[one.which % Math.max(1, done.length)];
            if (target !== undefined) {
              done.push(
                await operate(
                  database,
                  { type: 'undo', operation: target.id },
                  { ...context, now },
                ),
              );
            }
          } else {
            const part: Partial<CostContext> =
              one.do === 'method'
                ? { method: one.average ? 'average' : 'first-in-first-out' }
                : { listed: () => ({ currency: usd, minor: one.cents, units: units(1) }) };
            const next = { ...context, ...part };
            context = { ...next, key: JSON.stringify([next.method, next.listed('tiktok:coin')]) };
            await recost(database, context);
          }
        }
        const kept = await state();
        await recost(database, context);
        expect(await state()).toEqual(kept);
        await recount(database);
        expect(await state()).toEqual(kept);
        const sent: Units[] = (await database.entries.toArray()).map(({ cost }) =>
          units((cost?.paidUnits ?? 0) + (cost?.listedUnits ?? 0)),
        );
        const coins = kept.totals.day.reduce((sum, row) => sum + row.units, 0);
        expect(sent.reduce((sum, amount) => sum + amount, 0)).toBe(coins);
      }),
      { numRuns: 60 },
    );
  });
});

describe('several units', () => {
  const pay = (id: number, unit: AmountUnit, amount: number, minute: number) =>
    recordEvents(database, [loggedIn, { ...gift(id, amount, minute), unit }], {
      ...listedCosts,
      now,
      cataloguePrice: () => null,
    });

  it('cost each by its own lots, and money exactly what was paid', async () => {
    await buy(purchase('a', 100, 50, 0));
    await send(1, 10, 1);
    await pay(2, 'kick:kick', 10, 2);
    await pay(3, 'money:USD', 500, 3);
    const rows = await entriesById();
    expect(rows.map(({ cost }) => cost)).toMatchObject([
      { paid: 50_000, listed: 0, exact: 0 },
      { paid: 0, listed: 100_000, exact: 0 },
      { paid: 0, listed: 0, exact: 5_000_000 },
    ]);
    const before = await database.dayTotals.toArray();
    await recost(database, { ...listedCosts, key: 'anew' });
    expect(await database.dayTotals.toArray()).toEqual(before);
    await recount(database);
    expect(await database.dayTotals.toArray()).toEqual(before);
  });

  it('say that no rate is known, and lose nothing', async () => {
    await pay(1, 'money:INR', 25_000, 1);
    const [row] = await database.entries.toArray();
    expect(row).toMatchObject({ unitPrice: 25_000, cost: { exact: 0, unconverted: 1 } });
  });

  it('are not read through again for a unit that is seldom spent', async () => {
    const many = Array.from({ length: 300 }, (_, index) => gift(1000 + index, 1, index + 10));
    await recordEvents(database, [loggedIn, ...many], {
      ...listedCosts,
      now,
      cataloguePrice: () => null,
    });
    await pay(1, 'kick:kick', 5, 500);
    const last = await database.checkpoints.where('[unit+key]').above(['kick:kick', '']).first();
    expect(last?.unit).toBe('kick:kick');
    await pay(2, 'kick:kick', 5, 501);
    const ids = ['tiktok:gift:7001:1', 'tiktok:gift:7001:2'] as EntryId[];
    const rows = await database.entries.bulkGet(ids);
    expect(rows.map((row) => row?.cost?.listed)).toEqual([50_000, 50_000]);
  });
});
