import { describe, expect, it } from 'vitest';
import {
  type CreatorAlertRules,
  giftAlerts,
  newAlerts,
  spikeAlerts,
} from '../../utils/core/creator-alerts.ts';
import { entryOf } from '../../utils/core/entry.ts';
import { leaderboard } from '../../utils/core/leaderboard.ts';
import type { Supporter } from '../../utils/core/supporters.ts';
import { thankYouList } from '../../utils/core/thank-you.ts';
import type { Day } from '../../utils/core/time.ts';
import type { PlacedEntry } from '../../utils/core/totals.ts';
import { units } from '../../utils/core/units.ts';
import { account, sighting } from './sightings.ts';

const rules: CreatorAlertRules = {
  bigGift: { unit: 'tiktok:coin', units: units(100) },
  firstGift: true,
  returning: { afterDays: 14 },
  spike: { unit: 'tiktok:coin', times: 3, least: units(50) },
};

const placed = (count: number, part: Partial<PlacedEntry> = {}): PlacedEntry => ({
  ...entryOf(sighting({ count, unitPrice: units(5) })),
  direction: 'received',
  session: 'tiktok:7001',
  creator: account('99'),
  day: '2026-11-22' as Day,
  hour: 10,
  assumedPrice: null,
  cost: null,
  ...part,
});

const supporter: Supporter = {
  platform: 'tiktok',
  creator: account('99'),
  person: account('11'),
  first: '2026-11-22' as Day,
  last: '2026-11-22' as Day,
  sessions: 1,
  firstSession: 'tiktok:7001',
};
const stranger = { supporter: null, lastBefore: null };

describe('alerts of a gift', () => {
  it('tell of a big streak once, when it has become big', () => {
    const told = [1, 19, 20, 21, 40].map((count) => giftAlerts(placed(count), stranger, rules));
    expect(told.map((alerts) => alerts.length)).toEqual([0, 0, 1, 1, 1]);
    expect(newAlerts(told.flat(), [])).toHaveLength(1);
    expect(newAlerts(told.flat(), told[2] ?? [])).toEqual([]);
  });

  it('tell of a first gift once for a person, and of who comes back after long once in a stream', () => {
    const first = { supporter, lastBefore: null };
    expect(giftAlerts(placed(1), first, rules)).toMatchObject([
      { kind: 'first-gift', person: '11' },
    ]);
    const earlier = { ...supporter, firstSession: 'tiktok:6001' as const };
    const back = (day: string) =>
      giftAlerts(placed(1), { supporter: earlier, lastBefore: day as Day }, rules);
    expect(back('2026-11-08')).toMatchObject([{ kind: 'returning' }]);
    expect(back('2026-11-09')).toEqual([]);
  });

  it.each([
    ['sent', placed(40, { direction: 'sent' })],
    ['void', placed(40, { correction: { voided: true } })],
    ['a chest', placed(40, { kind: 'chest' })],
  ])('tell nothing of what is %s', (_, entry) => {
    expect(giftAlerts(entry, { supporter, lastBefore: null }, rules)).toEqual([]);
  });
});

describe('spikes', () => {
  const calm = Array.from({ length: 20 }, (_, n) => ({ minute: 1_000 + n, units: 20 }));
  const told = (more: readonly { minute: number; units: number }[]) =>
    spikeAlerts('tiktok:7001', 1_000, [...calm, ...more], rules);

  it('are minutes that bring far more than those before, each run once', () => {
    expect(told([])).toEqual([]);
    expect(told([{ minute: 1_020, units: 59 }])).toEqual([]);
    expect(
      told([
        { minute: 1_020, units: 60 },
        { minute: 1_021, units: 90 },
        { minute: 1_040, units: 300 },
      ]),
    ).toMatchObject([{ minute: 1_020 }, { minute: 1_040 }]);
  });

  it('are none in the first minutes', () => {
    expect(spikeAlerts('tiktok:7001', 1_000, [{ minute: 1_009, units: 900 }], rules)).toEqual([]);
    expect(spikeAlerts('tiktok:7001', 1_000, [{ minute: 1_010, units: 900 }], rules)).toHaveLength(
      1,
    );
  });

  it('that begin a little earlier by what came late are no news', () => {
    const before = told([{ minute: 1_021, units: 90 }]);
    expect(
      newAlerts(
        told([
          { minute: 1_020, units: 70 },
          { minute: 1_021, units: 90 },
        ]),
        before,
      ),
    ).toEqual([]);
  });
});

describe('the thank-you list', () => {
  it('has those who gave; whoever gave more since they were thanked is there again', () => {
    const gave = ([person, gifts]: readonly [string, number]) => ({
      platform: 'tiktok' as const,
      person: account(person),
      unit: 'tiktok:coin' as const,
      units: gifts * 5,
      gifts,
      entries: 1,
      unpriced: 0,
    });
    const { rows } = leaderboard(
      [
        ['11', 9],
        ['12', 5],
        ['13', 3],
      ].map((pair) => gave(pair as [string, number])),
      [],
      10,
    );
    const thanked = (person: string, gifts: number) => ({
      platform: 'tiktok' as const,
      person: account(person),
      session: 'tiktok:7001' as const,
      gifts,
    });
    const list = thankYouList(rows, [thanked('11', 9), thanked('12', 2)], ['tiktok:7001']);
    expect(list.map(({ person, unthanked, thanked: done }) => [person, unthanked, done])).toEqual([
      ['11', 0, true],
      ['12', 3, false],
      ['13', 3, false],
    ]);
    expect(thankYouList(rows, [thanked('11', 9)], ['tiktok:7002'])[0]?.thanked).toBe(false);
  });
});

describe('a leaderboard', () => {
  it('leaves out who is hidden, deleted or unknown, and counts them all the same', () => {
    const gave = (person: string, coins: number) => ({
      platform: 'tiktok' as const,
      person: person === '' ? ('' as const) : account(person),
      unit: 'tiktok:coin' as const,
      units: coins,
      gifts: 1,
      entries: 1,
      unpriced: 0,
    });
    const board = leaderboard(
      [gave('11', 5), gave('12', 50), gave('', 7), gave('~forgotten', 8), gave('11', 4)],
      [{ platform: 'tiktok', person: account('12') }],
      10,
    );
    const coins = (sum: { amounts: readonly { units: number }[] }) => sum.amounts[0]?.units;
    expect(board.rows.map(({ person, sum }) => [person, coins(sum)])).toEqual([['11', 9]]);
    expect([board.people, coins(board.total), coins(board.unnamed)]).toEqual([2, 74, 65]);
  });
});
