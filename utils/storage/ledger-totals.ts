/** What a filter wants as stored totals tell it: by month, and by day where a month is wanted in part or looked into. */
import { inScope } from '../core/budget-spent.ts';
import { isInTotals } from '../core/ledger-filter.ts';
import type { Block } from '../core/ledger-outline.ts';
import {
  addMonths,
  type Day,
  dayOf,
  daysOfMonth,
  type Month,
  momentsOfDay,
  monthOf,
} from '../core/time.ts';
import { addTally, type DayTotal, EVERYONE, type MonthTotal, sharesOf } from '../core/totals.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import type { LedgerPlan } from './ledger-plan.ts';
import type { LedgerPart } from './ledger-scan.ts';
import { primaryKeyOf } from './total-keys.ts';

/** Days from the first to the last, both included. */
interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** Some days that follow each other, and what the wanted entries of them add up to. */
interface Stretch extends Days {
  readonly totals: readonly Total[];
  /** How many entries the plan's source has there, wanted or not. */
  readonly among: number;
}

type Total = DayTotal | MonthTotal;

/** The whole list that a plan wants, by month, with its sums. Only where {@link isInTotals}. */
export async function partByTotals(
  database: LedgerDatabase,
  plan: LedgerPlan,
): Promise<LedgerPart> {
  const { filter, voided } = plan;
  const { head, months, tail } = stretchesOf(filter.from, filter.to);
  const [before, whole, after] = await Promise.all([
    head === null ? [] : stretchOfDays(database, plan, head),
    months === null ? [] : ofMonths(database, plan, months),
    tail === null ? [] : stretchOfDays(database, plan, tail),
  ]);
  const stretches = [...after, ...whole, ...before];
  // What is void counts in no total, and is shown all the same.
  for (const { day } of voided) {
    if (stretches.some(({ first, last }) => day >= first && day <= last)) continue;
    stretches.push({ ...daysOfMonth(monthOf(day)), totals: [], among: 0 });
  }
  return {
    totals: stretches.flatMap(({ totals }) => totals),
    blocks: blocksOf(plan, stretches),
  };
}

/**
 * A block of several days as one block for each of them; null where the totals of days do not tell: within one day, and
 * for payments whose end was not told, of which there are few.
 */
export async function blocksByDay(
  database: LedgerDatabase,
  plan: LedgerPlan,
  block: Block,
): Promise<readonly Block[] | null> {
  const { filter, zone, voided } = plan;
  const { oldest, newest } = block;
  const [first, last] = [dayOf(oldest, zone), dayOf(newest, zone)];
  if (first === last || filter.state === 'unconfirmed' || !isInTotals(filter)) return null;
  const { totals, lookedAt } = await ofDays(database, plan, { first, last });
  const byDay = Map.groupBy(totals, ({ day }) => day);
  for (const { day } of voided) {
    if (day >= first && day <= last && !byDay.has(day)) byDay.set(day, []);
  }
  const all = Map.groupBy(lookedAt, ({ day }) => day);
  const stretches = [...byDay].map(([day, each]) => ({
    first: day,
    last: day,
    totals: each,
    among: entriesIn(all.get(day) ?? []),
  }));
  return withoutRead(block, blocksOf(plan, stretches));
}

/** Days of a block whose newest entries were read before: the newest day has what no other one has. */
function withoutRead({ newest, count }: Block, days: readonly Block[]): readonly Block[] {
  const [last, ...others] = days;
  if (last === undefined || last.newest <= newest) return days;
  const left = count - others.reduce((sum, day) => sum + day.count, 0);
  return left <= 0 ? others : [{ ...last, newest, count: left }, ...others];
}

/** Newest first. */
function blocksOf({ zone, voided }: LedgerPlan, stretches: readonly Stretch[]): Block[] {
  return stretches
    .toSorted((a, b) => (a.first < b.first ? 1 : -1))
    .map(({ first, last, totals, among }) => {
      const gone = voided.filter(({ day }) => day >= first && day <= last).length;
      const count = entriesIn(totals) + gone;
      return {
        oldest: momentsOfDay(first, zone).first,
        newest: momentsOfDay(last, zone).last,
        count,
        among: Math.max(count, among + gone),
      };
    })
    .filter(({ count }) => count > 0);
}

/** The whole months between two days, and what is before and behind them; null where it is open. */
function stretchesOf(
  from: Day | null,
  to: Day | null,
): {
  readonly head: Days | null;
  readonly months: { readonly first: Month | null; readonly last: Month | null } | null;
  readonly tail: Days | null;
} {
  if (from !== null && to !== null && from > to) return { head: null, months: null, tail: null };
  const begun = from !== null && from !== daysOfMonth(monthOf(from)).first ? from : null;
  const cut = to !== null && to !== daysOfMonth(monthOf(to)).last ? to : null;
  const inOne = from !== null && to !== null && monthOf(from) === monthOf(to);
  if (inOne && (begun !== null || cut !== null)) {
    return { head: { first: from, last: to }, months: null, tail: null };
  }
  const first = from && addMonths(monthOf(from), begun === null ? 0 : 1);
  const last = to && addMonths(monthOf(to), cut === null ? 0 : -1);
  return {
    head: begun && { first: begun, last: daysOfMonth(monthOf(begun)).last },
    months: first !== null && last !== null && first > last ? null : { first, last },
    tail: cut && { first: daysOfMonth(monthOf(cut)).first, last: cut },
  };
}

async function ofMonths(
  database: LedgerDatabase,
  plan: LedgerPlan,
  { first, last }: { readonly first: Month | null; readonly last: Month | null },
): Promise<Stretch[]> {
  const { state } = plan.filter;
  const lookedAt = (await monthRows(database, plan)).filter(
    (row) =>
      (first === null || row.month >= first) &&
      (last === null || row.month <= last) &&
      isInSource(plan, row) &&
      (state !== 'unconfirmed' || row.end === 'missing'),
  );
  const rows = lookedAt.filter(
    (row) => (state !== 'closed' || row.end === 'told') && fits(plan, row),
  );
  const open = state === 'unconfirmed' ? await openEntries(database) : [];
  const within = ({ day }: StoredEntry) =>
    (first === null || monthOf(day) >= first) && (last === null || monthOf(day) <= last);
  const totals = without(rows, plan, open.filter(within), (entry) => sharesOf(entry)?.month);
  const all = Map.groupBy(lookedAt, ({ month }) => month);
  return [...Map.groupBy(totals, ({ month }) => month)].map(([month, each]) => ({
    ...daysOfMonth(month),
    totals: each,
    among: entriesIn(all.get(month) ?? []),
  }));
}

/** Rows of the creators that are asked for, else of all together, but where some creators are not wanted. */
async function monthRows(
  { monthTotals }: LedgerDatabase,
  plan: LedgerPlan,
): Promise<readonly MonthTotal[]> {
  const creators = creatorsIn(plan);
  if (creators === null && !plan.whose.anyones) {
    return (await monthTotals.toArray()).filter(({ creator }) => creator !== EVERYONE);
  }
  const all = (creators ?? [EVERYONE]).map((creator) =>
    monthTotals.where(primaryKeyOf('monthTotals')).between([creator], [creator, []]).toArray(),
  );
  return (await Promise.all(all)).flat();
}

/** The ids of those whom a plan names as creators; null where it names none. */
function creatorsIn({ named: { creators, scope } }: LedgerPlan): readonly string[] | null {
  const named = creators ?? scope?.creators ?? null;
  return named === null ? null : [...new Set(named.map(({ id }) => id))];
}

async function stretchOfDays(
  database: LedgerDatabase,
  plan: LedgerPlan,
  days: Days,
): Promise<Stretch[]> {
  const { totals, lookedAt } = await ofDays(database, plan, days);
  return [{ ...days, totals, among: entriesIn(lookedAt) }];
}

/** What is wanted of some days, and what has to be looked at to find it. */
async function ofDays(
  database: LedgerDatabase,
  plan: LedgerPlan,
  days: Days,
): Promise<{ readonly totals: readonly DayTotal[]; readonly lookedAt: readonly DayTotal[] }> {
  const { state } = plan.filter;
  const ofEntry = (entry: StoredEntry) => sharesOf(entry)?.day;
  if (state === 'unconfirmed') {
    const entries = await unendedEntries(database, plan, days);
    const shares = (of: readonly StoredEntry[]) => of.flatMap((entry) => ofEntry(entry) ?? []);
    return { totals: shares(entries.filter(plan.wants)), lookedAt: shares(entries) };
  }
  const lookedAt = (await dayRows(database, plan, days)).filter((row) => isInSource(plan, row));
  const rows = lookedAt.filter((row) => fits(plan, row));
  const others = state === 'closed' ? await unendedEntries(database, plan, days) : [];
  return { totals: without(rows, plan, others, ofEntry), lookedAt };
}

async function dayRows(
  { dayTotals }: LedgerDatabase,
  plan: LedgerPlan,
  { first, last }: Days,
): Promise<readonly DayTotal[]> {
  const creators = creatorsIn(plan);
  if (creators === null) {
    return dayTotals.where(primaryKeyOf('dayTotals')).between([first], [last, []]).toArray();
  }
  const all = creators.map((creator) =>
    dayTotals
      .where('[creator+day]')
      .between([creator, first], [creator, last], true, true)
      .toArray(),
  );
  return (await Promise.all(all)).flat();
}

/** Whether what a total counts lies where the plan reads; elsewhere nothing is wanted. */
function isInSource({ filter: { direction } }: LedgerPlan, total: Total): boolean {
  return direction === null || total.direction === direction;
}

function entriesIn(totals: readonly Total[]): number {
  return totals.reduce((sum, { entries }) => sum + entries, 0);
}

/** Whether what a total counts is wanted, but for its day and state. */
function fits(
  { filter: { platform, direction, kind, basis }, named: { creators, scope }, whose }: LedgerPlan,
  total: Total,
): boolean {
  const one = total.creator === EVERYONE ? null : { ...total, creator: total.creator };
  return (
    (platform === null || total.platform === platform) &&
    (direction === null || total.direction === direction) &&
    (kind === null || total.kind === kind) &&
    (basis === null || (total.direction === 'sent' && total.basis === basis)) &&
    (creators === null ||
      creators.some(({ platform: on, id }) => id === total.creator && on === total.platform)) &&
    (scope === null || inScope(scope, one ?? { ...total, creator: '' })) &&
    (one === null || whose.includes(one))
  );
}

/** Totals without the shares of some entries, as far as these are among them. */
function without<Row extends Total>(
  rows: readonly Row[],
  plan: LedgerPlan,
  entries: readonly StoredEntry[],
  shareOf: (entry: StoredEntry) => Row | undefined,
): readonly Row[] {
  const gone = entries.filter(plan.wantsInAnyState).flatMap((entry) => shareOf(entry) ?? []);
  if (gone.length === 0) return rows;
  const everyone = rows.some(({ creator }) => creator === EVERYONE);
  const key = (row: Row) =>
    JSON.stringify([
      'day' in row ? row.day : row.month,
      row.platform,
      everyone ? '' : row.creator,
      row.direction,
      row.kind,
      row.unit,
      row.basis,
    ]);
  const left = new Map(rows.map((row) => [key(row), row]));
  for (const share of gone) {
    const row = left.get(key(share));
    if (row !== undefined) left.set(key(share), { ...row, ...addTally(row, share, -1) });
  }
  return [...left.values()].filter(({ entries: count }) => count > 0);
}

/** Those that may still grow: few at any time. */
function openEntries({ entries }: LedgerDatabase): Promise<readonly StoredEntry[]> {
  return entries.where('openSince').above(0).toArray();
}

/** Those of some days whose end was not told. */
function unendedEntries(
  { entries }: LedgerDatabase,
  { zone }: LedgerPlan,
  { first, last }: Days,
): Promise<readonly StoredEntry[]> {
  const [from, to] = [momentsOfDay(first, zone).first, momentsOfDay(last, zone).last];
  return entries.where('[unended+at]').between([1, from], [1, to], true, true).toArray();
}
