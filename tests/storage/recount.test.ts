import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteEverything } from '../../utils/storage/delete-everything.ts';
import { recountEverything } from '../../utils/storage/recount.ts';
import { forgetRemembered } from '../../utils/storage/remembered-rows.ts';
import { choosePrice, readSettings } from '../../utils/storage/settings.ts';
import { totalKeys } from '../../utils/storage/total-keys.ts';
import { TotalChanges } from '../../utils/storage/totals.ts';
import { sighting } from '../core/sightings.ts';
import {
  anyEvents,
  contentOf,
  freshLedger,
  ledgerOf,
  loggedIn,
  roomSeen,
  work,
} from './backup/made-ledgers.ts';
import { listedCosts } from './cost-contexts.ts';

beforeEach(() => fakeBrowser.reset());

describe('a recount', () => {
  it('finds no difference in a ledger that nothing went wrong with', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        const ledger = await ledgerOf({ events, operations: [] });
        const before = await contentOf(ledger);
        expect((await recountEverything(ledger, listedCosts, work)).different).toBe(0);
        expect(await contentOf(ledger)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  it('finds and mends totals that are wrong, missing or of nothing', async () => {
    const ledger = await ledgerOf({
      events: [loggedIn, roomSeen(), sighting({ count: 3, ended: true })],
      operations: [],
    });
    const before = await contentOf(ledger);
    const [day] = await ledger.dayTotals.toArray();
    if (day === undefined) throw new Error('no total');
    await ledger.dayTotals.bulkPut([
      { ...day, units: day.units + 1 },
      { ...day, kind: 'chest' },
    ]);
    await ledger.sessionTotals.clear();
    expect((await recountEverything(ledger, listedCosts, work)).different).toBe(3);
    expect(await contentOf(ledger)).toEqual(before);
  });
});

describe('totals that are written in parts', () => {
  it('are the same as those written at once', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        const ledger = await ledgerOf({ events, operations: [] });
        const sums = [...Object.keys(totalKeys), 'largeGifts', 'supporters'];
        const totals = () => Promise.all(sums.map((name) => ledger.table(name).toArray()));
        const before = await totals();
        const entries = await ledger.entries.toArray();
        await ledger.transaction('rw', ledger.tables, async () => {
          await forgetRemembered(ledger);
          for (const name of sums) await ledger.table(name).clear();
          const changes = new TotalChanges();
          for (const entry of entries) {
            changes.replace(undefined, entry);
            expect(changes.size).toBeGreaterThan(0);
            await changes.writeSoFar(ledger);
            expect(changes.size).toBe(0);
          }
          await changes.write(ledger);
        });
        expect(await totals()).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });
});

describe('deleting everything', () => {
  it('leaves nothing but what is known of open tabs', async () => {
    const ledger = await ledgerOf({ events: [loggedIn, roomSeen(), sighting()], operations: [] });
    await choosePrice({ market: 'FR', channel: 'web' });
    await deleteEverything(ledger);
    expect(await contentOf(ledger)).toEqual(await contentOf(freshLedger()));
    for (const table of ledger.tables) expect(await table.count(), table.name).toBe(0);
    expect((await readSettings()).price).toBeNull();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });
});
