import { mergeEntries } from '../core/entry.ts';
import { FORGOTTEN, withoutPeople } from '../core/forgotten.ts';
import { forgottenEntryId } from '../core/forgotten-hash.ts';
import type { AccountId, EntryId, PlatformId } from '../core/ids.ts';
import { forgetInAlerts } from './creator-alerts.ts';
import type { LedgerDatabase, StoredEntry, StoredPerson } from './database.ts';
import type { LedgerChanges } from './ledger-changes.ts';
import type { People } from './people.ts';
import { forgetRemembered } from './remembered-rows.ts';

/** Entries that are looked at together. */
const PAGE = 2000;

/** Entries that no longer say who had part in them, by the id that they had, with the one that they have. */
export type Hidden = Map<EntryId, EntryId>;

/**
 * Files every entry anew under those who stand for its people, after the user merged, split or deleted some, and takes
 * the deleted ones out of every table that names people. Runs in a transaction of the caller's. Gives the entries out
 * of which someone was taken.
 */
export async function settlePeople(
  database: LedgerDatabase,
  people: People,
  changes: LedgerChanges,
): Promise<Hidden> {
  await settleSessions(database, people);
  await settleUndecided(database, people);
  await forgetNames(database, people);
  const hosts = new Map<string, AccountId | ''>();
  await database.sessions.each(({ id, creator }) => void hosts.set(id, creator));
  const hidden: Hidden = new Map();
  for (let last = ''; ; ) {
    const page = await database.entries.where('id').above(last).limit(PAGE).toArray();
    const end = page.at(-1);
    if (end === undefined) break;
    const moved: { before: StoredEntry; after: StoredEntry }[] = [];
    for (const before of page) {
      const after = people.placed(before, hosts.get(before.session) ?? '');
      if (isSame(before, after)) continue;
      moved.push({ before, after });
      if (isHidden(before, after)) hidden.set(before.id, after.id);
    }
    await moveEntries(database, moved, changes);
    // Ids of those who are forgotten sort behind all others: they are met again, and are settled already.
    last = end.id;
  }
  await forgetInAlerts(database, (platform, id, at) => people.isForgotten(platform, id, at));
  return hidden;
}

function isSame(a: StoredEntry, b: StoredEntry): boolean {
  return (
    a.id === b.id &&
    a.sender === b.sender &&
    a.recipient === b.recipient &&
    a.creator === b.creator &&
    a.giver === b.giver
  );
}

function isHidden(before: StoredEntry, after: StoredEntry): boolean {
  const newly = (part: 'sender' | 'recipient' | 'creator') =>
    after[part] === FORGOTTEN && before[part] !== FORGOTTEN;
  return newly('sender') || newly('recipient') || newly('creator');
}

/**
 * Writes entries in place of what they were. One that has another id now is joined with what is stored there: the same
 * payment, seen when it was known already that someone in it is forgotten.
 */
export async function moveEntries(
  { entries }: LedgerDatabase,
  moved: readonly { before: StoredEntry; after: StoredEntry }[],
  changes: LedgerChanges,
): Promise<void> {
  const rekeyed = moved.filter(({ before, after }) => before.id !== after.id);
  const there = new Map(
    (await entries.bulkGet(rekeyed.map(({ after }) => after.id))).flatMap((row) =>
      row === undefined ? [] : [[row.id, row]],
    ),
  );
  const rows = moved.map(({ before, after }) => {
    const known = before.id === after.id ? undefined : there.get(after.id);
    const row = known === undefined ? after : joined(known, after);
    changes.replace(before, undefined);
    changes.replace(known, row);
    return row;
  });
  await entries.bulkDelete(rekeyed.map(({ before }) => before.id));
  await entries.bulkPut(rows);
}

function joined(a: StoredEntry, b: StoredEntry): StoredEntry {
  const first = a.at <= b.at ? a : b;
  return {
    ...b,
    ...a,
    ...mergeEntries(a, b),
    day: first.day,
    creator: a.creator > b.creator ? a.creator : b.creator,
  };
}

async function settleSessions({ sessions }: LedgerDatabase, people: People): Promise<void> {
  await sessions
    .filter(
      ({ platform, creator, firstAt, title }) =>
        (creator === FORGOTTEN && title !== '') ||
        (creator !== '' && people.isForgotten(platform, creator, firstAt)),
    )
    .modify({ creator: FORGOTTEN, title: '' });
}

async function settleUndecided({ undecided }: LedgerDatabase, people: People): Promise<void> {
  for (const row of await undecided.toArray()) {
    const { platform, at, sighting } = row;
    const after = withoutPeople(
      row,
      (id) => people.isForgotten(platform, id, at),
      forgottenEntryId,
    );
    if (after === row) continue;
    const shown = (person: typeof sighting.sender, id: AccountId | null) =>
      id === FORGOTTEN ? { id: FORGOTTEN, handle: '', name: '' } : person;
    await undecided.delete(row.id);
    await undecided.put({
      ...after,
      sighting: {
        ...sighting,
        key: after.id,
        sender: shown(sighting.sender, after.sender),
        recipient: shown(sighting.recipient, after.recipient),
      },
    });
  }
}

async function forgetNames(database: LedgerDatabase, people: People): Promise<void> {
  const { people: names } = database;
  await forgetRemembered(database);
  const gone: [PlatformId, AccountId][] = [];
  const kept: StoredPerson[] = [];
  await names.each((row) => {
    const { platform, id } = row;
    if (people.isForgotten(platform, id, row.at)) gone.push([platform, id]);
    const past = row.past.filter(({ at }) => !people.isForgotten(platform, id, at));
    if (past.length < row.past.length) kept.push({ ...row, past });
  });
  await names.bulkPut(kept);
  await names.bulkDelete(gone);
}
