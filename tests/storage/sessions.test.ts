import { beforeEach, describe, expect, it } from 'vitest';
import { isObserved } from '../../utils/core/entry-state.ts';
import type { BattleSeen, CaptureEvent, RoomSeen } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { minuteOf } from '../../utils/core/received-totals.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = { id: account('11'), handle: 'kai.watches', name: 'Kai' };
const mira = { id: account('99'), handle: 'mira.plays', name: 'Mira' };
const loggedIn: CaptureEvent = { type: 'account', platform: 'tiktok', me };
const minute = (n: number) => epochMs(start + n * 60_000);
const first = minuteOf(start);

function roomSeen(part: Partial<RoomSeen> = {}): RoomSeen {
  return {
    type: 'room',
    platform: 'tiktok',
    room: room('7001'),
    at: start,
    host: me,
    title: 'Evening',
    ended: false,
    current: true,
    ...part,
  };
}

const watch = (n: number): CaptureEvent => ({
  type: 'watch',
  platform: 'tiktok',
  room: room('7001'),
  at: minute(n),
});

let database: LedgerDatabase;
let databases = 0;

beforeEach(() => {
  databases += 1;
  database = new LedgerDatabase(`sessions-${databases}`);
});

const record = (...events: readonly CaptureEvent[]) =>
  recordEvents(database, events, { ...listedCosts, now: start, cataloguePrice: () => null });
const session = () => database.sessions.get('tiktok:7001');

describe('minutes in which a stream was seen', () => {
  it('of one’s own are kept in any order, once', async () => {
    await record(loggedIn, roomSeen(), watch(0), watch(1), watch(5));
    await record(watch(4), watch(1));
    expect(await session()).toMatchObject({
      watched: [first - 1, first + 1, first + 3, first + 5],
      lastAt: minute(5),
    });
  });

  it('of others are not kept, also where the host becomes known only later', async () => {
    await record(loggedIn, watch(0));
    expect((await session())?.watched).toEqual([first - 1, first]);
    await record(roomSeen({ host: mira }), watch(1));
    expect((await session())?.watched).toEqual([]);
  });
});

describe('battles and running totals', () => {
  const battle = (id: string, part: Partial<BattleSeen>): CaptureEvent => ({
    type: 'battle',
    platform: 'tiktok',
    room: room('7001'),
    battle: id,
    at: start,
    from: minute(1),
    until: minute(6),
    endedAt: null,
    ...part,
  });
  const running = (at: number, coins: number): CaptureEvent => ({
    type: 'running',
    platform: 'tiktok',
    room: room('7001'),
    at: minute(at),
    unit: 'tiktok:coin',
    totals: [
      { account: account('77'), units: units(9_999) },
      { account: me.id, units: units(coins) },
    ],
  });

  it('of one’s own stream are kept: each battle once, the latest total of the creator’s', async () => {
    await record(loggedIn, roomSeen(), battle('6', {}), running(3, 12_390));
    await record(battle('6', { from: minute(2), endedAt: minute(5) }), running(2, 12_000));
    await record(battle('5', { from: start, endedAt: minute(1) }));
    expect(await session()).toMatchObject({
      battles: [{ battle: '5' }, { battle: '6', from: minute(1), endedAt: minute(5) }],
      running: { at: minute(3), unit: 'tiktok:coin', units: 12_390 },
    });
  });

  it('of others’ streams are not kept', async () => {
    await record(loggedIn, roomSeen({ host: mira }), battle('6', {}), running(3, 12_390));
    expect(await session()).toMatchObject({ battles: [], running: null });
  });
});

describe('the ranking of those who gave most', () => {
  const ranking = (at: number, ...coins: readonly number[]): CaptureEvent => ({
    type: 'ranking',
    platform: 'tiktok',
    room: room('7001'),
    at: minute(at),
    unit: 'tiktok:coin',
    people: coins.map((each, n) => ({ account: account(String(500 + n)), units: units(each) })),
  });
  const gift = (from: string, count: number) =>
    sighting({
      key: `${from} ${count}` as EntryId,
      sender: { id: account(from), handle: '', name: '' },
      recipient: null,
      count,
      ended: true,
    });

  it('is held against what is in the totals with it; nobody of it is kept', async () => {
    await record(loggedIn, roomSeen(), gift('500', 30), gift('501', 20), ranking(1, 30, 25, 7));
    const first = { at: minute(1), unit: 'tiktok:coin', people: 3, told: 62, missed: 12 };
    expect((await session())?.ranking).toEqual(first);
    expect(JSON.stringify(await session())).not.toContain('501');
    // An older one says nothing any more; the next one is held against what came since.
    await record(ranking(0, 99));
    expect((await session())?.ranking).toEqual(first);
    await record(gift('502', 7), ranking(2, 30, 20, 7));
    expect((await session())?.ranking).toMatchObject({ told: 57, missed: 0 });
  });

  it('of others’ streams is not kept', async () => {
    await record(loggedIn, roomSeen({ host: mira }), ranking(1, 30));
    expect((await session())?.ranking).toBeNull();
  });
});

describe('the end of a stream', () => {
  it('is the first that was told, whatever is seen afterwards', async () => {
    await record(loggedIn, roomSeen(), roomSeen({ at: minute(9), ended: true, host: null }));
    await record(roomSeen({ at: minute(8), ended: true }), roomSeen({ at: minute(20) }));
    expect(await session()).toMatchObject({ endedAt: minute(8), lastAt: minute(20) });
  });
});

it('has none for what was paid outside of any stream, which counts all the same', async () => {
  const paid = sighting({
    room: '',
    sender: me,
    recipient: mira,
    unitPrice: units(50),
    count: 1,
    added: units(50),
    evidence: 'observed',
  });
  await record(loggedIn, paid);
  const entries = await database.entries.toArray();
  expect(entries).toMatchObject([{ direction: 'sent', creator: mira.id, onPage: false }]);
  expect(entries.map(isObserved)).toEqual([true]);
  expect(await database.sessions.toArray()).toEqual([]);
  expect(await database.sessionTotals.toArray()).toEqual([]);
  expect(await database.dayTotals.toArray()).toMatchObject([{ units: 50, creator: mira.id }]);
});
