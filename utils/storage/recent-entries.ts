import Dexie from 'dexie';
import type { EntryId } from '../core/ids.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';

/** Ids that are remembered at the most: more than any stream has open at once. */
const MOST_IDS = 20_000;

const recent = new WeakMap<LedgerDatabase, Set<EntryId>>();

/** Thrown where a payment that was taken for a new one is in the ledger already. */
export class KnownAlready extends Error {
  override readonly name = 'KnownAlready';
}

/** Whether this script recorded the payment a while ago: a guess of what has to be looked up, never more. */
export function isRecent(database: LedgerDatabase, id: EntryId): boolean {
  return recent.get(database)?.has(id) === true;
}

/** Remembers payments that are in the ledger. */
export function rememberEntries(database: LedgerDatabase, ids: Iterable<EntryId>): void {
  let known = recent.get(database);
  if (known === undefined || known.size > MOST_IDS) {
    known = new Set();
    recent.set(database, known);
  }
  for (const id of ids) known.add(id);
}

/**
 * Writes payments that nothing was looked up of. Gives the places of those that are in the ledger already, which are left
 * as they are. Runs in a transaction of the caller's.
 */
export async function addNewEntries(
  { entries }: LedgerDatabase,
  fresh: readonly StoredEntry[],
): Promise<ReadonlySet<number>> {
  if (fresh.length === 0) return new Set();
  try {
    await entries.bulkAdd([...fresh]);
    return new Set();
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error;
    const failures = Object.entries(error.failuresByPos);
    const other = failures.find(([, { name }]) => name !== 'ConstraintError');
    if (other !== undefined) throw other[1];
    return new Set(failures.map(([place]) => Number(place)));
  }
}
