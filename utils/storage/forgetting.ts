import { withoutMerged } from '../core/forgetful-operations.ts';
import { FORGOTTEN } from '../core/forgotten.ts';
import { personHash } from '../core/forgotten-hash.ts';
import type { AccountId, EntryId, PlatformId } from '../core/ids.ts';
import type { Stamp } from '../core/logical-clock.ts';
import { foldOperations, type Operation } from '../core/operation.ts';
import { type EpochMs, epochMs, type TimeZone } from '../core/time.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import { eachPage, pageFrom } from './entry-pages.ts';
import { hideCorrections } from './late-sightings.ts';
import { LedgerChanges } from './ledger-changes.ts';
import { keepLinked, keepMerged, readLinkedAccounts } from './linked-accounts.ts';
import { type OperationContext, operateAll, type Wanted } from './operations.ts';
import { keptSince, readPeople } from './people.ts';
import { forgetRemembered } from './remembered-rows.ts';
import { type Hidden, moveEntries } from './settling.ts';

/** Thrown where the user would delete an account of their own: what it sent would be somebody's without a name. */
export class OwnAccount extends Error {
  override readonly name = 'OwnAccount';
}

/**
 * Deletes a person, with all accounts that the user merged or linked with theirs: their names, ids and the notes on their payments go
 * from every table, and their payments stay, as somebody's who was deleted, so that sums stay true. What was paid until
 * now never brings them back: not a replay, not another device, not an old backup. This cannot be undone. Throws
 * {@link OwnAccount}.
 */
export async function forgetPerson(
  database: LedgerDatabase,
  platform: PlatformId,
  person: AccountId,
  context: OperationContext,
): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    const accounts = await readLinkedAccounts(database);
    const group = accounts.accountsOf({ platform, id: person });
    for (const each of group) {
      const own = await database.accounts.get([each.platform, each.id]);
      if (own !== undefined) throw new OwnAccount();
    }
    const wanted = group
      .filter(({ id }) => id !== FORGOTTEN)
      .map(
        (each): Wanted => ({
          type: 'person-forgotten',
          platform: each.platform,
          person: personHash(each.platform, each.id),
          at: context.now,
        }),
      );
    await operateAll(database, wanted, context);
  });
}

/**
 * Takes the senders out of what was received more than `months` ago, counted in whole days of `zone`; sums stay. Runs in
 * steps, each whole by itself, and goes on where it was interrupted. Nothing to do until the day changes.
 */
export async function forgetOlderThan(
  database: LedgerDatabase,
  months: number,
  { now, zone }: { readonly now: EpochMs; readonly zone: TimeZone },
): Promise<void> {
  const before = monthsAgo(now, months, zone);
  let since: number = await keptSince(database);
  if (since >= before) return;
  await forgetNamesBefore(database, since, before);
  while (since < before) since = await forgetSenders(database, since, before);
}

function monthsAgo(now: EpochMs, months: number, zone: TimeZone): EpochMs {
  const day = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .startOfDay()
    .subtract({ months });
  return epochMs(Math.max(0, day.epochMilliseconds));
}

/** The people of stored payments, by platform and id. */
type Parties = Map<string, [PlatformId, AccountId]>;

/** Forgets the names of those who gave nothing since, notes on them, and who they were merged with. */
async function forgetNamesBefore(
  database: LedgerDatabase,
  since: number,
  before: EpochMs,
): Promise<void> {
  const { people, sessions, accounts, operations, merged, linked, followed, facts } = database;
  const gone: Parties = new Map();
  const keep = (platform: PlatformId, person: AccountId | '' | null) =>
    void gone.delete(`${platform}:${person}`);
  await eachPage(database, 'received', since, before, async ({ entries }) => {
    for (const { platform, sender } of entries) {
      if (sender !== null && sender !== FORGOTTEN) {
        gone.set(`${platform}:${sender}`, [platform, sender]);
      }
    }
    return 'more';
  });
  const keepAll = async ({ entries }: { readonly entries: readonly StoredEntry[] }) => {
    for (const { platform, sender, recipient, creator } of entries) {
      for (const person of [sender, recipient, creator]) keep(platform, person);
    }
    return gone.size === 0 ? ('enough' as const) : ('more' as const);
  };
  if (gone.size > 0) await eachPage(database, 'received', before, LAST, keepAll);
  if (gone.size > 0) await eachPage(database, 'sent', 0, LAST, keepAll);
  await sessions.each(({ platform, creator }) => keep(platform, creator));
  await accounts.each(({ platform, id }) => keep(platform, id));
  await followed.each(({ platform, person }) => keep(platform, person));
  if (gone.size === 0) return;
  await database.transaction('rw', [people, operations, merged, linked, facts], async () => {
    await forgetRemembered(database);
    await people.bulkDelete([...gone.values()]);
    const all = (await operations.toArray()).map((each) => withoutGone(each, gone));
    await operations.bulkPut(all);
    const same = foldOperations(all);
    await keepMerged(database, same);
    await keepLinked(database, same);
  });
}

/** An operation without those who gave long ago and not since: who they were merged with, and notes on them. */
function withoutGone(operation: Operation, gone: Parties): Operation {
  if (operation.type === 'person-noted' && gone.has(`${operation.platform}:${operation.person}`)) {
    return { ...operation, person: FORGOTTEN, note: '' };
  }
  if (
    (operation.type === 'person-hidden' ||
      operation.type === 'person-thanked' ||
      operation.type === 'creator-followed') &&
    gone.has(`${operation.platform}:${operation.person}`)
  ) {
    return { ...operation, person: FORGOTTEN };
  }
  if (operation.type !== 'people-merged') return operation;
  const { platform, person, into, intoPlatform = platform } = operation;
  return gone.has(`${platform}:${person}`) || gone.has(`${intoPlatform}:${into}`)
    ? withoutMerged(operation)
    : operation;
}

/** Sorts behind every stamp: a note of long ago goes whenever it was made. */
const LAST_STAMP = '~' as Stamp;

const LAST = Number.POSITIVE_INFINITY;

/** One step: the senders of the next entries. Gives the moment up to which all is done. */
async function forgetSenders(
  database: LedgerDatabase,
  from: number,
  before: EpochMs,
): Promise<number> {
  return database.transaction('rw', database.tables, async () => {
    // Another run may have come further meanwhile.
    const since = Math.max(from, await keptSince(database));
    if (since >= before) return since;
    const page = await pageFrom(database, 'received', since, before);
    const done = page.upTo === null ? before : page.upTo + 1;
    await database.facts.put({ id: 'kept-since', value: String(done) });
    const people = await readPeople(database);
    const hosts = new Map(
      (await database.sessions.bulkGet([...new Set(page.entries.map(({ session }) => session))]))
        .filter((session) => session !== undefined)
        .map(({ id, creator }) => [id, creator]),
    );
    const hidden: Hidden = new Map();
    const byHand: EntryId[] = [];
    const moved = page.entries.flatMap((entry) => {
      const placed = people.placed(entry, hosts.get(entry.session) ?? '');
      if (placed.sender === entry.sender) return [];
      hidden.set(entry.id, placed.id);
      if (placed.byHand === undefined) return [{ before: entry, after: placed }];
      byHand.push(placed.id);
      return [{ before: entry, after: { ...placed, byHand: { ...placed.byHand, note: '' } } }];
    });
    const changes = new LedgerChanges();
    await moveEntries(database, moved, changes);
    await forgetByHand(database, byHand);
    await hideCorrections(database, hidden, changes, LAST_STAMP);
    await changes.write(database);
    return done;
  });
}

async function forgetByHand(
  { operations }: LedgerDatabase,
  ids: readonly EntryId[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await operations.where('type').equals('entry-added').toArray();
  await operations.bulkPut(
    rows.flatMap((each) =>
      each.type === 'entry-added' && ids.includes(each.added.id)
        ? [{ ...each, added: { ...each.added, other: FORGOTTEN, note: '' } }]
        : [],
    ),
  );
}
