import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Budget, type BudgetId, numberOf } from '../../utils/core/budget.ts';
import { spanOf, spansUpTo } from '../../utils/core/budget-period.ts';
import { inScope } from '../../utils/core/budget-spent.ts';
import { carriedOver } from '../../utils/core/budget-state.ts';
import { amountOf } from '../../utils/core/entry.ts';
import { freshGuard } from '../../utils/core/guard.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { currencyCode, parseMoney } from '../../utils/core/money.ts';
import type { Operation } from '../../utils/core/operation.ts';
import { type Day, dayOf, type EpochMs, epochMs, timeZone } from '../../utils/core/time.ts';
import {
  beginTrust,
  confirm,
  pass,
  type TrustedTime,
  wake,
} from '../../utils/core/trusted-time.ts';
import { units } from '../../utils/core/units.ts';
import { decideForPeriodsAtHand, markTold, waitingAlerts } from '../../utils/storage/alerts.ts';
import { isByDays, stateOnDay } from '../../utils/storage/budget-state.ts';
import { budgetsLeft, budgetViews, tightestBudget } from '../../utils/storage/budget-views.ts';
import type { CostContext } from '../../utils/storage/costs.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate, recost, type Wanted } from '../../utils/storage/operations.ts';
import {
  budgetsThatHold,
  readStandings,
  ripens,
  settleStandings,
} from '../../utils/storage/standings.ts';
import { readTrustedTime, writeTrustedTime } from '../../utils/storage/trusted-time.ts';
import { addedEntry, anyLimit, anyPeriod, budget } from '../core/made-operations.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const DAY = 86_400_000;
const usd = (text: string): Budget['limit'] => ({
  in: 'money',
  money: parseMoney(text, currencyCode('USD')),
});
const coins = (count: number) => ({ in: 'units', unit: 'tiktok:coin', units: count }) as const;
const me = {
  type: 'account',
  platform: 'tiktok',
  me: { id: account('11'), handle: 'kai.watches', name: 'Kai' },
} as const;

let database: LedgerDatabase;
let databases = 0;
const freshDatabase = () => {
  databases += 1;
  database = new LedgerDatabase(`budgets-${databases}`);
};
beforeEach(freshDatabase);

/** A gift of so many coins, a cent each. */
const gift = (id: number, amount: number, at: EpochMs = start) =>
  sighting({
    key: `tiktok:gift:7001:${id}` as EntryId,
    at,
    unitPrice: units(amount),
    added: null,
    ended: true,
  });

const send = (
  gifts: readonly ReturnType<typeof gift>[],
  now: EpochMs = start,
  costs: CostContext = listedCosts,
) => recordEvents(database, [me, ...gifts], { ...costs, now, cataloguePrice: () => null });

const doing = (wanted: Wanted, now: EpochMs = start): Promise<Operation> =>
  operate(database, wanted, { ...listedCosts, now });

/** Makes or changes a budget, as the user and then the background do. */
async function set(made: Budget, time = beginTrust(start)): Promise<void> {
  await doing({ type: 'budget-set', budget: made });
  const known = await settleStandings(database, time);
  await decideForPeriodsAtHand(database, new Set(known), { ...listedCosts, now: time.wall });
}

/** What would be announced now, and is thereby. */
async function announced(): Promise<string[]> {
  const waiting = await waitingAlerts(database);
  await markTold(
    database,
    waiting.map(({ id }) => id),
  );
  return waiting.map(({ about }) => about);
}

const context = (now: EpochMs = start) => ({ ...listedCosts, now });
const views = (now: EpochMs = start) => budgetViews(database, context(now), beginTrust(now));

/** A correction of one of the first gifts, or one entered by hand. */
const anyCorrection: fc.Arbitrary<Wanted> = fc
  .record({ id: fc.nat(30), amount: fc.integer({ min: 1, max: 900 }), what: fc.nat(3) })
  .map(({ id, amount, what }): Wanted => {
    const entry = `tiktok:gift:7001:${id}` as EntryId;
    const count = units(amount);
    if (what === 0) return { type: 'entry-voided', entry, voided: amount % 3 > 0 };
    if (what === 1) return { type: 'entry-amount-set', entry, units: count };
    const price = { currency: currencyCode('USD'), minor: amount };
    if (what === 2) return { type: 'entry-price-set', entry, price };
    const at = epochMs(start - amount * 3_600_000);
    const added = addedEntry({ id: `hand-${id}` as EntryId, units: count, at });
    return { type: 'entry-added', added };
  });

describe('what a budget says', () => {
  it('is what was spent of it, what is left, and how it went before', async () => {
    await send([gift(1, 3_950), gift(2, 1_000, epochMs(start - 30 * DAY))]);
    await set(budget());
    expect(await views()).toMatchObject([
      {
        standing: 'under',
        now: { first: '2026-11-01', last: '2026-11-30', percent: 79, spent: usd('39.50') },
        left: { over: false, amount: usd('10.50') },
        carried: null,
        pace: { amount: usd('53.863636'), by: '2026-11-30', passes: true },
        doubt: { listed: usd('39.50'), unpriced: 0, unpricedUnits: 0 },
        pending: null,
      },
    ]);
    const [view] = await views();
    expect(view?.history.map(({ percent }) => percent)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 79,
    ]);
  });

  it('is in a currency of its own by the day’s rate, and unknown where there is none', async () => {
    const yen: Budget['limit'] = { in: 'money', money: parseMoney('5000', currencyCode('JPY')) };
    const inYen = {
      ...context(),
      convertTo: () => (money: { amount: number }, day: Day) =>
        day === '2026-11-22'
          ? {
              money: {
                ...parseMoney('0', currencyCode('JPY')),
                amount: (money.amount / 100) * 150,
              },
              rateDay: day,
            }
          : null,
    };
    await send([gift(1, 1_000), gift(2, 500, epochMs(start - DAY))]);
    await set(budget({ limit: yen }));
    const [view] = await budgetViews(database, inYen, beginTrust(start));
    expect(view).toMatchObject({ now: { percent: 30 }, doubt: { unpriced: 1 } });
  });

  it('of streams is this stream, and the streams before', async () => {
    await send([gift(1, 300), { ...gift(2, 200), room: room('7002') }]);
    await set(budget({ period: { type: 'stream' }, limit: coins(400) }));
    const [view] = await budgetViews(database, context(), beginTrust(start), 'tiktok:7002');
    expect(view).toMatchObject({ now: { key: 'tiktok:7002', percent: 50 }, standing: 'under' });
    expect(view?.history.map(({ percent }) => percent)).toEqual([75, 50]);
  });

  it('counts only what is in its scope', async () => {
    await send([
      gift(1, 300),
      { ...gift(2, 200), recipient: { id: account('98'), handle: '', name: '' } },
    ]);
    const scope = {
      platforms: null,
      creators: [{ platform: 'tiktok', id: account('98') } as const],
      kinds: null,
    };
    await set(budget({ scope, limit: coins(400) }));
    expect(await views()).toMatchObject([{ now: { percent: 50 } }]);
    const stream = { platform: 'tiktok', session: 'tiktok:7001' } as const;
    expect(
      await tightestBudget(database, { ...stream, creator: account('99') }, context()),
    ).toBeNull();
    expect(
      await tightestBudget(database, { ...stream, creator: account('98') }, context()),
    ).toMatchObject({
      percent: 50,
      left: { over: false, amount: coins(200) },
    });
  });

  it('of several that a stream touches is the tightest, and the guard knows all', async () => {
    await send([gift(1, 3_000)]);
    await set(budget());
    await set(budget({ id: 'b2' as BudgetId, limit: usd('40') }));
    await set(budget({ id: 'b3' as BudgetId, limit: usd('1'), pausedUntil: '2026-12-01' as Day }));
    const stream = { platform: 'tiktok', creator: account('99'), session: '' } as const;
    expect(await tightestBudget(database, stream, context())).toMatchObject({
      id: 'b2',
      percent: 75,
    });
    expect(await budgetsLeft(database, stream, context())).toMatchObject([
      { id: 'b1', left: usd('20') },
      { id: 'b2', left: usd('10') },
    ]);
  });

  it('equals a recount from the entries, for any budget, zone, gifts and corrections, late ones too', async () => {
    const gifts = fc.array(
      fc.record({
        id: fc.nat(30),
        amount: fc.integer({ min: 1, max: 900 }),
        hours: fc.integer({ min: -2_000, max: 0 }),
      }),
      { minLength: 1, maxLength: 25 },
    );
    const zones = fc.constantFrom('UTC', 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kathmandu');
    await fc.assert(
      fc.asyncProperty(
        anyPeriod.filter(({ type }) => type !== 'stream'),
        anyLimit,
        zones,
        gifts,
        fc.record({ left: fc.boolean(), over: fc.boolean() }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(anyCorrection, { maxLength: 8 }),
        async (period, limit, zoneName, sent, rollover, cents, corrections) => {
          freshDatabase();
          const zone = timeZone(zoneName);
          const costs: CostContext = { ...listedCosts, zone, key: zoneName };
          for (const each of sent) {
            await send(
              [gift(each.id, each.amount, epochMs(start + each.hours * 3_600_000))],
              start,
              costs,
            );
          }
          // A price that became known later changes what all of it cost.
          const dearer: CostContext = {
            ...costs,
            key: `${zoneName} ${cents}`,
            listed: () => ({ currency: currencyCode('USD'), minor: cents, units: units(1) }),
          };
          await recost(database, dearer);
          for (const wanted of corrections) {
            await operate(database, wanted, { ...dearer, now: start });
          }
          const made = budget({ period, limit, rollover, since: '2026-09-15' as Day });
          if (!isByDays(made)) return;
          const entries = await database.entries.toArray();
          const spentIn = (first: string, last: string) =>
            entries
              .filter((entry) => {
                const day = dayOf(entry.at, zone);
                const counts = entry.correction?.voided !== true && inScope(made.scope, entry);
                return counts && day >= first && day <= last;
              })
              .reduce((sum, entry) => {
                const amount = amountOf(entry) ?? 0;
                const minor = entry.correction?.price?.minor ?? amount * cents;
                return sum + (limit.in === 'units' ? amount : minor * 10_000);
              }, 0);
          const today = dayOf(start, zone);
          const span = spanOf(period as never, today);
          const state = await stateOnDay(database, made, today, { ...dearer, now: start });
          expect(state === null).toBe(span === null);
          if (state === null || span === null) return;
          expect(state.counted.spent).toBe(spentIn(span.first, span.last));
          const calendar = ['day', 'week', 'month', 'year'].includes(period.type);
          const before = calendar
            ? spansUpTo(made.period, today, 400).filter(
                ({ first, last }) => last >= made.since && first < span.first,
              )
            : [];
          if (!calendar) return;
          expect(state.carried).toBe(
            carriedOver(
              made,
              before.map(({ first, last }) => spentIn(first, last)),
            ),
          );
          expect(state.limit).toBe(numberOf(limit) + state.carried);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('an alert', () => {
  it('comes once at each threshold, whatever comes again', async () => {
    await send([gift(1, 3_950)]);
    await set(budget());
    expect(await announced()).toEqual([]);
    await send([gift(2, 50)]);
    expect(await announced()).toEqual(['share-80']);
    await send([gift(2, 50), gift(3, 10)]);
    expect(await announced()).toEqual([]);
    await send([gift(4, 990)]);
    expect(await announced()).toEqual(['share-100']);
    await send([gift(5, 5_000)]);
    expect(await announced()).toEqual([]);
  });

  it('is on disk with its gift, or neither is', async () => {
    await set(budget());
    await database.alerts.add({ id: 'b1 share-80 2026-11-01/2026-11-30', state: 'told' } as never);
    // Both thresholds are passed at once; the one that is there already is left as it is.
    await send([gift(1, 6_000)]);
    expect(await announced()).toEqual(['share-100']);
  });

  it('comes anew in the next period, and for the one before that a gift at midnight still changes', async () => {
    await set(budget({ period: { type: 'day' }, limit: coins(100) }));
    await send([gift(1, 100)]);
    expect(await announced()).toEqual(['share-80', 'share-100']);
    const midnight = epochMs(Date.UTC(2026, 10, 24));
    await send([gift(2, 100, epochMs(midnight - 1))], midnight);
    expect(await announced()).toEqual(['share-80', 'share-100']);
    expect((await database.alerts.toArray()).map(({ first }) => first).sort()).toEqual([
      '2026-11-22',
      '2026-11-22',
      '2026-11-23',
      '2026-11-23',
    ]);
  });

  it('of a period long over is noted, not announced', async () => {
    await set(budget());
    await send([gift(1, 9_000, epochMs(start - 60 * DAY))]);
    expect(await announced()).toEqual([]);
    expect(await database.alerts.where('state').equals('known').count()).toBe(2);
  });

  it('is none for what was true when the budget was made, until it is true anew', async () => {
    await send([gift(1, 4_500)]);
    await set(budget());
    expect(await announced()).toEqual([]);
    await set(budget({ limit: usd('100') }));
    await send([gift(2, 3_500)]);
    expect(await announced()).toEqual(['share-80']);
  });

  it('comes once after prices changed, and not again when they change back and forth', async () => {
    await send([gift(1, 3_000)]);
    await set(budget());
    const dear: CostContext = {
      ...listedCosts,
      key: 'dear',
      listed: () => ({ currency: currencyCode('USD'), minor: 3, units: units(2) }),
    };
    for (const costs of [dear, listedCosts, dear]) {
      await recost(database, costs);
      await decideForPeriodsAtHand(database, new Set(), { ...costs, now: start });
    }
    expect(await announced()).toEqual(['share-80']);
  });

  it('tells of one large gift, many gifts, units bought and the pace', async () => {
    await set(
      budget({
        limit: usd('1000'),
        alerts: {
          thresholds: [],
          projected: true,
          largeGift: usd('50'),
          bought: coins(1_000),
          manyGifts: { gifts: 3, minutes: 10 },
        },
      }),
    );
    await send([gift(1, 5_000)]);
    expect(await announced()).toEqual([]);
    await send([gift(2, 5_001, epochMs(start + 1_000))]);
    expect(await announced()).toEqual(['large-gift']);
    await send([
      gift(3, 1, epochMs(start + 11 * 60_000)),
      gift(4, 1, epochMs(start + 12 * 60_000)),
    ]);
    expect(await announced()).toEqual([]);
    await send([gift(5, 1, epochMs(start + 13 * 60_000))]);
    expect(await announced()).toEqual(['many-gifts']);
    await send([gift(6, 70_000)]);
    expect(await announced()).toEqual(['projected']);
  });

  it('is announced exactly once for each threshold and period, in whatever order gifts come and are corrected and prices change', async () => {
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          id: fc.nat(40),
          amount: fc.integer({ min: 1, max: 60 }),
          hours: fc.integer({ min: -24, max: 24 * 5 }),
        }),
      },
      fc.record({ cents: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ wanted: anyCorrection }),
      fc.constant('announce' as const),
    );
    const periods = anyPeriod.filter(
      ({ type }) => type === 'day' || type === 'week' || type === 'stream',
    );
    await fc.assert(
      fc.asyncProperty(
        periods,
        anyLimit,
        fc.array(step, { maxLength: 25 }),
        async (period, limit, steps) => {
          freshDatabase();
          const made = budget({ period, limit: limit.in === 'units' ? coins(120) : usd('1.50') });
          await set(made);
          const given: string[] = [];
          const take = async () => {
            const waiting = await waitingAlerts(database);
            given.push(...waiting.map(({ id }) => id));
            await markTold(
              database,
              waiting.map(({ id }) => id),
            );
          };
          let costs: CostContext = listedCosts;
          let now = start;
          for (const each of steps) {
            if (each === 'announce') await take();
            else if ('cents' in each) {
              const minor = each.cents;
              costs = {
                ...listedCosts,
                key: `cents ${minor}`,
                listed: () => ({ currency: currencyCode('USD'), minor, units: units(1) }),
              };
              await recost(database, costs);
              await decideForPeriodsAtHand(database, new Set(), { ...costs, now });
            } else if ('wanted' in each) {
              await operate(database, each.wanted, { ...costs, now });
              await decideForPeriodsAtHand(database, new Set(), { ...costs, now });
            } else {
              const at = epochMs(start + each.hours * 3_600_000);
              now = at > now ? at : now;
              await send([gift(each.id, each.amount, at)], now, costs);
            }
          }
          await take();
          expect(new Set(given).size).toBe(given.length);
          const rows = await database.alerts.toArray();
          expect(
            rows
              .filter(({ state }) => state === 'told')
              .map(({ id }) => id)
              .sort(),
          ).toEqual([...given].sort());
          // Whatever is reached now was said, or lies too far back to be news.
          for (const view of await budgetViews(database, { ...costs, now }, beginTrust(now))) {
            for (const { key, percent, last } of view.history) {
              if (last < dayOf(epochMs(now - DAY), timeZone('UTC'))) continue;
              for (const threshold of made.alerts.thresholds.filter((each) => percent >= each)) {
                expect(rows.map(({ id }) => id)).toContain(`b1 share-${threshold} ${key}`);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of rolling days comes once in so many days', async () => {
    await set(budget({ period: { type: 'rolling', days: 3 }, limit: coins(100) }));
    const at = (day: number) => epochMs(start + day * DAY);
    for (const day of [0, 1, 2]) await send([gift(day, 100, at(day))], at(day));
    expect(await announced()).toEqual(['share-80', 'share-100']);
    await send([gift(9, 100, at(3))], at(3));
    expect(await announced()).toEqual(['share-80', 'share-100']);
  });
});

describe('a locked budget', () => {
  const locked = budget({ lock: { delayMs: DAY } });
  const raised = budget({ lock: { delayMs: DAY }, limit: usd('500') });
  const holds = async () =>
    (await budgetsThatHold(database)).map(({ limit }) => numberOf(limit) / 1_000_000);
  /** A stream was watched just now. */
  const watched: TrustedTime = confirm(beginTrust(start), start, start);

  beforeEach(async () => {
    await set(locked, watched);
  });

  it('is lowered at once', async () => {
    await set({ ...locked, limit: usd('20') }, watched);
    expect(await holds()).toEqual([20]);
  });

  it('is raised after its delay, shown meanwhile, and not if it is taken back', async () => {
    await set(raised, watched);
    const later = pass(watched, DAY / 2, epochMs(start + DAY / 2));
    expect(await ripens(database, later)).toBe(false);
    expect(await ripens(database, pass(watched, DAY, start))).toBe(true);
    const [view] = await budgetViews(database, context(), later);
    expect(view).toMatchObject({
      budget: locked,
      pending: { wanted: raised, remainingMs: DAY / 2 },
    });
    await settleStandings(database, pass(watched, DAY - 1, start));
    expect(await holds()).toEqual([50]);
    await settleStandings(database, pass(watched, DAY, start));
    expect(await holds()).toEqual([500]);
  });

  it('stays when the wish is undone in time', async () => {
    const wish = await doing({ type: 'budget-set', budget: raised });
    await settleStandings(database, watched);
    await doing({ type: 'undo', operation: wish.id });
    await settleStandings(database, pass(watched, 1, start));
    await settleStandings(database, pass(watched, 2 * DAY, start));
    expect(await holds()).toEqual([50]);
    expect((await readStandings(database, start)).budgets.get(locked.id)?.pending).toBeNull();
  });

  it('is not raised by a clock set forward, whether or not the browser starts anew', async () => {
    await set(raised, watched);
    const tomorrow = epochMs(start + 2 * DAY);
    await settleStandings(database, pass(watched, 1_000, tomorrow));
    const restarted = wake(watched, tomorrow);
    await settleStandings(database, restarted);
    expect(await holds()).toEqual([50]);
    await settleStandings(database, confirm(restarted, epochMs(start + 60_000), tomorrow));
    expect(await holds()).toEqual([50]);
  });

  it('is raised after a night in which nothing ran, when a stream is opened', async () => {
    await set(raised, watched);
    await writeTrustedTime(database, watched);
    const morning = epochMs(start + DAY);
    const woken = wake(await readTrustedTime(database, morning), morning);
    await settleStandings(database, confirm(woken, morning, morning));
    expect(await holds()).toEqual([500]);
  });

  it('is not raised by an undo of the lock, of the budget, or of all that was done', async () => {
    for (const { id } of await database.operations.toArray()) {
      await doing({ type: 'undo', operation: id });
      await settleStandings(database, watched);
    }
    expect(await budgetsThatHold(database)).toEqual([locked]);
    await settleStandings(database, pass(watched, DAY, start));
    expect(await budgetsThatHold(database)).toEqual([]);
  });

  it('is not raised by operations that a backup brings, nor by a ledger emptied of operations', async () => {
    const backup: Operation[] = await database.operations.toArray();
    const [made] = backup;
    if (made?.type !== 'budget-set') throw new Error('no budget');
    // From a device whose clock was a year ahead: it wins over everything that was done here.
    await database.operations.add({
      ...made,
      id: 'restored' as never,
      stamp: made.stamp.replace(/^0/, '1') as never,
      budget: raised,
    } as Operation);
    await settleStandings(database, watched);
    expect(await budgetsThatHold(database)).toEqual([locked]);
    await database.operations.clear();
    await settleStandings(database, watched);
    expect(await budgetsThatHold(database)).toEqual([locked]);
  });

  it('keeps the guard on', async () => {
    const on = { ...freshGuard, on: true };
    await doing({ type: 'guard-set', guard: on });
    await settleStandings(database, watched);
    await doing({ type: 'guard-set', guard: freshGuard });
    await settleStandings(database, watched);
    expect((await readStandings(database, start)).guard).toMatchObject({
      value: on,
      pending: { wanted: freshGuard },
    });
    await settleStandings(database, pass(watched, DAY, start));
    expect((await readStandings(database, start)).guard).toMatchObject({
      value: freshGuard,
      pending: null,
    });
  });
});
