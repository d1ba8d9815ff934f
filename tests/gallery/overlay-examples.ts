import type { Shape } from '../../components/overlay/overlay-app.tsx';
import type { BudgetId } from '../../utils/core/budget.ts';
import { units } from '../../utils/core/units.ts';
import type { CreatorOverlay, OverlayView, ViewerOverlay } from '../../utils/core/views.ts';
import { exampleAlert, today } from './budget-examples.ts';
import { exampleCreatorAlerts, exampleGoals } from './desk-examples.ts';
import { ago, amount, entry, money, month, nothing, person, range, room, sum } from './make.ts';

/** One state of the overlay. */
export interface OverlayExample {
  readonly view: OverlayView | null;
  readonly shape: Shape;
  /** Whether the card's converter is open. */
  readonly converting?: boolean;
  readonly locale?: string;
  readonly words?: 'english' | 'long' | 'right-to-left';
}

const viewer: ViewerOverlay = {
  side: 'viewer',
  platform: 'tiktok',
  room,
  creator: person('mira.plays', 'Mira'),
  month,
  stream: sum(436, 6, money('4.6216')),
  monthSum: sum(3625, 41, money('38.42')),
  last: entry('Rose', 24, 24, { at: ago(0) }),
  loggedIn: true,
  blind: false,
};

const own: CreatorOverlay = {
  side: 'creator',
  platform: 'tiktok',
  blind: false,
  room,
  session: sum(1204, 37, money('12.7624')),
  worth: range('6.02', '6.3812'),
  gifters: 18,
  last: entry('Doughnut', 1, 30, { at: ago(2), other: person('', 'Ada from Lisbon') }),
};

/** Another creator's stream, whom the user helps: what comes in there, and what the user spent. */
const followed: ViewerOverlay = {
  ...viewer,
  followed: {
    session: own.session,
    worth: own.worth,
    gifters: own.gifters,
    last: own.last,
  },
};
const followedUnspent: ViewerOverlay = {
  ...followed,
  stream: nothing,
  monthSum: nothing,
  last: null,
};
const followedHuge: ViewerOverlay = {
  ...followed,
  creator: person('', 'مها التي لا ينتهي اسمها أبدا مهما طال السطر الذي يكتب فيه'),
  followed: {
    session: sum(9_007_199_254, 41_000_123, null),
    worth: range('45035996.27', '47738156.05'),
    gifters: 12_345_678,
    last: entry('A gift whose maker did not stop naming it in time', 999_999, 24, {
      units: units(9_007_199_254),
      other: person('', 'Somebody whose name has no end in sight at all'),
    }),
  },
};

const first: ViewerOverlay = { ...viewer, stream: nothing, monthSum: nothing, last: null };
const unpriced: ViewerOverlay = {
  ...viewer,
  stream: sum(436, 6, null),
  monthSum: sum(3625, 41, null, { unpriced: 1 }),
  last: entry('Rose', 24, 24, { money: null, basis: 'unknown' }),
};
const huge: ViewerOverlay = {
  ...viewer,
  stream: sum(9_007_199_254, 41_000, money('954763121.5')),
  monthSum: sum(9_007_199_254, 41_000_123, money('954763121.5'), { unpriced: 12_345 }),
  last: entry('A gift whose maker did not stop naming it in time for the list', 999_999, 24, {
    observed: true,
    units: units(9_007_199_254),
    money: money('954763121.5'),
  }),
};

const several: ViewerOverlay = {
  ...viewer,
  stream: sum(0, 3, money('9.36'), {
    amounts: [amount('kick:kick', 400), amount('money:USD', 500)],
  }),
  last: entry('', 1, 500, { unit: 'money:USD', money: money('5'), basis: 'exact' }),
};

const budgeted: ViewerOverlay = {
  ...viewer,
  budget: {
    id: 'budget' as BudgetId,
    name: '',
    period: { type: 'month', firstDay: 1, weekend: 'same' },
    key: `${today}/${today}`,
    first: today,
    last: today,
    standing: 'near',
    percent: 77,
    left: { over: false, amount: { in: 'money', money: money('11.58') } },
    limit: { in: 'money', money: money('50') },
  },
};
const passed: ViewerOverlay = {
  ...huge,
  budget: {
    id: 'budget' as BudgetId,
    name: 'The budget whose name has no end in sight',
    period: { type: 'stream' },
    key: `${today}/${today}`,
    first: today,
    last: today,
    standing: 'over',
    percent: 1320,
    left: { over: true, amount: { in: 'money', money: money('123456.78') } },
    limit: { in: 'money', money: money('10000') },
  },
};

/** Every state of the overlay, by name. */
export const overlayExamples: Readonly<Record<string, OverlayExample>> = {
  dot: { view: viewer, shape: 'dot' },
  pill: { view: viewer, shape: 'pill' },
  card: { view: viewer, shape: 'card' },
  'card-converting': { view: viewer, shape: 'card', converting: true },
  'pill-budget': { view: budgeted, shape: 'pill' },
  'card-budget': { view: budgeted, shape: 'card' },
  'pill-alert': { view: { ...budgeted, toasts: [exampleAlert] }, shape: 'pill' },
  'card-budget-passed': { view: passed, shape: 'card' },
  'pill-waiting': { view: null, shape: 'pill' },
  'card-waiting': { view: null, shape: 'card' },
  'pill-first': { view: first, shape: 'pill' },
  'card-first': { view: first, shape: 'card' },
  'pill-blind': { view: { ...viewer, blind: true }, shape: 'pill' },
  'card-blind': { view: { ...viewer, blind: true }, shape: 'card' },
  'pill-logged-out': { view: { ...viewer, loggedIn: false }, shape: 'pill' },
  'card-logged-out': { view: { ...viewer, loggedIn: false }, shape: 'card' },
  'pill-unknown-price': { view: unpriced, shape: 'pill' },
  'card-unknown-price': { view: unpriced, shape: 'card' },
  'pill-huge': { view: huge, shape: 'pill' },
  'card-huge': { view: huge, shape: 'card' },
  'pill-several-units': { view: several, shape: 'pill' },
  'card-several-units': { view: several, shape: 'card' },
  'pill-own': { view: own, shape: 'pill' },
  'card-own': { view: own, shape: 'card' },
  'card-own-goals': { view: { ...own, goals: exampleGoals }, shape: 'card' },
  'pill-own-alert': { view: { ...own, alerts: exampleCreatorAlerts }, shape: 'pill' },
  'card-own-no-worth': { view: { ...own, worth: null, last: null }, shape: 'card' },
  'pill-followed': { view: followed, shape: 'pill' },
  'card-followed': { view: followed, shape: 'card' },
  'pill-followed-unspent': { view: followedUnspent, shape: 'pill' },
  'card-followed-unspent': { view: followedUnspent, shape: 'card' },
  'card-followed-huge': { view: followedHuge, shape: 'card' },
  'card-followed-logged-out': { view: { ...followedUnspent, loggedIn: false }, shape: 'card' },
  'pill-long-words': { view: viewer, shape: 'pill', words: 'long', locale: 'de' },
  'card-long-words': { view: own, shape: 'card', words: 'long', locale: 'de' },
  'pill-right-to-left': { view: viewer, shape: 'pill', words: 'right-to-left', locale: 'ar-EG' },
  'card-right-to-left': {
    view: viewer,
    shape: 'card',
    converting: true,
    words: 'right-to-left',
    locale: 'ar-EG',
  },
};
