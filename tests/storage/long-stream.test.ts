import { beforeAll, describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import { leaderboard } from '../../utils/core/leaderboard.ts';
import { isOnAir } from '../../utils/core/live-stream.ts';
import type { Report } from '../../utils/core/report.ts';
import type { ReportAsked } from '../../utils/core/report-address.ts';
import { type Day, type EpochMs, epochMs, type Month } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { markCreatorAlertsTold, waitingCreatorAlerts } from '../../utils/storage/creator-alerts.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { goalHistories } from '../../utils/storage/goal-history.ts';
import { settleGoals } from '../../utils/storage/goals.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operateAll, type Wanted } from '../../utils/storage/operations.ts';
import {
  giftersInSessions,
  giftersOfAllTime,
  giftersOnDays,
  giftsInSessions,
  giftsOnDays,
  supporterOf,
} from '../../utils/storage/received-queries.ts';
import { reportOf } from '../../utils/storage/report.ts';
import { ownStreams, streamSummary } from '../../utils/storage/stream-summary.ts';
import { ownWorth } from '../core/made-operations.ts';
import { account, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';
import { type Given, host, toldOf } from './long-stream.ts';
import {
  alertInWords,
  alertsDue,
  byDay,
  CORRECTED_COINS,
  corrected,
  counting,
  countingAll,
  earlierRoom,
  goals,
  inStream,
  rules,
  streamDay,
  sumsBy,
  toldEarlier,
  voided,
} from './long-stream-story.ts';

const MINUTE = 60_000;
const later = epochMs(start + 4 * 60 * MINUTE);
const context = { ...listedCosts, now: later, cataloguePrice: () => null };
const by = (keyOf: Parameters<typeof sumsBy>[1]) => sumsBy(counting, keyOf);
const peopleOf = (all: readonly Given[]) => new Set(all.map(({ person }) => person));

/** Workers come and go: after so many batches the ledger is opened anew. */
const BATCHES_OF_A_WORKER = 20;

let database = new LedgerDatabase('long-stream');
/** Every alert that was told, in order. */
const alerts: string[] = [];

/** What the background does with a batch that comes `now`. */
async function take(batch: readonly CaptureEvent[], now: EpochMs): Promise<void> {
  await recordEvents(database, batch, { ...context, now, creatorAlerts: rules });
  await settleGoals(database, { now, zone: context.zone });
  const waiting = await waitingCreatorAlerts(database);
  alerts.push(...waiting.map(({ alert }) => alertInWords(alert)));
  await markCreatorAlertsTold(
    database,
    waiting.map(({ id }) => id),
  );
}

beforeAll(async () => {
  await operateAll(
    database,
    [
      { type: 'worth-set', worth: ownWorth() },
      ...goals.map(({ goal }): Wanted => ({ type: 'goal-set', goal })),
    ],
    context,
  );
  await take(toldEarlier, epochMs(start - 20 * 1440 * MINUTE + 2 * MINUTE));
  for (const [n, batch] of toldOf(inStream).entries()) {
    await take(batch, epochMs(start + n * MINUTE));
    if (n % BATCHES_OF_A_WORKER !== 0) continue;
    database.close();
    database = new LedgerDatabase('long-stream');
  }
  await operateAll(
    database,
    [
      ...[...voided].map(({ key }): Wanted => ({ type: 'entry-voided', entry: key, voided: true })),
      ...[...corrected].map(
        ({ key }): Wanted => ({
          type: 'entry-amount-set',
          entry: key,
          units: units(CORRECTED_COINS),
        }),
      ),
    ],
    context,
  );
}, 1_800_000);

async function theStream() {
  const [stream, earlier, ...more] = await ownStreams(database);
  if (stream === undefined || more.length > 0) throw new Error('not two streams');
  expect(earlier?.rooms).toEqual([`tiktok:${earlierRoom}`]);
  return { stream, summary: await streamSummary(database, stream) };
}

const coinsOf = (sum: { amounts: readonly { units: number }[] }) => sum.amounts[0]?.units ?? 0;

describe('three hours of a stream, with streaks, a reload, a break, renames and corrections', () => {
  it('are one stream with its break and the minutes that were not seen', async () => {
    const { stream } = await theStream();
    const minutes = (from: number, to: number) => ({
      from: epochMs(start + from * 60_000),
      to: epochMs(start + to * 60_000),
    });
    expect(stream).toMatchObject({
      rooms: ['tiktok:7001', 'tiktok:7002'],
      title: 'Part 7002',
      ended: true,
      to: start + 180 * 60_000,
    });
    expect(stream.breaks).toHaveLength(1);
    expect(stream.gaps).toContainEqual(minutes(60, 62));
    expect(isOnAir(stream, epochMs(start + 181 * 60_000))).toBe(false);
  });

  it('have the sums, people, largest gifts and minutes of a plain recount', async () => {
    const { summary } = await theStream();
    const people = peopleOf(counting);
    const known = peopleOf(countingAll.filter(({ room }) => room === earlierRoom));
    const fresh = people.difference(known).size;
    expect(fresh).toBeLessThan(people.size);
    expect(coinsOf(summary.gifts)).toBe(counting.reduce((sum, { coins }) => sum + coins, 0));
    expect(summary.gifts.gifts).toBe(counting.reduce((sum, { count }) => sum + count, 0));
    expect(coinsOf(summary.chests)).toBe(
      500 * inStream.filter(({ kind }) => kind === 'chest').length,
    );
    expect(summary.subscriptions).toBe(
      inStream.filter(({ kind }) => kind === 'subscription').length,
    );
    expect([summary.gifters, summary.newGifters, summary.returningGifters]).toEqual([
      people.size,
      fresh,
      people.size - fresh,
    ]);
    expect(summary.largest[0]?.gifts.map((large) => large.units)).toEqual(
      counting
        .map(({ coins }) => coins)
        .sort((a, b) => b - a)
        .slice(0, 10),
    );
    expect(
      Object.fromEntries(
        summary.minutes.map(({ minute, sum }) => [String(minute), [coinsOf(sum), sum.gifts]]),
      ),
    ).toEqual(by(({ at }) => String(Math.floor(at / 60_000))));
  });

  it('have the leaderboards of a plain recount: of the stream, the day, the month and of all time', async () => {
    const { stream } = await theStream();
    const day = streamDay as Day;
    const ever = sumsBy(countingAll, ({ person }) => person);
    const truth = by(({ person }) => person);
    for (const [rows, wanted] of [
      [await giftersInSessions(database, stream.rooms), truth],
      [await giftersOnDays(database, { from: day, to: day }), truth],
      [await giftersOnDays(database, { from: '2026-11-01' as Day, to: day }), ever],
      [await giftersOfAllTime(database), ever],
    ] as const) {
      const board = leaderboard(rows, [], 1_000);
      expect(
        Object.fromEntries(
          board.rows.map(({ person, sum }) => [person, [coinsOf(sum), sum.gifts]]),
        ),
      ).toEqual(wanted);
      expect(board.rows.map(({ sum }) => coinsOf(sum))).toEqual(
        Object.values(wanted)
          .map(([coins]) => coins)
          .sort((a, b) => b - a),
      );
    }
  });

  it('in the second part tell who is new there from who came back', async () => {
    const [part] = await ownStreams(database, 0).then((all) =>
      all.filter(({ rooms }) => rooms[0] === 'tiktok:7002'),
    );
    if (part === undefined) throw new Error('no second part');
    const summary = await streamSummary(database, part);
    const inPart = (room: string) =>
      new Set(counting.filter((one) => one.room === room).map(({ person }) => person));
    const before = peopleOf(countingAll.filter(({ room }) => room === earlierRoom));
    const someone = counting.find(({ room, person }) => room === '7001' && !before.has(person));
    const [known] = await supporterOf(database, 'tiktok', account(someone?.person ?? ''));
    expect(known).toMatchObject({
      creator: host.id,
      first: '2026-11-22',
      firstSession: 'tiktok:7001',
    });
    const fresh = inPart('7002').difference(inPart('7001')).difference(before);
    expect(fresh.size).toBeGreaterThan(0);
    expect([summary.gifters, summary.newGifters]).toEqual([inPart('7002').size, fresh.size]);
  });

  it('have the gifts of a plain recount, by stream and by day', async () => {
    const { stream } = await theStream();
    const day = streamDay as Day;
    for (const rows of [
      await giftsInSessions(database, stream.rooms),
      await giftsOnDays(database, { from: day, to: day }),
    ]) {
      const sums: Record<string, [number, number]> = {};
      for (const { gift, units: coins, gifts } of rows) {
        const [before, count] = sums[gift] ?? [0, 0];
        sums[gift] = [before + coins, count + gifts];
      }
      expect(sums).toEqual(by(({ gift }) => gift));
    }
  });

  it('keep the names that people had before', async () => {
    const renamed = await database.people.filter(({ past }) => past.length > 0).toArray();
    expect(renamed.length).toBeGreaterThan(10);
    expect(renamed.every(({ handle }) => handle.startsWith('late'))).toBe(true);
    expect(
      renamed.every(({ past }) => past.every(({ handle }) => handle.startsWith('early'))),
    ).toBe(true);
  });

  it('tell every cause of an alert once: over ticks, a reload, a break and one worker after the other', () => {
    expect(alerts.toSorted()).toEqual(alertsDue.toSorted());
  });

  it('have every goal as far as a plain recount, each reached once', async () => {
    const histories = await goalHistories(database, { now: later, zone: context.zone });
    expect(
      histories
        .map(({ goal, now, past }): [string, unknown, boolean] => {
          const period = now ?? past.at(-1);
          return [goal.id, period?.progress.reached, period?.reachedAt !== null];
        })
        .sort(),
    ).toEqual(goals.map(({ goal, reached }) => [goal.id, reached, goal.id !== 'never']).sort());
    expect(await database.goalsReached.count()).toBe(goals.length - 1);
  });

  it('have a report of the stream with the numbers of a plain recount', async () => {
    const report = await reportOfThem({ kind: 'stream', room: null });
    const all = by(() => 'all').all ?? [0, 0];
    expect([coinsOf(report.came.gifts), report.came.gifts.gifts]).toEqual(all);
    expect(report.came.gifts.entries).toBe(counting.length);
    expect(report.gifters).toBe(peopleOf(counting).size);
    // At 0.4 to 0.6 cents a coin.
    expect(report.came.worth).toMatchObject({
      least: { amount: all[0] * 4_000 },
      most: { amount: all[0] * 6_000 },
    });
    const stretchOf = ({ at }: { at: number }) =>
      report.parts.findIndex(({ time }) => 'from' in time && at >= time.from && at < time.to);
    expect(report.parts.length).toBeGreaterThan(20);
    expect(partsOf(report)).toEqual(by((one) => String(stretchOf(one))));
    expect(
      Object.fromEntries(report.gifts.map(({ gift, sum }) => [gift, [coinsOf(sum), sum.gifts]])),
    ).toEqual(by(({ gift }) => gift));
    const people = Object.entries(by(({ person }) => person)).sort(([, a], [, b]) => b[0] - a[0]);
    expect(report.givers.map(({ person, sum }) => [person.id, [coinsOf(sum), sum.gifts]])).toEqual(
      people.slice(0, 10),
    );
  });

  it.each([
    { kind: 'month', month: '2026-11' as Month, creator: null },
    { kind: 'year', year: 2026, creator: null },
  ] as const)('have a report of the $kind with the numbers of a plain recount', async (asked) => {
    const report = await reportOfThem(asked);
    expect([coinsOf(report.came.gifts), report.came.gifts.gifts]).toEqual(
      sumsBy(countingAll, () => 'all').all,
    );
    expect(report.gifters).toBe(peopleOf(countingAll).size);
    expect(report.newGifters).toBe(peopleOf(countingAll).size);
    const perPart = sumsBy(countingAll, ({ room }) =>
      String(asked.kind === 'year' ? 10 : room === earlierRoom ? 1 : 21),
    );
    expect(partsOf(report)).toEqual(perPart);
    expect(report.streams.map(({ gifts }) => [coinsOf(gifts), gifts.gifts])).toEqual(
      Object.values(byDay),
    );
  });
});

async function reportOfThem(asked: ReportAsked): Promise<Report> {
  const report = await reportOf(database, asked, {
    now: later,
    zone: context.zone,
    taxYear: { month: 1, day: 1 },
  });
  if (report === null) throw new Error('no report');
  return report;
}

/** Parts in which anything came in, by their place. */
function partsOf({ parts }: Report): Record<string, [number, number]> {
  return Object.fromEntries(
    parts.flatMap(({ gifts }, n): [string, [number, number]][] =>
      gifts.entries === 0 ? [] : [[String(n), [coinsOf(gifts), gifts.gifts]]],
    ),
  );
}
