import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureEvent, GiftSeen } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { deleteEverything } from '../../utils/storage/delete-everything.ts';
import { forgetPerson } from '../../utils/storage/forgetting.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { recount } from '../../utils/storage/totals.ts';
import { account, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = { id: account('11'), handle: 'kai.watches', name: 'Kai' };
const loggedIn: CaptureEvent = { type: 'account', platform: 'tiktok', me };

/** A gift to the user of one of three people; of `n` alike only one counts. */
function gift(n: number, count: number, name = 'Noor'): GiftSeen {
  return sighting({
    key: `tiktok:streak:7001:3${n % 3}:5655:${n}` as EntryId,
    at: epochMs(start + n * 40_000),
    sender: { id: account(`3${n % 3}`), handle: `viewer${n % 3}`, name },
    recipient: me,
    count,
    unitPrice: units(1 + (n % 2)),
    added: null,
    ended: true,
  });
}

/** Fails within the transaction, after everything was looked up. */
const priceless: GiftSeen = sighting({
  key: 'tiktok:streak:7001:30:9:9' as EntryId,
  recipient: me,
  unitPrice: null,
  added: null,
});

const hourLater = epochMs(start + 3_600_000);

let databases = 0;

/** The same ledger as two scripts have it open, each of which remembers rows for itself. */
function twoScripts(): readonly [LedgerDatabase, LedgerDatabase] {
  databases += 1;
  const name = `remembered ${databases}`;
  return [new LedgerDatabase(name), new LedgerDatabase(name)];
}

function record(database: LedgerDatabase, events: readonly CaptureEvent[]) {
  const cataloguePrice = () => {
    throw new RangeError('no catalogue');
  };
  return recordEvents(database, events, { ...listedCosts, now: start, cataloguePrice });
}

async function sums(database: LedgerDatabase) {
  const { dayTotals, monthTotals, sessionTotals, hourTotals, gifterTotals } = database;
  const { supporterTotals, giftTotals, minuteTotals, supporters, largeGifts } = database;
  const tables = [dayTotals, monthTotals, sessionTotals, hourTotals, gifterTotals];
  const received = [supporterTotals, giftTotals, minuteTotals, supporters, largeGifts];
  return Promise.all([...tables, ...received].map((table) => table.toArray()));
}

const gifts = fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 4 })), { maxLength: 5 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('record' as const), gifts }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fail' as const), gifts }) },
  fc.record({ do: fc.constantFrom('recount' as const, 'delete' as const), gifts }),
);

describe('rows that are remembered', () => {
  it('are those of the ledger, whichever script wrote last and whatever was not kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), step), { maxLength: 14 }), async (steps) => {
        const scripts = twoScripts();
        for (const [which, each] of steps) {
          const database = which === 0 ? scripts[0] : scripts[1];
          const events = [loggedIn, ...each.gifts.map(([n, count]) => gift(n, count))];
          if (each.do === 'record') await record(database, events);
          if (each.do === 'fail') {
            await expect(record(database, [...events, priceless])).rejects.toThrow('no catalogue');
          }
          if (each.do === 'recount') await recount(database);
          if (each.do === 'delete') await deleteEverything(database);
        }
        const stored = await sums(scripts[0]);
        await recount(scripts[0]);
        expect(stored).toEqual(await sums(scripts[0]));
      }),
      { numRuns: 30 },
    );
  });

  it('are not the names of someone whom another script deleted', async () => {
    const [mine, others] = twoScripts();
    await record(mine, [loggedIn, gift(1, 1), gift(2, 1)]);
    await forgetPerson(others, 'tiktok', account('31'), { ...listedCosts, now: hourLater });
    expect(await mine.people.get(['tiktok', account('31')])).toBeUndefined();
    const later = { ...gift(4, 1), at: epochMs(start + 86_400_000) };
    await record(mine, [later]);
    expect(await mine.people.get(['tiktok', account('31')])).toMatchObject({ name: 'Noor' });
  });
});

describe('many gifts at once that have only just been given', () => {
  it('are recorded together with what alerts of creators say of them', async () => {
    const [database] = twoScripts();
    const largeOnes = { least: { units: { 'tiktok:coin': units(1_000) }, money: null } };
    const rules = { bigGift: largeOnes, firstGift: false, returning: null, spike: null };
    const gifts = Array.from({ length: 300 }, (_, n) => gift(n, 1 + n));
    const of = { ...listedCosts, now: hourLater, cataloguePrice: () => null };
    const now = epochMs(start + 300 * 40_000);
    await recordEvents(database, [loggedIn, ...gifts], { ...of, now, creatorAlerts: rules });
    const closer = gifts.map((each, n) => ({
      ...each,
      key: `${each.key}-` as EntryId,
      at: epochMs(now - n),
    }));
    await recordEvents(database, closer, { ...of, now, creatorAlerts: rules });
    expect(await database.entries.count()).toBe(600);
    expect(await database.people.count()).toBe(4);
  });
});

describe('a payment that nothing was looked up of', () => {
  it('is joined with what is there, though this script never met it', async () => {
    const [mine, others] = twoScripts();
    await record(mine, [loggedIn, gift(1, 4), gift(2, 1)]);
    await record(others, [gift(1, 2), gift(3, 1), gift(2, 3)]);
    expect((await mine.entries.toArray()).map(({ count }) => count).sort()).toEqual([1, 3, 4]);
    const stored = await sums(mine);
    await recount(others);
    expect(stored).toEqual(await sums(mine));
  });
});
