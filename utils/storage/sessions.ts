import { FORGOTTEN } from '../core/forgotten.ts';
import type { CaptureEvent, GiftSeen, RoomSeen, WatchSeen } from '../core/gift-event.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import { minuteOf } from '../core/received-totals.ts';
import { addSpan, noSpans, type Spans } from '../core/spans.ts';
import type { EpochMs } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';

/** The sessions that a run of events touches, as they stand after it. */
export interface LearnedSessions {
  readonly sessions: Map<SessionId, StoredSession>;
  /** Sessions whose host became known only now. */
  readonly identified: ReadonlySet<SessionId>;
}

/** A session's key: a room is one stream. */
export function sessionIdOf({ platform, room }: Pick<RoomSeen, 'platform' | 'room'>): SessionId {
  return `${platform}:${room}`;
}

/** Whether an account is the user's. */
export type IsMine = (platform: PlatformId, account: AccountId) => boolean;

/**
 * Keeps the sessions that events speak of: first and last sight, host, title, end; of the user's own, and of those that
 * may be, also the minutes in which they were seen.
 */
export async function learnSessions(
  { sessions }: LedgerDatabase,
  events: readonly CaptureEvent[],
  isMine: IsMine,
): Promise<LearnedSessions> {
  const touching = events.filter(
    (event) => event.type === 'gift' || event.type === 'room' || event.type === 'watch',
  );
  const ids = [...new Set(touching.map(sessionIdOf))];
  const stored = await sessions.bulkGet(ids);
  const known = new Map(stored.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
  const identified = new Set<SessionId>();
  const changed = new Map<SessionId, StoredSession>();
  for (const event of touching) {
    const id = sessionIdOf(event);
    const before = known.get(id);
    const after = joined(before, event, isMine);
    if (before === undefined || !same(before, after)) {
      known.set(id, after);
      changed.set(id, after);
    }
    if ((before?.creator ?? '') === '' && after.creator !== '') identified.add(id);
  }
  await sessions.bulkPut([...changed.values()]);
  return { sessions: known, identified };
}

function joined(
  before: StoredSession | undefined,
  sight: GiftSeen | RoomSeen | WatchSeen,
  isMine: IsMine,
): StoredSession {
  const { platform, room, at } = sight;
  const told = sight.type === 'room' ? sight : null;
  const creator =
    before?.creator === FORGOTTEN ? FORGOTTEN : (told?.host?.id ?? before?.creator ?? '');
  return {
    id: sessionIdOf(sight),
    platform,
    room,
    creator,
    title: told?.title ?? before?.title ?? '',
    firstAt: before === undefined || at < before.firstAt ? at : before.firstAt,
    lastAt: before === undefined || at > before.lastAt ? at : before.lastAt,
    endedAt: earliest(before?.endedAt ?? null, told?.ended ? at : null),
    watched: creator === '' || isMine(platform, creator) ? watchedWith(before, sight) : noSpans,
  };
}

function earliest(a: EpochMs | null, b: EpochMs | null): EpochMs | null {
  return a === null || b === null ? (a ?? b) : a < b ? a : b;
}

function watchedWith(
  before: StoredSession | undefined,
  { type, at }: GiftSeen | RoomSeen | WatchSeen,
): Spans {
  const watched = before?.watched ?? noSpans;
  return type === 'watch' ? addSpan(watched, minuteOf(at) - 1, minuteOf(at)) : watched;
}

function same(a: StoredSession, b: StoredSession): boolean {
  return (
    a.creator === b.creator &&
    a.title === b.title &&
    a.firstAt === b.firstAt &&
    a.lastAt === b.lastAt &&
    a.endedAt === b.endedAt &&
    String(a.watched) === String(b.watched)
  );
}
