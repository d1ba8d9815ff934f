import { beforeEach, describe, expect, it } from 'vitest';
import { FORGOTTEN } from '../../utils/core/forgotten.ts';
import { forgottenEntryId } from '../../utils/core/forgotten-hash.ts';
import type { CaptureEvent, RoomSeen } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Operation, OperationId } from '../../utils/core/operation.ts';
import { epochMs, timeZone } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { knownBalance } from '../../utils/storage/balances.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { forgetOlderThan, forgetPerson, OwnAccount } from '../../utils/storage/forgetting.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { lotsNow } from '../../utils/storage/lots-left.ts';
import {
  OperationKnown,
  operate,
  takeInOperations,
  type Wanted,
} from '../../utils/storage/operations.ts';
import { lastEntries } from '../../utils/storage/queries.ts';
import { recount } from '../../utils/storage/totals.ts';
import { addedEntry, purchase } from '../core/made-operations.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = { id: account('900011'), handle: 'kai.watches', name: 'Kai' };
const mira = { id: account('900099'), handle: 'mira.plays', name: 'Mira' };
const noor = { id: account('900055'), handle: 'noor.live', name: 'Noor' };
const noorAgain = { id: account('900056'), handle: 'noor.two', name: 'Noor' };
const minute = (n: number) => epochMs(start + n * 60_000);
const context = { ...listedCosts, now: minute(60), cataloguePrice: () => null };

let database: LedgerDatabase;
let databases = 0;

beforeEach(async () => {
  databases += 1;
  database = new LedgerDatabase(`corrections-${databases}`);
  await record([{ type: 'account', platform: 'tiktok', me }, roomSeen('7001', mira)]);
  await record([roomSeen('7002', me)]);
});

const record = (events: readonly CaptureEvent[]) => recordEvents(database, events, context);
const wish = (wanted: Wanted) => operate(database, wanted, context);
const undo = ({ id }: Operation) => wish({ type: 'undo', operation: id });
const usd = (minor: number) => ({ currency: currencyCode('USD'), minor });

function roomSeen(id: string, host: typeof me, at = start): RoomSeen {
  return {
    type: 'room',
    platform: 'tiktok',
    room: room(id),
    at,
    host,
    title: `With ${host.name}`,
    ended: false,
    current: true,
  };
}

const sentKey = 'tiktok:gift:7001:1' as EntryId;
const sent = sighting({
  key: sentKey,
  sender: me,
  recipient: null,
  count: 10,
  added: null,
  ended: true,
  at: minute(1),
});
const receivedKey = `tiktok:streak:7002:${noor.id}:5655:1` as EntryId;
const received = sighting({
  key: receivedKey,
  room: room('7002'),
  sender: noor,
  recipient: null,
  count: 3,
  added: null,
  ended: true,
  at: minute(2),
});

const day = async (direction: string) => {
  const rows = (await database.dayTotals.toArray()).filter((row) => row.direction === direction);
  return rows.map(({ creator, units, entries, exact, paid, listed }) => ({
    creator,
    units,
    entries,
    cents: [exact, paid, listed].map((part) => part / 10_000),
  }));
};

describe('a correction', () => {
  it('of the amount counts in sums, lots and costs, and is taken back by undoing', async () => {
    await wish({ type: 'purchase-set', purchase: purchase({ units: units(20), price: usd(60) }) });
    await record([sent]);
    expect(await day('sent')).toMatchObject([{ units: 10, cents: [0, 30, 0] }]);
    const less = await wish({ type: 'entry-amount-set', entry: sentKey, units: units(4) });
    expect(await day('sent')).toMatchObject([{ units: 4, cents: [0, 12, 0] }]);
    expect((await lotsNow(database, 'tiktok:coin', context))?.lots).toMatchObject([{ drawn: 4 }]);
    await undo(less);
    expect(await day('sent')).toMatchObject([{ units: 10, cents: [0, 30, 0] }]);
    expect((await database.entries.get(sentKey))?.count).toBe(10);
  });

  it('wins over sightings that come later, which the entry keeps', async () => {
    await record([sent]);
    await wish({ type: 'entry-amount-set', entry: sentKey, units: units(4) });
    await record([{ ...sent, count: 30 }]);
    expect(await day('sent')).toMatchObject([{ units: 4 }]);
    expect(await database.entries.get(sentKey)).toMatchObject({ count: 30, lastAt: minute(1) });
  });

  it('of the price costs what the user says; the coins are spent all the same', async () => {
    await wish({ type: 'purchase-set', purchase: purchase({ units: units(20), price: usd(60) }) });
    await record([sent]);
    await wish({ type: 'entry-price-set', entry: sentKey, price: usd(99) });
    expect(await day('sent')).toMatchObject([{ units: 10, cents: [99, 0, 0] }]);
    expect((await lotsNow(database, 'tiktok:coin', context))?.lots).toMatchObject([{ drawn: 10 }]);
  });

  it('gives a price to what has none in coins', async () => {
    const key = 'tiktok:subscription:7001:9' as EntryId;
    await record([{ ...sent, key, kind: 'subscription', unit: null, unitPrice: null, gift: null }]);
    const priced = await wish({ type: 'entry-price-set', entry: key, price: usd(599) });
    expect(await day('sent')).toMatchObject([{ units: 0, cents: [599, 0, 0] }]);
    await undo(priced);
    expect(await day('sent')).toMatchObject([{ cents: [0, 0, 0] }]);
    expect((await database.entries.get(key))?.cost).toBeNull();
  });

  it('that voids leaves the entry in the list and nothing in sums, lots and the balance', async () => {
    await wish({ type: 'purchase-set', purchase: purchase({ units: units(20), price: usd(60) }) });
    await record([sent]);
    const balance = { type: 'balance', platform: 'tiktok', unit: 'tiktok:coin' } as const;
    await record([]);
    await database.balances.put({
      unit: balance.unit,
      account: me.id,
      units: units(20),
      at: minute(9),
      lastAt: minute(9),
    });
    await wish({ type: 'entry-voided', entry: sentKey, voided: true });
    expect(await day('sent')).toEqual([]);
    expect(await lastEntries(database, 'sent', 5)).toMatchObject([
      { id: sentKey, state: 'void', units: 10, money: null },
    ]);
    expect((await knownBalance(database, 'tiktok:coin'))?.facts.sent).toBe(0);
    expect((await lotsNow(database, 'tiktok:coin', context))?.lots).toMatchObject([{ drawn: 0 }]);
  });

  it('waits for an entry that is not in the ledger yet', async () => {
    await wish({ type: 'entry-amount-set', entry: sentKey, units: units(7) });
    await wish({ type: 'entry-noted', entry: sentKey, note: 'for the raid' });
    await record([sent]);
    expect(await day('sent')).toMatchObject([{ units: 7 }]);
    expect((await database.entries.get(sentKey))?.correction).toEqual({
      units: 7,
      note: 'for the raid',
    });
  });
});

describe('a payment by hand', () => {
  const added = addedEntry({ other: mira.id, units: units(25), at: minute(3), giftName: 'Rose' });

  it('counts like any other, in no stream, and goes when it is undone', async () => {
    const told = await wish({ type: 'entry-added', added });
    expect(await day('sent')).toMatchObject([{ creator: mira.id, units: 25, cents: [0, 0, 25] }]);
    expect(await database.sessionTotals.toArray()).toEqual([]);
    expect(await lastEntries(database, 'sent', 5)).toMatchObject([
      { gift: 'Rose', units: 25, state: 'closed', other: { name: 'Mira' } },
    ]);
    await undo(told);
    expect(await day('sent')).toEqual([]);
    expect(await database.entries.count()).toBe(0);
  });

  it('can be corrected, also before another device tells of it', async () => {
    await wish({ type: 'entry-voided', entry: added.id, voided: true });
    await wish({ type: 'entry-added', added });
    expect(await day('sent')).toEqual([]);
  });
});

describe('merged people', () => {
  const merge = (person: typeof noor, into: typeof noor) =>
    wish({ type: 'people-merged', platform: 'tiktok', person: person.id, into: into.id });

  it('are one in sums and lists, and two again when that is undone; entries keep their ids', async () => {
    const other = { ...received, key: 'tiktok:gift:7002:2' as EntryId, sender: noorAgain };
    await record([received, other]);
    const merged = await merge(noor, noorAgain);
    expect(await database.gifterTotals.toArray()).toMatchObject([
      { person: noorAgain.id, entries: 2 },
    ]);
    const rows = await lastEntries(database, 'received', 5);
    expect(rows.map((row) => row.other?.handle)).toEqual(['noor.two', 'noor.two']);
    expect((await database.entries.get(receivedKey))?.sender).toBe(noor.id);
    await record([{ ...received, key: 'tiktok:gift:7002:3' as EntryId }]);
    expect(await database.gifterTotals.toArray()).toMatchObject([{ entries: 3 }]);
    await undo(merged);
    const gifters = await database.gifterTotals.toArray();
    expect(gifters.map(({ person, entries }) => [person, entries])).toEqual([
      [noor.id, 2],
      [noorAgain.id, 1],
    ]);
  });

  it('are one as creators too', async () => {
    await record([sent, { ...sent, key: 'tiktok:gift:7001:8' as EntryId, recipient: noor }]);
    await merge(noor, mira);
    expect(await day('sent')).toMatchObject([{ creator: mira.id, entries: 2 }]);
  });
});

/** Everything in every table, as text. */
async function everything(): Promise<string> {
  const rows = await Promise.all(database.tables.map((table) => table.toArray()));
  const keys = await Promise.all(
    database.tables.map((table) => table.toCollection().primaryKeys()),
  );
  return JSON.stringify([rows, keys]);
}

describe('a deleted person', () => {
  const forget = ({ id }: typeof noor) => forgetPerson(database, 'tiktok', id, context);
  const traces = async ({ id, handle, name }: typeof noor) => {
    const text = await everything();
    return [id, handle, name].filter((each) => text.includes(each));
  };

  it('is named nowhere any more; sums stay', async () => {
    await record([received]);
    await wish({ type: 'entry-noted', entry: receivedKey, note: 'Noor, from Lisbon' });
    await wish({
      type: 'entry-added',
      added: addedEntry({ direction: 'received', other: noor.id, note: 'Noor again' }),
    });
    const before = await day('received');
    await forget(noor);
    expect(await traces(noor)).toEqual([]);
    expect(await day('received')).toEqual(before);
    expect(await database.gifterTotals.toArray()).toMatchObject([
      { person: FORGOTTEN, units: 3, entries: 1 },
    ]);
  });

  it('does not come back with a replay, nor with what another device says', async () => {
    await wish({ type: 'entry-noted', entry: receivedKey, note: 'Noor' });
    await record([received]);
    const old = await database.operations.toArray();
    await forget(noor);
    const stored = await everything();
    await record([received, { ...received, at: minute(1) }]);
    await takeInOperations(database, old, context);
    expect(await traces(noor)).toEqual([]);
    expect(await database.entries.count()).toBe(1);
    await record([{ ...received, count: 9, at: minute(90) }]);
    expect(await database.entries.toArray()).toMatchObject([
      { id: forgottenEntryId(receivedKey), count: 9, sender: FORGOTTEN },
    ]);
    expect(await traces(noor)).toEqual([]);
    expect(stored).not.toContain(noor.id);
  });

  it('goes from a streak that turns out to have begun before', async () => {
    const since = { ...received, at: minute(70) };
    await wish({ type: 'entry-amount-set', entry: receivedKey, units: units(8) });
    await forget(noor);
    await record([since]);
    expect(await lastEntries(database, 'received', 1)).toMatchObject([{ other: noor, units: 8 }]);
    await record([{ ...received, count: 9 }]);
    const told = [await database.entries.toArray(), await database.gifterTotals.toArray()];
    expect(JSON.stringify(told)).not.toContain(noor.id);
    expect(await day('received')).toMatchObject([{ units: 8, entries: 1 }]);
    expect(await database.entries.toArray()).toMatchObject([{ count: 9, lastAt: minute(70) }]);
  });

  it('goes from a payment that is told without them too, and it stays one', async () => {
    await record([received]);
    const [row] = await database.entries.toArray();
    // As another device tells it that has deleted them.
    if (row !== undefined) {
      const id = forgottenEntryId(row.id);
      await database.entries.put({ ...row, id, sender: FORGOTTEN, count: 12 });
    }
    await recount(database);
    await record([received]);
    expect(await day('received')).toMatchObject([{ units: 12, entries: 1 }]);
    expect(await database.entries.toArray()).toMatchObject([{ sender: FORGOTTEN, count: 12 }]);
  });

  it('is forgotten as a creator too, with their streams’ titles', async () => {
    await record([
      sent,
      { ...sent, key: `tiktok:gift:7001:5:${mira.id}` as EntryId, recipient: mira },
    ]);
    await wish({ type: 'entry-noted', entry: sentKey, note: 'Mira’s birthday' });
    await forget(mira);
    expect(await traces(mira)).toEqual([]);
    expect(await day('sent')).toMatchObject([{ creator: FORGOTTEN, units: 20, entries: 2 }]);
    await record([sent, roomSeen('7001', mira, minute(5)), roomSeen('7001', mira, minute(70))]);
    expect(await traces(mira)).toEqual([]);
  });

  it('while nobody knows yet whose gift it is', async () => {
    database = new LedgerDatabase(`corrections-undecided-${databases}`);
    await record([received]);
    await forget(noor);
    expect(await traces(noor)).toEqual([]);
    await record([{ type: 'account', platform: 'tiktok', me }, roomSeen('7002', me)]);
    expect(await day('received')).toMatchObject([{ units: 3, entries: 1 }]);
    expect(await traces(noor)).toEqual([]);
  });

  it('is somebody new in what is paid later', async () => {
    await record([received]);
    await forget(noor);
    const later = { ...received, key: 'tiktok:gift:7002:9' as EntryId, at: minute(61) };
    await record([later]);
    expect(await lastEntries(database, 'received', 1)).toMatchObject([{ other: noor }]);
    expect(await day('received')).toMatchObject([{ entries: 2 }]);
  });

  it('takes along whom they were merged with', async () => {
    await record([
      received,
      { ...received, key: 'tiktok:gift:7002:2' as EntryId, sender: noorAgain },
    ]);
    await wish({
      type: 'people-merged',
      platform: 'tiktok',
      person: noor.id,
      into: noorAgain.id,
    });
    await forget(noor);
    expect([...(await traces(noor)), ...(await traces(noorAgain))]).toEqual([]);
  });

  it('cannot be the user', async () => {
    await record([sent]);
    await expect(forget(me)).rejects.toThrow(OwnAccount);
    expect(await day('sent')).toMatchObject([{ units: 10 }]);
  });
});

describe('senders that are kept for some months', () => {
  const zone = timeZone('UTC');
  const later = (month: number, dayOfMonth: number) => epochMs(Date.UTC(2026, month, dayOfMonth));

  it('go from older payments, with their names and notes; sums stay', async () => {
    const lately = { ...received, key: 'tiktok:gift:7002:7' as EntryId, sender: noorAgain };
    await record([received, sent, { ...lately, at: later(11, 20) }]);
    await wish({ type: 'entry-noted', entry: receivedKey, note: 'Noor' });
    await wish({ type: 'entry-amount-set', entry: receivedKey, units: units(50) });
    await forgetOlderThan(database, 1, { now: later(11, 22), zone });
    expect(await everything()).toContain(noor.id);
    const before = await day('received');
    await forgetOlderThan(database, 1, { now: later(11, 23), zone });
    const text = await everything();
    expect([noor.id, noor.handle, '"Noor"'].filter((part) => text.includes(part))).toEqual([
      // The other of the two has the same name.
      '"Noor"',
    ]);
    expect(text).toContain(noorAgain.id);
    expect(text).toContain(mira.id);
    expect(await day('received')).toEqual(before);
    await record([received]);
    expect(await everything()).not.toContain(noor.id);
    expect(await day('received')).toEqual(before);
  });

  it('do not come back with what another device still says of them', async () => {
    const key = 'tiktok:gift:7002:2' as EntryId;
    await record([{ ...received, key }]);
    await wish({ type: 'entry-noted', entry: key, note: 'Noor, from Lisbon' });
    const old = await database.operations.toArray();
    await forgetOlderThan(database, 1, { now: later(11, 24), zone });
    await takeInOperations(database, old, context);
    expect(await everything()).not.toContain('Lisbon');
  });

  it('go at once from what is older when it comes', async () => {
    await forgetOlderThan(database, 1, { now: later(11, 24), zone });
    await record([received]);
    expect(await everything()).not.toContain(noor.id);
    expect(await day('received')).toMatchObject([{ units: 3 }]);
  });
});

describe('an operation that every device makes the same', () => {
  it('is made once', async () => {
    const id = 'order-1' as OperationId;
    const bought: Wanted = { type: 'purchase-set', purchase: purchase() };
    await operate(database, bought, context, id);
    await expect(operate(database, bought, context, id)).rejects.toThrow(OperationKnown);
  });
});

describe('a recount', () => {
  const sums = async () => [
    await database.dayTotals.toArray(),
    await database.sessionTotals.toArray(),
    await database.gifterTotals.toArray(),
  ];

  it('counts as the user corrected, and tells how far it is', async () => {
    await record([sent, received]);
    await wish({ type: 'entry-amount-set', entry: sentKey, units: units(4) });
    await wish({ type: 'entry-voided', entry: receivedKey, voided: true });
    const before = await sums();
    const told: string[] = [];
    await database.dayTotals.clear();
    await recount(database, { onProgress: (done, all) => told.push(`${done} of ${all}`) });
    expect(await sums()).toEqual(before);
    expect(told).toEqual(['0 of 2', '2 of 2']);
  });

  it('changes nothing when it is stopped', async () => {
    await record([sent, received]);
    const before = await sums();
    const stop = new AbortController();
    const work = recount(database, {
      signal: stop.signal,
      onProgress: (done) => done === 2 && stop.abort(new Error('enough')),
    });
    await expect(work).rejects.toThrow('enough');
    expect(await sums()).toEqual(before);
  });
});
