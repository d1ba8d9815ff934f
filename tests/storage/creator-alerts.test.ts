import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CreatorAlertRules } from '../../utils/core/creator-alerts.ts';
import { amountOf } from '../../utils/core/entry.ts';
import { personHash } from '../../utils/core/forgotten-hash.ts';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import type { GoalId } from '../../utils/core/goal.ts';
import type { EntryId, RoomId } from '../../utils/core/ids.ts';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import {
  markCreatorAlertSeen,
  markCreatorAlertsTold,
  recentCreatorAlerts,
  waitingCreatorAlerts,
} from '../../utils/storage/creator-alerts.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { settleGoals } from '../../utils/storage/goals.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate } from '../../utils/storage/operations.ts';
import { account, room, shuffledRepeats, sighting, start, streak } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = { id: account('99'), handle: 'mira.plays', name: 'Mira' };
const MINUTE = 60_000;
const DAY = 86_400_000;
const all: CreatorAlertRules = {
  bigGift: { least: { units: { 'tiktok:coin': units(100) }, money: null } },
  firstGift: true,
  returning: { afterDays: 14 },
  spike: { times: 3, least: { units: { 'tiktok:coin': units(50) }, money: null } },
};
const none: CreatorAlertRules = { bigGift: null, firstGift: false, returning: null, spike: null };
const only = (part: Partial<CreatorAlertRules>): CreatorAlertRules => ({ ...none, ...part });

let database: LedgerDatabase;
let databases = 0;

const context = (now: EpochMs, creatorAlerts: CreatorAlertRules) => ({
  ...listedCosts,
  now,
  creatorAlerts,
  cataloguePrice: () => null,
});
const record = (rules: CreatorAlertRules, now: EpochMs, ...events: readonly CaptureEvent[]) =>
  recordEvents(database, events, context(now, rules));
const waiting = async () => (await waitingCreatorAlerts(database)).map(({ alert }) => alert);
const kinds = async () => (await waiting()).map(({ kind }) => kind);

const roomSeen = (id: string, at: EpochMs): CaptureEvent => ({
  type: 'room',
  platform: 'tiktok',
  room: room(id),
  at,
  host: me,
  title: null,
  ended: false,
  current: true,
});

/** One tick of a streak. */
function tick(count: number, part: Partial<Parameters<typeof sighting>[0]> = {}) {
  return sighting({ recipient: null, unitPrice: units(5), added: null, count, ...part });
}

/** A gift of `coins` by somebody, as its own payment. */
const give = (person: string, coins: number, at: EpochMs, on = '7001') =>
  tick(1, {
    key: `tiktok:gift:${on}:${person}:${at}:${coins}` as EntryId,
    room: on as RoomId,
    sender: { id: account(person), handle: person, name: person },
    unitPrice: units(coins),
    at,
  });

beforeEach(async () => {
  databases += 1;
  database = new LedgerDatabase(`creator-alerts-${databases}`);
  await record(none, start, { type: 'account', platform: 'tiktok', me }, roomSeen('7001', start));
});

describe('alerts for a creator', () => {
  it('tell of a streak once it is big: not with its ticks, its end, a replay or another worker', async () => {
    const rules = only({ bigGift: all.bigGift });
    await record(rules, start, tick(1), tick(19));
    expect(await waiting()).toEqual([]);
    await record(rules, start, tick(20));
    const first = await waitingCreatorAlerts(database);
    expect(first.map(({ alert }) => alert.kind)).toEqual(['big-gift']);
    await markCreatorAlertsTold(
      database,
      first.map(({ id }) => id),
    );
    // Another worker has nothing but what is on disk.
    database.close();
    database = new LedgerDatabase(`creator-alerts-${databases}`);
    await record(rules, start, tick(40), tick(20), tick(41, { ended: true }));
    await record(rules, start, tick(1), tick(41, { ended: true }));
    expect(await waiting()).toEqual([]);
    expect(await database.creatorAlerts.count()).toBe(1);
  });

  it('are one for each streak that is big in the end, in whatever order and batches it is told', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(streak, { minLength: 1, maxLength: 3 }).chain((streaks) =>
          fc.record({
            told: shuffledRepeats(streaks.flat()),
            size: fc.integer({ min: 1, max: 9 }),
          }),
        ),
        async ({ told, size }) => {
          runs += 1;
          const mine = new LedgerDatabase(`creator-alerts-any-${databases}-${runs}`);
          const given = context(start, only({ bigGift: all.bigGift }));
          await recordEvents(mine, [{ type: 'account', platform: 'tiktok', me }], given);
          for (let at = 0; at < told.length; at += size) {
            await recordEvents(mine, told.slice(at, at + size), given);
            await settleGoals(mine, given);
          }
          const entries = await mine.entries.toArray();
          const big = entries.filter((entry) => (amountOf(entry) ?? 0) >= 100);
          const alerts = (await waitingCreatorAlerts(mine)).map(({ alert }) =>
            alert.kind === 'big-gift' ? alert.entry : alert.kind,
          );
          expect(alerts.toSorted()).toEqual(big.map(({ id }) => id).toSorted());
          mine.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('wait until they are told, whatever becomes of the worker', async () => {
    await record(only({ bigGift: all.bigGift }), start, tick(30));
    database.close();
    database = new LedgerDatabase(`creator-alerts-${databases}`);
    expect(await kinds()).toEqual(['big-gift']);
  });

  it('tell of a first gift once ever, also where its streak grows on in another session', async () => {
    const rules = only({ firstGift: true });
    await record(rules, start, give('11', 5, start), give('12', 5, start), give('11', 6, start));
    expect(await kinds()).toEqual(['first-gift', 'first-gift']);
    const later = epochMs(start + 3 * DAY);
    await record(rules, later, roomSeen('7002', later), give('11', 5, later, '7002'));
    expect(await waiting()).toHaveLength(2);
  });

  it('tell of who comes back after long, once in a stream, with the days', async () => {
    const rules = only({ returning: { afterDays: 14 } });
    await record(rules, start, give('11', 5, start), give('12', 5, start));
    const later = epochMs(start + 20 * DAY);
    const soon = epochMs(start + 10 * DAY);
    await record(rules, soon, roomSeen('7002', soon), give('12', 5, soon, '7002'));
    expect(await waiting()).toEqual([]);
    await record(rules, later, roomSeen('7003', later), give('11', 5, later, '7003'));
    await record(rules, later, give('11', 9, later, '7003'), give('12', 9, later, '7003'));
    expect(await waiting()).toMatchObject([{ kind: 'returning', person: '11', days: 20 }]);
  });

  it('tell of a spike once while it lasts', async () => {
    const rules = only({ spike: all.spike });
    for (let minute = 0; minute < 12; minute += 1) {
      const at = epochMs(start + minute * MINUTE);
      await record(rules, at, give('11', 10, at));
    }
    expect(await waiting()).toEqual([]);
    const burst = epochMs(start + 12 * MINUTE);
    await record(rules, burst, give('12', 60, burst));
    const next = epochMs(burst + MINUTE);
    await record(rules, next, give('13', 90, burst), give('14', 200, next));
    expect(await kinds()).toEqual(['spike']);
  });

  it('tell nothing of what is told late, was sent, or is not wished for', async () => {
    const now = epochMs(start + DAY);
    await record(all, now, give('11', 500, start));
    await record(none, start, give('12', 500, start));
    const sent = give('99', 500, now, '8001');
    await record(all, now, { ...sent, recipient: { id: account('7'), handle: 'x', name: 'X' } });
    expect(await waiting()).toEqual([]);
  });

  it('of a deleted person are gone, those of a payment of theirs too', async () => {
    await record(all, start, give('11', 500, start), give('12', 5, start));
    expect((await kinds()).toSorted()).toEqual(['big-gift', 'first-gift', 'first-gift']);
    const forget = { type: 'person-forgotten', platform: 'tiktok', at: start } as const;
    await operate(
      database,
      { ...forget, person: personHash('tiktok', account('11')) },
      context(start, none),
    );
    expect(await waiting()).toMatchObject([{ kind: 'first-gift', person: '12' }]);
  });
});

describe('a goal that is reached', () => {
  it('is an alert to be told once', async () => {
    const goal = {
      id: 'g1' as GoalId,
      name: 'Rent',
      period: { type: 'day' },
      wanted: { of: 'gifts', count: 2 },
    } as const;
    await operate(database, { type: 'goal-set', goal }, context(start, none));
    await record(none, start, give('11', 5, start), give('12', 5, start));
    await settleGoals(database, context(start, none));
    await settleGoals(database, context(start, none));
    expect(await waiting()).toMatchObject([{ kind: 'goal', goal: { name: 'Rent' } }]);
  });
});

describe('what screens show of alerts', () => {
  it('are those of the stream, the latest first, without what was put away', async () => {
    await record(all, start, give('11', 500, start));
    const later = epochMs(start + 1_000);
    await record(only({ firstGift: true }), later, give('12', 5, later));
    const shown = () => recentCreatorAlerts(database, ['tiktok:7001'], start, 3);
    const [latest] = await shown();
    expect((await shown()).map(({ alert }) => alert.kind)[0]).toBe('first-gift');
    expect(await recentCreatorAlerts(database, ['tiktok:7009'], start, 3)).toEqual([]);
    await markCreatorAlertSeen(database, latest?.id ?? '');
    expect(await shown()).toHaveLength(2);
  });
});
