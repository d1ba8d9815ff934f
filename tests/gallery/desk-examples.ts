import type { DeskView } from '../../components/desk/desk-view.ts';
import { freshPopout, type PopoutSettings } from '../../utils/core/desk-settings.ts';
import type {
  CreatorAlertView,
  DeskGifter,
  DeskPeople,
  DeskStream,
  DeskTotal,
  GoalView,
} from '../../utils/core/desk-views.ts';
import type { Goal, GoalId, GoalMeasure } from '../../utils/core/goal.ts';
import type { GiftId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { units } from '../../utils/core/units.ts';
import { ago, entry, nothing, person, range, room, sum } from './make.ts';

/** One state of the live desk. */
export interface DeskExample {
  readonly view: DeskView | null;
  readonly trouble?: string;
  readonly sound?: 'off' | 'on' | 'blocked';
  readonly locale?: string;
  readonly words?: 'english' | 'long' | 'right-to-left';
}

/** One state of the pop-out. */
export interface PopoutExample {
  readonly total: DeskTotal | null;
  readonly people: DeskPeople | null;
  readonly goals: readonly GoalView[];
  readonly popout: PopoutSettings;
  readonly locale?: string;
  readonly words?: 'english' | 'long' | 'right-to-left';
}

const stream: DeskStream = {
  rooms: [`tiktok:${room}`],
  platform: 'tiktok',
  of: null,
  title: 'Friday kitchen',
  from: ago(72),
  to: ago(0),
  onAir: true,
};

const past: DeskStream = {
  ...stream,
  rooms: ['tiktok:7400000000000000009'],
  title: '',
  from: ago(60 * 24 * 3),
  to: ago(60 * 24 * 3 - 120),
  onAir: false,
};

let goals = 0;

const goal = (
  wanted: GoalMeasure,
  reached: number | null,
  target: number,
  more: Partial<Goal> = {},
  gift = '',
): GoalView => {
  goals += 1;
  return {
    goal: { id: `goal ${goals}` as GoalId, name: '', period: { type: 'stream' }, wanted, ...more },
    gift,
    progress: { reached, target, done: reached !== null && reached >= target },
  };
};

/** Goals of each measure, one of them reached. */
export const exampleGoals: readonly GoalView[] = [
  goal({ of: 'units', unit: 'tiktok:coin', units: units(5_000) }, 1_204, 5_000),
  goal({ of: 'gifts', count: 30 }, 37, 30, { name: 'Dance', period: { type: 'day' } }),
  goal({ of: 'money', price: { currency: currencyCode('USD'), minor: 40_000 } }, 20_412, 40_000, {
    name: 'New microphone',
    period: { type: 'month', firstDay: 1, weekend: 'same' },
  }),
  goal(
    { of: 'gift', platform: 'tiktok', gift: '5655' as GiftId, count: 100 },
    24,
    100,
    { period: { type: 'week', firstWeekday: 1 } },
    'Rose',
  ),
];

const lion = entry('Lion', 1, 29_999, { at: ago(1), other: person('kai.watches', 'Kai') });

/** An alert of each kind, latest first. */
export const exampleCreatorAlerts: readonly CreatorAlertView[] = [
  { id: 'a', at: ago(0), kind: 'big-gift', entry: lion },
  { id: 'b', at: ago(1), kind: 'first-gift', person: person('', 'Ada from Lisbon') },
  { id: 'c', at: ago(3), kind: 'returning', person: person('noor', 'Noor'), days: 41 },
  { id: 'd', at: ago(4), kind: 'spike', sum: sum(2_400, 31, null) },
  {
    id: 'e',
    at: ago(6),
    kind: 'goal',
    goal: { ...(exampleGoals[1]?.goal ?? never()), name: 'Dance' },
    gift: '',
  },
];

function never(): never {
  throw new Error('the example is missing');
}

const gifter = (
  handle: string,
  coins: number,
  gifts: number,
  unthanked: number,
  name = '',
): DeskGifter => ({
  platform: 'tiktok',
  person: person(handle, name),
  sum: sum(coins, gifts, null),
  unthanked,
  thanked: unthanked === 0,
});

/** Some who gave: thanked, not thanked, and one who gave more since. */
export const examplePeople: DeskPeople = {
  gifters: [
    gifter('kai.watches', 30_123, 14, 3),
    gifter('noor', 1_204, 9, 0),
    gifter('', 404, 5, 5, 'Ada from Lisbon'),
    gifter('lio', 99, 2, 0),
    gifter('sam_77', 30, 1, 1),
    gifter('tiny', 1, 1, 1),
  ],
  people: 18,
  newPeople: 3,
};

const total: DeskTotal = {
  sum: sum(31_861, 37, null),
  worth: range('159.31', '168.86'),
  last: [
    lion,
    entry('Rose', 24, 24, { at: ago(2), state: 'open', other: person('noor', 'Noor') }),
    entry('Doughnut', 1, 30, { at: ago(2), other: person('', 'Ada from Lisbon') }),
    entry('Rose', 1, 1, { at: ago(4), other: null }),
  ],
  alerts: exampleCreatorAlerts,
};

const busy: DeskView = {
  streams: [stream, past],
  picked: '',
  stream,
  total,
  people: examplePeople,
  goals: exampleGoals,
};

const emptyTotal: DeskTotal = { sum: nothing, worth: null, last: [], alerts: [] };
const nobody: DeskPeople = { gifters: [], people: 0, newPeople: 0 };

const endless = 'A name that somebody chose to see where it would end and that does not end here';

const long: DeskView = {
  ...busy,
  stream: { ...stream, of: person('', endless), title: endless.repeat(2) },
  streams: [{ ...stream, title: endless.repeat(2) }, past],
  total: {
    ...total,
    sum: sum(9_007_199_254, 41_000_123, null, { unpriced: 12_345 }),
    worth: range('45035996.27', '47738156.04'),
    last: [entry(endless, 999_999, 9_007_199_254, { other: person('', endless) })],
    alerts: [
      {
        id: 'z',
        at: ago(1),
        kind: 'big-gift',
        entry: entry(endless, 999_999, 9_007_199_254, { other: person('', endless) }),
      },
    ],
  },
  people: {
    gifters: [gifter('', 9_007_199_254, 41_000, 40_999, endless), ...examplePeople.gifters],
    people: 123_456,
    newPeople: 98_765,
  },
  goals: [
    goal(
      { of: 'units', unit: 'tiktok:coin', units: units(9_000_000_000) },
      9_007_199_254,
      9_000_000_000,
      {
        name: endless.slice(0, 80),
      },
    ),
    goal(
      { of: 'money', price: { currency: currencyCode('JPY'), minor: 90_000_000 } },
      null,
      90_000_000,
    ),
  ],
};

/** Every state of the live desk, by name. */
export const deskExamples: Readonly<Record<string, DeskExample>> = {
  busy: { view: busy },
  empty: {
    view: { ...busy, streams: [stream], total: emptyTotal, people: nobody, goals: [] },
    sound: 'blocked',
  },
  'not-live': {
    view: { ...busy, stream: null, total: null, people: null, goals: exampleGoals.slice(2, 3) },
    trouble: 'QuotaExceededError',
  },
  long: { view: long, words: 'long', locale: 'de' },
  'right-to-left': { view: busy, words: 'right-to-left', locale: 'ar-EG' },
};

const all: PopoutSettings = {
  ...freshPopout,
  widgets: ['total', 'goal', 'last', 'top', 'ticker'],
};
const shown = { total, people: examplePeople, goals: exampleGoals.slice(0, 2) };

/** Every state of the pop-out that matters, by name. */
export const popoutExamples: Readonly<Record<string, PopoutExample>> = {
  green: { ...shown, popout: freshPopout },
  outline: {
    ...shown,
    popout: { ...all, theme: 'outline', background: 'magenta', size: 'column' },
  },
  strip: { ...shown, popout: { ...freshPopout, theme: 'light', size: 'strip' } },
  waiting: { ...shown, total: null, popout: freshPopout },
  long: {
    total: long.total,
    people: long.people,
    goals: long.goals,
    popout: { ...all, size: 'column', background: 'dark' },
    words: 'right-to-left',
    locale: 'ar-EG',
  },
};
