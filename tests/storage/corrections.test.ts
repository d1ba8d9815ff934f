import { beforeEach, describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Operation, OperationId } from '../../utils/core/operation.ts';
import { units } from '../../utils/core/units.ts';
import { knownBalance } from '../../utils/storage/balances.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { lotsNow } from '../../utils/storage/lots-left.ts';
import { OperationKnown, operate, type Wanted } from '../../utils/storage/operations.ts';
import { lastEntries } from '../../utils/storage/queries.ts';
import { recount } from '../../utils/storage/totals.ts';
import { addedEntry, purchase } from '../core/made-operations.ts';
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
  database = new LedgerDatabase(`corrections-${databases}`);
  await record([{ type: 'account', platform: 'tiktok', me }, roomSeen('7001', mira)]);
  await record([roomSeen('7002', me)]);
});

const record = (events: readonly CaptureEvent[]) => recordEvents(database, events, context);
const wish = (wanted: Wanted) => operate(database, wanted, context);
const undo = ({ id }: Operation) => wish({ type: 'undo', operation: id });
const usd = (minor: number) => ({ currency: currencyCode('USD'), minor });

const day = (direction: string) => dayOf(database, direction);

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
