import { beforeEach, describe, expect, it } from 'vitest';
import { isAskedFor, usualWhose } from '../../utils/core/creator.ts';
import type { CaptureEvent, GiftSeen, RoomSeen } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { units } from '../../utils/core/units.ts';
import { worthRates } from '../../utils/core/worth.ts';
import { creatorsOf, hasReceived } from '../../utils/storage/creators.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate, takeInOperations } from '../../utils/storage/operations.ts';
import { overlayView, sessionOf } from '../../utils/storage/overlay-view.ts';
import { monthTotals } from '../../utils/storage/queries.ts';
import { giftsOnDays } from '../../utils/storage/received-queries.ts';
import { receivedSide } from '../../utils/storage/received-side.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = { id: account('11'), handle: 'kai.watches', name: 'Kai' };
const mira = { id: account('99'), handle: 'mira.plays', name: 'Mira' };
const noor = { id: account('55'), handle: 'noor', name: 'Noor' };
const context = { ...listedCosts, now: start, cataloguePrice: () => null };
const loggedIn: CaptureEvent = { type: 'account', platform: 'tiktok', me };
const roomSeen = (id: string, host: typeof me): RoomSeen => ({
  type: 'room',
  platform: 'tiktok',
  room: room(id),
  at: start,
  host,
  title: '',
  ended: false,
  current: true,
});
const gift = (n: number, part: Partial<GiftSeen> = {}) =>
  sighting({ key: `gift ${n}` as EntryId, sender: noor, recipient: null, ended: true, ...part });

let database: LedgerDatabase;
let databases = 0;

beforeEach(() => {
  databases += 1;
  database = new LedgerDatabase(`creators-${databases}`);
});

const record = (...events: readonly CaptureEvent[]) => recordEvents(database, events, context);
const follow = (followed: boolean) =>
  operate(
    database,
    { type: 'creator-followed', platform: 'tiktok', person: mira.id, followed },
    context,
  );
const kept = async () =>
  (await database.entries.toArray()).map(({ id, direction }) => `${id} ${direction}`).sort();

describe('a creator whom the user follows', () => {
  it('has what comes in kept from then on; what was kept stays when the user follows them no more', async () => {
    await record(loggedIn, roomSeen('7001', mira), gift(1));
    expect(await kept()).toEqual([]);
    expect(await hasReceived(database)).toBe(false);

    const { id, stamp } = await follow(true);
    expect(stamp).not.toBe('');
    expect(await hasReceived(database)).toBe(true);
    const watch: CaptureEvent = {
      type: 'watch',
      platform: 'tiktok',
      room: room('7001'),
      at: start,
    };
    await record(gift(2), watch);
    expect(await kept()).toEqual(['gift 2 received']);
    expect((await database.sessions.get('tiktok:7001'))?.watched).toHaveLength(2);

    await follow(false);
    await record(gift(3), roomSeen('7001', mira));
    expect(await kept()).toEqual(['gift 2 received']);
    expect((await database.sessions.get('tiktok:7001'))?.watched).toHaveLength(2);
    expect(await creatorsOf(database)).toEqual([
      { platform: 'tiktok', id: mira.id, standing: 'past' },
    ]);
    await operate(database, { type: 'undo', operation: id }, context);
    expect(await hasReceived(database)).toBe(true);
  });

  it('has what came in shown on the page of their stream, beside what the user spent there', async () => {
    const shown = async () => {
      const stream = await sessionOf(database, 'tiktok:7001');
      if (stream === null) throw new Error('the stream is known');
      const { zone, display } = listedCosts;
      return overlayView(database, stream, false, { now: start, zone, display });
    };
    await record(loggedIn, roomSeen('7001', mira));
    expect(await shown()).not.toHaveProperty('followed');
    await follow(true);
    await record(gift(1, { count: 3 }), gift(2, { count: 9, sender: me }));
    expect(await shown()).toMatchObject({
      side: 'viewer',
      creator: { id: mira.id },
      stream: { amounts: [{ units: 9 }] },
      followed: {
        session: { amounts: [{ units: 3 }] },
        gifters: 1,
        last: { id: 'gift 1', other: { id: noor.id } },
      },
    });
    await follow(false);
    expect(await shown()).not.toHaveProperty('followed');
  });

  it('is the same on another device, whatever comes first', async () => {
    const yes = await follow(true);
    const no = await follow(false);
    const other = new LedgerDatabase(`creators-other-${databases}`);
    await takeInOperations(other, [no], context);
    await takeInOperations(other, [yes], context);
    expect(await other.followed.toArray()).toEqual([]);
    await takeInOperations(
      other,
      [await operate(database, { type: 'undo', operation: no.id }, context)],
      context,
    );
    expect(await other.followed.toArray()).toEqual(await database.followed.toArray());
    expect(await other.followed.toArray()).toHaveLength(1);
  });

  it('has the stream’s ranking held against all that was given, also by the user and by people merged', async () => {
    await follow(true);
    await operate(
      database,
      { type: 'people-merged', platform: 'tiktok', person: account('56'), into: noor.id },
      context,
    );
    const other = { id: account('56'), handle: 'noor2', name: '' };
    await record(
      loggedIn,
      roomSeen('7001', mira),
      gift(1, { count: 3 }),
      gift(2, { count: 4, sender: other }),
      gift(3, { count: 9, sender: me }),
      {
        type: 'ranking',
        platform: 'tiktok',
        room: room('7001'),
        at: start,
        unit: 'tiktok:coin',
        people: [
          { account: noor.id, units: units(3) },
          { account: other.id, units: units(5) },
          { account: me.id, units: units(9) },
        ],
      },
    );
    expect((await database.sessions.get('tiktok:7001'))?.ranking).toMatchObject({
      people: 2,
      told: 17,
      missed: 1,
    });
  });

  it('is told apart from the user: in lists, totals and the popup', async () => {
    await follow(true);
    await record(
      loggedIn,
      roomSeen('7001', mira),
      roomSeen('7002', me),
      gift(1, { count: 3 }),
      gift(2, { room: room('7002'), count: 5 }),
      gift(3, { sender: me, count: 9 }),
    );
    expect(await kept()).toEqual(['gift 1 received', 'gift 2 received', 'gift 3 sent']);
    const creators = await creatorsOf(database);
    expect(creators.map(({ id, standing }) => `${id} ${standing}`)).toEqual([
      '11 own',
      '99 followed',
    ]);
    expect(usualWhose(creators)).toBe('mine');
    const days = { from: '2026-11-22', to: '2026-11-22' } as Parameters<typeof giftsOnDays>[1];
    const gifts = await giftsOnDays(database, days);
    const counts = (whose: Parameters<typeof isAskedFor>[0]) =>
      gifts.filter((row) => isAskedFor(whose, creators, row)).map((row) => row.gifts);
    expect(counts('mine')).toEqual([5]);
    expect(counts({ platform: 'tiktok', id: mira.id })).toEqual([3]);
    expect(counts('all')).toHaveLength(2);

    const { received } = await monthTotals(
      database,
      '2026-11' as Parameters<typeof monthTotals>[1],
    );
    const side = async (session: 'tiktok:7001' | 'tiktok:7002') =>
      receivedSide(database, await sessionOf(database, session), received, worthRates([]), 5);
    expect(await side('tiktok:7001')).toMatchObject({
      of: mira,
      month: { gifts: 3 },
      session: { gifts: 3 },
      last: [{ id: 'gift 1' }],
    });
    expect(await side('tiktok:7002')).toMatchObject({
      of: null,
      month: { gifts: 5 },
      session: { gifts: 5 },
      last: [{ id: 'gift 2' }],
    });
  });
});
