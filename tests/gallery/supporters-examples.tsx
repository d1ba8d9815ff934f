import { BoardScreen } from '../../components/dashboard/supporters/board-screen.tsx';
import { PersonScreen } from '../../components/dashboard/supporters/person-screen.tsx';
import type { AccountId, GiftId } from '../../utils/core/ids.ts';
import type {
  BoardView,
  PersonActions,
  PersonPage,
  SupporterRow,
} from '../../utils/core/supporter-views.ts';
import { usualBoard } from '../../utils/core/supporters-address.ts';
import { addDays, type Day } from '../../utils/core/time.ts';
import type { Sum } from '../../utils/core/views.ts';
import type { DashboardExample } from './dashboard-examples.ts';
import { ago, amount, money, nothing, person, range, sum } from './make.ts';

/** Does nothing: the gallery shows states. */
export const noPersonActions: PersonActions = {
  onNote: () => {},
  onHide: () => {},
  onLink: () => {},
  onSeparate: () => {},
  onDelete: () => {},
  findPeople: async () => [],
};

const DAY = 24 * 60;
const today = '2026-11-22' as Day;
const longName = 'The very long and winding name of somebody who likes to be noticed 🎉🎉🎉';
const both: Sum = sum(3_410, 96, null, {
  amounts: [amount('tiktok:coin', 3_410), amount('twitch:bit', 500)],
});

const given = (coins: number, gifts: number) => sum(coins, gifts, null);

function row(rank: number, more: Partial<SupporterRow> = {}): SupporterRow {
  const who = more.person ?? person(`supporter.${rank}`, `Supporter ${rank}`);
  return {
    platform: 'tiktok',
    id: who.id,
    person: who,
    rank,
    sum: given(5_000 - rank * 90, 40 - rank),
    worth: range(`${25 - rank / 2}`, `${26.5 - rank / 2}`),
    standing: 'returning',
    hidden: false,
    linked: [],
    ...more,
  };
}

const rows: readonly SupporterRow[] = [
  row(1, { person: person('noor.sings', 'Noor'), sum: both, linked: ['twitch'] }),
  row(2, { person: person('', 'نور الهدى'), standing: 'first-time' }),
  row(3, { person: person('', longName), standing: 'lapsed' }),
  row(4, { person: person('kai.watches', 'Kai'), hidden: true }),
  row(5, { person: person('', '', '7301234567890123456'), standing: null, worth: null }),
  ...Array.from({ length: 20 }, (_, n) => row(6 + n)),
];

function boardOf(more: Partial<BoardView> = {}): BoardView {
  return {
    address: usualBoard,
    today,
    span: { first: '2026-11-01' as Day, last: '2026-11-30' as Day },
    streams: [],
    stream: null,
    whose: 'mine',
    creators: [],
    measures: ['worth', 'tiktok:coin', 'twitch:bit'],
    by: 'worth',
    count: rows.length,
    people: 27,
    hidden: 2,
    total: { ...both, gifts: 1_204 },
    worth: range('22.05', '23.10'),
    unnamed: given(130, 12),
    since: ago(400 * DAY),
    ...more,
  };
}

const huge = boardOf({
  address: { ...usualBoard, period: 'stream', hidden: true, text: 'the' },
  span: null,
  streams: [
    { id: 'tiktok:7001', title: longName, from: ago(90) },
    { id: 'tiktok:7000', title: '', from: ago(3 * DAY) },
  ],
  stream: 'tiktok:7001',
  creators: [person('mira.plays', 'Mira'), person('', longName)].map((who) => ({
    platform: 'tiktok',
    id: who.id,
    person: who,
    standing: 'followed',
  })),
  count: 123_456,
  people: 123_456,
  total: given(982_451_653, 1_234_567),
  worth: range('4912258.26', '5206993.76'),
});

function board(view: BoardView, of: readonly SupporterRow[] = rows) {
  return () => (
    <BoardScreen
      view={view}
      rowAt={(index) => of[index % of.length] ?? null}
      onShow={() => {}}
      onBoard={() => {}}
      lapsedAfter={30}
      onLapsedAfter={() => {}}
    />
  );
}

const session = (n: number, title = 'An evening with songs') => ({
  session: `tiktok:70${n}` as const,
  title,
  day: addDays(today, -n * 3),
  sum: given(400 - n * 20, 12),
});

const noor = person('noor.sings', 'Noor', '7301234567890123456');
const page: PersonPage = {
  platform: 'tiktok',
  id: noor.id,
  person: noor,
  today,
  accounts: [
    {
      platform: 'tiktok',
      id: noor.id,
      person: noor,
      past: [
        { handle: 'noor.hums', name: 'Noor', at: ago(40 * DAY) },
        { handle: 'nooor', name: 'N.', at: ago(200 * DAY) },
      ],
      joined: false,
      hidden: false,
      note: 'Asked for the harbour song. Birthday in May.',
    },
    {
      platform: 'twitch',
      id: '550011' as AccountId,
      person: person('noor_live', 'noor_live', '550011'),
      past: [],
      joined: true,
      hidden: false,
      note: '',
    },
  ],
  whose: 'mine',
  creators: [],
  gave: {
    sum: { ...both, entries: 41 },
    filter: { direction: 'received' },
    worth: range('22.05', '23.10'),
    first: '2026-03-08' as Day,
    last: '2026-11-20' as Day,
    streams: 14,
    standing: 'returning',
    sessions: [session(1), session(2, ''), { ...session(3), session: null }, session(4)],
    moreSessions: 10,
    gifts: [
      { platform: 'tiktok', gift: '5655' as GiftId, name: 'Rose', sum: given(64, 64) },
      { platform: 'tiktok', gift: '1' as GiftId, name: 'Galaxy', sum: given(3_000, 3) },
      { platform: 'twitch', gift: null, name: '', sum: given(0, 2) },
    ],
    giftsOf: null,
  },
  got: null,
  lapsedAfter: 30,
};

const far = person('', longName, 'id of somebody with a name that does not end');
const longPage: PersonPage = {
  ...page,
  whose: 'all',
  creators: huge.creators,
  id: far.id,
  person: far,
  accounts: page.accounts.map((account, index) => ({
    ...account,
    ...(index === 0 ? { id: far.id, person: far, hidden: true, note: longName } : {}),
    past: [{ handle: longName.replaceAll(' ', '_'), name: longName, at: ago(40 * DAY) }],
  })),
  gave: page.gave && {
    ...page.gave,
    sum: { ...given(982_451_653, 1_234_567), entries: 345_678, unpriced: 3 },
    worth: range('4912258.26', '5206993.76'),
    standing: 'lapsed',
    sessions: [session(1, longName)],
    moreSessions: 1_234,
    giftsOf: 2_000,
  },
  got: {
    sum: { ...sum(1_250, 30, money('13.25')), entries: 21 },
    first: '2026-01-05' as Day,
    last: '2026-11-02' as Day,
  },
};

function about(of: PersonPage | null) {
  return () => <PersonScreen page={of} actions={noPersonActions} onWhose={() => {}} />;
}

const turned = { words: 'right-to-left' as const, locale: 'ar-EG' };
const mixed = { words: 'long' as const, locale: 'de' };

/** Leaderboards and people's pages. */
export const supportersExamples: Readonly<Record<string, DashboardExample>> = {
  supporters: { open: 'supporters', content: board(boardOf()) },
  'supporters-empty': {
    open: 'supporters',
    content: board(boardOf({ since: null, count: 0, total: nothing, people: 0 })),
  },
  'supporters-huge': { open: 'supporters', content: board(huge), ...mixed },
  'supporters-right-to-left': { open: 'supporters', content: board(boardOf()), ...turned },
  person: { open: 'supporters', content: about(page) },
  'person-long': { open: 'supporters', content: about(longPage), ...mixed },
  'person-right-to-left': { open: 'supporters', content: about(page), ...turned },
  'person-missing': { open: 'supporters', content: about(null) },
};
