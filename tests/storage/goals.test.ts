import { beforeEach, describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import {
  checkGoal,
  type Goal,
  type GoalId,
  type GoalMeasure,
  type GoalPeriod,
  NotAGoal,
} from '../../utils/core/goal.ts';
import type { EntryId, GiftId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { goalHistories } from '../../utils/storage/goal-history.ts';
import { goalStates, noteReachedAlready, settleGoals } from '../../utils/storage/goals.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate } from '../../utils/storage/operations.ts';
import { ownWorth } from '../core/made-operations.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = { id: account('99'), handle: 'mira.plays', name: 'Mira' };
const DAY = 86_400_000;
const goalOf = (wanted: GoalMeasure, period: GoalPeriod = { type: 'day' }, id = 'g1'): Goal => ({
  id: id as GoalId,
  name: '',
  period,
  wanted,
});

let database: LedgerDatabase;
let databases = 0;
let gifts = 0;

const context = (now = start) => ({ ...listedCosts, now, cataloguePrice: () => null });
const record = (...events: readonly CaptureEvent[]) => recordEvents(database, events, context());
const want = (goal: Goal) => operate(database, { type: 'goal-set', goal }, context());
const settle = async (now = start) =>
  (await settleGoals(database, context(now))).map(({ goal }) => goal.id);

const roomSeen = (id: string, at = start): CaptureEvent => ({
  type: 'room',
  platform: 'tiktok',
  room: room(id),
  at,
  host: me,
  title: null,
  ended: false,
  current: true,
});

/** Some gifts of one person. */
function give(person: string, count: number, gift = '5655', at = start, on = '7001') {
  gifts += 1;
  return sighting({
    key: `tiktok:gift:${on}:${gifts}` as EntryId,
    room: room(on),
    sender: { id: account(person), handle: person, name: person },
    recipient: null,
    gift: { id: gift as GiftId, name: gift, icon: '' },
    unitPrice: units(5),
    added: null,
    count,
    at,
  });
}

beforeEach(async () => {
  databases += 1;
  database = new LedgerDatabase(`goals-${databases}`);
  await record({ type: 'account', platform: 'tiktok', me }, roomSeen('7001'));
});

describe('a goal', () => {
  const measures: [GoalMeasure, number][] = [
    [{ of: 'units', unit: 'tiktok:coin', units: units(50) }, 35],
    // $4 for 1,000 coins at the least.
    [{ of: 'money', price: { currency: currencyCode('USD'), minor: 14 } }, 14],
    [{ of: 'gifts', count: 8 }, 7],
    [{ of: 'gifters', count: 2 }, 2],
    [{ of: 'gift', platform: 'tiktok', gift: '6104' as GiftId, count: 3 }, 3],
  ];

  it.each(measures)('of $of counts what came in on its day', async (wanted, reached) => {
    await operate(database, { type: 'worth-set', worth: ownWorth() }, context());
    await want(goalOf(wanted));
    const chest = { ...give('12', 1), kind: 'chest' as const };
    const yesterday = give('13', 40, '6104', epochMs(start - DAY));
    await record(give('11', 4), give('12', 3, '6104'), chest, yesterday);
    const [state] = await goalStates(database, context());
    expect(state?.progress.reached).toBe(reached);
    expect(state?.progress.done).toBe(reached >= (state?.progress.target ?? 0));
  });

  it('is reached once in its period, also where what came in shrinks and grows again', async () => {
    await want(goalOf({ of: 'gifts', count: 5 }));
    await record(give('11', 4));
    expect(await settle()).toEqual([]);
    const more = give('11', 3);
    await record(more);
    expect(await settle()).toEqual(['g1']);
    await operate(database, { type: 'entry-voided', entry: more.key, voided: true }, context());
    expect(await settle()).toEqual([]);
    await record(give('11', 9));
    expect(await settle()).toEqual([]);
    await want(goalOf({ of: 'gifts', count: 6 }));
    expect(await settle()).toEqual(['g1']);
    await record(give('11', 9, '5655', epochMs(start + DAY)));
    expect(await settle(epochMs(start + DAY))).toEqual(['g1']);
  });

  it('that the user sets where it is reached already is no news', async () => {
    await record(give('11', 9));
    const goal = goalOf({ of: 'gifts', count: 5 });
    await noteReachedAlready(database, goal, context());
    await want(goal);
    expect(await settle()).toEqual([]);
  });

  it('of a stream counts all its rooms, and only while it is on air', async () => {
    await want(goalOf({ of: 'gifts', count: 5 }, { type: 'stream' }));
    const again = epochMs(start + 8 * 60_000);
    await record(give('11', 3), roomSeen('7002', again), give('11', 2, '5655', again, '7002'));
    const [state] = await goalStates(database, context(again));
    expect([state?.period, state?.progress.reached]).toEqual(['tiktok:7001', 5]);
    expect(await goalStates(database, context(epochMs(start + DAY)))).toEqual([]);
  });

  it('of a month counts from its own first day on', async () => {
    await want(goalOf({ of: 'gifts', count: 5 }, { type: 'month', firstDay: 22, weekend: 'same' }));
    await record(give('11', 3), give('11', 2, '5655', epochMs(start - DAY)));
    expect((await goalStates(database, context()))[0]).toMatchObject({
      period: '2026-11-22/2026-12-21',
      progress: { reached: 3, done: false },
    });
  });

  it('tells its periods before, and when it was seen to be reached', async () => {
    const day = goalOf({ of: 'gifts', count: 5 });
    await want(day);
    await want(goalOf({ of: 'gifts', count: 5 }, { type: 'stream' }, 'g2'));
    await record(give('11', 6));
    await settle();
    const later = epochMs(start + 2 * DAY);
    await record(give('11', 2, '5655', epochMs(start + DAY)));
    const [ofDays, ofStreams] = await goalHistories(database, context(later));
    expect(ofDays?.past).toHaveLength(13);
    expect(ofDays?.past.slice(-2)).toMatchObject([
      { key: '2026-11-22/2026-11-22', progress: { reached: 6, done: true }, reachedAt: start },
      { key: '2026-11-23/2026-11-23', progress: { reached: 2, done: false }, reachedAt: null },
    ]);
    expect(ofDays?.now).toMatchObject({ key: '2026-11-24/2026-11-24', progress: { reached: 0 } });
    expect(ofStreams?.now).toBeNull();
    expect(ofStreams?.past).toMatchObject([{ key: 'tiktok:7001', progress: { reached: 8 } }]);
  });

  it('shows for its period at hand what it is settled by', async () => {
    await want(goalOf({ of: 'gifters', count: 2 }, { type: 'week', firstWeekday: 1 }));
    await want(
      goalOf({ of: 'units', unit: 'tiktok:coin', units: units(9) }, { type: 'stream' }, 'g2'),
    );
    await record(give('11', 6), give('12', 1, '5655', epochMs(start - DAY)));
    const states = await goalStates(database, context());
    const now = (await goalHistories(database, context())).map((each) => each.now);
    expect(now.map((each) => [each?.key, each?.progress])).toEqual(
      states.map(({ period, progress }) => [period, progress]),
    );
  });

  it.each([
    ['name-too-long', { ...goalOf({ of: 'gifts', count: 1 }), name: 'x'.repeat(81) }],
    ['period', goalOf({ of: 'gifts', count: 1 }, { type: 'week', firstWeekday: 8 })],
    ['target', goalOf({ of: 'gifts', count: 0 })],
    [
      'currency',
      goalOf({ of: 'money', price: { currency: currencyCode('USD'), minor: 2 ** 53 - 1 } }),
    ],
  ] as const)('cannot be: %s', (trouble, goal) => {
    expect(() => checkGoal(goal)).toThrow(new NotAGoal(trouble));
  });
});
