import { CompareTable } from '../../components/dashboard/streams/compare-table.tsx';
import { FollowPanel } from '../../components/dashboard/streams/follow-panel.tsx';
import { StreamList } from '../../components/dashboard/streams/stream-list.tsx';
import { StreamPage } from '../../components/dashboard/streams/stream-page.tsx';
import { TimesScreen } from '../../components/dashboard/times/times-screen.tsx';
import type { Battle } from '../../utils/core/battle.ts';
import type { AccountId } from '../../utils/core/ids.ts';
import type { LedgerSum } from '../../utils/core/ledger-views.ts';
import type { LiveStream } from '../../utils/core/live-stream.ts';
import { minuteBins } from '../../utils/core/minute-bins.ts';
import { minuteOf } from '../../utils/core/received-totals.ts';
import type {
  BattleView,
  FollowActions,
  FollowView,
  NamedCreator,
  StreamListView,
  StreamRow,
  StreamView,
} from '../../utils/core/stream-views.ts';
import { addDays, type Day, epochMs } from '../../utils/core/time.ts';
import type { PopularGift, TimesView } from '../../utils/core/times-views.ts';
import type { SessionId } from '../../utils/core/totals.ts';
import { units } from '../../utils/core/units.ts';
import type { PersonView } from '../../utils/core/views.ts';
import { reportedWorth } from '../../utils/core/worth.ts';
import type { DashboardExample } from './dashboard-examples.ts';
import { ago, entry, month, nothing, person, range, sum } from './make.ts';

const longName = 'The very long and winding name of somebody who likes to be noticed 🎉🎉🎉';
const nothingAtAll: LedgerSum = { ...nothing, entries: 0 };
const counted = (coins: number, gifts: number, entries = gifts): LedgerSum => ({
  ...sum(coins, gifts, null),
  entries,
});

const creator = (
  who: PersonView,
  standing: NamedCreator['standing'],
  platform: NamedCreator['platform'] = 'tiktok',
): NamedCreator => ({ platform, id: who.id, standing, person: who });

const me = creator(person('kai.live', 'Kai'), 'own');
const mira = creator(person('mira.plays', 'Mira'), 'followed');
const noor = creator(person('', 'نور الهدى'), 'past');
const winding = creator(person('', longName), 'followed', 'kick');

export const followed: FollowView = { followed: [mira, winding], open: [noor] };

/** A stream from `minutes` ago, `length` minutes long. */
function stream(
  id: string,
  minutes: number,
  length: number,
  more: Partial<LiveStream> = {},
): LiveStream {
  return {
    platform: 'tiktok',
    creator: 'me' as AccountId,
    rooms: [`tiktok:${id}`],
    title: 'An evening with songs',
    from: ago(minutes),
    to: ago(minutes - length),
    ended: true,
    breaks: [],
    gaps: [],
    liveMs: length * 60_000,
    ...more,
  };
}

function row(of: LiveStream, gifts: LedgerSum, more: Partial<StreamRow> = {}): StreamRow {
  const coins = gifts.amounts[0]?.units ?? 0;
  return {
    id: of.rooms[0] ?? ('tiktok:' as SessionId),
    stream: of,
    onAir: false,
    creator: null,
    gifts,
    worth: coins === 0 ? null : range((coins * 0.005).toFixed(2), (coins * 0.0053).toFixed(2)),
    gifters: Math.ceil(gifts.gifts / 4),
    filter: { direction: 'received', kind: 'gift', session: of.rooms },
    ...more,
  };
}

const evening = stream('1', 24 * 60, 174, {
  rooms: ['tiktok:1', 'tiktok:2'],
  breaks: [{ from: ago(24 * 60 - 90), to: ago(24 * 60 - 96) }],
  gaps: [{ from: ago(24 * 60 - 120), to: ago(24 * 60 - 135) }],
});

export const streamListed: StreamListView = {
  whose: 'all',
  creators: [me, mira, winding, noor],
  streams: [
    row(stream('9', 62, 62, { ended: false }), counted(12_340, 641), { onAir: true }),
    row(evening, counted(48_310, 2_204)),
    row(stream('7', 3 * 24 * 60, 35, { title: longName }), counted(812, 61), {
      creator: winding.person,
    }),
    row(stream('6', 9 * 24 * 60, 12, { title: '' }), nothingAtAll, { creator: mira.person }),
    row(stream('5', 400 * 24 * 60, 700), counted(982_451_653, 1_234_567), { worth: null }),
  ],
  more: 214,
};

/** Coins and gifts of a minute, always the same ones. */
function minutesOf(of: LiveStream, scale: number) {
  const first = minuteOf(of.from);
  const count = Math.round((of.to - of.from) / 60_000);
  return Array.from({ length: count }, (_, n) => {
    const gifts = ((n * 37) % 11) + ((n * 13) % 29 === 0 ? 30 : 0);
    const at = epochMs((first + n) * 60_000);
    const off = [...of.breaks, ...(of.gaps ?? [])].some(({ from, to }) => at >= from && at < to);
    return { minute: first + n, sum: off ? nothingAtAll : counted(gifts * scale, gifts) };
  });
}

const fight = (id: string, from: number, to: number | null): Battle => ({
  battle: id,
  from: ago(24 * 60 - from),
  until: null,
  endedAt: to === null ? null : ago(24 * 60 - to),
});

function battle(of: Battle, gifts: LedgerSum | null): BattleView {
  const end = of.endedAt;
  return {
    battle: of,
    end,
    gifts,
    filter: end === null ? null : { session: ['tiktok:1'], during: { from: of.from, to: end } },
  };
}

function page(of: StreamRow, scale: number, more: Partial<StreamView> = {}): StreamView {
  const minutes = minutesOf(of.stream, scale);
  const rate = reportedWorth('tiktok:coin');
  return {
    row: of,
    summary: {
      stream: of.stream,
      gifts: of.gifts,
      chests: sum(500, 0, null),
      subscriptions: 3,
      gifters: of.gifters,
      newGifters: Math.floor(of.gifters / 3),
      returningGifters: of.gifters - Math.floor(of.gifters / 3),
      largest: [],
      minutes,
    },
    rates: rate === null ? [] : [rate],
    bins: minuteBins(of.stream, minutes),
    largest: [
      ['Lion', 1, 29_999, person('noor', 'Noor')],
      ['Galaxy', 3, 3_000, person('', longName)],
      [longName, 12, 1_200, null],
    ].map(([gift, count, coins, other], index) => ({
      row: {
        ...entry(String(gift), Number(count), Number(coins), {
          other: typeof other === 'object' ? other : null,
          at: ago(24 * 60 - 20 - index * 9),
          money: null,
        }),
        direction: 'received',
        correction: null,
      },
      inBattle: index === 0,
    })),
    battles: [
      battle(fight('1', 20, 25), counted(30_412, 88)),
      battle(fight('2', 60, 65), nothingAtAll),
      battle(fight('3', 150, null), null),
    ],
    checks: [
      {
        seen: 48_310,
        told: 48_390,
        missed: 80,
        unit: 'tiktok:coin',
        at: ago(24 * 60 - 170),
      },
    ],
    rankings: [
      {
        at: ago(24 * 60 - 171),
        unit: 'tiktok:coin',
        people: 3,
        told: units(30_500),
        missed: units(80),
      },
    ],
    ...more,
  };
}

const eveningRow = row(evening, counted(48_310, 2_204));
const full = page(eveningRow, 22);
const quiet = stream('6', 9 * 24 * 60, 12, { title: '', gaps: null });
const silent = page(row(quiet, nothingAtAll, { creator: mira.person }), 0, {
  bins: minuteBins(quiet, []),
  battles: [],
  largest: [],
  rankings: [],
  checks: [{ seen: 0, told: 0, missed: 0, unit: 'tiktok:coin', at: ago(9 * 24 * 60) }],
});
const endless = page(
  row(stream('5', 400 * 24 * 60, 26 * 60, { title: longName }), counted(982_451_653, 1_234_567)),
  9_999,
);

const ignore: FollowActions & { find: () => Promise<readonly []> } = {
  onFollow: () => {},
  find: async () => [],
};

export function streamsContent(view: StreamListView, follows: FollowView, actions = ignore) {
  return () => (
    <>
      <StreamList view={view} onWhose={() => {}} onMore={() => {}} onOpenDesk={() => {}} />
      <FollowPanel view={follows} {...actions} />
    </>
  );
}

const gift = (
  name: string,
  coins: number,
  gifts: number,
  id = name,
): TimesView['byCount'][number] => ({
  of: { platform: 'tiktok', id, name } satisfies PopularGift,
  sum: counted(coins, gifts),
  filter: { direction: 'received', kind: 'gift' },
});
const gifts = [
  gift('Rose', 9_120, 9_120),
  gift('Lion', 29_999, 1),
  gift('Doughnut', 2_010, 67),
  gift(longName, 900, 9),
  gift('', 70, 7, ''),
];

const week = (from: string, n: number): TimesView['weeks'][number] => ({
  of: addDays(from as Day, n * 7),
  sum: (n * 7) % 5 === 0 ? nothingAtAll : counted(((n * 7_919) % 31) * 700, ((n * 31) % 40) + 1),
  filter: { direction: 'received' },
});

const times: TimesView = {
  whose: 'mine',
  creators: [me, mira],
  period: { kind: 'month', month },
  total: { of: null, sum: counted(42_099, 9_204), filter: { direction: 'received', kind: 'gift' } },
  worth: range('210.50', '223.12'),
  byCount: gifts.toSorted((a, b) => b.sum.gifts - a.sum.gifts),
  byUnits: gifts,
  moreGifts: 31,
  hours: [
    [1, 20, 4_000],
    [2, 21, 12_000],
    [5, 22, 900],
    [6, 0, 25_199],
  ].map(([weekday = 1, hour = 0, coins = 0]) => ({
    of: { weekday, hour },
    sum: counted(coins, 40),
    filter: { direction: 'received' as const, hour: { weekday, hour } },
  })),
  best: [
    [6, 0, 25_199, 90],
    [2, 21, 12_000, 240],
  ].map(([weekday = 1, hour = 0, coins = 0, minutes = 60]) => ({
    of: { weekday, hour },
    sum: counted(coins, 40),
    minutes,
    perHour: [{ unit: 'tiktok:coin' as const, units: units(Math.floor((coins * 60) / minutes)) }],
    filter: { direction: 'received' as const, hour: { weekday, hour } },
  })),
  weeks: Array.from({ length: 12 }, (_, n) => week('2026-09-07', n)),
};

const turned = { words: 'right-to-left' as const, locale: 'ar-EG' };
const mixed = { words: 'long' as const, locale: 'de' };

/** The creators' screens about streams, gifts and times. */
export const streamExamples: Readonly<Record<string, DashboardExample>> = {
  streams: { open: 'streams', content: streamsContent(streamListed, followed) },
  'streams-empty': {
    open: 'streams',
    content: streamsContent(
      { whose: 'mine', creators: [], streams: [], more: 0 },
      { followed: [], open: [] },
    ),
  },
  'streams-long': { open: 'streams', content: streamsContent(streamListed, followed), ...mixed },
  stream: { open: 'streams', content: () => <StreamPage view={full} battles={full.battles} /> },
  'stream-silent': { open: 'streams', content: () => <StreamPage view={silent} battles={null} /> },
  'stream-right-to-left': {
    open: 'streams',
    content: () => <StreamPage view={endless} battles={full.battles} />,
    ...turned,
  },
  'streams-compared': {
    open: 'streams',
    content: () => <CompareTable view={{ streams: [full, endless, silent], unknown: 1 }} />,
  },
  times: { open: 'times', content: () => <TimesScreen view={times} onWhose={() => {}} /> },
  'times-empty': {
    open: 'times',
    content: () => (
      <TimesScreen
        view={{
          ...times,
          total: { ...times.total, sum: nothingAtAll },
          weeks: [],
        }}
        onWhose={() => {}}
      />
    ),
  },
  'times-right-to-left': {
    open: 'times',
    content: () => <TimesScreen view={{ ...times, creators: [] }} onWhose={() => {}} />,
    ...turned,
  },
};
