import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntryId } from '../../utils/core/ids.ts';
import { dayAndHourOf, epochMs, timeZone } from '../../utils/core/time.ts';
import { beginTrust } from '../../utils/core/trusted-time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { countDaysIn, zoneOfDays } from '../../utils/storage/ledger-zone.ts';
import { operate } from '../../utils/storage/operations.ts';
import { settleStandings } from '../../utils/storage/standings.ts';
import { recount } from '../../utils/storage/totals.ts';
import { budget } from '../core/made-operations.ts';
import { account, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = {
  type: 'account',
  platform: 'tiktok',
  me: { id: account('11'), handle: 'kai.watches', name: 'Kai' },
} as const;

let databases = 0;
const fresh = () => {
  databases += 1;
  return new LedgerDatabase(`zone-${databases}`);
};

const send = (database: LedgerDatabase, hours: readonly number[], zone = timeZone('UTC')) =>
  recordEvents(
    database,
    [
      me,
      ...hours.map((hour, id) =>
        sighting({
          key: `tiktok:gift:7001:${id}` as EntryId,
          at: epochMs(start + hour * 3_600_000),
          unitPrice: units(id + 1),
          added: null,
          ended: true,
        }),
      ),
    ],
    { ...listedCosts, zone, now: start, cataloguePrice: () => null },
  );

it('another zone moves every payment to its day and hour there, and every total with it', async () => {
  const zones = fc
    .constantFrom('UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu')
    .map(timeZone);
  const hours = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(hours, fc.array(zones, { minLength: 1, maxLength: 3 }), async (gifts, all) => {
      const database = fresh();
      await send(database, gifts);
      for (const zone of all) {
        expect(await countDaysIn(database, zone)).toBe(zone);
        const entries = await database.entries.toArray();
        expect(entries.map(({ day, hour }) => ({ day, hour }))).toEqual(
          entries.map(({ at }) => dayAndHourOf(at, zone)),
        );
        const totals = async () => [
          await database.dayTotals.toArray(),
          await database.monthTotals.toArray(),
          await database.hourTotals.toArray(),
        ];
        const stored = await totals();
        await recount(database);
        expect(await totals()).toEqual(stored);
      }
    }),
    { numRuns: 40 },
  );
});

it('until days were counted anew, payments are put under days of the zone before', async () => {
  const database = fresh();
  await send(database, [0]);
  const kiritimati = timeZone('Pacific/Kiritimati');
  await send(database, [0, 13], kiritimati);
  expect((await database.entries.toArray()).map(({ day }) => day)).toEqual([
    '2026-11-22',
    '2026-11-22',
  ]);
  await countDaysIn(database, kiritimati);
  expect((await database.entries.toArray()).map(({ day }) => day)).toEqual([
    '2026-11-23',
    '2026-11-23',
  ]);
});

it('stays as it is while a budget is locked: another zone would begin its day earlier', async () => {
  const database = fresh();
  await send(database, [0]);
  const locked = budget({ lock: { delayMs: 86_400_000 } });
  await operate(database, { type: 'budget-set', budget: locked }, { ...listedCosts, now: start });
  await settleStandings(database, beginTrust(start));
  expect(await countDaysIn(database, timeZone('Pacific/Kiritimati'))).toBe('UTC');
  expect(await zoneOfDays(database)).toBe('UTC');
});
