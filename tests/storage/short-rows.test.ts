import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountId, EntryId, GiftId, RoomId } from '../../utils/core/ids.ts';
import { epochMs } from '../../utils/core/time.ts';
import type { DayTotal } from '../../utils/core/totals.ts';
import { emptyTally } from '../../utils/core/totals.ts';
import { LedgerDatabase, type StoredEntry } from '../../utils/storage/database.ts';
import { packId, packParts, UnusableKey } from '../../utils/storage/packed-keys.ts';
import { NoSuchOrder } from '../../utils/storage/short-rows.ts';
import { storedForms } from '../../utils/storage/stored-forms.ts';
import { primaryKeyOf, totalKeys } from '../../utils/storage/total-keys.ts';
import { storedEntry } from './stored-entries.ts';

let database: LedgerDatabase;
let opened = 0;

beforeEach(() => {
  opened += 1;
  database = new LedgerDatabase(`short rows ${opened}`);
});

/** Texts that are mostly digits and colons, now and then anything at all. */
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-c0-3:]{0,30}$/) },
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const anyId = fc.stringMatching(/^[0-9]{1,22}$/);

const anyEntry: fc.Arbitrary<StoredEntry> = fc
  .record({
    id: fc.oneof(
      anyText,
      fc.tuple(anyId, anyId, anyId).map((ids) => `tiktok:streak:${ids.join(':')}`),
    ),
    room: fc.oneof(anyText, anyId),
    sender: fc.option(fc.oneof(anyText, anyId)),
    recipient: fc.option(fc.oneof(anyText, anyId)),
    creator: anyText,
    gift: fc.option(anyId),
    at: fc.nat(2_000_000_000_000),
    later: fc.nat(5),
    count: fc.nat(3),
    added: fc.constantFrom([], [0, 1], [0, 2], [1, 2], [0, 1, 2, 3]),
    day: fc.constantFrom('2026-01-31', '1970-01-01'),
    own: fc.boolean(),
    more: fc.constantFrom<Partial<StoredEntry>>(
      {},
      { unit: null, unitPrice: null, priceless: 1 },
      { kind: 'chest', ended: false, openSince: epochMs(7), onSend: true, onPage: false },
      { correction: { voided: true }, giver: 'other' as AccountId, disputed: true },
    ),
  })
  .map(({ id, room, sender, recipient, creator, gift, later, day, own, more, ...rest }) => {
    const entry = storedEntry(0, { key: id as EntryId, room: room as RoomId });
    return {
      ...entry,
      ...rest,
      at: epochMs(rest.at),
      lastAt: epochMs(rest.at + later),
      sender: sender as AccountId | null,
      recipient: (own ? creator : recipient) as AccountId | null,
      creator: creator as AccountId,
      gift: gift as GiftId | null,
      day: day as StoredEntry['day'],
      ...more,
    };
  });

describe('rows in their stored form', () => {
  it('come back whole, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 5 }), async (entries) => {
        const rows = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
        await database.entries.clear();
        await database.entries.bulkPut(rows);
        expect(await database.entries.bulkGet(rows.map(({ id }) => id))).toEqual(rows);
        expect((await database.entries.toCollection().primaryKeys()).sort()).toEqual(
          rows.map(({ id }) => id).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('leave what indexes are of where the browser looks for it', () => {
    const forms: Readonly<Record<string, { pack(row: never): object }>> = storedForms;
    for (const [name, form] of Object.entries(forms)) {
      const { indexes } = database.table(name).schema;
      const fields = indexes.flatMap(({ keyPath }) => keyPath ?? []);
      const row = Object.fromEntries(
        fields.map((field) => [field, field === 'at' ? 5 : `is ${field}`]),
      );
      const stored = form.pack({ ...storedEntry(1), ...row } as never);
      expect(stored, name).toMatchObject(row);
    }
  });

  it('are replaced, deleted and gone through under the keys that they hold', async () => {
    const [first, second] = [storedEntry(1), storedEntry(2, { at: epochMs(5) })];
    await database.entries.bulkPut([first, second]);
    await database.entries.put({ ...first, count: 7 });
    expect(await database.entries.count()).toBe(2);
    const met: unknown[] = [];
    await database.entries
      .where('[direction+at]')
      .between(['sent', 0], ['sent', Number.POSITIVE_INFINITY])
      .reverse()
      .each(({ id, count }, { primaryKey }) => void met.push([id, count, primaryKey]));
    expect(met).toEqual([
      [first.id, 7, first.id],
      [second.id, 1, second.id],
    ]);
    await database.entries.delete(first.id);
    await database.entries.where('id').equals(second.id).delete();
    expect(await database.entries.count()).toBe(0);
    await expect(database.entries.add(first)).resolves.toBe(first.id);
    await expect(database.entries.add(first)).rejects.toMatchObject({ name: 'ConstraintError' });
  });

  it('are not looked for in an order of texts, which their ids are not in', async () => {
    await database.entries.bulkPut([storedEntry(1), storedEntry(2)]);
    const ids = () => database.entries.where('id');
    await expect(ids().between('entry 1', 'entry 2').toArray()).rejects.toThrow(NoSuchOrder);
    await expect(ids().startsWith('entry').count()).rejects.toThrow(NoSuchOrder);
    await expect(ids().anyOf(['entry 1', 'entry 2']).toArray()).rejects.toThrow(NoSuchOrder);
    const all = await ids().above('').toArray();
    expect(await ids().above(all[0]?.id).toArray()).toEqual(all.slice(1));
  });

  it('are found by the first parts of their key, from one to another', async () => {
    const days = ['2025-12-31', '2026-01-01', '2026-01-09', '2026-01-10', '2026-11-01'];
    const rows = days.flatMap((day, n): DayTotal[] =>
      ['', '~forgotten', '7', '6800011000000000007'].map((creator) => ({
        ...emptyTally,
        day: day as DayTotal['day'],
        platform: 'tiktok',
        creator: creator as AccountId,
        direction: 'sent',
        kind: 'gift',
        unit: 'tiktok:coin',
        basis: 'listed',
        entries: n + 1,
      })),
    );
    await database.dayTotals.bulkPut(rows);
    const found = await database.dayTotals
      .where(primaryKeyOf('dayTotals'))
      .between(['2026-01-01'], ['2026-01-10', []])
      .toArray();
    expect(new Set(found.map(({ day }) => day))).toEqual(new Set(days.slice(1, 4)));
    expect(found).toHaveLength(12);
    const last = rows.at(-1);
    if (last === undefined) throw new Error('no rows');
    expect(await database.dayTotals.get([...totalKeys.dayTotals(last)])).toEqual(last);
  });
});

const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');

describe('a packed key', () => {
  const anyParts = fc.array(fc.oneof(anyText, fc.nat()), { minLength: 1, maxLength: 4 });

  it('is another one for other parts', () => {
    fc.assert(
      fc.property(anyParts, anyParts, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(hex(packParts(a))).not.toBe(hex(packParts(b)));
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        fc.pre(a !== b);
        expect(hex(packId(a))).not.toBe(hex(packId(b)));
      }),
    );
  });

  it('sorts by its parts: days and numbers by what they mean, bounds beside all that they bound', () => {
    const sorted = [
      ['2026-01-09', ''],
      ['2026-01-09', 'a', 'z'],
      ['2026-01-09', 'ab'],
      ['2026-01-09', '~'],
      ['2026-01-09', 'é'],
      ['2026-01-09', '\uffff'],
      ['2026-01-09', []],
      ['2026-01-10', Number.NEGATIVE_INFINITY],
      ['2026-01-10', 0],
      ['2026-01-10', 9],
      ['2026-01-10', 29_000_000],
      ['2026-01-10', Number.POSITIVE_INFINITY],
      ['2026-11-01', ''],
      ['2027-01-01', ''],
    ].map((parts) => hex(packParts(parts)));
    expect(sorted.toSorted()).toEqual(sorted);
  });

  it('of a room stands beside the others of that room', () => {
    const ids = ['7413000000000000002', '7413000000000000001'].flatMap((room) =>
      ['11', '12', '13'].map((sender) => `tiktok:streak:${room}:${sender}:5:9`),
    );
    const sorted = ids.toSorted((a, b) => (hex(packId(a)) < hex(packId(b)) ? -1 : 1));
    expect(sorted.map((id) => id.split(':')[2])).toEqual([
      ...Array(3).fill('7413000000000000001'),
      ...Array(3).fill('7413000000000000002'),
    ]);
    expect(hex(packId('')) < hex(packId('0'))).toBe(true);
  });

  it('is refused for what keys are not made of', () => {
    expect(() => packParts(['a', -1])).toThrow(UnusableKey);
    expect(() => packParts([null])).toThrow(UnusableKey);
  });
});
