import { beforeEach, describe, expect, it } from 'vitest';
import { wholeScope } from '../../utils/core/budget.ts';
import type { Whose } from '../../utils/core/creator.ts';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import type { AccountId, EntryId } from '../../utils/core/ids.ts';
import { epochMs } from '../../utils/core/time.ts';
import { beginTrust } from '../../utils/core/trusted-time.ts';
import { budgetsLeft } from '../../utils/storage/budget-views.ts';
import { creatorsOf } from '../../utils/storage/creators.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { deskStreams } from '../../utils/storage/desk-view.ts';
import { followsOf } from '../../utils/storage/follows.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate, type Wanted } from '../../utils/storage/operations.ts';
import { settleStandings } from '../../utils/storage/standings.ts';
import { streamPage } from '../../utils/storage/stream-page.ts';
import { streamList } from '../../utils/storage/streams.ts';
import { budget } from '../core/made-operations.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = account('11');
const mira = account('99');
const miraAgain = account('98');
const noor = account('55');
const MINUTE = 60_000;

let database: LedgerDatabase;
let databases = 0;

const context = { ...listedCosts, now: epochMs(start + 10 * MINUTE), cataloguePrice: () => null };
const record = (...events: readonly CaptureEvent[]) => recordEvents(database, events, context);
const wish = (wanted: Wanted) => operate(database, wanted, context);
const follow = (person: AccountId) =>
  wish({ type: 'creator-followed', platform: 'tiktok', person, followed: true });
const merge = (person: AccountId, into: AccountId) =>
  wish({ type: 'people-merged', platform: 'tiktok', person, into });

const person = (id: AccountId) => ({
  id,
  handle: `h${id}`,
  name: `name ${id}`,
});
const loggedIn: CaptureEvent = { type: 'account', platform: 'tiktok', me: person(me) };
const roomSeen = (id: string, host: AccountId, minutes: number): CaptureEvent => ({
  type: 'room',
  platform: 'tiktok',
  room: room(id),
  at: epochMs(start + minutes * MINUTE),
  host: person(host),
  title: '',
  ended: false,
  current: true,
});
const gift = (on: string, minutes: number, sender: AccountId = noor) =>
  sighting({
    key: `tiktok:gift:${on}:${minutes}:${sender}` as EntryId,
    room: room(on),
    at: epochMs(start + minutes * MINUTE),
    sender: person(sender),
    recipient: null,
    ended: true,
  });

beforeEach(async () => {
  databases += 1;
  database = new LedgerDatabase(`merged-creators-${databases}`);
  await record(loggedIn);
});

const of = (id: AccountId) => ({ platform: 'tiktok', id }) as const;
const rooms = async (whose: Whose) => {
  const { streams } = await streamList(database, whose, 9, context.now);
  return streams.map(({ stream }) => stream.rooms);
};

describe('a creator whose accounts on a platform are merged', () => {
  it('has the rooms of all of them as streams, and apart again when it is taken back', async () => {
    await follow(mira);
    await follow(miraAgain);
    await record(
      roomSeen('7001', miraAgain, 0),
      gift('7001', 0),
      roomSeen('7002', mira, 3),
      gift('7002', 3),
    );
    expect(await rooms(of(mira))).toEqual([['tiktok:7002']]);
    const { id } = await merge(miraAgain, mira);
    // One creator who went on in another room within the time of a break: one stream.
    expect(await rooms(of(mira))).toEqual([['tiktok:7001', 'tiktok:7002']]);
    expect(await creatorsOf(database)).toEqual([
      { platform: 'tiktok', id: mira, standing: 'followed' },
    ]);
    const page = await streamPage(database, 'tiktok:7001', context.now);
    expect(page?.row).toMatchObject({ creator: { id: mira }, gifts: { gifts: 2 } });
    const desk = await deskStreams(database, context.now, 9);
    expect(desk.map((each) => [each.rooms, each.of?.id])).toEqual([
      [['tiktok:7001', 'tiktok:7002'], mira],
    ]);
    await wish({ type: 'undo', operation: id });
    expect(await rooms(of(mira))).toEqual([['tiktok:7002']]);
    expect(await rooms(of(miraAgain))).toEqual([['tiktok:7001']]);
  });

  it('is followed by all of them: what comes in for another account is kept too, and nobody is asked to follow it', async () => {
    await follow(mira);
    await record(roomSeen('7001', miraAgain, 0), gift('7001', 0));
    expect(await database.entries.count()).toBe(0);
    await merge(miraAgain, mira);
    await record(gift('7001', 1));
    expect(await database.entries.count()).toBe(1);
    expect(await rooms(of(mira))).toEqual([['tiktok:7001']]);
    expect((await followsOf(database)).open).toEqual([]);
  });

  it('is the user, where one of them is theirs, but for a room that they only watched', async () => {
    await record(roomSeen('7001', me, 0), gift('7001', 0), roomSeen('7002', miraAgain, 3));
    await merge(me, miraAgain);
    expect(await creatorsOf(database)).toEqual([
      { platform: 'tiktok', id: miraAgain, standing: 'own' },
    ]);
    expect(await rooms('mine')).toEqual([['tiktok:7001']]);
    const { streams } = await streamList(database, 'mine', 9, context.now);
    expect(streams[0]?.creator).toBeNull();
  });

  it('counts in a budget of each stream by whichever account the stream is', async () => {
    const scope = { ...wholeScope, creators: [of(mira)] };
    await wish({ type: 'budget-set', budget: budget({ scope, period: { type: 'stream' } }) });
    await settleStandings(database, beginTrust(start));
    await record(roomSeen('7001', miraAgain, 0), gift('7001', 0, me));
    const here = { platform: 'tiktok', creator: miraAgain, session: 'tiktok:7001' } as const;
    expect(await budgetsLeft(database, here, context)).toEqual([]);
    await merge(miraAgain, mira);
    const [left] = await budgetsLeft(database, here, context);
    expect(left?.left).toMatchObject({ money: { amount: 49_990_000 } });
  });
});
