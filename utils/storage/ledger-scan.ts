import { inScope } from '../core/budget-spent.ts';
import { isInDayTotals, type LedgerFilter } from '../core/ledger-filter.ts';
import { type Block, blocksOf } from '../core/ledger-outline.ts';
import { addMonths, type Day, daysOfMonth, epochMs, momentsOfDay, monthOf } from '../core/time.ts';
import { type DayTotal, sharesOf } from '../core/totals.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import { isTheirs, type LedgerPlan, type Named, type Reach } from './ledger-plan.ts';

/** A part of what a filter wants, older than the part before: where its entries are, and what they add up to. */
export interface LedgerPart {
  readonly blocks: readonly Block[];
  readonly totals: readonly DayTotal[];
}

/** Entries that are looked at between two answers: as many as a slow machine reads in a tenth of a second. */
const LOOKED_AT = 4_000;
const DAY_MS = 86_400_000;

/** Months whose totals are read at once: a creator of every day has some thousand rows in a year. */
const MOST_MONTHS = 12;

/** Parts of one month each: the first rows are read and drawn between them. */
const SMALL_PARTS = 4;

/**
 * Goes through all that a plan wants, newest first, part by part, so that the first rows are there at once and the rest
 * can be given up. From the day totals where they say all that is asked, so that a million entries are a few thousand
 * rows; else over the plan's index.
 */
export async function* walkLedger(
  database: LedgerDatabase,
  plan: LedgerPlan,
): AsyncGenerator<LedgerPart> {
  if (isInDayTotals(plan.filter)) {
    yield* walkDays(database, plan);
  } else {
    for await (const rows of wantedEntries(database, plan)) {
      yield { blocks: blocksOf(rows), totals: rows.flatMap((entry) => sharesOf(entry)?.day ?? []) };
    }
  }
}

/** All entries that a plan wants, newest first, some at a time: what an export of a filter holds. */
export async function* wantedEntries(
  database: LedgerDatabase,
  plan: LedgerPlan,
): AsyncGenerator<readonly StoredEntry[]> {
  const reach = await plan.reach();
  if (reach !== null) yield* scan(database, plan, reach);
}

/** A block of many entries as blocks of few. */
export async function cutBlock(
  database: LedgerDatabase,
  plan: LedgerPlan,
  block: Block,
): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for await (const rows of scan(database, plan, block)) blocks.push(...blocksOf(rows));
  return blocks;
}

/** The wanted entries of a block, newest first. */
export async function readBlock(
  database: LedgerDatabase,
  plan: LedgerPlan,
  { oldest, newest }: Reach,
): Promise<readonly StoredEntry[]> {
  const rows = await lookAt(database, plan, { oldest, newest }, Number.POSITIVE_INFINITY);
  return wanted(plan, rows ?? []);
}

/**
 * Wanted entries over the plan's index, window by window of time. Windows grow where little is found and shrink where
 * there is much, so that neither empty years nor full minutes take long.
 */
async function* scan(
  database: LedgerDatabase,
  plan: LedgerPlan,
  reach: Reach,
): AsyncGenerator<readonly StoredEntry[]> {
  let span = DAY_MS;
  let newest: number = reach.newest;
  while (newest >= reach.oldest) {
    const oldest = Math.max(reach.oldest, newest - span + 1);
    const most = oldest === newest ? Number.POSITIVE_INFINITY : LOOKED_AT;
    const window = { oldest: epochMs(oldest), newest: epochMs(newest) };
    const rows = await lookAt(database, plan, window, most);
    if (rows === null) {
      span = Math.max(1, Math.floor((newest - oldest + 1) / 2));
      continue;
    }
    yield wanted(plan, rows);
    newest = oldest - 1;
    if (rows.length < LOOKED_AT / 4) span *= rows.length === 0 ? 8 : 2;
  }
}

/** Everything in a window of the plan's source; null where that is more than `most`. */
async function lookAt(
  { entries }: LedgerDatabase,
  { source }: LedgerPlan,
  { oldest, newest }: Reach,
  most: number,
): Promise<StoredEntry[] | null> {
  if (source.kind === 'ids') {
    const rows = (await entries.bulkGet([...source.ids])).filter((row) => row !== undefined);
    return rows.filter(({ at }) => at >= oldest && at <= newest);
  }
  const found: StoredEntry[] = [];
  for (const { index, value } of source.ranges) {
    const range = entries.where(index).between([value, oldest], [value, newest], true, true);
    const limited = Number.isFinite(most) ? range.limit(most + 1 - found.length) : range;
    found.push(...(await limited.toArray()));
    if (found.length > most) return null;
  }
  return found;
}

/** What of it is wanted, each once, newest first. Two entries of one moment stand by their ids. */
function wanted({ wants }: LedgerPlan, rows: readonly StoredEntry[]): StoredEntry[] {
  const each = new Map(rows.map((entry) => [entry.id, entry]));
  return [...each.values()].filter(wants).sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

async function* walkDays(
  database: LedgerDatabase,
  { filter, named, theirs, zone, voided }: LedgerPlan,
): AsyncGenerator<LedgerPart> {
  const known = await daysKnown(database, filter, named, voided);
  if (known === null) return;
  // The newest months one by one, since their rows are shown first; what is older in ever larger parts.
  let months = 1;
  let parts = 0;
  for (let newest = monthOf(known.last); newest >= monthOf(known.first); ) {
    const oldest = addMonths(newest, 1 - months);
    const span = { first: daysOfMonth(oldest).first, last: daysOfMonth(newest).last };
    const totals = (await totalsOfDays(database, filter, named, span)).filter(
      (total) => (named.scope === null || inScope(named.scope, total)) && !isTheirs(theirs, total),
    );
    const counts = new Map<Day, number>();
    const count = (day: Day, entries: number) => counts.set(day, (counts.get(day) ?? 0) + entries);
    for (const { day, entries } of totals) count(day, entries);
    // What is void counts in no total, and is shown all the same.
    for (const { day } of voided) if (day >= span.first && day <= span.last) count(day, 1);
    const newestFirst = [...counts].sort(([a], [b]) => (a < b ? 1 : -1));
    yield {
      totals,
      blocks: newestFirst.map(([day, entries]) => {
        const { first, last } = momentsOfDay(day, zone);
        return { oldest: first, newest: last, count: entries };
      }),
    };
    newest = addMonths(oldest, -1);
    parts += 1;
    if (parts >= SMALL_PARTS) months = Math.min(MOST_MONTHS, months * 2);
  }
}

/** The first and the last day that a filter can want of those that have totals. */
async function daysKnown(
  { dayTotals }: LedgerDatabase,
  { from, to }: LedgerFilter,
  { creators }: Named,
  voided: readonly StoredEntry[],
): Promise<{ first: Day; last: Day } | null> {
  const all =
    creators === null
      ? [() => dayTotals.orderBy('[day+platform+creator+direction+kind+unit]')]
      : creators.map(
          ({ id }) =>
            () =>
              dayTotals.where('[creator+day]').between([id, ''], [id, '\uffff']),
        );
  const rows = await Promise.all(all.flatMap((each) => [each().first(), each().last()]));
  const ends = [...rows, ...voided].flatMap((row) => row?.day ?? []);
  const [first, last] = [ends.toSorted()[0], ends.toSorted().at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = {
    first: from !== null && from > first ? from : first,
    last: to !== null && to < last ? to : last,
  };
  return days.first > days.last ? null : days;
}

async function totalsOfDays(
  { dayTotals }: LedgerDatabase,
  { platform, direction, kind, from, to }: LedgerFilter,
  { creators }: Named,
  { first, last }: { readonly first: Day; readonly last: Day },
): Promise<DayTotal[]> {
  const rows =
    creators === null
      ? dayTotals
          .where('[day+platform+creator+direction+kind+unit]')
          .between([first], [last, []])
          .toArray()
      : Promise.all(
          creators.map((creator) =>
            dayTotals
              .where('[creator+day]')
              .between([creator.id, first], [creator.id, last], true, true)
              .filter((total) => total.platform === creator.platform)
              .toArray(),
          ),
        ).then((all) => all.flat());
  return (await rows).filter(
    (total) =>
      (platform === null || total.platform === platform) &&
      (direction === null || total.direction === direction) &&
      (kind === null || total.kind === kind) &&
      (from === null || total.day >= from) &&
      (to === null || total.day <= to),
  );
}
