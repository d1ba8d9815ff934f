import { type PeriodKey, spanKey, spanOf } from '../core/budget-period.ts';
import { isAskedFor } from '../core/creator.ts';
import type { CreatorAlert } from '../core/creator-alerts.ts';
import { type CameIn, type Goal, type GoalProgress, goalProgress } from '../core/goal.ts';
import { isOnAir, type LiveStream } from '../core/live-stream.ts';
import { dayOf, type EpochMs, type TimeZone } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import { readOperated } from './book.ts';
import { addAlerts } from './creator-alerts.ts';
import { creatorsOf } from './creators.ts';
import type { LedgerDatabase, ReachedGoal } from './database.ts';
import {
  type DayRange,
  giftersInSessions,
  giftersOnDays,
  giftsInSessions,
  giftsOnDays,
  receivedInSession,
  receivedOnDays,
} from './received-queries.ts';
import { ownStreams } from './stream-summary.ts';
import { readWorthRates } from './worth.ts';

/** The moment and the zone that goals' periods go by. */
export interface GoalContext {
  readonly now: EpochMs;
  readonly zone: TimeZone;
}

/** A goal in its period at hand. */
export interface GoalState {
  readonly goal: Goal;
  readonly period: PeriodKey;
  readonly progress: GoalProgress;
}

/** How far every goal is now, or those that are given; one of a stream only while one is on air. */
export async function goalStates(
  database: LedgerDatabase,
  { now, zone }: GoalContext,
  given?: readonly Goal[],
): Promise<readonly GoalState[]> {
  const goals = given ?? (await readOperated(database)).goals;
  if (goals.length === 0) return [];
  const rates = await readWorthRates(database);
  const stream = goals.some(({ period }) => period.type === 'stream')
    ? await streamOnAir(database, now)
    : null;
  const states = await Promise.all(
    goals.map(async (goal): Promise<GoalState | null> => {
      const { period, wanted } = goal;
      if (period.type === 'stream') {
        const [first] = stream?.rooms ?? [];
        if (stream === null || first === undefined) return null;
        const came = await cameInDuring(database, stream.rooms, goal);
        return { goal, period: first, progress: goalProgress(wanted, came, rates) };
      }
      const span = spanOf(period, dayOf(now, zone));
      if (span === null) return null;
      const came = await cameInOn(database, { from: span.first, to: span.last }, goal);
      return { goal, period: spanKey(span), progress: goalProgress(wanted, came, rates) };
    }),
  );
  return states.filter((state) => state !== null);
}

async function streamOnAir(database: LedgerDatabase, now: EpochMs): Promise<LiveStream | null> {
  return (await ownStreams(database)).find((stream) => isOnAir(stream, now)) ?? null;
}

/** What came in during the rooms of a stream, as far as a goal counts it. */
export async function cameInDuring(
  database: LedgerDatabase,
  rooms: readonly SessionId[],
  { wanted }: Goal,
): Promise<CameIn> {
  const totals = await Promise.all(rooms.map((room) => receivedInSession(database, room)));
  return {
    sums: totals.flat().filter(({ kind }) => kind === 'gift'),
    people: wanted.of === 'gifters' ? await giftersInSessions(database, rooms) : [],
    gifts: wanted.of === 'gift' ? await giftsInSessions(database, rooms) : [],
  };
}

/** What came in on days, as far as a goal counts it. */
export async function cameInOn(
  database: LedgerDatabase,
  days: DayRange,
  { wanted }: Goal,
): Promise<CameIn> {
  const creators = await creatorsOf(database);
  const mine = (of: Parameters<typeof isAskedFor>[2]) => isAskedFor('mine', creators, of);
  return {
    sums: (await receivedOnDays(database, days)).filter((row) => row.kind === 'gift' && mine(row)),
    people: wanted.of === 'gifters' ? (await giftersOnDays(database, days)).filter(mine) : [],
    gifts: wanted.of === 'gift' ? (await giftsOnDays(database, days)).filter(mine) : [],
  };
}

/**
 * Writes down which goals are reached now, each once for its period and target and with an alert to be told, and gives
 * those that are news. Not in the transaction of the gifts, and reading outside of its own: whoever does not live to do
 * it does it the next time.
 */
export async function settleGoals(
  database: LedgerDatabase,
  context: GoalContext,
): Promise<readonly GoalState[]> {
  return noteReached(database, await goalStates(database, context), context);
}

/**
 * Writes down that a goal which the user is about to set is reached already, where it is: they see it, and it is no
 * news. Before it is set, since others look for news as soon as it is.
 */
export async function noteReachedAlready(
  database: LedgerDatabase,
  goal: Goal,
  context: GoalContext,
): Promise<void> {
  await noteReached(
    database,
    await goalStates(database, context, [goal]),
    context,
    new Set([goal.id]),
  );
}

/** The same by how far goals were found to be just now. */
export async function noteReached(
  database: LedgerDatabase,
  states: readonly GoalState[],
  { now }: GoalContext,
  known: ReadonlySet<Goal['id']> = new Set(),
): Promise<readonly GoalState[]> {
  const reached = states.filter(({ progress }) => progress.done);
  if (reached.length === 0) return [];
  const { goalsReached, creatorAlerts } = database;
  return database.transaction('rw', goalsReached, creatorAlerts, async () => {
    const news: GoalState[] = [];
    for (const state of reached) {
      const { goal, period } = state;
      const id = reachedId(state);
      if ((await goalsReached.get(id)) !== undefined) continue;
      await goalsReached.put({ id, goal: goal.id, period, at: now });
      if (known.has(goal.id)) continue;
      const alert: CreatorAlert = { id: `goal ${id}`, kind: 'goal', goal };
      await addAlerts(database, [{ alert, session: '' }], now);
      news.push(state);
    }
    return news;
  });
}

/** What tells a goal in a period from all others: another target is another thing to reach. */
export function reachedId({ goal, period }: Pick<GoalState, 'goal' | 'period'>): ReachedGoal['id'] {
  return JSON.stringify([goal.id, period, goal.wanted]);
}
