import type { AccountId, PlatformId } from './ids.ts';
import type { Spans } from './spans.ts';
import { type EpochMs, epochMs } from './time.ts';
import type { SessionId } from './totals.ts';

/** What is known of one room: the platform opens a new one where a stream breaks off and begins again. */
export interface RoomSight {
  readonly id: SessionId;
  readonly platform: PlatformId;
  /** The host; empty while unknown. */
  readonly creator: AccountId | '';
  readonly title: string;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  /** When the platform said that it was over; null while it did not. */
  readonly endedAt: EpochMs | null;
  /** The minutes since 1970 in which capture saw it; empty where nobody noted them. */
  readonly watched: Spans;
}

/** A stretch of time, from its first moment up to, and without, its last. */
export interface Stretch {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** When something was on air, as far as it was seen. */
export interface OnAir {
  readonly from: EpochMs;
  /** When it ended, or was last seen. */
  readonly to: EpochMs;
  /** Between its rooms: nothing was on air. */
  readonly breaks: readonly Stretch[];
  /** On air, but not seen: what was given then is missing. Null where no minutes were noted. */
  readonly gaps: readonly Stretch[] | null;
}

/** One stream as its creator sees it: one room, or several that followed each other closely. */
export interface LiveStream extends OnAir {
  readonly platform: PlatformId;
  readonly creator: AccountId | '';
  /** Its rooms, the first one first. */
  readonly rooms: readonly SessionId[];
  /** The latest title that is known; may be empty. */
  readonly title: string;
  /** Whether the platform said that it is over. */
  readonly ended: boolean;
  /** On air in all, without breaks, in milliseconds. */
  readonly liveMs: number;
}

/** Within so much time a stream that begins again is the same one, in milliseconds. */
export const GRACE_MS = 15 * 60_000;

const MINUTE_MS = 60_000;

/**
 * The streams that rooms come to, earliest first: rooms of one creator are one stream where the next begins within
 * `grace` milliseconds of the end of those before. A room whose host is unknown is a stream by itself.
 */
export function liveStreams(rooms: readonly RoomSight[], grace = GRACE_MS): readonly LiveStream[] {
  const byCreator = Map.groupBy(rooms, ({ id, platform, creator }) =>
    creator === '' ? id : `${platform}:@${creator}`,
  );
  return [...byCreator.values()]
    .flatMap((all) => joined(all, grace))
    .map(streamOf)
    .sort((a, b) => a.from - b.from || ((a.rooms[0] ?? '') < (b.rooms[0] ?? '') ? -1 : 1));
}

/** Whether a stream is on air at `now`, as far as anybody told: one that was not seen for long is not. */
export function isOnAir({ ended, to }: LiveStream, now: EpochMs, grace = GRACE_MS): boolean {
  return !ended && now - to <= grace;
}

function joined(rooms: readonly RoomSight[], grace: number): RoomSight[][] {
  const ordered = [...rooms].sort((a, b) => a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1));
  const streams: RoomSight[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const room of ordered) {
    const last = streams.at(-1);
    if (last !== undefined && room.firstAt - end <= grace) last.push(room);
    else streams.push([room]);
    end = Math.max(end, endOf(room));
  }
  return streams;
}

/** What was said after the end, to those who stayed on the page, makes no stream longer. */
function endOf({ firstAt, lastAt, endedAt }: RoomSight): EpochMs {
  return epochMs(Math.max(firstAt, endedAt ?? lastAt));
}

function streamOf(rooms: readonly RoomSight[]): LiveStream {
  const [first] = rooms;
  if (first === undefined) throw new RangeError('a stream of no rooms');
  const breaks: Stretch[] = [];
  let to = endOf(first);
  for (const room of rooms) {
    if (room.firstAt > to) breaks.push({ from: to, to: room.firstAt });
    if (endOf(room) > to) to = endOf(room);
  }
  const noted = rooms.filter(({ watched }) => watched.length > 0);
  const last = rooms.reduce((a, b) => (endOf(b) >= endOf(a) ? b : a));
  return {
    platform: first.platform,
    creator: first.creator,
    rooms: rooms.map(({ id }) => id),
    title: rooms.findLast(({ title }) => title !== '')?.title ?? '',
    from: first.firstAt,
    to,
    ended: last.endedAt !== null,
    breaks,
    gaps: noted.length === 0 ? null : noted.flatMap(gapsOf),
    liveMs: to - first.firstAt - breaks.reduce((sum, each) => sum + each.to - each.from, 0),
  };
}

/** Whole minutes of a room in which nothing of it was seen. */
function gapsOf(room: RoomSight): Stretch[] {
  const [from, to] = [room.firstAt, endOf(room)];
  const gaps: Stretch[] = [];
  let next = Math.floor(from / MINUTE_MS);
  const last = Math.floor(to / MINUTE_MS);
  const gap = (first: number, end: number) => {
    const stretch = {
      from: epochMs(Math.max(from, first * MINUTE_MS)),
      to: epochMs(Math.min(to, (end + 1) * MINUTE_MS)),
    };
    if (stretch.from < stretch.to) gaps.push(stretch);
  };
  for (let index = 0; index + 1 < room.watched.length; index += 2) {
    const [above, upTo] = [room.watched[index] ?? 0, room.watched[index + 1] ?? 0];
    if (above >= next) gap(next, Math.min(above, last));
    next = Math.max(next, upTo + 1);
  }
  if (next <= last) gap(next, last);
  return gaps;
}
