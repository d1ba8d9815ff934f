import { describe, expect, it } from 'vitest';
import {
  type CreatorAlertRules,
  giftAlerts,
  type MinuteAmount,
  newAlerts,
  spikeAlerts,
} from '../../utils/core/creator-alerts.ts';
import { entryOf } from '../../utils/core/entry.ts';
import { leaderboard } from '../../utils/core/leaderboard.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Supporter } from '../../utils/core/supporters.ts';
import { thankYouList } from '../../utils/core/thank-you.ts';
import { moneyBy, type Thresholds } from '../../utils/core/thresholds.ts';
import type { Day } from '../../utils/core/time.ts';
import type { PlacedEntry } from '../../utils/core/totals.ts';
import { type AmountUnit, units } from '../../utils/core/units.ts';
import { worthRates } from '../../utils/core/worth.ts';
import { account, sighting } from './sightings.ts';

const usd = currencyCode('USD');
const coins = (least: number): Thresholds => ({
  units: { 'tiktok:coin': units(least) },
  money: null,
});
const dollars = (minor: number): Thresholds => ({ units: {}, money: { currency: usd, minor } });
const day = '2026-11-22' as Day;

const rules: CreatorAlertRules = {
  bigGift: { least: coins(100) },
  firstGift: true,
  returning: { afterDays: 14 },
  spike: { times: 3, least: coins(50) },
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
/** Two dollars a euro, nothing for a yen; worth as it is reported. */
const inDollars = moneyBy(
  worthRates([]),
  () => (money) =>
    money.currency === 'EUR'
      ? { money: { ...money, currency: usd, amount: 2 * money.amount } }
      : null,
);
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

  const given = (unit: AmountUnit, amount: number) => placed(1, { unit, unitPrice: units(amount) });
  it.each([
    ['a Super Chat', given('money:USD', 500), given('money:USD', 499), dollars(500)],
    [
      'one of another currency, at the day’s rate',
      given('money:EUR', 500),
      given('money:EUR', 499),
      dollars(1_000),
    ],
    [
      'bits, by what they are worth at least',
      given('twitch:bit', 500),
      given('twitch:bit', 499),
      dollars(500),
    ],
    [
      'bits, by their own amount',
      given('twitch:bit', 50),
      given('twitch:bit', 49),
      { ...dollars(9), units: { 'twitch:bit': units(50) } },
    ],
  ])('tell of %s from as much on', (_, big, small, least) => {
    const only = { ...rules, firstGift: false, bigGift: { least } };
    expect(giftAlerts(big, stranger, only, inDollars)).toMatchObject([{ kind: 'big-gift' }]);
    expect(giftAlerts(small, stranger, only, inDollars)).toEqual([]);
  });

  it('tell nothing of what nobody knows in money', () => {
    const only = { ...rules, firstGift: false, bigGift: { least: dollars(1) } };
    for (const unit of ['kick:kick', 'money:JPY'] as const) {
      expect(giftAlerts(given(unit, 99_999), stranger, only, inDollars)).toEqual([]);
    }
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
  const unit = 'tiktok:coin';
  const calm = Array.from({ length: 20 }, (_, n) => ({ minute: 1_000 + n, units: 20 }));
  const told = (more: readonly { minute: number; units: number }[]) =>
    spikeAlerts(
      'tiktok:7001',
      1_000,
      [...calm, ...more].map((each) => ({ ...each, unit })),
      rules,
      day,
    );

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

  it('are looked at unit by unit, those without an amount of their own together in money, one spike of all', () => {
    const calmly = Array.from({ length: 20 }, (_, n) => [
      { minute: 1_000 + n, unit, units: 20 } as const,
      { minute: 1_000 + n, unit: 'money:USD', units: 100 } as const,
      { minute: 1_000 + n, unit: 'twitch:bit', units: 50 } as const,
    ]).flat();
    const of = (more: readonly MinuteAmount[], least: Thresholds) =>
      spikeAlerts(
        'tiktok:7001',
        1_000,
        [...calmly, ...more],
        { spike: { times: 3, least } },
        day,
        inDollars,
      ).map((each) => each.kind === 'spike' && each.minute);
    const much: readonly MinuteAmount[] = [
      { minute: 1_020, unit: 'twitch:bit', units: 200 },
      { minute: 1_020, unit: 'money:USD', units: 300 },
      { minute: 1_022, unit, units: 70 },
    ];
    // $2 of bits and $3: more than three times the usual $1.50.
    expect(of(much, dollars(400))).toEqual([1_020]);
    expect(of(much, dollars(501))).toEqual([]);
    expect(of(much, coins(50))).toEqual([1_022]);
    expect(of(much, { ...dollars(400), ...{ units: coins(50).units } })).toEqual([1_020]);
  });

  it('are none in the first minutes', () => {
    const first = (minute: number) =>
      spikeAlerts('tiktok:7001', 1_000, [{ minute, unit, units: 900 }], rules, day);
    expect(first(1_009)).toEqual([]);
    expect(first(1_010)).toHaveLength(1);
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
