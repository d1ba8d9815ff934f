import { beforeAll, describe, expect, it } from 'vitest';
import { leaderboard } from '../../utils/core/leaderboard.ts';
import { isOnAir } from '../../utils/core/live-stream.ts';
import { type Day, epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
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
import { ownStreams, streamSummary } from '../../utils/storage/stream-summary.ts';
import { account, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';
import { type Given, givenGifts, host, payments, toldOf } from './long-stream.ts';

const context = { ...listedCosts, now: epochMs(start + 4 * 3_600_000), cataloguePrice: () => null };
const given = givenGifts(payments);
/** What the user says of some: nothing of the first ones counts, another amount of others. */
const voided = given.filter(
  ({ kind, price }, n) => kind === 'gift' && (n % 97 === 0 || price === 1000),
);
const corrected = given.filter(({ kind }, n) => kind === 'gift' && n % 97 === 1);

/** Gifts as they count: plain arithmetic, none of the ledger's rules. */
const counting: readonly (Given & { readonly coins: number })[] = given
  .filter((one) => one.kind === 'gift' && !voided.includes(one))
  .map((one) => ({ ...one, coins: corrected.includes(one) ? 7 : one.price * one.count }));

function by(keyOf: (one: Given) => string): Record<string, [coins: number, gifts: number]> {
  const sums: Record<string, [number, number]> = {};
  for (const one of counting) {
    const [coins, gifts] = sums[keyOf(one)] ?? [0, 0];
    sums[keyOf(one)] = [coins + one.coins, gifts + one.count];
  }
  return sums;
}

const database = new LedgerDatabase('long-stream');

beforeAll(async () => {
  for (const batch of toldOf(given)) await recordEvents(database, batch, context);
  await operateAll(
    database,
    [
      ...voided.map(({ key }): Wanted => ({ type: 'entry-voided', entry: key, voided: true })),
      ...corrected.map(
        ({ key }): Wanted => ({ type: 'entry-amount-set', entry: key, units: units(7) }),
      ),
    ],
    context,
  );
}, 1_800_000);

async function theStream() {
  const [stream, ...more] = await ownStreams(database);
  if (stream === undefined || more.length > 0) throw new Error('not one stream');
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
    const people = new Set(counting.map(({ person }) => person));
    expect(coinsOf(summary.gifts)).toBe(counting.reduce((sum, { coins }) => sum + coins, 0));
    expect(summary.gifts.gifts).toBe(counting.reduce((sum, { count }) => sum + count, 0));
    expect(coinsOf(summary.chests)).toBe(500 * given.filter(({ kind }) => kind === 'chest').length);
    expect(summary.subscriptions).toBe(given.filter(({ kind }) => kind === 'subscription').length);
    expect([summary.gifters, summary.newGifters, summary.returningGifters]).toEqual([
      people.size,
      people.size,
      0,
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

  it('have the leaderboards of a plain recount: of the stream, the day and of all time', async () => {
    const { stream } = await theStream();
    const truth = by(({ person }) => person);
    const order = Object.values(truth)
      .map(([coins]) => coins)
      .sort((a, b) => b - a);
    const day = '2026-11-22' as Day;
    for (const rows of [
      await giftersInSessions(database, stream.rooms),
      await giftersOnDays(database, { from: day, to: day }),
      await giftersOfAllTime(database),
    ]) {
      const board = leaderboard(rows, [], 1_000);
      expect(
        Object.fromEntries(
          board.rows.map(({ person, sum }) => [person, [coinsOf(sum), sum.gifts]]),
        ),
      ).toEqual(truth);
      expect(board.rows.map(({ sum }) => coinsOf(sum))).toEqual(order);
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
    const [someone] = counting;
    const [known] = await supporterOf(database, 'tiktok', account(someone?.person ?? ''));
    expect(known).toMatchObject({
      creator: host.id,
      first: '2026-11-22',
      firstSession: 'tiktok:7001',
    });
    const fresh = inPart('7002').difference(inPart('7001'));
    expect(fresh.size).toBeGreaterThan(0);
    expect([summary.gifters, summary.newGifters]).toEqual([inPart('7002').size, fresh.size]);
  });

  it('have the gifts of a plain recount, by stream and by day', async () => {
    const { stream } = await theStream();
    const day = '2026-11-22' as Day;
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
});
