import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rateOn, rateText } from '../../../utils/core/exchange-rate.ts';
import { fetchedSources } from '../../../utils/core/exchange-rate-answers.ts';
import type { EntryId } from '../../../utils/core/ids.ts';
import type { Progress } from '../../../utils/core/long-work.ts';
import { currencyCode } from '../../../utils/core/money.ts';
import type { Day } from '../../../utils/core/time.ts';
import { stageBackup } from '../../../utils/storage/backup/check-backup.ts';
import { restoreBackup } from '../../../utils/storage/backup/restore.ts';
import { leftOut } from '../../../utils/storage/backup/rows.ts';
import { keptTableNames } from '../../../utils/storage/backup/tables.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { dropStaged } from '../../../utils/storage/drop-staged.ts';
import { keepRates, readRates } from '../../../utils/storage/exchange-rates.ts';
import {
  chooseDisplay,
  chooseKeepMonths,
  choosePrice,
  chooseRates,
  ledgerZone,
  readSettings,
} from '../../../utils/storage/settings.ts';
import { recount } from '../../../utils/storage/totals.ts';
import { anyOperations, operation, purchase } from '../../core/made-operations.ts';
import { sighting } from '../../core/sightings.ts';
import {
  anyEvents,
  backupOf,
  contentOf,
  context,
  freshLedger,
  ledgerOf,
  loggedIn,
  now,
  restore,
  roomSeen,
  totalsOf,
  twoDevices,
  work,
} from './made-ledgers.ts';

beforeEach(() => fakeBrowser.reset());

describe('a backup', () => {
  it('holds every table, or says why not', () => {
    const tables = freshLedger().tables.map(({ name }) => name);
    expect([...keptTableNames, ...Object.keys(leftOut)].sort()).toEqual(tables.sort());
  });

  it('restored into an empty ledger gives the same entries and totals', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, anyOperations, async (events, operations) => {
        const ledger = await ledgerOf({ events, operations });
        const restored = freshLedger();
        await restore(restored, await backupOf(ledger));
        expect(await contentOf(restored)).toEqual(await contentOf(ledger));
      }),
      { numRuns: 25 },
    );
  });

  it('restored again, or into the ledger that it is of, changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, anyOperations, async (events, operations) => {
        const ledger = await ledgerOf({ events, operations });
        const before = await contentOf(ledger);
        const file = await backupOf(ledger);
        const { restored } = await restore(ledger, file);
        await restore(ledger, file);
        expect(await contentOf(ledger)).toEqual(before);
        expect(Object.values(restored).every(({ added, changed }) => added + changed === 0)).toBe(
          true,
        );
      }),
      { numRuns: 15 },
    );
  });

  it('of each of two devices gives the same ledger in either order, whose totals equal a recount', async () => {
    await fc.assert(
      fc.asyncProperty(twoDevices, async ({ a, b }) => {
        const files = [await backupOf(await ledgerOf(a)), await backupOf(await ledgerOf(b))];
        const [there, back] = [freshLedger(), freshLedger()];
        for (const file of files) await restore(there, file);
        for (const file of files.toReversed()) await restore(back, file);
        expect(await contentOf(there)).toEqual(await contentOf(back));
        const totals = await totalsOf(there);
        await recount(there);
        expect(await totalsOf(there)).toEqual(totals);
      }),
      { numRuns: 25 },
    );
  });
});

describe('exchange rates that were fetched', () => {
  it('are in a backup, so that costs in another currency are the same where it is restored', async () => {
    const ledger = freshLedger();
    const day = '2026-11-30' as Day;
    const [source] = fetchedSources;
    const told = { day, base: currencyCode('EUR'), rates: { GBP: rateText('0.8125') }, source };
    await keepRates(ledger, 'frankfurter', [told], now);
    const rateIn = async (database: LedgerDatabase) => {
      const { book } = await readRates(database);
      const found = rateOn(book, currencyCode('EUR'), currencyCode('GBP'), day);
      return found && [found.day, Number(found.numerator) / Number(found.denominator)];
    };
    const restored = freshLedger();
    expect(await rateIn(restored)).not.toEqual([day, 0.8125]);
    const { key } = await readRates(restored);
    await restore(restored, await backupOf(ledger));
    expect(await rateIn(restored)).toEqual([day, 0.8125]);
    expect((await readRates(restored)).key).not.toBe(key);
  });
});

describe('a restore that does not come to its end', () => {
  const happened = async () => {
    const other = await ledgerOf({
      events: [
        loggedIn,
        roomSeen(),
        ...Array.from({ length: 1_200 }, (_, index) =>
          sighting({ key: `tiktok:gift:7001:${index}` as EntryId, ended: true }),
        ),
      ],
      operations: [operation(1, { type: 'purchase-set', purchase: purchase() })],
    });
    const mine = await ledgerOf({ events: [loggedIn, sighting({ count: 7 })], operations: [] });
    return { file: await backupOf(other), mine };
  };

  it('because it was cancelled at any step leaves the ledger as it was', async () => {
    const { file, mine } = await happened();
    const before = await contentOf(mine);
    const steps: Progress[] = [];
    for (let stop = 0; ; stop++) {
      const controller = new AbortController();
      let step = 0;
      const tell = (progress: Progress) => {
        steps.push(progress);
        if (step++ === stop) controller.abort();
      };
      const work = { signal: controller.signal, tell };
      const error = await restoreBackup(mine, file, context, false, work).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error === null) break;
      expect(error).toMatchObject({ name: 'AbortError' });
      expect(await contentOf(mine)).toEqual(before);
      expect(await mine.staged.count()).toBe(0);
    }
    expect(new Set(steps.map(({ stage }) => stage))).toEqual(
      new Set(['checking', 'joining', 'working-out']),
    );
    expect(await mine.entries.count()).toBe(1_201);
  });

  it('because something fails on the way leaves the ledger as it was', async () => {
    const { file, mine } = await happened();
    const before = await contentOf(mine);
    const failing = { ...context, costs: () => Promise.reject(new RangeError('no price')) };
    await expect(restoreBackup(mine, file, failing, false, work)).rejects.toThrow('no price');
    expect(await contentOf(mine)).toEqual(before);
  });

  it('because its page was closed leaves rows that nobody counts, and that go', async () => {
    const { file, mine } = await happened();
    const before = await contentOf(mine);
    await stageBackup(mine, file, now, work);
    expect(await mine.staged.count()).toBeGreaterThan(0);
    expect(await contentOf(mine)).toEqual(before);
    await restore(mine, await backupOf(mine));
    expect(await contentOf(mine)).toEqual(before);
    await stageBackup(mine, file, now, work);
    await dropStaged(mine);
    expect(await mine.staged.count()).toBe(0);
  });
});

describe('settings in a backup', () => {
  it('are taken over where the user chose none, or all of them; nothing is fetched or deleted for it', async () => {
    const ledger = await ledgerOf({ events: [loggedIn], operations: [] });
    await choosePrice({ market: 'FR', channel: 'web' });
    await chooseDisplay(currencyCode('EUR'));
    await chooseKeepMonths(1);
    await chooseRates('fetched');
    const theirs = await readSettings();
    const file = await backupOf(ledger);
    fakeBrowser.reset();
    await choosePrice({ market: 'US', channel: 'app' });
    const zone = await ledgerZone();
    const { rates, keepMonths } = await readSettings();
    const here = { rates, keepMonths };
    await restore(ledger, file);
    expect(await readSettings()).toMatchObject({ rates: 'shipped' });
    expect((await readSettings()).keepMonths).toBeUndefined();
    expect(await readSettings()).toMatchObject({
      price: { market: 'US', channel: 'app' },
      display: 'EUR',
      zone,
    });
    await restoreBackup(ledger, file, context, true, work);
    expect(await readSettings()).toEqual({ ...theirs, ...here, zone });
  });
});
