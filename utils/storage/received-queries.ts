import type { AccountId, PlatformId } from '../core/ids.ts';
import type { GifterTotal, GiftTotal, MinuteTotal } from '../core/received-totals.ts';
import type { Supporter } from '../core/supporters.ts';
import type { Day } from '../core/time.ts';
import type { DayTotal, SessionId, SessionTotal } from '../core/totals.ts';
import type { LargeGifts, LedgerDatabase } from './database.ts';
import { primaryKeyOf } from './total-keys.ts';

/** From which day to which, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** What people gave in sessions: some rows for each of them. */
export async function giftersInSessions(
  { gifterTotals }: LedgerDatabase,
  sessions: readonly SessionId[],
): Promise<readonly GifterTotal[]> {
  const rows = await Promise.all(
    sessions.map((session) =>
      gifterTotals.where('[session+person]').between([session, ''], [session, '\uffff']).toArray(),
    ),
  );
  return rows.flat();
}

/** What people gave on days, by hand too. Of a creator, or of all of the user's. */
export async function giftersOnDays(
  { gifterTotals }: LedgerDatabase,
  { from, to }: DayRange,
  creator?: AccountId,
): Promise<readonly GifterTotal[]> {
  const rows = await gifterTotals
    .where(primaryKeyOf('gifterTotals'))
    .between([from], [to, []])
    .toArray();
  return creator === undefined ? rows : rows.filter((row) => row.creator === creator);
}

/** What people ever gave: a row for each person, creator and unit, whatever the ledger's length. */
export async function giftersOfAllTime({ supporterTotals }: LedgerDatabase, creator?: AccountId) {
  const rows = await supporterTotals.toArray();
  return creator === undefined ? rows : rows.filter((row) => row.creator === creator);
}

/** What one person gave, by day and session, the earliest first. */
export async function giftsOfPerson(
  { gifterTotals }: LedgerDatabase,
  platform: PlatformId,
  person: AccountId,
): Promise<readonly GifterTotal[]> {
  return gifterTotals
    .where('[person+day]')
    .between([person, ''], [person, '\uffff'])
    .filter((row) => row.platform === platform)
    .toArray();
}

/** Since when somebody gives, to each creator they gave to. */
export async function supporterOf(
  { supporters }: LedgerDatabase,
  platform: PlatformId,
  person: AccountId,
): Promise<readonly Supporter[]> {
  return supporters
    .where('person')
    .equals(person)
    .filter((row) => row.platform === platform)
    .toArray();
}

/** Who gave first in one of these sessions. */
export async function newInSessions(
  { supporters }: LedgerDatabase,
  sessions: readonly SessionId[],
): Promise<readonly Supporter[]> {
  return supporters
    .where('firstSession')
    .anyOf([...sessions])
    .toArray();
}

/** What came in of each gift in sessions. */
export async function giftsInSessions(
  { giftTotals }: LedgerDatabase,
  sessions: readonly SessionId[],
): Promise<readonly GiftTotal[]> {
  const rows = await Promise.all(
    sessions.map((session) =>
      giftTotals.where('[session+gift]').between([session, ''], [session, '\uffff']).toArray(),
    ),
  );
  return rows.flat();
}

/** What came in of each gift on days. */
export async function giftsOnDays(
  { giftTotals }: LedgerDatabase,
  { from, to }: DayRange,
): Promise<readonly GiftTotal[]> {
  return giftTotals.where(primaryKeyOf('giftTotals')).between([from], [to, []]).toArray();
}

/** What came in minute by minute, of the minutes in which anything did, in their order. */
export async function minutesOfSession(
  { minuteTotals }: LedgerDatabase,
  session: SessionId,
): Promise<readonly MinuteTotal[]> {
  return minuteTotals
    .where(primaryKeyOf('minuteTotals'))
    .between([session, 0], [session, Number.POSITIVE_INFINITY])
    .toArray();
}

/** The largest gifts of a session, the largest first, in each unit. */
export async function largestOfSession(
  { largeGifts }: LedgerDatabase,
  session: SessionId,
): Promise<readonly LargeGifts[]> {
  return largeGifts.where('[session+unit]').between([session, ''], [session, '\uffff']).toArray();
}

/** Everything that came in on days, by kind and creator: some rows for each day. */
export async function receivedOnDays(
  { dayTotals }: LedgerDatabase,
  { from, to }: DayRange,
): Promise<readonly DayTotal[]> {
  const rows = await dayTotals.where(primaryKeyOf('dayTotals')).between([from], [to, []]).toArray();
  return rows.filter(({ direction }) => direction === 'received');
}

/** Everything that came in in a session by kind: chests and subscriptions are told apart from gifts. */
export async function receivedInSession(
  { sessionTotals }: LedgerDatabase,
  session: SessionId,
): Promise<readonly SessionTotal[]> {
  return sessionTotals
    .where(primaryKeyOf('sessionTotals'))
    .between([session, 'received', '', ''], [session, 'received', '\uffff', '\uffff'])
    .toArray();
}
