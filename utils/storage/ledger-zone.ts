import { dayAndHourOf, type TimeZone, timeZone } from '../core/time.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import { budgetsThatHold } from './standings.ts';
import { TotalChanges } from './totals.ts';

/** Entries that are looked at together. */
const PAGE = 1_000;

/** The zone that the ledger's days were counted in; null before the first was. */
export async function zoneOfDays({ facts }: LedgerDatabase): Promise<TimeZone | null> {
  const fact = await facts.get('zone');
  return fact === undefined ? null : timeZone(fact.value);
}

/**
 * The zone to count a day in where `wanted` is the user's: the one of the days that are there, so that all days are of
 * one zone. Another zone holds only once {@link countDaysIn} has moved them. Runs in the caller's transaction.
 */
export async function zoneForDays(database: LedgerDatabase, wanted: TimeZone): Promise<TimeZone> {
  const zone = await zoneOfDays(database);
  if (zone === null) await database.facts.put({ id: 'zone', value: wanted });
  return zone ?? wanted;
}

/**
 * Counts every entry's day and hour anew in `zone`, and every total with it, in one transaction. Does not while a budget is
 * locked, since another zone would begin its period earlier. Gives the zone that days are counted in afterwards.
 */
export async function countDaysIn(database: LedgerDatabase, zone: TimeZone): Promise<TimeZone> {
  return database.transaction('rw', database.tables, async () => {
    const before = await zoneForDays(database, zone);
    if (before === zone) return zone;
    if ((await budgetsThatHold(database)).some(({ lock }) => lock !== null)) return before;
    for (let last = ''; ; ) {
      const page = await database.entries.where('id').above(last).limit(PAGE).toArray();
      const end = page.at(-1);
      if (end === undefined) break;
      await move(database, page, zone);
      last = end.id;
    }
    await database.facts.put({ id: 'zone', value: zone });
    return zone;
  });
}

async function move(
  database: LedgerDatabase,
  entries: readonly StoredEntry[],
  zone: TimeZone,
): Promise<void> {
  const changes = new TotalChanges();
  const moved = entries.flatMap((entry) => {
    const after = { ...entry, ...dayAndHourOf(entry.at, zone) };
    if (after.day === entry.day && after.hour === entry.hour) return [];
    changes.replace(entry, after);
    return [after];
  });
  await database.entries.bulkPut(moved);
  await changes.write(database);
}
