import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportColumns } from '../../utils/core/exported-entry.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { epochMs, timeZone } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { allEntries, type ExportFormat, exportEntries } from '../../utils/storage/export.ts';
import { account, sighting, start } from '../core/sightings.ts';
import {
  anyEvents,
  backupOf,
  contentOf,
  freshLedger,
  ledgerOf,
  loggedIn,
  now,
  restore,
  roomSeen,
  work,
} from './backup/made-ledgers.ts';

async function exportOf(database: LedgerDatabase, format: ExportFormat, zone = 'UTC') {
  const written: string[] = [];
  const sink = { write: (text: string) => void written.push(text) };
  const context = { now, zone: timeZone(zone), total: 0 };
  const count = await exportEntries(database, format, allEntries(database), context, sink, work);
  return { count, text: written.join('') };
}

/** Lines by column name: no cell here is quoted over a comma but where a test says so. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split('\r\n');
  const names = head.split(',');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
      return Object.fromEntries(
        names.map((name, index) => [name, (cells[index] ?? '').replace(/,$/, '')]),
      );
    });
}

describe('an export', () => {
  it('as CSV has exact amounts with their units, local times, and names', async () => {
    const ledger = await ledgerOf({
      events: [
        loggedIn,
        roomSeen(),
        sighting({ count: 3, unitPrice: units(299), added: null, ended: true }),
      ],
      operations: [],
    });
    const { count, text } = await exportOf(ledger, 'csv', 'Asia/Kolkata');
    expect(count).toBe(1);
    expect(text.startsWith('\uFEFFdate,time,timestamp,')).toBe(true);
    expect(rowsOf(text)).toEqual([
      expect.objectContaining({
        date: '2026-11-22',
        time: '15:30:00',
        timestamp: '2026-11-22T15:30:00.000+05:30',
        direction: 'sent',
        creator: 'mira.plays',
        creator_id: 'tiktok:99',
        gift: 'Rose',
        count: '3',
        unit: 'tiktok:coin',
        unit_price: '299',
        amount: '897',
        cost: '8.97',
        currency: 'USD',
        cost_basis: 'listed',
        void: 'false',
        stream_id: 'tiktok:7001',
      }),
    ]);
  });

  it.each([
    ['money:USD', 499, '4.99', 'USD'],
    ['money:JPY', 500, '500', 'JPY'],
    ['money:KWD', 1250, '1.250', 'KWD'],
  ] as const)('writes payments in %s as people do', async (unit, minor, amount, currency) => {
    const ledger = await ledgerOf({
      events: [
        loggedIn,
        roomSeen(),
        sighting({ unit, unitPrice: units(minor), count: 1, added: null, ended: true }),
      ],
      operations: [],
    });
    expect(rowsOf((await exportOf(ledger, 'csv')).text)).toEqual([
      expect.objectContaining({ unit: currency, amount, unit_price: amount }),
    ]);
    const restored = freshLedger();
    await restore(restored, await backupOf(ledger));
    expect(await contentOf(restored)).toEqual(await contentOf(ledger));
  });

  it('cannot be made to run anything by a name', async () => {
    const evil = '=HYPERLINK("http://x","y")';
    const ledger = await ledgerOf({
      events: [
        loggedIn,
        roomSeen({
          host: { id: account('99'), handle: evil, name: '\u202E@x' },
          title: '-1\r\n+2',
        }),
        sighting({ recipient: null, gift: null, ended: true }),
      ],
      operations: [],
    });
    const { text } = await exportOf(ledger, 'csv');
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    expect(text).toContain(",'-1 +2,");
    expect(text).toContain(",'@x,");
  });

  it('as CSV and as JSON holds every entry once, whatever the ledger', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        const ledger = await ledgerOf({ events, operations: [] });
        const ids = (await ledger.entries.toCollection().primaryKeys()).sort();
        const csv = await exportOf(ledger, 'csv');
        expect(
          rowsOf(csv.text)
            .map(({ entry_id }) => entry_id)
            .sort(),
        ).toEqual(ids);
        const json = JSON.parse((await exportOf(ledger, 'json')).text);
        expect(json).toMatchObject({ format: 'gift-ledger-entries', version: 1, zone: 'UTC' });
        expect(json.entries.map(({ id }: { id: string }) => id).sort()).toEqual(ids);
        const total = (await ledger.dayTotals.toArray()).reduce((sum, each) => sum + each.units, 0);
        const exported = json.entries.reduce(
          (sum: number, { amount }: { amount: number | null }) => sum + (amount ?? 0),
          0,
        );
        expect(exported).toBe(total);
      }),
      { numRuns: 20 },
    );
  });

  it('takes all of many entries of one moment, page by page', async () => {
    const events = Array.from({ length: 2_500 }, (_, index) =>
      sighting({
        key: `tiktok:gift:7001:${index}` as EntryId,
        at: epochMs(start + (index < 2_200 ? 0 : index)),
        ended: true,
      }),
    );
    const ledger = await ledgerOf({ events: [loggedIn, ...events], operations: [] });
    const { count, text } = await exportOf(ledger, 'csv');
    expect(count).toBe(2_500);
    expect(new Set(rowsOf(text).map(({ entry_id }) => entry_id)).size).toBe(2_500);
  });

  it('stops when it is cancelled', async () => {
    const ledger = await ledgerOf({ events: [loggedIn, sighting()], operations: [] });
    const cancelled = { ...work, signal: AbortSignal.abort() };
    const context = { now, zone: timeZone('UTC'), total: 1 };
    const sink = { write: () => undefined };
    await expect(
      exportEntries(ledger, 'csv', allEntries(ledger), context, sink, cancelled),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('has columns with names of their own', () => {
    expect(new Set(exportColumns).size).toBe(exportColumns.length);
  });
});
