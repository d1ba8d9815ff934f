import type { Budget } from '../core/budget.ts';
import { measureLike } from '../core/budget.ts';
import { alertId, type DueAlert, dueAlerts, kindName } from '../core/budget-alert.ts';
import {
  type DaySpan,
  momentsOf,
  type PeriodKey,
  spanBefore,
  spanKey,
  spanOf,
} from '../core/budget-period.ts';
import { inScope } from '../core/budget-spent.ts';
import { isPaused, leftOrOver, paceOf } from '../core/budget-state.ts';
import { type Day, dayOf, type EpochMs, epochMs } from '../core/time.ts';
import { boughtIn, largestGift, mostGifts } from './alert-facts.ts';
import {
  type BudgetContext,
  type BudgetState,
  isByDays,
  stateInStream,
  stateOnDay,
} from './budget-state.ts';
import { countingBudgets } from './counting-budgets.ts';
import type { LedgerDatabase, StoredAlert, StoredEntry } from './database.ts';

/** For so long after its end a period still speaks up: a gift at midnight is told of after it. */
const LATE_MS = 86_400_000;

/** For how long a page shows an alert that nobody put away, and how many at once. */
const TOAST_MS = 30 * 60_000;
const MOST_TOASTS = 3;

/** Alerts that are kept, beside those of periods that are not over. */
const MOST_ALERTS = 500;

/**
 * Writes down what budgets have to say after entries changed, each alert once for its budget, kind and period. Runs in
 * the transaction that wrote the entries and moved the totals: with the gift the alert is on disk, or neither is.
 */
export async function decideAfterGifts(
  database: LedgerDatabase,
  changed: readonly StoredEntry[],
  context: BudgetContext,
): Promise<void> {
  const sent = changed.filter(({ direction }) => direction === 'sent');
  if (sent.length === 0) return;
  for (const budget of await speaking(database, context)) {
    const counting = sent.filter((entry) => inScope(budget.scope, entry));
    if (counting.length === 0) continue;
    const periods = Map.groupBy(counting, (entry) => periodOf(budget, entry) ?? '');
    // What is carried into the period at hand may have changed with an earlier one.
    const here = isByDays(budget) ? spanOf(budget.period, dayOf(context.now, context.zone)) : null;
    if (here !== null && !periods.has(spanKey(here))) periods.set(spanKey(here), []);
    for (const [key, entries] of periods) {
      if (key === '') continue;
      const state = await stateOf(database, budget, key, context);
      if (state !== null) await decide(database, budget, state, entries, 'waiting', context);
    }
  }
}

/**
 * The same after prices, purchases, corrections or budgets changed: for the periods at hand. Budgets of `known` were
 * made or changed by the user just now, who sees how they stand: what is true of them already is not told as news.
 */
export async function decideForPeriodsAtHand(
  database: LedgerDatabase,
  known: ReadonlySet<Budget['id']>,
  context: BudgetContext,
): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    for (const budget of await speaking(database, context)) {
      const as = known.has(budget.id) ? 'known' : 'waiting';
      for (const state of await statesAtHand(database, budget, context)) {
        await decide(database, budget, state, [], as, context);
      }
    }
  });
}

async function speaking(
  database: LedgerDatabase,
  { now, zone }: BudgetContext,
): Promise<readonly Budget[]> {
  const today = dayOf(now, zone);
  return (await countingBudgets(database)).filter((budget) => !isPaused(budget, today));
}

function periodOf(budget: Budget, { day, session }: StoredEntry): PeriodKey | null {
  if (!isByDays(budget)) return session;
  const span = spanOf(budget.period, day);
  return span === null ? null : spanKey(span);
}

async function stateOf(
  database: LedgerDatabase,
  budget: Budget,
  key: PeriodKey,
  context: BudgetContext,
): Promise<BudgetState | null> {
  if (isByDays(budget)) {
    return stateOnDay(database, budget, key.slice(-10) as StoredEntry['day'], context);
  }
  const session = await database.sessions.get(key as StoredEntry['session']);
  return session === undefined ? null : stateInStream(database, budget, session, context);
}

async function statesAtHand(
  database: LedgerDatabase,
  budget: Budget,
  context: BudgetContext,
): Promise<readonly BudgetState[]> {
  if (isByDays(budget)) {
    const today = dayOf(context.now, context.zone);
    const states: BudgetState[] = [];
    for (let span = spanOf(budget.period, today); span !== null; ) {
      const state = await stateOnDay(database, budget, span.last, context);
      if (state !== null) states.push(state);
      const before = spanBefore(budget.period, span);
      span = before !== null && !isLate(before, context) ? before : null;
    }
    return states;
  }
  const recent = await database.sessions
    .where('lastAt')
    .above(Math.max(0, context.now - LATE_MS))
    .toArray();
  return Promise.all(recent.map((each) => stateInStream(database, budget, each, context)));
}

/** Writes down what is due and was not yet; forgets what was only known and is true no more. */
async function decide(
  database: LedgerDatabase,
  budget: Budget,
  state: BudgetState,
  entries: readonly StoredEntry[],
  as: StoredAlert['state'],
  context: BudgetContext,
): Promise<void> {
  const { alerts } = database;
  const { zone, now } = context;
  const { key, span, counted, limit } = state;
  const due = dueAlerts(budget, {
    spent: counted.spent,
    limit,
    pace: paceOf(budget, span, counted.spent, limit, dayOf(now, zone)),
    largestGift: await largestGift(database, budget, entries, context),
    bought: await boughtIn(database, budget, span, context.zone),
    mostGifts: await mostGifts(database, budget, entries),
  });
  const dueIds = new Set(due.map(({ kind }) => alertId(budget.id, kind, key)));
  for (const threshold of budget.alerts.thresholds) {
    const id = alertId(budget.id, { type: 'share', percent: threshold }, key);
    if (!dueIds.has(id) && (await alerts.get(id))?.state === 'known') await alerts.delete(id);
  }
  const late = isLate(span, context);
  for (const each of due) {
    if (await wasGiven(database, budget, each, state)) continue;
    await alerts.add(rowOf(budget, each, state, late ? 'known' : as, now));
    await forgetOld(database, dayOf(epochMs(Math.max(0, now - 2 * LATE_MS)), zone));
  }
}

/** Whether a period ended so long ago that nothing about it is news. */
function isLate(span: DaySpan, { zone, now }: BudgetContext): boolean {
  return momentsOf(span, zone).until < now - LATE_MS;
}

/** Whether an alert was given in its period; of rolling days, whose windows overlap, in any that overlaps. */
async function wasGiven(
  { alerts }: LedgerDatabase,
  { id, period }: Budget,
  { kind }: DueAlert,
  { key, span }: BudgetState,
): Promise<boolean> {
  if (period.type !== 'rolling') return (await alerts.get(alertId(id, kind, key))) !== undefined;
  const given = await alerts
    .where('[budget+about]')
    .equals([id, kindName(kind)])
    .toArray();
  return given.some((each) => each.first <= span.last && each.last >= span.first);
}

function rowOf(
  budget: Budget,
  { kind, amount }: DueAlert,
  { key, span, counted, limit }: BudgetState,
  state: StoredAlert['state'],
  at: EpochMs,
): StoredAlert {
  return {
    id: alertId(budget.id, kind, key),
    budget: budget.id,
    name: budget.name,
    kind,
    about: kindName(kind),
    key,
    at,
    ...span,
    period: budget.period,
    limit: measureLike(budget.limit, Math.max(0, limit)),
    spent: measureLike(budget.limit, counted.spent),
    left: leftOrOver(budget.limit, limit - counted.spent),
    amount,
    state,
    seen: false,
    toast: false,
  };
}

/** The oldest beyond those that are kept, but none of a period that may still speak up. */
async function forgetOld({ alerts }: LedgerDatabase, before: Day): Promise<void> {
  const old = await alerts.orderBy('at').reverse().offset(MOST_ALERTS).toArray();
  await alerts.bulkDelete(old.filter(({ last }) => last < before).map(({ id }) => id));
}

/** Alerts that are on disk and not announced yet, oldest first, a lower threshold before a higher. */
export async function waitingAlerts({ alerts }: LedgerDatabase): Promise<readonly StoredAlert[]> {
  const waiting = await alerts.where('state').equals('waiting').toArray();
  return waiting.sort((a, b) => a.at - b.at || percentOf(a) - percentOf(b));
}

function percentOf({ kind }: StoredAlert): number {
  return kind.type === 'share' ? kind.percent : 0;
}

/** Notes that alerts were announced, by notification or, as toasts, by pages. */
export async function markTold(
  { alerts }: LedgerDatabase,
  ids: readonly string[],
  toast = false,
): Promise<void> {
  await alerts.where('id').anyOf(ids).modify({ state: 'told', toast });
}

/** Alerts that pages show because notifications are off: those not seen of the last while, latest first. */
export async function toastsOf(
  { alerts }: LedgerDatabase,
  now: EpochMs,
): Promise<readonly StoredAlert[]> {
  const recent = await alerts
    .where('at')
    .above(Math.max(0, now - TOAST_MS))
    .filter(({ toast, seen }) => toast && !seen)
    .toArray();
  return recent.sort((a, b) => b.at - a.at).slice(0, MOST_TOASTS);
}

/** Notes that the user saw an alert. */
export async function markAlertSeen({ alerts }: LedgerDatabase, id: string): Promise<void> {
  await alerts.update(id, { seen: true });
}

/** The alert log, latest first. */
export async function alertLog(
  { alerts }: LedgerDatabase,
  most: number,
): Promise<readonly StoredAlert[]> {
  return alerts.orderBy('at').reverse().limit(most).toArray();
}
