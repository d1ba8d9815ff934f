/**
 * Ledgers of every released version, opened by this one. `old-ledgers/version-N.json` holds one of version N; the ledger
 * of the present version is made here by the present code, and written there when WRITE_OLD_LEDGER=1 is set: do that
 * before the schema gets another version.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Dexie, { type IndexableType } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { GiftSeen } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate } from '../../utils/storage/operations.ts';
import { totalKeys } from '../../utils/storage/total-keys.ts';
import { recount } from '../../utils/storage/totals.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

type Row = readonly [key: IndexableType, value: unknown];

/** A ledger as a version of the extension left it. */
interface OldLedger {
  readonly version: number;
  /** Each table's keys and indexes, in Dexie's words. */
  readonly stores: Readonly<Record<string, string>>;
  /** Each table's rows as they lie on the disk, with their keys: some are not in the row. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}

const folder = new URL('old-ledgers/', import.meta.url);

const stored: readonly OldLedger[] = readdirSync(folder)
  .filter((name) => /^version-\d+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'), fromText));

/** Packed keys, and places of a short row that hold nothing, as JSON can have them. */
function asText(_name: string, value: unknown): unknown {
  if (value === undefined) return { nothing: true };
  return value instanceof ArrayBuffer ? { bytes: new Uint8Array(value).toHex() } : value;
}

function fromText(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('nothing' in value) return undefined;
  return 'bytes' in value ? Uint8Array.fromHex(String(value.bytes)) : value;
}

let opened = 0;
const freshName = () => `migrations-${opened++}`;

const gift = (n: number, part: Partial<GiftSeen>) =>
  sighting({ key: `tiktok:gift:7001:${n}` as EntryId, unitPrice: units(n), added: null, ...part });

/** A ledger of the present version with something of everything that is recorded: sent, received, corrected, waiting. */
async function presentLedger(): Promise<OldLedger> {
  const database = new LedgerDatabase(freshName());
  const context = { ...listedCosts, now: start };
  const me = { id: account('11'), handle: 'kai.watches', name: 'Kai' };
  const lumi = { id: account('31'), handle: 'lumi_x', name: 'Lumi' };
  await recordEvents(
    database,
    [
      { type: 'account', platform: 'tiktok', me },
      gift(1, { count: 3 }),
      gift(2, { ended: true }),
      gift(3, { sender: lumi, recipient: me, room: room('8001'), count: 2 }),
      gift(4, { unitPrice: null }),
    ],
    { ...context, cataloguePrice: () => null },
  );
  const entry = 'tiktok:gift:7001:2' as EntryId;
  await operate(database, { type: 'entry-amount-set', entry, units: units(7) }, context);
  const { name, verno } = database;
  database.close();
  return { version: verno, ...(await lyingOnDisk(name)) };
}

/** Reads a database past everything that the extension does to its rows. */
async function lyingOnDisk(name: string): Promise<Pick<OldLedger, 'stores' | 'rows'>> {
  const plain = await new Dexie(name).open();
  const stores = Object.fromEntries(
    plain.tables.map((table) => [
      table.name,
      [table.schema.primKey, ...table.schema.indexes].map(({ src }) => src).join(', '),
    ]),
  );
  const rows: Record<string, readonly Row[]> = {};
  for (const table of plain.tables) {
    const keys = await table.toCollection().primaryKeys();
    const values: unknown[] = await table.toArray();
    rows[table.name] = keys.map((key, index) => [key, values[index]]);
  }
  plain.close();
  return { stores, rows };
}

/** Puts an old ledger into a database of its own version, as its extension left it. */
async function leave({ version, stores, rows }: OldLedger): Promise<string> {
  const name = freshName();
  const old = new Dexie(name);
  old.version(version).stores({ ...stores });
  for (const [of, found] of Object.entries(rows)) {
    const table = old.table<unknown, IndexableType>(of);
    const keyInRow = Boolean(table.schema.primKey.keyPath);
    await old.transaction('rw', table, async () => {
      for (const [key, value] of found) await table.add(value, keyInRow ? undefined : key);
    });
  }
  old.close();
  return name;
}

async function totalsOf(database: LedgerDatabase): Promise<readonly string[]> {
  const tables = await Promise.all(
    Object.keys(totalKeys).map((name) => database.table<unknown>(name).toArray()),
  );
  return tables.flat().map((row) => JSON.stringify(Object.entries(Object(row)).sort()));
}

async function expectTaken(old: OldLedger): Promise<void> {
  const database = new LedgerDatabase(await leave(old));
  await database.open();
  const entries = await database.entries.toArray();
  expect(entries).toHaveLength(old.rows.entries?.length ?? 0);
  expect(entries.length).toBeGreaterThan(0);
  expect(await database.operations.count()).toBe(old.rows.operations?.length ?? 0);
  const unended = database.entries.where('[unended+at]').between([1, 0], [1, start * 2]);
  expect(await unended.count()).toBe(entries.filter(({ ended }) => !ended).length);
  const before = await totalsOf(database);
  await recount(database);
  expect(await totalsOf(database)).toEqual(before);
  database.close();
}

describe('a ledger of an earlier version', () => {
  it('is kept for every version that was released before this one', async () => {
    const present = await presentLedger();
    if (process.env.WRITE_OLD_LEDGER === '1') {
      const file = new URL(`version-${present.version}.json`, folder);
      writeFileSync(file, `${JSON.stringify(present, asText, 1)}\n`);
    }
    const before = Array.from({ length: present.version - 1 }, (_, index) => index + 1);
    expect(stored.map(({ version }) => version)).toEqual(expect.arrayContaining(before));
  });

  it('of the present version is taken as it is', async () => {
    await expectTaken(await presentLedger());
  });

  it.each(stored.map((old) => [old.version, old] as const))(
    'of version %i is taken over: every entry is there, and totals equal a recount',
    (_, old) => expectTaken(old),
  );
});
