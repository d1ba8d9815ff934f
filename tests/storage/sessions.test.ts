import { beforeEach, describe, expect, it } from 'vitest';
import type { CaptureEvent, RoomSeen } from '../../utils/core/gift-event.ts';
import { minuteOf } from '../../utils/core/received-totals.ts';
import { epochMs } from '../../utils/core/time.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { account, room, start } from '../core/sightings.ts';
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

describe('the end of a stream', () => {
  it('is the first that was told, whatever is seen afterwards', async () => {
    await record(loggedIn, roomSeen(), roomSeen({ at: minute(9), ended: true, host: null }));
    await record(roomSeen({ at: minute(8), ended: true }), roomSeen({ at: minute(20) }));
    expect(await session()).toMatchObject({ endedAt: minute(8), lastAt: minute(20) });
  });
});
