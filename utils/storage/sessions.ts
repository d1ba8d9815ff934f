import { FORGOTTEN } from '../core/forgotten.ts';
import type { CaptureEvent, RoomSeen } from '../core/gift-event.ts';
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

/** Keeps the sessions that gifts and room events speak of: first and last sight, host, title, end. */
export async function learnSessions(
  { sessions }: LedgerDatabase,
  events: readonly CaptureEvent[],
  now: EpochMs,
): Promise<LearnedSessions> {
  const touching = events.filter((event) => event.type === 'gift' || event.type === 'room');
  const ids = [...new Set(touching.map(sessionIdOf))];
  const stored = await sessions.bulkGet(ids);
  const known = new Map(stored.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
  const identified = new Set<SessionId>();
  const changed = new Map<SessionId, StoredSession>();
  for (const event of touching) {
    const id = sessionIdOf(event);
    const before = known.get(id);
    const after = joined(before, { ...event, id, now });
    if (before === undefined || !same(before, after)) {
      known.set(id, after);
      changed.set(id, after);
    }
    if ((before?.creator ?? '') === '' && after.creator !== '') identified.add(id);
  }
  await sessions.bulkPut([...changed.values()]);
  return { sessions: known, identified };
}

interface Sight extends Pick<RoomSeen, 'platform' | 'room' | 'at'> {
  readonly id: SessionId;
  readonly now: EpochMs;
  readonly host?: RoomSeen['host'];
  readonly title?: RoomSeen['title'];
  readonly ended?: boolean;
  readonly type: 'gift' | 'room';
}

function joined(before: StoredSession | undefined, sight: Sight): StoredSession {
  const ended = sight.type === 'room' && sight.ended === true;
  return {
    id: sight.id,
    platform: sight.platform,
    room: sight.room,
    creator: before?.creator === FORGOTTEN ? FORGOTTEN : (sight.host?.id ?? before?.creator ?? ''),
    title: sight.title ?? before?.title ?? '',
    firstAt: before === undefined || sight.at < before.firstAt ? sight.at : before.firstAt,
    lastAt: before === undefined || sight.at > before.lastAt ? sight.at : before.lastAt,
    ended: ended || (before?.ended ?? false),
  };
}

function same(a: StoredSession, b: StoredSession): boolean {
  return (
    a.creator === b.creator &&
    a.title === b.title &&
    a.firstAt === b.firstAt &&
    a.lastAt === b.lastAt &&
    a.ended === b.ended
  );
}
