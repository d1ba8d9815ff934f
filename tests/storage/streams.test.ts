import { beforeAll, describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import { everything, type LedgerFilter } from '../../utils/core/ledger-filter.ts';
import { RunningSums } from '../../utils/core/ledger-sums.ts';
import type { LedgerSum } from '../../utils/core/ledger-views.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { type Day, epochMs, type Month, monthOf } from '../../utils/core/time.ts';
import type { SessionId } from '../../utils/core/totals.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { planLedger } from '../../utils/storage/ledger-plan.ts';
import { walkLedger } from '../../utils/storage/ledger-scan.ts';
import { operate } from '../../utils/storage/operations.ts';
import { battleSums, compareStreams, streamPage } from '../../utils/storage/stream-page.ts';
import { streamList } from '../../utils/storage/streams.ts';
import { timesOf } from '../../utils/storage/times.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';
import { givenGifts, host, toldOf } from './long-stream.ts';

const MINUTE = 60_000;
const zone = listedCosts.zone;
const context = { ...listedCosts, now: epochMs(start + 200 * MINUTE), cataloguePrice: () => null };
const given = givenGifts(1_500);
const gifts = given.filter(({ kind }) => kind === 'gift');
const day = '2026-11-22' as Day;

/** Battles: one from within a minute to within another, one shorter than a minute, one whose end nobody told. */
const battles = [
  { battle: '1', room: '7001', from: 20.4 * MINUTE, end: 27.7 * MINUTE },
  { battle: '2', room: '7001', from: 40.2 * MINUTE, end: 40.6 * MINUTE },
  { battle: '3', room: '7002', from: 150 * MINUTE, end: null },
] as const;

const extra: readonly CaptureEvent[] = [
  ...battles.map(
    ({ battle, room: id, from, end }): CaptureEvent => ({
      type: 'battle',
      platform: 'tiktok',
      room: room(id),
      battle,
      at: epochMs(start + from),
      from: epochMs(start + from),
      until: null,
      endedAt: end === null ? null : epochMs(start + end),
    }),
  ),
  {
    type: 'running',
    platform: 'tiktok',
    room: room('7001'),
    at: epochMs(start + 119 * MINUTE),
    unit: 'tiktok:coin',
    totals: [{ account: host.id, units: units(9_999_999) }],
  },
];

const sumOf = (of: readonly { readonly price: number; readonly count: number }[]) => ({
  coins: of.reduce((sum, { price, count }) => sum + price * count, 0),
  gifts: of.reduce((sum, { count }) => sum + count, 0),
});
const told = (sum: Pick<LedgerSum, 'amounts' | 'gifts'> | null | undefined) => ({
  coins: sum?.amounts[0]?.units ?? 0,
  gifts: sum?.gifts ?? 0,
});

const database = new LedgerDatabase('streams');
const mira = { platform: 'tiktok', id: account('77') } as const;

/** What the ledger page adds up behind a link. */
async function entriesOf(filter: Partial<LedgerFilter>) {
  const sums = new RunningSums();
  const plan = await planLedger(database, { ...everything, ...filter }, zone);
  for await (const { totals } of walkLedger(database, plan)) sums.add(totals);
  return sums.sums(currencyCode('USD')).received;
}

beforeAll(async () => {
  for (const batch of toldOf(given)) await recordEvents(database, batch, context);
  await recordEvents(database, extra, context);
  // A creator whom the user follows streams at another time.
  await operate(
    database,
    { type: 'creator-followed', platform: 'tiktok', person: mira.id, followed: true },
    context,
  );
  const later = epochMs(start + 24 * 60 * MINUTE);
  await recordEvents(
    database,
    [
      {
        type: 'room',
        platform: 'tiktok',
        room: room('8001'),
        at: later,
        host: { id: mira.id, handle: 'mira', name: 'Mira' },
        title: 'Theirs',
        ended: false,
        current: true,
      },
      sighting({
        key: 'theirs' as ReturnType<typeof sighting>['key'],
        room: room('8001'),
        recipient: null,
        sender: { id: account('1001'), handle: 'a', name: 'A' },
        count: 11,
        at: later,
        ended: true,
      }),
    ],
    context,
  );
}, 120_000);

const page = async (id: SessionId = 'tiktok:7001') => {
  const view = await streamPage(database, id, context.now);
  if (view === null) throw new Error('no such stream');
  return view;
};

describe('the list of streams', () => {
  it('tells the user’s own and those of creators they follow apart', async () => {
    const mine = await streamList(database, null, 30, context.now);
    expect(mine.whose).toBe('mine');
    expect(
      mine.streams.map(({ id, gifters, gifts: sum, creator }) => [id, creator, gifters, told(sum)]),
    ).toEqual([
      ['tiktok:7001', null, new Set(gifts.map(({ person }) => person)).size, sumOf(gifts)],
    ]);
    const theirs = await streamList(database, mira, 30, context.now);
    expect(
      theirs.streams.map(({ id, creator, gifts: sum }) => [id, creator?.name, told(sum)]),
    ).toEqual([['tiktok:8001', 'Mira', { coins: 11, gifts: 11 }]]);
    const all = await streamList(database, 'all', 1, context.now);
    expect(all).toMatchObject({ streams: [{ id: 'tiktok:8001' }], more: 1 });
  });
});

describe('a stream’s page', () => {
  it('is found by any of its rooms, and by no room of others', async () => {
    expect((await page('tiktok:7002')).row.id).toBe('tiktok:7001');
    expect(await streamPage(database, 'tiktok:1', context.now)).toBeNull();
  });

  it('has every minute in one of its bars', async () => {
    const { bins, row } = await page();
    expect(bins.length).toBeLessThanOrEqual(120);
    for (const bin of bins) {
      const within = gifts.filter(({ at }) => at >= bin.from && at < bin.to);
      expect([told(bin.sum), bin.sum.entries]).toEqual([sumOf(within), within.length]);
    }
    expect(bins.filter(({ watched }) => watched === 'break').length).toBeGreaterThan(1);
    expect(bins.filter(({ watched }) => watched === 'gap')).not.toEqual([]);
    expect(told(await entriesOf(row.filter))).toEqual(sumOf(gifts));
  });

  it('says what came in within each battle, to the moment, and leads there', async () => {
    const { battles: unsummed } = await page();
    const views = await battleSums(database, unsummed);
    expect(views).toHaveLength(3);
    for (const [index, { from, end, room: id }] of battles.entries()) {
      const view = views[index];
      if (end === null) {
        expect(view).toMatchObject({ end: null, gifts: null, filter: null });
        continue;
      }
      const within = gifts.filter(
        ({ at, room: of }) => of === id && at >= start + from && at <= start + end,
      );
      expect(within.length).toBeGreaterThan(0);
      expect(told(view?.gifts)).toEqual(sumOf(within));
      const entries = await entriesOf(view?.filter ?? {});
      expect([told(entries), entries.entries]).toEqual([sumOf(within), within.length]);
    }
  });

  it('marks the largest gifts that fell into one, and holds what was seen against the platform', async () => {
    const { largest, checks } = await page();
    for (const { row, inBattle } of largest) {
      expect(inBattle).toBe(
        battles.some(
          ({ from, end }) => end !== null && row.at >= start + from && row.at <= start + end,
        ),
      );
    }
    const { coins } = sumOf(gifts.filter((each) => each.room === '7001'));
    expect(checks).toEqual([
      {
        seen: coins,
        told: 9_999_999,
        missed: 9_999_999 - coins,
        unit: 'tiktok:coin',
        at: start + 119 * MINUTE,
      },
    ]);
  });

  it('stands beside others', async () => {
    const { streams, unknown } = await compareStreams(
      database,
      ['tiktok:8001', 'tiktok:7001', 'tiktok:1'],
      context.now,
    );
    expect(streams.map(({ row }) => row.id)).toEqual(['tiktok:8001', 'tiktok:7001']);
    expect(unknown).toBe(1);
  });
});

describe('gifts and times', () => {
  const month = { kind: 'month', month: monthOf(day) as Month } as const;

  it('are those of the user alone, and every figure is what its link leads to', async () => {
    const view = await timesOf(database, month, null, { zone, firstWeekday: 1 });
    expect(told(view.total.sum)).toEqual(sumOf(gifts));
    const byGift = Map.groupBy(gifts, ({ gift }) => gift);
    const expected = [...byGift].map(([id, all]) => [id, sumOf(all)]);
    expect(view.byCount.map(({ of, sum }) => [of.id, told(sum)]).sort()).toEqual(expected.sort());
    expect(view.byCount[0]?.sum.gifts).toBe(Math.max(...view.byCount.map(({ sum }) => sum.gifts)));
    const bars = [view.total, ...view.byCount, ...view.byUnits, ...view.hours, ...view.weeks];
    for (const { sum, filter } of bars) {
      const { amounts, gifts: count, entries } = await entriesOf(filter);
      expect([told({ amounts, gifts: count }), entries]).toEqual([told(sum), sum.entries]);
    }
  });

  it('ranks hours by what came in in an hour that was on air and seen', async () => {
    const { best } = await timesOf(database, month, 'mine', { zone, firstWeekday: 1 });
    // 120 minutes, two of them unseen, a break of six, then 54 minutes.
    expect(best.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(180 - 6 - 2);
    for (const { sum, minutes, perHour } of best) {
      expect(perHour[0]?.units).toBe(Math.floor((told(sum).coins * 60) / minutes));
    }
  });

  it('of a creator whom the user follows stand apart', async () => {
    const view = await timesOf(database, { kind: 'year', year: 2026 }, mira, {
      zone,
      firstWeekday: 1,
    });
    expect(told(view.total.sum)).toEqual({ coins: 11, gifts: 11 });
    expect(told(await entriesOf(view.total.filter))).toEqual({ coins: 11, gifts: 11 });
    expect(view.weeks.map(({ of }) => of)).toEqual(['2026-11-23']);
  });
});
