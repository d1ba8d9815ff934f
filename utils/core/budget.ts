import type { Brand } from './brand.ts';
import type { EntryKind } from './gift-event.ts';
import type { Measure } from './guard.ts';
import type { AccountId, PlatformId } from './ids.ts';
import { currencyCode } from './money.ts';
import { scaleOf } from './scaled.ts';
import type { Day } from './time.ts';

/** One budget. Made up at random, never from the device. */
export type BudgetId = Brand<string, 'BudgetId'>;

/** Whom a budget can be about: a creator by the platform's stable id. */
export interface BudgetCreator {
  readonly platform: PlatformId;
  readonly id: AccountId;
}

/** What a budget counts: payments that fit every part. Null: whatever it is. */
export interface BudgetScope {
  readonly platforms: readonly PlatformId[] | null;
  readonly creators: readonly BudgetCreator[] | null;
  readonly kinds: readonly EntryKind[] | null;
}

/** Where a month begins whose first day falls on a weekend, as wages are paid: before it, after it, or on it. */
export type WeekendRule = 'before' | 'after' | 'same';

/**
 * For how long a budget counts before it counts anew. Weekdays are ISO 8601's, 1 for Monday; a day that a month lacks
 * is its last. A custom span includes both days. A rolling one is always the last so many days.
 */
export type BudgetPeriod =
  | { readonly type: 'stream' }
  | { readonly type: 'day' }
  | { readonly type: 'week'; readonly firstWeekday: number }
  | { readonly type: 'month'; readonly firstDay: number; readonly weekend: WeekendRule }
  | { readonly type: 'year'; readonly month: number; readonly firstDay: number }
  | { readonly type: 'custom'; readonly first: Day; readonly last: Day }
  | { readonly type: 'rolling'; readonly days: number };

/** What of a period goes into the next: what was left adds to its limit, what was over takes from it. */
export interface Rollover {
  readonly left: boolean;
  readonly over: boolean;
}

/** When a budget speaks up, each once in a period. */
export interface BudgetAlerts {
  /** Whole percents of the limit; 100 is reached with exactly the limit. */
  readonly thresholds: readonly number[];
  /** Whether the pace so far would pass the limit before the period ends. */
  readonly projected: boolean;
  /** A gift that costs more than this. */
  readonly largeGift: Measure | null;
  /** More units bought than this. */
  readonly bought: Extract<Measure, { in: 'units' }> | null;
  /** So many gifts within so many minutes. */
  readonly manyGifts: { readonly gifts: number; readonly minutes: number } | null;
}

/** A limit for what is sent. What it counts and for how long; stored whole in operations. */
export interface Budget {
  readonly id: BudgetId;
  /** Empty: named by its scope and period. */
  readonly name: string;
  readonly scope: BudgetScope;
  readonly period: BudgetPeriod;
  /** In the limit's own currency, so that another display currency changes no limit. */
  readonly limit: Measure;
  readonly rollover: Rollover;
  /** The first day whose period counts for rollover: nothing is carried from before a budget was made. */
  readonly since: Day;
  /** It neither warns nor holds until this day begins; null while it counts. */
  readonly pausedUntil: Day | null;
  readonly alerts: BudgetAlerts;
  /** Locked: what loosens it takes effect so much later, in milliseconds. Null for an open budget. */
  readonly lock: { readonly delayMs: number } | null;
}

/**
 * A budget as it holds: with the accounts that the user said are its creators', as they were when it was settled last.
 * Of a locked budget they go on counting for a while where the user says otherwise.
 */
export interface HeldBudget extends Budget {
  /** Beside those that the scope names, in the order of platform and id; absent where there are none. */
  readonly accounts?: readonly BudgetCreator[];
}

/** Everything, whoever and whatever it is for. */
export const wholeScope: BudgetScope = { platforms: null, creators: null, kinds: null };

/** 80 % and 100 %, nothing else. */
export const usualAlerts: BudgetAlerts = {
  thresholds: [80, 100],
  projected: false,
  largeGift: null,
  bought: null,
  manyGifts: null,
};

/** A day. */
export const usualLockDelayMs = 86_400_000;

/** What is wrong with a budget, by name. */
export type BudgetTrouble =
  | 'name-too-long'
  | 'nothing-in-scope'
  | 'period'
  | 'span-backwards'
  | 'limit'
  | 'currency'
  | 'rollover'
  | 'thresholds'
  | 'alerts'
  | 'lock';

/** Thrown for a budget that cannot be. `trouble` says why. */
export class NotABudget extends Error {
  override readonly name = 'NotABudget';
  readonly trouble: BudgetTrouble;
  constructor(trouble: BudgetTrouble, detail = '') {
    super(`${trouble}: ${detail}`);
    this.trouble = trouble;
  }
}

export const longestBudgetName = 80;
/** A delay beyond a month locks the user out, not the impulse. */
export const longestLockMs = 31 * 86_400_000;
export const mostRollingDays = 366;

/** Gives the budget back, or throws {@link NotABudget}. */
export function checkBudget<Told extends Omit<Budget, 'id' | 'since'>>(budget: Told): Told {
  const { name, scope, limit, period, rollover, alerts, lock } = budget;
  const trouble = (found: BudgetTrouble, wrong: boolean) => {
    if (wrong) throw new NotABudget(found, name);
  };
  trouble('name-too-long', name.length > longestBudgetName);
  trouble(
    'nothing-in-scope',
    [scope.platforms, scope.creators, scope.kinds].some((part) => part?.length === 0),
  );
  checkPeriod(period, trouble);
  checkMeasure(limit, 'limit', trouble);
  trouble('rollover', (rollover.left || rollover.over) && !rollsOver(period));
  trouble('thresholds', !alerts.thresholds.every((percent) => whole(percent, 1, 1000)));
  trouble('thresholds', new Set(alerts.thresholds).size !== alerts.thresholds.length);
  if (alerts.largeGift !== null) checkMeasure(alerts.largeGift, 'alerts', trouble);
  if (alerts.bought !== null) checkMeasure(alerts.bought, 'alerts', trouble);
  const { manyGifts } = alerts;
  trouble(
    'alerts',
    manyGifts !== null &&
      !(whole(manyGifts.gifts, 2, 100_000) && whole(manyGifts.minutes, 1, 24 * 60)),
  );
  trouble('lock', lock !== null && !whole(lock.delayMs, 60_000, longestLockMs));
  return budget;
}

/** Whether a period has one before it to carry from: streams, spans and rolling windows have none. */
export function rollsOver({ type }: BudgetPeriod): boolean {
  return type === 'day' || type === 'week' || type === 'month' || type === 'year';
}

type Check = (found: BudgetTrouble, wrong: boolean) => void;

function checkPeriod(period: BudgetPeriod, trouble: Check): void {
  switch (period.type) {
    case 'stream':
    case 'day':
      return;
    case 'week':
      trouble('period', !whole(period.firstWeekday, 1, 7));
      return;
    case 'month':
      trouble('period', !whole(period.firstDay, 1, 31));
      return;
    case 'year':
      trouble('period', !(whole(period.month, 1, 12) && whole(period.firstDay, 1, 31)));
      return;
    case 'custom':
      trouble('period', !(isDay(period.first) && isDay(period.last)));
      trouble('span-backwards', period.last < period.first);
      return;
    case 'rolling':
      trouble('period', !whole(period.days, 1, mostRollingDays));
  }
}

function checkMeasure(measure: Measure, found: BudgetTrouble, trouble: Check): void {
  if (measure.in === 'units') {
    trouble(found, !whole(measure.units, 1, Number.MAX_SAFE_INTEGER));
    return;
  }
  const { currency, amount, scale } = measure.money;
  try {
    currencyCode(currency);
  } catch {
    throw new NotABudget('currency', currency);
  }
  trouble(found, !whole(amount, 1, Number.MAX_SAFE_INTEGER) || scale !== scaleOf(currency));
}

function whole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** The number that a measure holds: at its currency's scale, or whole units. */
export function numberOf(measure: Measure): number {
  return measure.in === 'money' ? measure.money.amount : measure.units;
}

/** Another number in the same measure. */
export function measureLike(measure: Measure, value: number): Measure {
  return measure.in === 'money'
    ? { in: 'money', money: { ...measure.money, amount: value } }
    : { ...measure, units: value };
}

/** Whether two measures can be compared: the same currency, or the same unit. */
export function sameMeasure(a: Measure, b: Measure): boolean {
  return a.in === 'money'
    ? b.in === 'money' && a.money.currency === b.money.currency
    : b.in === 'units' && a.unit === b.unit;
}
