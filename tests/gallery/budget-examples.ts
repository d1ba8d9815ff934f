import type { Budget, BudgetId, BudgetPeriod } from '../../utils/core/budget.ts';
import { usualAlerts, wholeScope } from '../../utils/core/budget.ts';
import type {
  AlertView,
  BudgetPeriodView,
  BudgetStanding,
  BudgetsView,
  BudgetView,
} from '../../utils/core/budget-views.ts';
import type { Measure } from '../../utils/core/guard.ts';
import type { AccountId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { type Day, dayNamed } from '../../utils/core/time.ts';
import { ago, money, now, person, zone } from './make.ts';

export const day = (text: string): Day => {
  const named = dayNamed(text);
  if (named === null) throw new RangeError(text);
  return named;
};

export const today = day('2026-11-22');
const calendarMonth: BudgetPeriod = { type: 'month', firstDay: 1, weekend: 'same' };
const dollars = (amount: string, currency = 'USD'): Measure => ({
  in: 'money',
  money: money(amount, currency),
});

const monthOf2026 = (month: number) => {
  const first = Temporal.PlainDate.from({ year: 2026, month, day: 1 });
  return {
    first: day(first.toString()),
    last: day(first.with({ day: first.daysInMonth }).toString()),
  };
};

/** Twelve months of spending against one limit. */
function months(limit: Measure, shares: readonly number[]): BudgetPeriodView[] {
  return shares.map((share, index) => {
    const span = monthOf2026(index + 1);
    const spent: Measure =
      limit.in === 'money'
        ? { in: 'money', money: { ...limit.money, amount: Math.round(limit.money.amount * share) } }
        : { ...limit, units: Math.round(limit.units * share) };
    return {
      key: `${span.first}/${span.last}`,
      ...span,
      limit,
      spent,
      percent: Math.floor(share * 100),
    };
  });
}

let made = 0;

/** A budget that stands at `share` of its limit, with what matters to an example set. */
export function budget(
  limit: Measure,
  share: number,
  standing: BudgetStanding,
  more: Partial<Budget> = {},
  view: Partial<BudgetView> = {},
): BudgetView {
  made += 1;
  const periods = months(limit, [0.4, 0.7, 0.95, 1.2, 0.3, 0, 0.55, 0.8, 1, 0.62, share]);
  const current = periods.at(-1);
  if (current === undefined) throw new RangeError('no period');
  const over = share > 1;
  const rest = Math.abs(1 - share);
  const left: Measure =
    limit.in === 'money'
      ? { in: 'money', money: { ...limit.money, amount: Math.round(limit.money.amount * rest) } }
      : { ...limit, units: Math.round(limit.units * rest) };
  return {
    budget: {
      id: `budget ${made}` as BudgetId,
      name: '',
      scope: wholeScope,
      period: calendarMonth,
      limit,
      rollover: { left: false, over: false },
      since: day('2026-01-01'),
      pausedUntil: null,
      alerts: usualAlerts,
      lock: null,
      ...more,
    },
    creators: [],
    standing,
    now: current,
    left: { over, amount: left },
    carried: null,
    pace: null,
    doubt: { listed: null, unpricedUnits: 0, unpriced: 0 },
    history: periods,
    pending: null,
    ...view,
  };
}

const under = budget(
  dollars('50'),
  0.31,
  'under',
  {},
  {
    pace: { amount: dollars('21.10'), by: day('2026-11-30'), passes: false },
  },
);
const near = budget(
  dollars('50'),
  0.77,
  'near',
  {},
  {
    pace: { amount: dollars('52'), by: day('2026-11-30'), passes: true },
    doubt: { listed: dollars('3.10'), unpricedUnits: 0, unpriced: 1 },
  },
);
const reached = budget(dollars('20'), 1, 'reached', { period: { type: 'week', firstWeekday: 1 } });
const over = budget(dollars('20'), 1.32, 'over', { name: 'Evenings', period: { type: 'day' } });
const coins = budget({ in: 'units', unit: 'tiktok:coin', units: 5_000 }, 0.42, 'under', {
  period: { type: 'rolling', days: 30 },
});
const creator = budget(
  dollars('15'),
  0.6,
  'under',
  {
    scope: { ...wholeScope, creators: [{ platform: 'tiktok', id: 'id mira' as AccountId }] },
    rollover: { left: true, over: true },
  },
  { creators: [person('mira.plays', 'Mira')], carried: { over: false, amount: dollars('4.20') } },
);
const locked = budget(
  dollars('30'),
  0.5,
  'under',
  { name: 'No more than this', lock: { delayMs: 86_400_000 } },
  {},
);
const pending: BudgetView = {
  ...locked,
  pending: {
    wanted: { ...locked.budget, limit: dollars('60') },
    remainingMs: 19 * 3_600_000,
    leaving: [],
  },
};
const leaving: BudgetView = {
  ...creator,
  budget: { ...creator.budget, name: 'Mira, wherever', lock: { delayMs: 86_400_000 } },
  pending: {
    wanted: creator.budget,
    remainingMs: 19 * 3_600_000,
    leaving: [
      { platform: 'tiktok', id: 'id again' as AccountId, person: person('mira.again', 'Mira') },
      { platform: 'twitch', id: 'id twitch' as AccountId, person: person('', 'مها البعيدة') },
    ],
  },
};
const paused = budget(dollars('10'), 0, 'paused', {
  period: { type: 'stream' },
  pausedUntil: day('2026-12-01'),
});
const trip = budget(
  dollars('200'),
  0,
  'not-now',
  {
    name: 'Birthday week',
    period: { type: 'custom', first: day('2026-12-20'), last: day('2026-12-31') },
  },
  { history: [] },
);
const long = budget(
  dollars('234567890.12'),
  1.5,
  'over',
  {
    name: 'The budget that was given a name so long that no screen in the world has room',
    scope: { platforms: ['tiktok', 'kick'], creators: null, kinds: ['gift', 'subscription'] },
  },
  { doubt: { listed: dollars('99999999.99'), unpricedUnits: 1_234_567, unpriced: 89 } },
);
const yen = budget(
  dollars('8000', 'JPY'),
  0.77,
  'near',
  {},
  {
    pace: { amount: dollars('8350', 'JPY'), by: day('2026-11-30'), passes: true },
  },
);

const alert = (kind: AlertView['kind'], more: Partial<AlertView> = {}): AlertView => ({
  id: `alert ${JSON.stringify(kind)}`,
  budget: near.budget.id,
  name: '',
  kind,
  at: ago(42),
  first: day('2026-11-01'),
  last: day('2026-11-30'),
  period: calendarMonth,
  limit: dollars('50'),
  spent: dollars('40.10'),
  left: { over: false, amount: dollars('9.90') },
  amount: dollars('40.10'),
  state: 'told',
  seen: false,
  ...more,
});

/** What a page shows where notifications are off. */
export const exampleAlert = alert({ type: 'share', percent: 80 });

const usual: BudgetsView = {
  now,
  today,
  zone,
  display: currencyCode('USD'),
  budgets: [near],
  suggestions: [],
  creators: [
    { platform: 'tiktok', id: 'id mira' as AccountId, person: person('mira.plays', 'Mira') },
    { platform: 'tiktok', id: 'id noor' as AccountId, person: person('noor_sings', 'Noor') },
  ],
  alerts: [],
  settings: { notifications: true, quietHours: null, quietUntil: null, badge: 'stream' },
};

const manyBudgets = [
  over,
  reached,
  near,
  pending,
  creator,
  leaving,
  under,
  coins,
  paused,
  trip,
  long,
];

/** What the dashboard's budgets show, by name. */
export const budgetViews = {
  none: {
    ...usual,
    budgets: [],
    suggestions: [
      {
        profile: 'comfortable',
        limit: dollars('64'),
        months: 8,
        passed: 2,
        over: dollars('31.40'),
      },
      {
        profile: 'on-track',
        limit: dollars('41.50'),
        months: 8,
        passed: 4,
        over: dollars('96.20'),
      },
      { profile: 'tight', limit: dollars('22'), months: 8, passed: 0, over: dollars('0') },
    ],
  },
  one: usual,
  ten: {
    ...usual,
    budgets: manyBudgets,
    alerts: [
      alert({ type: 'share', percent: 80 }),
      alert(
        { type: 'share', percent: 100 },
        { left: { over: true, amount: dollars('2') }, state: 'waiting' },
      ),
      alert({ type: 'large-gift' }, { amount: dollars('317.99') }),
      alert({ type: 'projected' }, { amount: dollars('52') }),
      alert({ type: 'bought' }, { amount: { in: 'units', unit: 'tiktok:coin', units: 7000 } }),
      alert({ type: 'many-gifts' }, { amount: { in: 'gifts', gifts: 24, minutes: 10 } }),
    ],
    settings: {
      ...usual.settings,
      quietHours: { from: 1320, to: 480 },
      quietUntil: ago(-600),
      badge: 'budget',
    },
  },
} satisfies Record<string, BudgetsView>;

/** What the popup shows of budgets, by name. */
export const popupBudgets = {
  none: { budgets: [], display: currencyCode('USD'), today },
  near: { budgets: [near], display: currencyCode('USD'), today },
  many: { budgets: [over, near, reached, creator, coins], display: currencyCode('USD'), today },
  long: { budgets: [long, trip, paused], display: currencyCode('USD'), today },
  yen: { budgets: [yen], display: currencyCode('JPY'), today },
} satisfies Record<string, Pick<BudgetsView, 'budgets' | 'display' | 'today'>>;
