import { beforeEach, describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import type { Goal, GoalId } from '../../utils/core/goal.ts';
import type { EntryId, GiftId } from '../../utils/core/ids.ts';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import {
  alertsShown,
  deskPeople,
  deskStreams,
  deskTotal,
  goalViews,
} from '../../utils/storage/desk-view.ts';
import { goalStates } from '../../utils/storage/goals.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate, type Wanted } from '../../utils/storage/operations.ts';
import { overlayView, sessionOf } from '../../utils/storage/overlay-view.ts';
import { reportOfStream } from '../../utils/storage/report-of-stream.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = { id: account('99'), handle: 'mira.plays', name: 'Mira' };
const soon = epochMs(start + 5 * 60_000);

let database: LedgerDatabase;
let databases = 0;

const context = {
  ...listedCosts,
  now: soon,
  cataloguePrice: () => null,
  creatorAlerts: {
    bigGift: { least: { units: { 'tiktok:coin': units(300) }, money: null } },
    firstGift: true,
    returning: null,
    spike: null,
  },
} as const;
const record = (...events: readonly CaptureEvent[]) => recordEvents(database, events, context);
const did = (wanted: Wanted) => operate(database, wanted, context);

const roomSeen = (id: string, at: EpochMs): CaptureEvent => ({
  type: 'room',
  platform: 'tiktok',
  room: room(id),
  at,
  host: me,
  title: `stream ${id}`,
  ended: false,
  current: true,
});

const give = (person: string, coins: number, on: string, at: EpochMs, part = {}) =>
  sighting({
    key: `tiktok:gift:${on}:${person}:${coins}` as EntryId,
    room: room(on),
    sender: { id: account(person), handle: `h${person}`, name: person },
    recipient: null,
    gift: { id: '5655' as GiftId, name: 'Rose', icon: '' },
    unitPrice: units(coins),
    added: null,
    at,
    ...part,
  });

const shown = async () => {
  const [stream] = await deskStreams(database, soon, 5);
  if (stream === undefined) throw new Error('no stream');
  return {
    stream,
    total: await deskTotal(database, stream, soon),
    people: await deskPeople(database, stream, 2),
  };
};

beforeEach(async () => {
  databases += 1;
  database = new LedgerDatabase(`desk-${databases}`);
  const later = epochMs(start + 3 * 60_000);
  await record(
    { type: 'account', platform: 'tiktok', me },
    roomSeen('7001', start),
    give('11', 400, '7001', start),
    give('12', 30, '7001', epochMs(start + 1_000)),
    give('13', 70, '7001', epochMs(start + 2_000), { kind: 'chest' }),
    roomSeen('7002', later),
    give('11', 5, '7002', later),
    give('14', 2, '7002', epochMs(later + 1_000)),
  );
});

describe('the live desk', () => {
  it('adds up all rooms of the stream that is on air, chests apart, the latest gifts first', async () => {
    const { stream, total } = await shown();
    expect(stream).toMatchObject({
      rooms: ['tiktok:7001', 'tiktok:7002'],
      title: 'stream 7002',
      onAir: true,
    });
    expect(total.sum).toMatchObject({ amounts: [{ units: 437 }], gifts: 4 });
    expect(total.last.map(({ units: coins, other }) => [coins, other?.handle])).toEqual([
      [2, 'h14'],
      [5, 'h11'],
      [30, 'h12'],
      [400, 'h11'],
    ]);
    expect(total.alerts.map(({ kind }) => kind).toSorted()).toEqual([
      'big-gift',
      'first-gift',
      'first-gift',
      'first-gift',
    ]);
  });

  it('lists who gave most, with whom the user thanked; more given since is not thanked', async () => {
    const thanks = { type: 'person-thanked', platform: 'tiktok', session: 'tiktok:7001' } as const;
    await did({ ...thanks, person: account('11'), gifts: 2 });
    await did({ ...thanks, person: account('12'), gifts: 1 });
    await record(give('11', 6, '7002', soon));
    const { people } = await shown();
    expect(people).toMatchObject({ people: 3, newPeople: 3 });
    expect(
      people.gifters.map(({ person, unthanked, thanked }) => [person.handle, unthanked, thanked]),
    ).toEqual([
      ['h11', 1, false],
      ['h12', 0, true],
    ]);
    await did({ ...thanks, person: account('12'), gifts: 0 });
    expect((await shown()).people.gifters[1]?.thanked).toBe(false);
  });

  it('names nobody whom the user hid, and counts what they gave', async () => {
    await did({ type: 'person-hidden', platform: 'tiktok', person: account('11'), hidden: true });
    const { total, people } = await shown();
    const said = JSON.stringify([total, people]);
    expect(said).not.toContain('h11');
    expect(total.sum.amounts[0]?.units).toBe(437);
    expect(total.alerts.find(({ kind }) => kind === 'big-gift')).toMatchObject({
      entry: { other: null },
    });
  });

  it('names nobody who is hidden under another account that the user linked with theirs', async () => {
    // Hidden as somebody of another platform, in whom the account that gave here is linked.
    const elsewhere = { platform: 'twitch', person: account('t1') } as const;
    await did({ type: 'person-hidden', ...elsewhere, hidden: true });
    expect(JSON.stringify(await shown())).toContain('h11');
    const linked = { platform: 'tiktok', person: account('11') } as const;
    await did({
      type: 'people-merged',
      ...linked,
      into: elsewhere.person,
      intoPlatform: elsewhere.platform,
    });
    const said = JSON.stringify(await shown());
    expect(said).not.toContain('h11');
    expect(said).toContain('h12');
    const report = await reportOfStream(
      database,
      { kind: 'stream', room: 'tiktok:7001' },
      () => null,
      {
        now: soon,
        zone: listedCosts.zone,
      },
    );
    expect(report?.givers.map(({ person }) => person.handle)).toEqual(['h12', 'h14']);
    const stream = await sessionOf(database, 'tiktok:7001');
    if (stream === null) throw new Error('the stream is known');
    await record(give('11', 7, '7001', soon));
    const overlay = await overlayView(database, stream, false, {
      now: soon,
      zone: listedCosts.zone,
      display: listedCosts.display,
    });
    expect(overlay).toMatchObject({ side: 'creator', last: { units: 7, other: null } });
    await did({ type: 'people-merged', ...linked, into: linked.person });
    expect(JSON.stringify(await shown())).toContain('h11');
  });

  it('shows streams of followed creators too, named, and tells no alerts of them', async () => {
    const noor = { id: account('77'), handle: 'noor.live', name: 'Noor' };
    await did({ type: 'creator-followed', platform: 'tiktok', person: noor.id, followed: true });
    const theirs = { ...roomSeen('8001', soon), host: noor };
    const known = (await database.creatorAlerts.toArray()).length;
    await record(theirs, give('15', 999, '8001', soon));
    const streams = await deskStreams(database, soon, 5);
    expect(streams.map(({ rooms, of }) => [rooms.at(-1), of?.handle ?? 'own'])).toEqual([
      ['tiktok:8001', 'noor.live'],
      ['tiktok:7002', 'own'],
    ]);
    expect(await database.creatorAlerts.count()).toBe(known);
  });

  it('shows alerts for a while', async () => {
    const much = epochMs(soon + 11 * 60_000);
    expect(await alertsShown(database, ['tiktok:7001'], much)).toEqual([]);
    expect(await alertsShown(database, ['tiktok:7001'], soon)).not.toEqual([]);
  });

  it('names the gift that a goal counts', async () => {
    const goal: Goal = {
      id: 'g1' as GoalId,
      name: '',
      period: { type: 'stream' },
      wanted: { of: 'gift', platform: 'tiktok', gift: '5655' as GiftId, count: 9 },
    };
    await did({ type: 'goal-set', goal });
    expect(await goalViews(database, await goalStates(database, context))).toMatchObject([
      { gift: 'Rose', progress: { reached: 4, target: 9 } },
    ]);
  });
});
