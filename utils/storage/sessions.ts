import { joinBattles, joinRunning } from '../core/battle.ts';
import { FORGOTTEN } from '../core/forgotten.ts';
import type { CaptureEvent, GiftSeen, RoomSeen, StreamEvent } from '../core/gift-event.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import { minuteOf } from '../core/received-totals.ts';
import { addSpan, noSpans } from '../core/spans.ts';
import type { EpochMs } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';

/** The sessions that a run of events touches, as they stand after it. */
export interface LearnedSessions {
  readonly sessions: Map<SessionId, StoredSession>;
  /** Sessions whose host became known only now. */
  readonly identified: ReadonlySet<SessionId>;
}

/** A session's key: a room is one stream. The key of what is in no stream is that of no session. */
export function sessionIdOf({ platform, room }: Pick<GiftSeen, 'platform' | 'room'>): SessionId {
  return `${platform}:${room}`;
}

/** An event that is about a session. */
type OfStream = StreamEvent | (GiftSeen & Pick<RoomSeen, 'room'>);

const touches: readonly CaptureEvent['type'][] = ['gift', 'room', 'watch', 'battle', 'running'];

/** Whether what comes in for an account is kept: it is the user's, or of somebody whom they follow. */
export type IsKept = (platform: PlatformId, account: AccountId) => boolean;

function isOfStream(event: CaptureEvent): event is OfStream {
  return touches.includes(event.type) && 'room' in event && event.room !== '';
}

/**
 * Keeps the sessions that events speak of: first and last sight, host, title, end; of the user's own, of creators whom
 * they follow, and of those that may be, also the minutes in which they were seen, battles, and the platform's own running total.
 */
export async function learnSessions(
  { sessions }: LedgerDatabase,
  events: readonly CaptureEvent[],
  isKept: IsKept,
): Promise<LearnedSessions> {
  const touching = events.filter(isOfStream);
  const ids = [...new Set(touching.map(sessionIdOf))];
  const stored = await sessions.bulkGet(ids);
  const known = new Map(stored.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
  const identified = new Set<SessionId>();
  const changed = new Map<SessionId, StoredSession>();
  for (const event of touching) {
    const id = sessionIdOf(event);
    const before = known.get(id);
    const after = joined(before, event, isKept);
    if (before === undefined || !same(before, after)) {
      known.set(id, after);
      changed.set(id, after);
    }
    if ((before?.creator ?? '') === '' && after.creator !== '') identified.add(id);
  }
  await sessions.bulkPut([...changed.values()]);
  return { sessions: known, identified };
}

function joined(before: StoredSession | undefined, sight: OfStream, isKept: IsKept): StoredSession {
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
    ...(creator === '' || isKept(platform, creator)
      ? ownPart(before, sight, creator)
      : before?.creator === creator
        ? keptPart(before)
        : notOwn),
  };
}

function earliest(a: EpochMs | null, b: EpochMs | null): EpochMs | null {
  return a === null || b === null ? (a ?? b) : a < b ? a : b;
}

/** What is kept only of streams that are the user's, or may be. */
type OwnPart = Pick<StoredSession, 'watched' | 'battles' | 'running' | 'ranking'>;

const notOwn: OwnPart = { watched: noSpans, battles: [], running: null, ranking: null };

/** What was kept stays, also after a creator is followed no more. */
function keptPart({ watched, battles, running, ranking }: OwnPart): OwnPart {
  return { watched, battles, running, ranking };
}

function ownPart(before: OwnPart = notOwn, sight: OfStream, creator: AccountId | ''): OwnPart {
  switch (sight.type) {
    case 'watch': {
      const minute = minuteOf(sight.at);
      return { ...keptPart(before), watched: addSpan(before.watched, minute - 1, minute) };
    }
    case 'battle':
      return { ...keptPart(before), battles: joinBattles(before.battles, [sight]) };
    case 'running': {
      const { at, unit, totals } = sight;
      const own = totals.find(({ account }) => account === creator);
      const told = own === undefined ? null : { at, unit, units: own.units };
      return { ...keptPart(before), running: joinRunning(before.running, told) };
    }
    default:
      return keptPart(before);
  }
}

function same(a: StoredSession, b: StoredSession): boolean {
  return (
    a.creator === b.creator &&
    a.title === b.title &&
    a.firstAt === b.firstAt &&
    a.lastAt === b.lastAt &&
    a.endedAt === b.endedAt &&
    String(a.watched) === String(b.watched) &&
    JSON.stringify([a.battles, a.running]) === JSON.stringify([b.battles, b.running])
  );
}
