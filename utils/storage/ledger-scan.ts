import { isInTotals } from '../core/ledger-filter.ts';
import { type Block, blocksOf } from '../core/ledger-outline.ts';
import type { DirectedTotal } from '../core/ledger-sums.ts';
import { epochMs } from '../core/time.ts';
import { sharesOf } from '../core/totals.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import type { LedgerPlan, Reach } from './ledger-plan.ts';
import { blocksByDay, partByTotals } from './ledger-totals.ts';

/** A part of what a filter wants, older than the part before: where its entries are, and what they add up to. */
export interface LedgerPart {
  readonly blocks: readonly Block[];
  readonly totals: readonly DirectedTotal[];
}

/** Entries that are looked at between two answers: as many as a slow machine reads in a tenth of a second. */
const LOOKED_AT = 4_000;
const DAY_MS = 86_400_000;
/** Rows that are read at once where a list is looked into: some more than are in view. */
const ROWS_AHEAD = 100;
/** Entries that are looked at for them at once, where few of many are wanted. */
const LOOKED_AT_AHEAD = 2_000;

/** What is wanted of some time, newest first. */
interface Window {
  readonly rows: readonly StoredEntry[];
  readonly oldest: number;
  /** How many entries were looked at. */
  readonly looked: number;
}

/**
 * Goes through all that a plan wants, newest first, part by part, so that the first rows are there at once and the rest
 * can be given up. From the stored totals where they say all that is asked, so that a million entries are a few hundred
 * rows; else over the plan's index.
 */
export async function* walkLedger(
  database: LedgerDatabase,
  plan: LedgerPlan,
): AsyncGenerator<LedgerPart> {
  if (isInTotals(plan.filter)) {
    yield partByTotals(database, plan);
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
  if (reach === null) return;
  for await (const { rows } of scan(database, plan, reach)) yield rows;
}

/** A block of many entries as blocks of few. */
export async function cutBlock(
  database: LedgerDatabase,
  plan: LedgerPlan,
  block: Block,
): Promise<readonly Block[]> {
  const byDay = await blocksByDay(database, plan, block);
  if (byDay !== null) return byDay;
  const blocks: Block[] = [];
  for await (const { rows } of scan(database, plan, block)) blocks.push(...blocksOf(rows));
  return blocks;
}

/** The newest entries of a block, and what is left of it; null where nothing is. */
export interface BlockHead {
  readonly rows: readonly StoredEntry[];
  readonly rest: Block | null;
}

/**
 * The newest entries of a block of many, without a look at the others: enough to be shown first. Fewer where few of many
 * are wanted, none where it takes long to find one.
 */
export async function readHead(
  database: LedgerDatabase,
  plan: LedgerPlan,
  block: Block,
): Promise<BlockHead> {
  const { oldest, newest, count, among } = block;
  const rows: StoredEntry[] = [];
  let looked = 0;
  const part = Math.min(ROWS_AHEAD / count, LOOKED_AT_AHEAD / among, 1);
  const span = Math.ceil((newest - oldest + 1) * part);
  for await (const window of scan(database, plan, block, span)) {
    rows.push(...window.rows);
    looked += window.looked;
    if (rows.length < ROWS_AHEAD / 4 && looked < LOOKED_AT_AHEAD && window.oldest > oldest)
      continue;
    const left = count - rows.length;
    if (left <= 0 || window.oldest <= oldest) return { rows, rest: null };
    const behind = { oldest, newest: epochMs(window.oldest - 1) };
    return { rows, rest: { ...behind, count: left, among: Math.max(left, among - looked) } };
  }
  return { rows, rest: null };
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
  firstSpan = DAY_MS,
): AsyncGenerator<Window> {
  let span = firstSpan;
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
    yield { rows: wanted(plan, rows), oldest, looked: rows.length };
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
