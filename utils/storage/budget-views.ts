import { type Budget, type HeldBudget, measureLike, numberOf } from '../core/budget.ts';
import { accountsLeaving, asMade } from '../core/budget-accounts.ts';
import { budgetLock, remaining, type Standing } from '../core/budget-lock.ts';
import { spansUpTo } from '../core/budget-period.ts';
import { inScope, nothingSpent, withAllAccounts } from '../core/budget-spent.ts';
import { doubtOf, leftOrOver, paceOf, percentOf, standingOf } from '../core/budget-state.ts';
import type { BudgetPeriodView, BudgetView, TightestBudget } from '../core/budget-views.ts';
import type { BudgetLeft } from '../core/guard.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import { dayOf } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import type { TrustedTime } from '../core/trusted-time.ts';
import type { PersonView } from '../core/views.ts';
import {
  type BudgetContext,
  type BudgetState,
  isByDays,
  sentRows,
  spansBefore,
  stateIn,
  stateInStream,
  stateOnDay,
} from './budget-state.ts';
import { countingBudgets } from './counting-budgets.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';
import { personViews } from './ledger-rows.ts';
import { readLinkedAccounts } from './linked-accounts.ts';
import { personView } from './queries.ts';
import { readStandings } from './standings.ts';

/** Periods that a budget's chart shows. */
const HISTORY = 12;

/** A stream as budgets ask for it; its host may be unknown, and the stream too, as where a page shows no stream. */
export interface StreamAtHand {
  readonly platform: PlatformId;
  readonly creator: AccountId | '';
  readonly session: SessionId | '';
}

/** Every budget as it stands, nearest to its limit first. `stream` is the one in the tab at hand. */
export async function budgetViews(
  database: LedgerDatabase,
  context: BudgetContext,
  time: TrustedTime,
  stream: SessionId | '' = '',
): Promise<readonly BudgetView[]> {
  const { budgets } = await readStandings(database, context.now);
  const views: BudgetView[] = [];
  for (const standing of budgets.values()) {
    if (standing.value === null) continue;
    views.push(await viewOf(database, standing.value, standing, context, time, stream));
  }
  return views.sort(nearestFirst);
}

async function viewOf(
  database: LedgerDatabase,
  held: HeldBudget,
  standing: Standing<HeldBudget>,
  context: BudgetContext,
  time: TrustedTime,
  stream: SessionId | '',
): Promise<BudgetView> {
  const today = dayOf(context.now, context.zone);
  const budget = asMade(held);
  const counting = withAllAccounts(held, await readLinkedAccounts(database));
  const history = isByDays(counting)
    ? await dayHistory(database, counting, context)
    : await streamHistory(database, counting, stream, context);
  const state = history.at(-1) ?? emptyState(budget, context);
  const { spent } = state.counted;
  const isNow = state.span.first <= today && today <= state.span.last;
  const stands =
    budget.period.type === 'custom' && !isNow
      ? 'not-now'
      : standingOf(budget, spent, state.limit, today);
  return {
    budget,
    creators: await creatorsOf(database, budget),
    standing: stands,
    now: periodView(budget, state),
    left: leftOrOver(budget.limit, state.limit - spent),
    carried: state.carried === 0 ? null : leftOrOver(budget.limit, state.carried),
    pace: paceOf(budget, state.span, spent, state.limit, today),
    doubt: doubtOf(budget.limit, state.counted),
    history: history.map((each) => periodView(budget, each)),
    pending: await pendingOf(database, held, standing, time),
  };
}

async function pendingOf(
  database: LedgerDatabase,
  held: HeldBudget,
  standing: Standing<HeldBudget>,
  time: TrustedTime,
): Promise<BudgetView['pending']> {
  if (standing.pending === null) return null;
  const { wanted } = standing.pending;
  const leaving = wanted === null ? [] : accountsLeaving(held, wanted);
  const people = await personViews(database, leaving);
  return {
    wanted: wanted === null ? null : asMade(wanted),
    remainingMs: remaining(standing, budgetLock, time.elapsed),
    leaving: leaving.map((each) => ({
      ...each,
      person: people.get(`${each.platform}:${each.id}`) ?? { id: each.id, handle: '', name: '' },
    })),
  };
}

type ByDays = Parameters<typeof stateOnDay>[1];

/** The last twelve periods; of a custom span itself, also where it is over or has not begun. */
async function dayHistory(
  database: LedgerDatabase,
  budget: ByDays,
  context: BudgetContext,
): Promise<readonly BudgetState[]> {
  const { period } = budget;
  const today = dayOf(context.now, context.zone);
  const spans = spansUpTo(period, period.type === 'custom' ? period.first : today, HISTORY);
  const [oldest] = spans;
  const newest = spans.at(-1);
  if (oldest === undefined || newest === undefined) return [];
  const carrying = spansBefore(budget, newest)[0]?.first ?? oldest.first;
  const first = carrying < oldest.first ? carrying : oldest.first;
  const rows = await sentRows(database, first, newest.last);
  return spans.map((span) => stateIn(budget, rows, spansBefore(budget, span), span, context));
}

async function streamHistory(
  database: LedgerDatabase,
  budget: Budget,
  stream: SessionId | '',
  context: BudgetContext,
): Promise<readonly BudgetState[]> {
  const here = stream === '' ? undefined : await database.sessions.get(stream);
  const touched = (session: StoredSession) => inScope(budget.scope, { ...session, kind: null });
  const states: BudgetState[] = [];
  await eachRecentSession(database, async (session) => {
    if (session.id === here?.id || !touched(session)) return true;
    const state = await stateInStream(database, budget, session, context);
    if (state.counted.spent > 0) states.unshift(state);
    return states.length < HISTORY - 1;
  });
  if (here !== undefined && touched(here)) {
    states.push(await stateInStream(database, budget, here, context));
  }
  return states;
}

/** Sessions latest first, a few at a time, until `visit` says that it is enough. */
async function eachRecentSession(
  { sessions }: LedgerDatabase,
  visit: (session: StoredSession) => Promise<boolean>,
): Promise<void> {
  const step = 50;
  const most = 500;
  for (let offset = 0; offset < most; offset += step) {
    const some = await sessions.orderBy('lastAt').reverse().offset(offset).limit(step).toArray();
    for (const session of some) if (!(await visit(session))) return;
    if (some.length < step) return;
  }
}

function emptyState(budget: Budget, { now, zone }: BudgetContext): BudgetState {
  const today = dayOf(now, zone);
  return {
    key: `${today}/${today}`,
    span: { first: today, last: today },
    counted: nothingSpent,
    carried: 0,
    limit: numberOf(budget.limit),
  };
}

function periodView(budget: Budget, { key, span, counted, limit }: BudgetState): BudgetPeriodView {
  return {
    key,
    ...span,
    limit: measureLike(budget.limit, Math.max(0, limit)),
    spent: measureLike(budget.limit, counted.spent),
    percent: percentOf(counted.spent, limit),
  };
}

/** The creators that a budget names, as far as they are known. */
export async function creatorsOf(
  database: LedgerDatabase,
  { scope }: Budget,
): Promise<readonly PersonView[]> {
  const people = await Promise.all(
    (scope.creators ?? []).map(({ platform, id }) => personView(database, platform, id)),
  );
  return people.filter((person) => person !== null);
}

const order: Readonly<Record<BudgetView['standing'], number>> = {
  over: 0,
  reached: 0,
  near: 0,
  under: 0,
  'not-now': 1,
  paused: 2,
};

function nearestFirst(a: BudgetView, b: BudgetView): number {
  return (
    order[a.standing] - order[b.standing] ||
    b.now.percent - a.now.percent ||
    (a.budget.id < b.budget.id ? -1 : 1)
  );
}

/** A budget that a stream touches, in its period at hand. */
interface Touched {
  readonly budget: Budget;
  readonly state: BudgetState;
}

/** The budgets, neither paused nor outside of their span, in which something sent in a stream would count. */
async function touchedBy(
  database: LedgerDatabase,
  { platform, creator, session }: StreamAtHand,
  context: BudgetContext,
): Promise<readonly Touched[]> {
  const today = dayOf(context.now, context.zone);
  const touched: Touched[] = [];
  for (const budget of await countingBudgets(database)) {
    const counts = inScope(budget.scope, { platform, creator, kind: null });
    if (!counts || (budget.pausedUntil !== null && today < budget.pausedUntil)) continue;
    const state = isByDays(budget)
      ? await stateOnDay(database, budget, today, context)
      : await streamState(database, budget, session, context);
    if (state !== null) touched.push({ budget, state });
  }
  return touched;
}

async function streamState(
  database: LedgerDatabase,
  budget: Budget,
  id: SessionId | '',
  context: BudgetContext,
): Promise<BudgetState> {
  const session = id === '' ? undefined : await database.sessions.get(id);
  return session === undefined
    ? emptyState(budget, context)
    : stateInStream(database, budget, session, context);
}

/** The budget nearest to its limit among those that a stream touches; null where it touches none. */
export async function tightestBudget(
  database: LedgerDatabase,
  stream: StreamAtHand,
  context: BudgetContext,
): Promise<TightestBudget | null> {
  const today = dayOf(context.now, context.zone);
  const views = (await touchedBy(database, stream, context)).map(
    ({ budget, state: { key, span, counted, limit } }): TightestBudget => ({
      id: budget.id,
      name: budget.name,
      period: budget.period,
      key,
      ...span,
      standing: standingOf(budget, counted.spent, limit, today),
      percent: percentOf(counted.spent, limit),
      left: leftOrOver(budget.limit, limit - counted.spent),
      limit: measureLike(budget.limit, Math.max(0, limit)),
    }),
  );
  return views.reduce<TightestBudget | null>(
    (tightest, each) => (tightest === null || each.percent > tightest.percent ? each : tightest),
    null,
  );
}

/**
 * What is left of every budget that a gift in a stream would count in: what the guard judges by. A budget whose scope
 * names kinds holds gifts only where it names them.
 */
export async function budgetsLeft(
  database: LedgerDatabase,
  stream: StreamAtHand,
  context: BudgetContext,
): Promise<readonly BudgetLeft[]> {
  const touched = await touchedBy(database, stream, context);
  return touched
    .filter(({ budget }) => budget.scope.kinds?.includes('gift') ?? true)
    .map(({ budget, state: { counted, limit } }) => ({
      id: budget.id,
      name: budget.name,
      limit: measureLike(budget.limit, Math.max(0, limit)),
      left: measureLike(budget.limit, limit - counted.spent),
    }));
}
