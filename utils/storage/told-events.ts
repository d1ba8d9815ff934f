import { FORGOTTEN, namesPerson } from '../core/forgotten.ts';
import { forgottenEntryId } from '../core/forgotten-hash.ts';
import type { CaptureEvent, GiftSeen, Person, RoomSeen } from '../core/gift-event.ts';
import type { EntryId } from '../core/ids.ts';
import { type EpochMs, epochMs } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';
import type { People } from './people.ts';
import { sessionIdOf } from './sessions.ts';

const nobody: Person = { id: FORGOTTEN, handle: '', name: '' };

/** Who is known to be forgotten in a payment that is stored under the id of one. */
interface HiddenRow {
  readonly sender: string | null;
  readonly recipient: string | null;
}

/**
 * Events as the ledger may take them in: without those who are forgotten, and payments of which that is known already
 * under the id that they have there. Runs in a transaction of the caller's.
 */
export async function withoutForgotten(
  database: LedgerDatabase,
  events: readonly CaptureEvent[],
  people: People,
): Promise<readonly CaptureEvent[]> {
  if (!people.forgets && !(await anyHidden(database))) return events;
  const gifts = events.filter((event) => event.type === 'gift');
  const hidden = await hiddenRows(database, gifts);
  const sessions = await sessionsOf(database, events);
  const begun = earliest(gifts);
  return events.map((event) => {
    if (event.type === 'gift')
      return toldGift(event, begun.get(event.key) ?? event.at, hidden.get(event.key), people);
    return event.type === 'room'
      ? toldRoom(event, sessions.get(sessionIdOf(event)), people)
      : event;
  });
}

/** Whether any stored payment is without its people. */
export async function anyHidden({ entries }: LedgerDatabase): Promise<boolean> {
  for (const index of ['[sender+at]', '[creator+at]']) {
    const hidden = entries.where(index).between([FORGOTTEN, 0], [FORGOTTEN, []]);
    if ((await hidden.limit(1).count()) > 0) return true;
  }
  return false;
}

async function hiddenRows(
  { entries, undecided }: LedgerDatabase,
  gifts: readonly GiftSeen[],
): Promise<Map<EntryId, HiddenRow>> {
  const keys = [...new Set(gifts.map(({ key }) => key))];
  const ids = keys.map(forgottenEntryId);
  const [stored, waiting] = await Promise.all([entries.bulkGet(ids), undecided.bulkGet(ids)]);
  return new Map(
    keys.flatMap((key, index) => {
      const row = stored[index] ?? waiting[index];
      return row === undefined ? [] : [[key, row]];
    }),
  );
}

async function sessionsOf(
  { sessions }: LedgerDatabase,
  events: readonly CaptureEvent[],
): Promise<Map<SessionId, StoredSession>> {
  const ids = events.filter((event) => event.type === 'room').map(sessionIdOf);
  const stored = await sessions.bulkGet([...new Set(ids)]);
  return new Map(stored.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
}

/** When each payment is first seen: a streak that had begun before someone was forgotten is of that time. */
function earliest(gifts: readonly GiftSeen[]): Map<EntryId, EpochMs> {
  const begun = new Map<EntryId, EpochMs>();
  for (const { key, at } of gifts) {
    const before = begun.get(key);
    if (before === undefined || at < before) begun.set(key, at);
  }
  return begun;
}

function toldGift(
  event: GiftSeen,
  begun: EpochMs,
  row: HiddenRow | undefined,
  people: People,
): GiftSeen {
  const gone = (person: Person | null, stored: string | null | undefined): boolean =>
    person !== null &&
    (stored === FORGOTTEN || people.isForgotten(event.platform, person.id, begun));
  const { key, sender, recipient } = event;
  const parties = [
    ...(gone(sender, row?.sender) ? [sender] : []),
    ...(gone(recipient, row?.recipient) ? [recipient] : []),
  ];
  const named = parties.some((person) => person !== null && namesPerson(key, person.id));
  if (row === undefined && parties.length === 0) return event;
  return {
    ...event,
    key: row !== undefined || named ? forgottenEntryId(key) : key,
    sender: parties.includes(sender) ? nobody : sender,
    recipient: parties.includes(recipient) ? nobody : recipient,
  };
}

/** A stream's host is forgotten for the whole of it where it had begun by then. */
function toldRoom(event: RoomSeen, row: StoredSession | undefined, people: People): RoomSeen {
  const { host, platform, at } = event;
  const begun: EpochMs = epochMs(Math.min(at, row?.firstAt ?? at));
  const gone =
    row?.creator === FORGOTTEN || (host !== null && people.isForgotten(platform, host.id, begun));
  return gone ? { ...event, host: host === null ? null : nobody, title: null } : event;
}
