import type { Direction } from '../core/ownership.ts';
import type { EpochMs } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';

/** Rows that are read at once at first; more with every page, since most runs end soon. */
const FIRST_PAGE = 256;
const LARGEST_PAGE = 4096;

/** Entries in one direction, by time. */
export interface EntryPage {
  readonly entries: readonly StoredEntry[];
  /** The moment up to which these are all; null on the last page. */
  readonly upTo: EpochMs | null;
}

/**
 * Reads everything in one direction from `since` on and before `before`, by time, in pages that end with a whole moment,
 * so that memory stays bounded; until `read` says that it has enough. Rows may be written meanwhile as long as their
 * times stay.
 */
export async function eachPage(
  database: LedgerDatabase,
  direction: Direction,
  since: number,
  before: number,
  read: (page: EntryPage) => Promise<'more' | 'enough'>,
): Promise<void> {
  let from = since;
  for (let size = FIRST_PAGE; ; size = Math.min(size * 2, LARGEST_PAGE)) {
    const page = await pageFrom(database, direction, from, before, size);
    if ((await read(page)) === 'enough' || page.upTo === null) return;
    from = page.upTo + 1;
  }
}

/**
 * Reads every entry of a session, by time, in pages: a cursor that asks for one row after the other takes several times
 * as long.
 */
export async function eachOfSession(
  database: LedgerDatabase,
  session: SessionId,
  read: (entry: StoredEntry) => void,
): Promise<void> {
  for (let from = 0; ; ) {
    const place = { index: '[session+at]', under: session } as const;
    const page = await pageOf(database, place, from, Number.POSITIVE_INFINITY, LARGEST_PAGE);
    for (const entry of page.entries) read(entry);
    if (page.upTo === null) return;
    from = page.upTo + 1;
  }
}

/** The first entries from `since` on and before `before`: `size` of them and what else is of the last one's moment. */
export function pageFrom(
  database: LedgerDatabase,
  direction: Direction,
  since: number,
  before: number,
  size = LARGEST_PAGE,
): Promise<EntryPage> {
  return pageOf(database, { index: '[direction+at]', under: direction }, since, before, size);
}

/** An index that ends with the time, and what stands before the time in it. */
interface Place {
  readonly index: '[direction+at]' | '[session+at]';
  readonly under: string;
}

async function pageOf(
  { entries }: LedgerDatabase,
  { index, under }: Place,
  since: number,
  before: number,
  size: number,
): Promise<EntryPage> {
  const page = await entries
    .where(index)
    .between([under, since], [under, before])
    .limit(size)
    .toArray();
  const last = page.at(-1);
  if (last === undefined || page.length < size) return { entries: page, upTo: null };
  const same = await entries.where(index).equals([under, last.at]).toArray();
  return { entries: [...page.filter(({ at }) => at < last.at), ...same], upTo: last.at };
}
