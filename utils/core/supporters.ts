import type { AccountId, PlatformId } from './ids.ts';
import type { GifterTotal } from './received-totals.ts';
import type { Day } from './time.ts';
import type { SessionId } from './totals.ts';

/** Since when and how often somebody gives to a creator: worked out from the days and sessions of their gifts. */
export interface Supporter {
  readonly platform: PlatformId;
  readonly creator: AccountId | '';
  readonly person: AccountId;
  /** The first and the last day on which they gave. */
  readonly first: Day;
  readonly last: Day;
  /** In how many sessions they gave; a payment by hand is in none. */
  readonly sessions: number;
  /** The session of their first gift, in which they are new; one without a room where that was entered by hand. */
  readonly firstSession: SessionId;
}

/**
 * What somebody's days of giving come to; null where there are none. Of two sessions on one day the one with the lower
 * room id came first: the platforms number rooms as they open.
 */
export function supporterOf(
  days: readonly Pick<GifterTotal, 'platform' | 'creator' | 'day' | 'session'>[],
  person: AccountId,
): Supporter | null {
  const ordered = [...days].sort(
    (a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) || compareRooms(a.session, b.session),
  );
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { platform, creator } = first;
  const sessions = new Set(ordered.map(({ session }) => session)).difference(
    new Set<SessionId>([`${platform}:`]),
  );
  return {
    platform,
    creator,
    person,
    first: first.day,
    last: last.day,
    sessions: sessions.size,
    firstSession: first.session,
  };
}

/** Since when and how often somebody gives, to whomever and from whichever of their accounts; null where they never did. */
export function givingOf(
  supporters: readonly Supporter[],
): Pick<Supporter, 'first' | 'last' | 'sessions'> | null {
  const first = supporters.map((each) => each.first).sort()[0];
  const last = supporters
    .map((each) => each.last)
    .sort()
    .at(-1);
  return first === undefined || last === undefined
    ? null
    : { first, last, sessions: supporters.reduce((sum, each) => sum + each.sessions, 0) };
}

/** Room ids are numbers as text: the shorter is the lower. */
function compareRooms(a: SessionId, b: SessionId): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** What somebody is to a creator on a day: they gave in one session so far, come back, or have not for a while. */
export type Standing = 'first-time' | 'returning' | 'lapsed';

/** Days without a gift after which a supporter counts as lapsed, where the user says nothing else. */
export const LAPSED_AFTER_DAYS = 30;

/** What somebody is to a creator on `today`: lapsed after more than `lapsedAfter` days without a gift. */
export function standingOf(
  { last, sessions }: Pick<Supporter, 'last' | 'sessions'>,
  today: Day,
  lapsedAfter = LAPSED_AFTER_DAYS,
): Standing {
  const days = Temporal.PlainDate.from(last).until(today, { largestUnit: 'days' }).days;
  if (days > lapsedAfter) return 'lapsed';
  return sessions > 1 ? 'returning' : 'first-time';
}
