import type { Forgets } from '../core/forgetful-operations.ts';
import { FORGOTTEN, isForgottenEntry } from '../core/forgotten.ts';
import { forgottenEntryId } from '../core/forgotten-hash.ts';
import type { EntryId } from '../core/ids.ts';
import { laterStamp, type Stamp } from '../core/logical-clock.ts';
import type { Operation, OperationId, StandingForgotten } from '../core/operation.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import type { People } from './people.ts';
import { anyHidden } from './told-events.ts';

/**
 * Who may not be named by these operations, as the ledger stands: a payment that is stored without its people is meant
 * by the id that it has there, and one that is not there must not name anyone forgotten. Null where nobody is. Runs in a transaction of the
 * caller's.
 */
export async function forgetsOf(
  database: LedgerDatabase,
  people: People,
  operations: Iterable<Operation>,
): Promise<Forgets | null> {
  if (!people.forgets && !(await anyHidden(database))) return null;
  const named = new Set(
    [...operations].flatMap((each) =>
      'entry' in each && !isForgottenEntry(each.entry) ? [each.entry] : [],
    ),
  );
  const keys = [...named];
  const ids = keys.map(forgottenEntryId);
  const [known, hidden] = await Promise.all([
    database.entries.bulkGet(keys),
    database.entries.bulkGet(ids),
  ]);
  const now = new Map<EntryId, EntryId>();
  keys.forEach((key, index) => {
    if (hidden[index] !== undefined) now.set(key, hidden[index].id);
    else if (known[index] !== undefined) now.set(key, key);
  });
  return {
    isForgotten: (platform, person, at) => people.isForgotten(platform, person, at),
    entryId: (entry, at) =>
      now.get(entry) ?? (people.namesForgotten(entry, at) ? forgottenEntryId(entry) : entry),
  };
}

/** Whether someone who had part in a payment is forgotten. */
export function hides({ sender, recipient, creator }: StoredEntry): boolean {
  return [sender, recipient, creator].includes(FORGOTTEN);
}

/** When somebody was last deleted; null where nobody was. */
export function lastForgotten(forgotten: readonly StandingForgotten[]): Stamp | null {
  return forgotten.reduce<Stamp | null>(
    (last, { stamp }) => (last === null ? stamp : laterStamp(last, stamp)),
    null,
  );
}

/**
 * Takes the notes out of `all` that were made, before somebody was last deleted, on payments out of which anyone was:
 * they may tell who it was. Which deletion it was cannot be told any more, and every device has to come to the same.
 * `only` says of which payments, else of all. Gives whether there were any. Runs in a transaction of the caller's, after
 * the payments were written.
 */
export async function forgetNotes(
  { entries }: LedgerDatabase,
  all: Map<OperationId, Operation>,
  before: Stamp | null,
  only?: ReadonlySet<EntryId>,
): Promise<boolean> {
  if (before === null) return false;
  const noted = [...all.values()].flatMap((each) =>
    each.type === 'entry-noted' &&
    each.note !== '' &&
    each.stamp < before &&
    (only === undefined || only.has(each.entry))
      ? [each]
      : [],
  );
  const rows = await entries.bulkGet(noted.map(({ entry }) => entry));
  const gone = noted.filter((_, index) => {
    const row = rows[index];
    return row !== undefined && hides(row);
  });
  for (const each of gone) all.set(each.id, { ...each, note: '' });
  return gone.length > 0;
}
