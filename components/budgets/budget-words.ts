import type { Budget, BudgetPeriod, BudgetScope } from '../../utils/core/budget.ts';
import type { BudgetPeriodView, BudgetView, LeftOrOver } from '../../utils/core/budget-views.ts';
import type { Measure } from '../../utils/core/guard.ts';
import type { Day } from '../../utils/core/time.ts';
import type { PersonView } from '../../utils/core/views.ts';
import { plainDate } from '../dates.ts';
import { formatCount, formatShare } from '../format.ts';
import { isolate, safeText } from '../names.ts';
import type { Screen } from '../screen.ts';

/** An amount of money or of a unit, shortened beyond `fit` characters. */
export function measureWords(measure: Measure, screen: Screen, fit?: number): string {
  return measure.in === 'money'
    ? screen.money(measure.money, fit)
    : screen.units(measure.units, measure.unit, fit);
}

/** A day such as `Nov 30`; with its year where that is not this year. */
export function dayWords(day: Day, today: Day, { language }: Screen): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return plainDate(day, language, {
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** What a budget is called: by the user's name for it, else by what it counts and for how long. */
export function budgetName(
  { budget, creators }: Pick<BudgetView, 'budget' | 'creators'>,
  screen: Screen,
  today: Day,
): string {
  const name = safeText(budget.name);
  return name === ''
    ? screen.t('budgetNamed', [
        scopeWords(budget.scope, creators, screen),
        periodWords(budget.period, screen, today),
      ])
    : isolate(name);
}

/** What a budget counts. */
export function scopeWords(
  { platforms, creators, kinds }: BudgetScope,
  people: readonly PersonView[],
  screen: Screen,
): string {
  const parts = [
    ...(creators === null ? [] : [people.map((each) => screen.person(each))]),
    ...(platforms === null ? [] : [platforms.map((platform) => screen.t(`platform_${platform}`))]),
    ...(kinds === null ? [] : [kinds.map((kind) => screen.t(`kinds_${kind}`))]),
  ];
  return parts.length === 0
    ? screen.t('budgetEverything')
    : parts.map((part) => listed(part, screen)).join(' · ');
}

/** Names that a sentence has room for; the rest is counted. */
const MOST_NAMES = 3;

function listed(parts: readonly string[], { language, locale }: Screen): string {
  const more = parts.length - MOST_NAMES;
  const shown = more > 0 ? [...parts.slice(0, MOST_NAMES), `+${formatCount(more, locale)}`] : parts;
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(shown);
}

/** For how long a budget counts. */
export function periodWords(period: BudgetPeriod, screen: Screen, today: Day): string {
  switch (period.type) {
    case 'custom':
      return screen.t('budgetPeriod_custom', [
        dayWords(period.first, today, screen),
        dayWords(period.last, today, screen),
      ]);
    case 'rolling':
      return screen.counted(period.days, 'budgetPeriod_rolling');
    default:
      return screen.t(`budgetPeriod_${period.type}`);
  }
}

/** Where a budget stands in a few words, which never leave the meaning to a colour: `77 %, $11.58 left`. */
export function standingWords(
  view: Pick<BudgetView, 'standing' | 'now' | 'left' | 'budget'>,
  screen: Screen,
  today: Day,
): string {
  const { standing, now, budget } = view;
  const { t } = screen;
  if (standing === 'paused' && budget.pausedUntil !== null) {
    return t('budgetPaused', [dayWords(budget.pausedUntil, today, screen)]);
  }
  if (standing === 'not-now') {
    const begins = today < now.first;
    return t(begins ? 'budgetBegins' : 'budgetEnded', [
      dayWords(begins ? now.first : now.last, today, screen),
    ]);
  }
  return shareWords(now.percent, view.left, screen);
}

/** `77 %, $11.58 left`, `100 %, nothing left` or `132 %, $6.40 over`. */
export function shareWords(percent: number, left: LeftOrOver, screen: Screen): string {
  const share = formatShare(percent / 100, screen.locale);
  const amount = measureWords(left.amount, screen, 12);
  if (left.over) return screen.t('budgetOver', [share, amount]);
  return isNothing(left.amount)
    ? screen.t('budgetReached', [share])
    : screen.t('budgetLeft', [share, amount]);
}

function isNothing(measure: Measure): boolean {
  return (measure.in === 'money' ? measure.money.amount : measure.units) === 0;
}

/** What it comes to at the pace so far; empty where it is too early to tell. */
export function paceWords({ pace }: Pick<BudgetView, 'pace'>, screen: Screen, today: Day): string {
  return pace === null
    ? ''
    : screen.t('budgetPace', [
        measureWords(pace.amount, screen, 12),
        dayWords(pace.by, today, screen),
      ]);
}

/** What of a budget's sum is only known from listed prices, and what is in no sum; empty where all is sure. */
export function doubtWords({ doubt }: Pick<BudgetView, 'doubt'>, screen: Screen): string {
  const { listed: part, unpricedUnits, unpriced } = doubt;
  return [
    part === null || isNothing(part)
      ? ''
      : screen.t('budgetListedPart', [measureWords(part, screen, 12)]),
    unpricedUnits === 0 ? '' : screen.counted(unpricedUnits, 'budgetUnpricedUnits'),
    unpriced === 0 ? '' : screen.counted(unpriced, 'budgetUnpriced'),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What was carried into the period; empty where nothing was. */
export function carriedWords({ carried }: Pick<BudgetView, 'carried'>, screen: Screen): string {
  return carried === null
    ? ''
    : screen.t(carried.over ? 'budgetCarriedOver' : 'budgetCarriedLeft', [
        measureWords(carried.amount, screen, 12),
      ]);
}

/** A period as a date or two: `Nov 3`, `Nov 1 – Nov 30`. */
export function spanWords(
  { first, last }: Pick<BudgetPeriodView, 'first' | 'last'>,
  today: Day,
  screen: Screen,
): string {
  const from = dayWords(first, today, screen);
  return first === last
    ? from
    : screen.t('budgetPeriod_custom', [from, dayWords(last, today, screen)]);
}

/** How a meter is coloured; the words beside it say the same. */
export type Tone = 'calm' | 'near' | 'over' | 'off';

/** The tone of a standing. */
export function toneOf({ standing }: Pick<BudgetView, 'standing'>): Tone {
  const tones = {
    under: 'calm',
    near: 'near',
    reached: 'near',
    over: 'over',
    paused: 'off',
    'not-now': 'off',
  } as const;
  return tones[standing];
}

/** Whether a budget is one that the popup's month can stand beside: everything, in money, for calendar months. */
export function isWholeMonth({ scope, period, limit }: Budget): boolean {
  return (
    Object.values(scope).every((part) => part === null) &&
    period.type === 'month' &&
    period.firstDay === 1 &&
    period.weekend === 'same' &&
    limit.in === 'money'
  );
}
