import type { Forgets } from '../core/forgetful-operations.ts';
import { isForgottenEntry } from '../core/forgotten.ts';
import { forgottenEntryId } from '../core/forgotten-hash.ts';
import type { EntryId } from '../core/ids.ts';
import type { Operation } from '../core/operation.ts';
import type { LedgerDatabase } from './database.ts';
import type { People } from './people.ts';
import { anyHidden } from './told-events.ts';

const nothing: Forgets = { isForgotten: () => false, entryId: (entry) => entry };

/**
 * Who may not be named by these operations, as the ledger stands: a payment that is stored without its people is meant
 * by the id that it has there, and one that is not there must not name anyone forgotten. Runs in a transaction of the
 * caller's.
 */
export async function forgetsOf(
  database: LedgerDatabase,
  people: People,
  operations: readonly Operation[],
): Promise<Forgets> {
  if (!people.forgets && !(await anyHidden(database))) return nothing;
  const named = new Set(
    operations.flatMap((each) =>
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
