import { type Budget, numberOf } from '../core/budget.ts';
import {
  type DayPeriod,
  type DaySpan,
  type PeriodKey,
  plusDays,
  spanKey,
  spanOf,
} from '../core/budget-period.ts';
import {
  type CountedSpend,
  countSpend,
  inScope,
  nothingSpent,
  type SpentRow,
} from '../core/budget-spent.ts';
import { carriedOver } from '../core/budget-state.ts';
import { type Day, dayOf, type EpochMs } from '../core/time.ts';
import type { CostContext } from './costs.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';
import { sessionTotalsOf } from './queries.ts';
import { primaryKeyOf } from './total-keys.ts';

/** What budgets need to know beside the ledger. `now` is the trusted moment. */
export interface BudgetContext extends Pick<CostContext, 'display' | 'convertTo' | 'zone'> {
  readonly now: EpochMs;
}

/** One period of one budget as the totals tell it. */
export interface BudgetState {
  readonly key: PeriodKey;
  readonly span: DaySpan;
  readonly counted: CountedSpend;
  /** What was carried into it, below zero for what takes from it. */
  readonly carried: number;
  /** The budget's limit with what was carried. */
  readonly limit: number;
}

/** The days' totals of what was sent, from `first` to `last`. Reads them by their keys, which begin with the day. */
export async function sentRows(
  { dayTotals }: LedgerDatabase,
  first: Day,
  last: Day,
): Promise<readonly SpentRow[]> {
  const rows = await dayTotals
    .where(primaryKeyOf('dayTotals'))
    .between([first], [last, []])
    .toArray();
  return rows.filter(({ direction }) => direction === 'sent');
}

/** How a budget of days stands in the period of `day`; null outside of a custom span. Never counts entries. */
export async function stateOnDay(
  database: LedgerDatabase,
  budget: Budget & { readonly period: DayPeriod },
  day: Day,
  context: BudgetContext,
): Promise<BudgetState | null> {
  const span = spanOf(budget.period, day);
  if (span === null) return null;
  const before = spansBefore(budget, span);
  const rows = await sentRows(database, before[0]?.first ?? span.first, span.last);
  return stateIn(budget, rows, before, span, context);
}

/** The same from rows that were read already; they must reach from the first of `before` to the end of `span`. */
export function stateIn(
  budget: Budget,
  rows: readonly SpentRow[],
  before: readonly DaySpan[],
  span: DaySpan,
  context: BudgetContext,
): BudgetState {
  const inOrder = rows.filter((row) => inScope(budget.scope, row));
  const each = [...before, span].map(rowsOfSpans(inOrder));
  const counted = each.map((some) => countSpend(some, budget.limit, context));
  const carried = carriedOver(
    budget,
    counted.slice(0, -1).map(({ spent }) => spent),
  );
  return {
    key: spanKey(span),
    span,
    counted: counted.at(-1) ?? nothingSpent,
    carried,
    limit: numberOf(budget.limit) + carried,
  };
}

/** Gives each span's rows, for spans and rows by day, each row looked at once: years of days carry into a day. */
function rowsOfSpans(rows: readonly SpentRow[]): (span: DaySpan) => readonly SpentRow[] {
  let next = 0;
  const upTo = (isBefore: (day: Day) => boolean): number => {
    for (let row = rows[next]; row !== undefined && isBefore(row.day); row = rows[next]) next += 1;
    return next;
  };
  return ({ first, last }) => {
    const from = upTo((day) => day < first);
    return rows.slice(
      from,
      upTo((day) => day <= last),
    );
  };
}

/** The periods that carry into `span`, oldest first: from the one in which the budget was made. */
export function spansBefore(
  { period, rollover, since }: Budget & { readonly period: DayPeriod },
  span: DaySpan,
): readonly DaySpan[] {
  if (!(rollover.left || rollover.over)) return [];
  const spans: DaySpan[] = [];
  let each = spanOf(period, since);
  while (each !== null && each.last < span.first) {
    spans.push(each);
    each = spanOf(period, plusDays(each.last, 1));
  }
  return spans;
}

/** Whether a budget counts by days and not by streams. */
export function isByDays(budget: Budget): budget is Budget & { readonly period: DayPeriod } {
  return budget.period.type !== 'stream';
}

/**
 * How a budget by streams stands in one stream. A stream is in a budget's scope by its host: what a guest got there
 * counts too.
 */
export async function stateInStream(
  database: LedgerDatabase,
  budget: Budget,
  session: StoredSession,
  context: BudgetContext,
): Promise<BudgetState> {
  const { id, platform, creator, firstAt } = session;
  const day = dayOf(firstAt, context.zone);
  const totals = await sessionTotalsOf(database, id, 'sent');
  const rows = totals
    .map((total): SpentRow => ({ ...total, day, platform, creator }))
    .filter((row) => inScope(budget.scope, row));
  return {
    key: id,
    span: { first: day, last: day },
    counted: countSpend(rows, budget.limit, context),
    carried: 0,
    limit: numberOf(budget.limit),
  };
}
