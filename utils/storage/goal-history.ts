import { type PeriodKey, spanKey, spanOf, spansUpTo } from '../core/budget-period.ts';
import { type CameIn, type Goal, type GoalPeriod, goalProgress } from '../core/goal.ts';
import type { GoalHistory, GoalPeriodView, GoalTime } from '../core/goal-views.ts';
import { isOnAir, type LiveStream } from '../core/live-stream.ts';
import { dayOf } from '../core/time.ts';
import type { WorthRates } from '../core/worth.ts';
import { readOperated } from './book.ts';
import type { LedgerDatabase } from './database.ts';
import { cameInDuring, cameInOn, type GoalContext, reachedId } from './goals.ts';
import { ownStreams } from './stream-summary.ts';
import { readWorthRates } from './worth.ts';

/** How many periods before the one at hand are told. */
const PAST: Readonly<Record<GoalPeriod['type'], number>> = {
  stream: 8,
  day: 13,
  week: 7,
  month: 5,
};

/** Every goal with how far it is now and how far it came in the periods before, from totals. */
export async function goalHistories(
  database: LedgerDatabase,
  context: GoalContext,
): Promise<readonly GoalHistory[]> {
  const { goals } = await readOperated(database);
  if (goals.length === 0) return [];
  const rates = await readWorthRates(database);
  const streams = goals.some(({ period }) => period.type === 'stream')
    ? await ownStreams(database)
    : [];
  const histories: GoalHistory[] = [];
  for (const goal of goals) {
    const { period } = goal;
    const { now, past } =
      period.type === 'stream'
        ? await ofStreams(database, goal, streams, rates, context)
        : await ofDays(database, { ...goal, period }, rates, context);
    histories.push({ goal, gift: await giftName(database, goal), now, past });
  }
  return histories;
}

type History = Pick<GoalHistory, 'now' | 'past'>;

async function ofStreams(
  database: LedgerDatabase,
  goal: Goal,
  streams: readonly LiveStream[],
  rates: WorthRates,
  { now: moment }: GoalContext,
): Promise<History> {
  const onAir = streams.find((stream) => isOnAir(stream, moment)) ?? null;
  const told = async (stream: LiveStream) => {
    const { rooms, title, from } = stream;
    const [first] = rooms;
    if (first === undefined) throw new RangeError('a stream of no rooms');
    const came = await cameInDuring(database, rooms, goal);
    return periodView(database, goal, first, { of: 'stream', title, from }, came, rates);
  };
  const past = streams.filter((stream) => stream !== onAir).slice(0, PAST.stream);
  return {
    now: onAir === null ? null : await told(onAir),
    past: (await Promise.all(past.map(told))).toReversed(),
  };
}

async function ofDays(
  database: LedgerDatabase,
  goal: Goal & { readonly period: Exclude<GoalPeriod, { type: 'stream' }> },
  rates: WorthRates,
  { now: moment, zone }: GoalContext,
): Promise<History> {
  const today = dayOf(moment, zone);
  const { period } = goal;
  const current = spanOf(period, today);
  const spans = spansUpTo(period, today, PAST[period.type] + 1);
  const told = await Promise.all(
    spans.map(async (span) => {
      const came = await cameInOn(database, { from: span.first, to: span.last }, goal);
      return periodView(database, goal, spanKey(span), { of: 'days', ...span }, came, rates);
    }),
  );
  const key = current === null ? null : spanKey(current);
  return {
    now: told.find((each) => each.key === key) ?? null,
    past: told.filter((each) => each.key !== key),
  };
}

async function periodView(
  database: LedgerDatabase,
  goal: Goal,
  key: PeriodKey,
  time: GoalTime,
  came: CameIn,
  rates: WorthRates,
): Promise<GoalPeriodView> {
  const reached = await database.goalsReached.get(reachedId({ goal, period: key }));
  return {
    key,
    time,
    progress: goalProgress(goal.wanted, came, rates),
    reachedAt: reached?.at ?? null,
  };
}

async function giftName({ gifts }: LedgerDatabase, { wanted }: Goal): Promise<string> {
  if (wanted.of !== 'gift') return '';
  return (await gifts.get([wanted.platform, wanted.gift]))?.name ?? '';
}
