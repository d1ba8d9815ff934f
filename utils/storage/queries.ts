import type { AccountId, CurrencyCode, PlatformId } from '../core/ids.ts';
import type { Direction } from '../core/ownership.ts';
import { compareSums, countsFor, sumOf } from '../core/summing.ts';
import { daysOfMonth, type EpochMs, type Month } from '../core/time.ts';
import { creatorOf, type DayTotal, type SessionId, type SessionTotal } from '../core/totals.ts';
import type { CreatorRow, EntryRow, PersonView } from '../core/views.ts';
import type { LedgerDatabase } from './database.ts';
import { ledgerRows } from './ledger-rows.ts';
import { readLinkedAccounts } from './linked-accounts.ts';
import { primaryKeyOf } from './total-keys.ts';

/**
 * The totals of a month's days by direction: some hundred rows at the most, however long the ledger is. Read by their
 * own keys, which begin with the day: through an index each row would be a lookup of its own (measured, 4 × slower).
 */
export async function monthTotals(
  { dayTotals }: LedgerDatabase,
  month: Month,
): Promise<Readonly<Record<Direction, readonly DayTotal[]>>> {
  const { first, last } = daysOfMonth(month);
  const rows = await dayTotals
    .where(primaryKeyOf('dayTotals'))
    .between([first], [last, []])
    .toArray();
  const counted = (wanted: Direction) =>
    rows.filter(({ direction, kind }) => direction === wanted && countsFor(wanted, kind));
  return { sent: counted('sent'), received: counted('received') };
}

/** The totals of one session in one direction. */
export async function sessionTotalsOf(
  { sessionTotals }: LedgerDatabase,
  session: SessionId,
  direction: Direction,
): Promise<SessionTotal[]> {
  const rows = await sessionTotals
    .where(primaryKeyOf('sessionTotals'))
    .between([session, direction, '', ''], [session, direction, '\uffff', '\uffff'])
    .toArray();
  return rows.filter(({ kind }) => countsFor(direction, kind));
}

/** How many people gave something in a session. */
export async function gifterCount(
  { gifterTotals }: LedgerDatabase,
  session: SessionId,
): Promise<number> {
  const keys = await gifterTotals
    .where('[session+person]')
    .between([session, ''], [session, '\uffff'])
    .primaryKeys();
  return new Set(keys.map((key) => String([key].flat()[3]))).size;
}

/** Names to show for someone; only the id where no name is known. */
export async function personView(
  { people }: LedgerDatabase,
  platform: PlatformId,
  id: AccountId | '',
): Promise<PersonView | null> {
  if (id === '') {
    return null;
  }
  const person = await people.get([platform, id]);
  return { id, handle: person?.handle ?? '', name: person?.name ?? '' };
}

/** The newest payments that came in for creators (empty: by hand, for nobody named), newest first. */
export async function lastReceived(
  database: LedgerDatabase,
  creators: readonly { readonly platform: PlatformId; readonly id: AccountId | '' }[],
  count: number,
): Promise<readonly EntryRow[]> {
  const each = await Promise.all(
    creators.map(({ platform, id }) =>
      database.entries
        .where('[creator+at]')
        .between([id, 0], [id, Number.POSITIVE_INFINITY])
        .reverse()
        .filter((entry) => entry.direction === 'received' && entry.platform === platform)
        .limit(count)
        .toArray(),
    ),
  );
  const newest = each.flat().sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  return ledgerRows(database, newest.slice(0, count));
}

/** The newest entries in one direction, newest first. */
export async function lastEntries(
  database: LedgerDatabase,
  direction: Direction,
  count: number,
): Promise<readonly EntryRow[]> {
  const entries = await database.entries
    .where('[direction+at]')
    .between([direction, 0], [direction, Number.POSITIVE_INFINITY])
    .reverse()
    .limit(count)
    .toArray();
  return ledgerRows(database, entries);
}

/** The newest entry of a session in one direction; null when there is none. */
export async function lastOfSession(
  database: LedgerDatabase,
  session: SessionId,
  direction: Direction,
): Promise<EntryRow | null> {
  const entry = await database.entries
    .where('[session+at]')
    .between([session, 0], [session, Number.POSITIVE_INFINITY])
    .reverse()
    .filter((candidate) => candidate.direction === direction)
    .first();
  return entry === undefined ? null : ((await ledgerRows(database, [entry]))[0] ?? null);
}

/** When the ledger begins in one direction; null while it is empty. */
export async function firstEntryAt(
  { entries }: LedgerDatabase,
  direction: Direction,
): Promise<EpochMs | null> {
  const first = await entries
    .where('[direction+at]')
    .between([direction, 0], [direction, Number.POSITIVE_INFINITY])
    .first();
  return first?.at ?? null;
}

/** The creators who got most among `totals`, most first, without those who are not known. */
export async function topCreators(
  database: LedgerDatabase,
  totals: readonly DayTotal[],
  display: CurrencyCode,
  most: number,
): Promise<CreatorRow[]> {
  const accounts = await readLinkedAccounts(database);
  const sums = accounts
    .groups(totals, creatorOf)
    .map(({ of, rows }) => ({ of, sum: sumOf(rows, display) }))
    .sort((a, b) => compareSums(a.sum, b.sum))
    .slice(0, most);
  const rows = await Promise.all(
    sums.map(async ({ of: { platform, id }, sum }): Promise<CreatorRow | null> => {
      const creator = await personView(database, platform, id);
      return creator === null ? null : { platform, creator, sum };
    }),
  );
  return rows.filter((row) => row !== null);
}
