import {
  type BudgetCreator,
  type BudgetScope,
  type HeldBudget,
  measureLike,
  numberOf,
  sameMeasure,
} from './budget.ts';
import { counted, withAccounts } from './budget-accounts.ts';
import type { GuardSettings, Measure } from './guard.ts';
import type { EpochMs } from './time.ts';

/**
 * What holds of something that can be locked, and what waits to hold. What the user wants is what all operations come
 * to; what holds is kept in this profile alone and follows at once where that is stricter, later where it is looser.
 * So an operation that an undo, an import or a backup brings is no way around the delay.
 */
export interface Standing<T> {
  /** Null: there is none. */
  readonly value: T | null;
  /** `since` counts in trusted milliseconds. Null `wanted`: to be deleted. */
  readonly pending: { readonly wanted: T | null; readonly since: number } | null;
}

/** How one kind of thing is loosened and locked. */
export interface LockRules<T> {
  /** `before` with everything of `wanted` that is not looser. */
  readonly tighter: (before: T, wanted: T) => T;
  /** How long what loosens `value` waits, in milliseconds; null where it is not locked. */
  readonly delayOf: (value: T) => number | null;
}

/** Whether `wanted` is anywhere looser than `before`; to be deleted is. */
export function isLooser<T>(before: T, wanted: T | null, { tighter }: LockRules<T>): boolean {
  return wanted === null || !same(tighter(before, wanted), wanted);
}

/**
 * What holds after the user wants `wanted`, or wants it still. `furthest` is the furthest that trusted time can have
 * come: a delay that seemed to begin later begins then.
 */
export function settleStanding<T>(
  { value, pending }: Standing<T>,
  wanted: T | null,
  rules: LockRules<T>,
  furthest: number,
): Standing<T> {
  if (value === null || rules.delayOf(value) === null) return { value: wanted, pending: null };
  const held = wanted === null ? value : rules.tighter(value, wanted);
  if (wanted !== null && same(held, wanted)) return { value: wanted, pending: null };
  const since =
    pending !== null && !wider(pending.wanted, wanted, rules)
      ? Math.min(pending.since, furthest)
      : furthest;
  return { value: held, pending: { wanted, since } };
}

/** The same once its delay has certainly passed. */
export function matureStanding<T>(
  standing: Standing<T>,
  rules: LockRules<T>,
  elapsed: number,
): Standing<T> {
  return standing.pending !== null && remaining(standing, rules, elapsed) === 0
    ? { value: standing.pending.wanted, pending: null }
    : standing;
}

/** How much of the delay has not certainly passed, in milliseconds; 0 where nothing waits. */
export function remaining<T>(
  { value, pending }: Standing<T>,
  { delayOf }: LockRules<T>,
  elapsed: number,
): number {
  if (value === null || pending === null) return 0;
  return Math.max(0, Math.ceil(pending.since + (delayOf(value) ?? 0) - elapsed));
}

/** Whether another wish asks for more than the one that waits already: then the delay begins anew. */
function wider<T>(waiting: T | null, wanted: T | null, rules: LockRules<T>): boolean {
  return waiting !== null && isLooser(waiting, wanted, rules);
}

/**
 * Budgets: a lower limit, a wider scope, more accounts of those in it, a longer lock, less carried over and an earlier end
 * of a pause are stricter.
 */
export const budgetLock: LockRules<HeldBudget> = {
  delayOf: ({ lock }) => lock?.delayMs ?? null,
  tighter: (before, wanted) => {
    const samePeriod = same(before.period, wanted.period);
    const pausedUntil =
      wanted.pausedUntil === null ||
      (before.pausedUntil !== null && wanted.pausedUntil < before.pausedUntil)
        ? wanted.pausedUntil
        : before.pausedUntil;
    const { lock } = wanted;
    const tighter = {
      ...wanted,
      scope: widerScope(before.scope, wanted.scope),
      period: before.period,
      limit: samePeriod ? lower(before.limit, wanted.limit) : before.limit,
      rollover: {
        left: before.rollover.left && wanted.rollover.left,
        over: before.rollover.over || wanted.rollover.over,
      },
      since: before.since,
      pausedUntil,
      lock: lock !== null && lock.delayMs >= (before.lock?.delayMs ?? 0) ? lock : before.lock,
    };
    const follows = tighter.scope === wanted.scope;
    return withAccounts(tighter, [...counted(before), ...(follows ? counted(wanted) : [])]);
  },
};

/**
 * The guard while a budget is locked: on is stricter than off, and so are more budgets, a lower largest gift, a longer
 * wait and a later end of a cool-off. A cool-off that is over by `now` is none.
 */
export function guardLock(delayMs: number | null, now: EpochMs): LockRules<GuardSettings> {
  const coolOff = ({ coolOffUntil }: GuardSettings) => Math.max(coolOffUntil ?? 0, now);
  return {
    delayOf: () => delayMs,
    // Off it holds nothing, so nothing is looser.
    tighter: (before, wanted) =>
      before.on
        ? {
            on: true,
            largest: lowerOf(before.largest, wanted.largest),
            waitSeconds: Math.max(before.waitSeconds, wanted.waitSeconds),
            coolOffUntil:
              coolOff(before) > coolOff(wanted) ? before.coolOffUntil : wanted.coolOffUntil,
            budgets: moreBudgets(before.budgets, wanted.budgets),
          }
        : wanted,
  };
}

function lowerOf(before: Measure | null, wanted: Measure | null): Measure | null {
  if (before === null || wanted === null) return before ?? wanted;
  return lower(before, wanted);
}

function moreBudgets(
  before: GuardSettings['budgets'],
  wanted: GuardSettings['budgets'],
): GuardSettings['budgets'] {
  if (before === 'all' || wanted === 'all') return 'all';
  return before.every((id) => wanted.includes(id)) ? wanted : [...new Set([...before, ...wanted])];
}

/** The lower of two limits; the one before where they cannot be compared. */
function lower(before: Measure, wanted: Measure): Measure {
  return sameMeasure(before, wanted)
    ? measureLike(before, Math.min(numberOf(before), numberOf(wanted)))
    : before;
}

function widerScope(before: BudgetScope, wanted: BudgetScope): BudgetScope {
  const creator = ({ platform, id }: BudgetCreator) => `${platform} ${id}`;
  const wide =
    covers(before.platforms, wanted.platforms, String) &&
    covers(before.kinds, wanted.kinds, String) &&
    covers(before.creators, wanted.creators, creator);
  return wide ? wanted : before;
}

/** Whether `outer` has everything that `inner` has; null is everything. */
function covers<T>(
  inner: readonly T[] | null,
  outer: readonly T[] | null,
  key: (each: T) => string,
): boolean {
  if (outer === null) return true;
  if (inner === null) return false;
  const known = new Set(outer.map(key));
  return inner.every((each) => known.has(key(each)));
}

/** Whether two plain values are the same, in whatever order their fields are. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([x], [y]) => (x < y ? -1 : 1)))
      : each,
  );
}
