import { type DaySpan, momentsOf } from '../core/budget-period.ts';
import type { Whose } from '../core/creator.ts';
import { FORGOTTEN } from '../core/forgotten.ts';
import type { LiveStream } from '../core/live-stream.ts';
import { cameIn, lengthOf, type ReceivedRow, type ReportStream, toldOf } from '../core/report.ts';
import type { TimeZone } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import type { WorthRates } from '../core/worth.ts';
import type { LedgerDatabase } from './database.ts';
import type { IsOf } from './own-creators.ts';
import { personView } from './queries.ts';
import { giftersInSessions, receivedInSession } from './received-queries.ts';
import { streamsOf } from './streams.ts';

/** The streams that began on some days, of the creators who are wanted, the earliest first. */
export async function streamsOfDays(
  database: LedgerDatabase,
  span: DaySpan,
  zone: TimeZone,
  whose: Whose,
  isWanted: IsOf,
): Promise<readonly LiveStream[]> {
  const { from, until } = momentsOf(span, zone);
  return (await streamsOf(database, whose))
    .filter((stream) => stream.from >= from && stream.from < until)
    .filter(({ platform, creator }) => isWanted(platform, creator))
    .toReversed();
}

/** What came in in a room, with whose it is. */
export async function rowsOfRoom(
  database: LedgerDatabase,
  { platform, creator }: Pick<LiveStream, 'platform' | 'creator'>,
  room: SessionId,
): Promise<readonly ReceivedRow[]> {
  const totals = await receivedInSession(database, room);
  return totals.map((total) => ({ ...total, platform, creator }));
}

/** One stream with what came in during all of it. */
export async function reportStream(
  database: LedgerDatabase,
  stream: LiveStream,
  rates: WorthRates,
): Promise<ReportStream> {
  const rooms = await Promise.all(
    stream.rooms.map(async (room) => ({
      running: (await database.sessions.get(room))?.running ?? null,
      rows: await rowsOfRoom(database, stream, room),
    })),
  );
  const gave = await giftersInSessions(database, stream.rooms);
  return {
    stream,
    creator: await personView(database, stream.platform, stream.creator),
    ...cameIn(
      rooms.flatMap(({ rows }) => rows),
      rates,
    ),
    gifters: new Set(
      gave.flatMap(({ person }) => (person === '' || person === FORGOTTEN ? [] : [person])),
    ).size,
    unseenMs: stream.gaps === null ? null : lengthOf(stream.gaps),
    told: toldOf(rooms),
  };
}
