import type { Correction } from '../core/correction.ts';
import type { Entry } from '../core/entry.ts';
import { aboutHidden } from '../core/forgetful-operations.ts';
import { FORGOTTEN } from '../core/forgotten.ts';
import { forgottenEntryId } from '../core/forgotten-hash.ts';
import type { CaptureEvent } from '../core/gift-event.ts';
import type { EntryId } from '../core/ids.ts';
import type { Stamp } from '../core/logical-clock.ts';
import { foldOperations } from '../core/operation.ts';
import { correctionsOf, setCorrections } from './corrected.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import { forgetNotes, lastForgotten } from './forgets.ts';
import type { LedgerChanges } from './ledger-changes.ts';
import type { People } from './people.ts';
import { type Hidden, moveEntries } from './settling.ts';

/** The keys that payments had before someone in them was forgotten, by the ids that they are told under. */
export type HiddenKeys = ReadonlyMap<EntryId, EntryId>;

/** What becomes of the keys of `seen` where events are told without some people; both lists are in the same order. */
export function hiddenKeys(
  seen: readonly CaptureEvent[],
  told: readonly CaptureEvent[],
): HiddenKeys {
  const keys = new Map<EntryId, EntryId>();
  seen.forEach((event, index) => {
    const other = told[index];
    if (event.type === 'gift' && other?.type === 'gift' && event.key !== other.key) {
      keys.set(other.key, event.key);
    }
  });
  return keys;
}

/**
 * Takes people out of stored payments where a sighting tells only now that they must not name them. Gives those.
 */
export async function hideSighted(
  database: LedgerDatabase,
  keys: HiddenKeys,
  sighted: ReadonlyMap<EntryId, Entry>,
  changes: LedgerChanges,
): Promise<Hidden> {
  const hidden: Hidden = new Map();
  if (keys.size === 0) return hidden;
  const stored = await database.entries.bulkGet([...keys.values()]);
  const ids = [...keys.keys()];
  const moved = stored.flatMap((before, index) => {
    const id = ids[index];
    const sighting = id === undefined ? undefined : sighted.get(id);
    if (before === undefined || id === undefined || sighting === undefined) return [];
    const { giver, ...facts } = before;
    const hideSender = sighting.sender === FORGOTTEN;
    const after: StoredEntry = {
      ...facts,
      id,
      sender: hideSender ? FORGOTTEN : before.sender,
      recipient: sighting.recipient === FORGOTTEN ? FORGOTTEN : before.recipient,
      ...(hideSender || giver === undefined ? {} : { giver }),
    };
    hidden.set(before.id, id);
    return [{ before, after }];
  });
  await moveEntries(database, moved, changes);
  return hidden;
}

/** What the user said of payments that are not in the ledger yet, by the ids that they are sighted under. */
export async function waitingCorrections(
  database: LedgerDatabase,
  sighted: ReadonlyMap<EntryId, Entry>,
  before: ReadonlyMap<EntryId, StoredEntry>,
  keys: HiddenKeys,
  people: People,
): Promise<ReadonlyMap<EntryId, Correction>> {
  // Nearly always empty; asked first, since a lookup for each payment would cost a fifth of all recording (measured).
  if ((await database.corrections.count()) === 0) return new Map();
  const names = [...sighted.keys()]
    .filter((id) => !before.has(id))
    .map((id): [EntryId, EntryId[]] => [id, [id, ...otherNames(id, keys, people)]]);
  const found = await correctionsOf(
    database,
    names.flatMap(([, entries]) => entries),
  );
  return new Map(
    names.flatMap(([id, entries]) => {
      const correction = entries.map((entry) => found.get(entry)).find(Boolean);
      return correction === undefined ? [] : [[id, correction]];
    }),
  );
}

function otherNames(id: EntryId, keys: HiddenKeys, people: People): EntryId[] {
  const key = keys.get(id);
  if (key !== undefined) return [key];
  return people.forgets ? [forgottenEntryId(id)] : [];
}

/**
 * Takes out of what the user said of payments who had part in them: keys, and notes made before `notesBefore`, else before
 * somebody was last deleted. Runs in a
 * transaction of the caller's, after the payments were written.
 */
export async function hideCorrections(
  database: LedgerDatabase,
  hidden: Hidden,
  changes: LedgerChanges,
  notesBefore?: Stamp,
): Promise<void> {
  if (hidden.size === 0) return;
  const said = await database.operations
    .where('entry')
    .anyOf([...hidden].flat())
    .count();
  if (said === 0) return;
  const all = new Map(
    (await database.operations.toArray()).map((each) => [each.id, aboutHidden(each, hidden)]),
  );
  const before = notesBefore ?? lastForgotten(await database.forgotten.toArray());
  await forgetNotes(database, all, before, new Set(hidden.values()));
  await database.operations.bulkPut([...all.values()]);
  const { corrections } = foldOperations(all.values());
  await setCorrections(database, corrections, changes, hidden.values());
}
