import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GiftSeen } from '../../utils/core/gift-event.ts';
import type { Operation } from '../../utils/core/operation.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { recost, takeInOperations } from '../../utils/storage/operations.ts';
import { receivedTables } from '../../utils/storage/received-changes.ts';
import { spendOf } from '../../utils/storage/spends.ts';
import { recount } from '../../utils/storage/totals.ts';
import { modelled, storedSums } from './correction-model.ts';
import {
  anySteps,
  anyStepsWithKeeping,
  known,
  late,
  mayForgetMerges,
  payments,
  type Step,
  seen,
  take,
  when,
} from './correction-steps.ts';
import { listedCosts } from './cost-contexts.ts';

let databases = 0;
const context = { ...listedCosts, now: late, cataloguePrice: () => null };

async function fresh(): Promise<LedgerDatabase> {
  databases += 1;
  const database = new LedgerDatabase(`corrections-any-${databases}`);
  await recordEvents(database, known, context);
  return database;
}

async function takeAll(database: LedgerDatabase, steps: readonly Step[]): Promise<void> {
  const done: Operation[] = [];
  for (const one of steps) {
    const operation = await take(database, one, done);
    if (operation !== null) done.push(operation);
  }
}

/** Everything that was worked out from what was seen and done. */
async function ledger(database: LedgerDatabase) {
  const {
    entries,
    dayTotals,
    monthTotals,
    sessionTotals,
    hourTotals,
    corrections,
    merged,
    forgotten,
  } = database;
  const rows = await entries.orderBy('id').toArray();
  return {
    entries: rows.map(({ openSince: _openSince, ...entry }) => entry),
    totals: await Promise.all([
      dayTotals.toArray(),
      monthTotals.toArray(),
      sessionTotals.toArray(),
      hourTotals.toArray(),
      ...receivedTables(database).map((table) => table.toArray()),
    ]),
    said: await Promise.all([corrections.toArray(), merged.toArray(), forgotten.toArray()]),
  };
}

describe('after any sequence of gifts, corrections, undos, merges, deletions and purchases', () => {
  it('sums equal a separate model, a recount, and costs those worked out from the start', async () => {
    await fc.assert(
      fc.asyncProperty(anyStepsWithKeeping, async (steps) => {
        const database = await fresh();
        await takeAll(database, steps);
        if (!mayForgetMerges(steps)) {
          expect(await storedSums(database)).toEqual(modelled(steps));
        }
        const stored = await ledger(database);
        for (const entry of stored.entries) {
          const { cost, correction, direction } = entry;
          const spend = spendOf(entry);
          if (spend === null) {
            expect([direction, cost]).toEqual([direction, null]);
          } else if (correction?.price === undefined) {
            expect((cost?.paidUnits ?? 0) + (cost?.listedUnits ?? 0)).toBe(
              spend.unit === null ? 0 : spend.units,
            );
          } else {
            expect(cost).toMatchObject({ exact: correction.price.minor * 10_000, paidUnits: 0 });
          }
        }
        await recount(database);
        expect(await ledger(database)).toEqual(stored);
        await recost(database, context);
        expect(await ledger(database)).toEqual(stored);
      }),
      { numRuns: 60 },
    );
  });
});

describe('two devices', () => {
  const sights = (steps: readonly Step[]): GiftSeen[] =>
    steps.flatMap((one) => {
      const payment = one.do === 'see' ? payments[one.which] : undefined;
      return one.do === 'see' && payment !== undefined
        ? [seen(payment, one.count, when(one.at))]
        : [];
    });

  it('come to the same ledger in whatever order they hear of each other', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, anySteps, fc.boolean(), async (here, there, whole) => {
        const [one, other, third] = [await fresh(), await fresh(), await fresh()];
        await takeAll(one, here);
        await takeAll(other, there);
        const [mine, theirs] = [await one.operations.toArray(), await other.operations.toArray()];
        // This device hears of the other’s deeds first, the other of this one’s gifts, a new one of all, one by one.
        await takeInOperations(one, theirs, context);
        await recordEvents(one, sights(there), context);
        await recordEvents(other, sights(here), context);
        await takeInOperations(other, mine, context);
        for (const event of sights(there)) await recordEvents(third, [event], context);
        const all = [...theirs.toReversed(), ...mine];
        for (const part of whole ? [all] : all.map((each) => [each])) {
          await takeInOperations(third, part, context);
        }
        for (const event of sights(here)) await recordEvents(third, [event], context);
        const expected = await ledger(one);
        expect(await ledger(other)).toEqual(expected);
        expect(await ledger(third)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
