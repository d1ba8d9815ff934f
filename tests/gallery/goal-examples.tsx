import { GoalsScreen } from '../../components/dashboard/goals/goals-screen.tsx';
import { spanKey, spansUpTo } from '../../utils/core/budget-period.ts';
import type { Goal, GoalId, GoalMeasure, GoalPeriod } from '../../utils/core/goal.ts';
import { targetOf } from '../../utils/core/goal.ts';
import type {
  GoalActions,
  GoalGift,
  GoalHistory,
  GoalPeriodView,
  GoalsView,
} from '../../utils/core/goal-views.ts';
import type { GiftId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { units } from '../../utils/core/units.ts';
import { today } from './budget-examples.ts';
import type { DashboardExample } from './dashboard-examples.ts';
import { ago, exampleGifts } from './make.ts';

const noActions: GoalActions = { onSaveGoal: () => {}, onRemoveGoal: () => {} };

/** The screen of goals as tests and gallery draw it. */
export function GoalsStage(props: { view: GoalsView; actions?: Partial<GoalActions> }) {
  return (
    <GoalsScreen
      view={props.view}
      currencies={['USD', 'EUR', 'JPY'].map(currencyCode)}
      actions={{ ...noActions, ...props.actions }}
    />
  );
}

const gifts: readonly GoalGift[] = exampleGifts.map((gift) => ({
  ...gift,
  platform: 'tiktok',
  unit: 'tiktok:coin',
}));

let made = 0;

/** A goal that was reached so far in periods up to now; null where no rate tells. */
function goalOf(
  wanted: GoalMeasure,
  period: GoalPeriod,
  reached: readonly (number | null)[],
  more: Partial<Goal> = {},
): GoalHistory {
  made += 1;
  const target = targetOf(wanted);
  const goal: Goal = { id: `goal ${made}` as GoalId, name: '', period, wanted, ...more };
  const progress = (count: number | null) => ({
    reached: count,
    target,
    done: count !== null && count >= target,
  });
  const periods =
    period.type === 'stream'
      ? reached.map(
          (count, index): GoalPeriodView => ({
            key: `tiktok:${index}`,
            time: {
              of: 'stream',
              title: index % 2 === 0 ? 'Late night talk' : '',
              from: ago((reached.length - index) * 1_500),
            },
            progress: progress(count),
            reachedAt: index === 1 ? ago(1_700) : null,
          }),
        )
      : spansUpTo(period, today, reached.length).map(
          (span, index): GoalPeriodView => ({
            key: spanKey(span),
            time: { of: 'days', ...span },
            progress: progress(reached[index] ?? null),
            reachedAt: (reached[index] ?? 0) >= target ? ago(90) : null,
          }),
        );
  return {
    goal,
    gift: wanted.of === 'gift' ? 'Rose' : '',
    now: periods.at(-1) ?? null,
    past: periods.slice(0, -1),
  };
}

const coins = (count: number): GoalMeasure => ({
  of: 'units',
  unit: 'tiktok:coin',
  units: units(count),
});
const month: GoalPeriod = { type: 'month', firstDay: 1, weekend: 'same' };
const display = currencyCode('USD');
const dollars: GoalMeasure = { of: 'money', price: { currency: display, minor: 5_000 } };

export const goalViews = {
  none: { today, display, goals: [], gifts },
  usual: {
    today,
    display,
    gifts,
    goals: [
      goalOf(coins(5_000), { type: 'day' }, [120, 5_400, 4_999, 3_400]),
      goalOf(dollars, month, [4_100, 5_600, 5_200], { name: 'Rent' }),
      { ...goalOf({ of: 'gifters', count: 30 }, { type: 'stream' }, [12, 33, 18, 0]), now: null },
      goalOf(
        { of: 'gift', platform: 'tiktok', gift: 'rose' as GiftId, count: 100 },
        { type: 'week', firstWeekday: 1 },
        [99, 100, 40],
      ),
      goalOf({ of: 'gifts', count: 200 }, { type: 'stream' }, [150, 201, 20]),
    ],
  },
  huge: {
    today,
    display,
    gifts,
    goals: [
      goalOf(coins(99_999_999), month, [900_719_925_474, 1, 88_888_888], {
        name: 'A goal whose name goes on for as long as names of goals are let go on, and',
      }),
      goalOf(dollars, { type: 'day' }, [null, null, null]),
    ],
  },
} satisfies Record<string, GoalsView>;

const shown = (view: GoalsView, more: Partial<DashboardExample> = {}): DashboardExample => ({
  open: 'goals',
  content: () => <GoalsStage view={view} />,
  ...more,
});

/** Every state of the screen of goals, by name. */
export const goalExamples: Readonly<Record<string, DashboardExample>> = {
  'goals-none': shown(goalViews.none),
  goals: shown(goalViews.usual, { done: { what: 'goal-saved', times: 1, trouble: '' } }),
  'goals-huge': shown(goalViews.huge, { words: 'long', locale: 'de-DE' }),
  'goals-right-to-left': shown(goalViews.usual, { words: 'right-to-left', locale: 'ar-EG' }),
};
