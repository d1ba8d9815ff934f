import { beforeEach, describe, expect, it } from 'vitest';
import { FORGOTTEN } from '../../utils/core/forgotten.ts';
import { forgottenEntryId } from '../../utils/core/forgotten-hash.ts';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { epochMs, timeZone } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { forgetOlderThan, forgetPerson, OwnAccount } from '../../utils/storage/forgetting.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate, takeInOperations, type Wanted } from '../../utils/storage/operations.ts';
import { lastEntries } from '../../utils/storage/queries.ts';
import { recount } from '../../utils/storage/totals.ts';
import { addedEntry } from '../core/made-operations.ts';
import {
  context,
  dayOf,
  me,
  minute,
  mira,
  noor,
  noorAgain,
  received,
  receivedKey,
  roomSeen,
  sent,
  sentKey,
} from './corrected-payments.ts';

let database: LedgerDatabase;
let databases = 0;

beforeEach(async () => {
  databases += 1;
  database = new LedgerDatabase(`forgetting-${databases}`);
  await record([{ type: 'account', platform: 'tiktok', me }, roomSeen('7001', mira)]);
  await record([roomSeen('7002', me)]);
});

const record = (events: readonly CaptureEvent[]) => recordEvents(database, events, context);
const wish = (wanted: Wanted) => operate(database, wanted, context);
const day = (direction: string) => dayOf(database, direction);

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
    await record([{ ...received, sender: { ...noor, handle: 'noor.new' }, at: minute(3) }]);
    await wish({ type: 'person-noted', platform: 'tiktok', person: noor.id, note: 'noor.live' });
    await wish({ type: 'person-hidden', platform: 'tiktok', person: noor.id, hidden: true });
    await wish({
      type: 'person-thanked',
      platform: 'tiktok',
      person: noor.id,
      session: 'tiktok:7002',
      gifts: 3,
    });
    const before = await day('received');
    await forget(noor);
    expect(await traces(noor)).toEqual([]);
    expect(await day('received')).toEqual(before);
    expect(await database.gifterTotals.toArray()).toMatchObject([
      { person: FORGOTTEN, session: 'tiktok:', units: 10, entries: 1 },
      { person: FORGOTTEN, session: 'tiktok:7002', units: 3, entries: 1 },
    ]);
    expect(await database.supporters.count()).toBe(0);
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
    database = new LedgerDatabase(`forgetting-undecided-${databases}`);
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
