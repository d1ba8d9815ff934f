import { entryOf } from '../../utils/core/entry.ts';
import type { GiftSeen } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { dayAndHourOf, type TimeZone, timeZone } from '../../utils/core/time.ts';
import type { LedgerDatabase, StoredEntry } from '../../utils/storage/database.ts';
import { sessionIdOf } from '../../utils/storage/sessions.ts';
import { recount } from '../../utils/storage/totals.ts';
import { sighting, start } from '../core/sightings.ts';

/** Entry number `n`, as the ledger keeps it: sent to the sighting's recipient, with what matters to a test set. */
export function storedEntry(
  n: number,
  seen: Partial<GiftSeen> = {},
  more: Partial<StoredEntry> = {},
  zone: TimeZone = timeZone('UTC'),
): StoredEntry {
  const event = sighting({ key: `entry ${n}` as EntryId, ended: true, at: start, ...seen });
  const entry = entryOf(event);
  return {
    ...entry,
    direction: 'sent',
    session: sessionIdOf(entry),
    creator: entry.recipient ?? '',
    ...dayAndHourOf(entry.at, zone),
    assumedPrice: null,
    cost: null,
    ...(entry.onSend && !entry.onPage ? { undelivered: 1 as const } : {}),
    ...more,
  };
}

/** Puts entries into the ledger, past its own ways, with the totals that they make. */
export async function putEntries(
  database: LedgerDatabase,
  entries: readonly StoredEntry[],
): Promise<void> {
  await database.entries.bulkPut([...entries]);
  await recount(database);
}
