import { leaderboard } from '../core/leaderboard.ts';
import type { LiveStream } from '../core/live-stream.ts';
import {
  byMinutes,
  byPlatform,
  doubtsOf,
  type ReceivedRow,
  type Report,
  type ReportGift,
  type ReportGiver,
  receivedSum,
} from '../core/report.ts';
import { eachStretch, type ReportAsked } from '../core/report-address.ts';
import { compareSums } from '../core/summing.ts';
import { dayOf, type EpochMs, epochMs, type TimeZone } from '../core/time.ts';
import type { WorthRates } from '../core/worth.ts';
import type { LedgerDatabase } from './database.ts';
import { hiddenAccounts } from './hidden-people.ts';
import { personViews } from './ledger-rows.ts';
import { ownCreators } from './own-creators.ts';
import {
  giftersInSessions,
  giftsInSessions,
  minutesOfSession,
  newInSessions,
} from './received-queries.ts';
import { reportStream, rowsOfRoom } from './report-streams.ts';
import { ownStreams } from './stream-summary.ts';
import { streamWith } from './streams.ts';

/** Givers that a report names. */
const MOST_GIVERS = 10;
const MINUTE_MS = 60_000;

/** The report of one stream; null where there is none. */
export async function reportOfStream(
  database: LedgerDatabase,
  asked: Extract<ReportAsked, { kind: 'stream' }>,
  rates: WorthRates,
  { now, zone }: { readonly now: EpochMs; readonly zone: TimeZone },
): Promise<Report | null> {
  const { room } = asked;
  const stream =
    room === null ? ((await ownStreams(database))[0] ?? null) : await streamWith(database, room);
  if (stream === null) return null;
  const told = await reportStream(database, stream, rates);
  const rooms = await Promise.all(stream.rooms.map((room) => rowsOfRoom(database, stream, room)));
  const platforms = byPlatform(rooms.flat(), rates);
  const isOwn = (await ownCreators(database))(stream.platform, stream.creator);
  return {
    asked: { kind: 'stream', room: stream.rooms[0] ?? null },
    made: now,
    zone,
    span: { first: dayOf(stream.from, zone), last: dayOf(stream.to, zone) },
    creator: isOwn ? null : told.creator,
    came: told,
    gifters: told.gifters,
    newGifters: (await newInSessions(database, stream.rooms)).length,
    platforms,
    parts: byMinutes(...(await minutesOf(database, stream)), rates),
    streams: [told],
    creators: [],
    gifts: await giftsOf(database, stream),
    givers: await giversOf(database, stream),
    payouts: [],
    paid: [],
    doubts: doubtsOf({
      over: stream.ended,
      begins: null,
      came: told,
      streams: [told],
      platforms,
      byHand: 0,
    }),
  };
}

/** What came in minute by minute, and the stretches that it is told in: those of the stream and of all that came. */
async function minutesOf(database: LedgerDatabase, stream: LiveStream) {
  const { platform, creator, rooms } = stream;
  const totals = (await Promise.all(rooms.map((room) => minutesOfSession(database, room)))).flat();
  const rows = totals.map((total): ReceivedRow & { readonly minute: number } => ({
    ...total,
    platform,
    creator,
    kind: 'gift',
  }));
  const moments = rows.map(({ minute }) => minute * MINUTE_MS);
  const from = epochMs(Math.min(stream.from, ...moments));
  const to = epochMs(Math.max(stream.to, ...moments));
  return [rows, eachStretch({ from, to })] as const;
}

async function giftsOf(
  database: LedgerDatabase,
  { platform, rooms }: LiveStream,
): Promise<ReportGift[]> {
  const totals = await giftsInSessions(database, rooms);
  const gifts = [...Map.groupBy(totals, ({ gift }) => gift)];
  const names = new Map(
    (
      await database.gifts.bulkGet(
        gifts.flatMap(([gift]): [typeof platform, Exclude<typeof gift, ''>][] =>
          gift === '' ? [] : [[platform, gift]],
        ),
      )
    ).flatMap((row) => (row === undefined ? [] : [[row.id, row.name]])),
  );
  return gifts
    .map(
      ([gift, rows]): ReportGift => ({
        platform,
        gift,
        name: gift === '' ? '' : (names.get(gift) ?? ''),
        sum: receivedSum(rows),
      }),
    )
    .sort((a, b) => compareSums(a.sum, b.sum));
}

async function giversOf(database: LedgerDatabase, { rooms }: LiveStream): Promise<ReportGiver[]> {
  const gave = await giftersInSessions(database, rooms);
  const { rows } = leaderboard(gave, await hiddenAccounts(database), MOST_GIVERS);
  const names = await personViews(
    database,
    rows.map(({ platform, person }) => ({ platform, id: person })),
  );
  return rows.map(({ platform, person }): ReportGiver => {
    const own = gave.filter((each) => each.platform === platform && each.person === person);
    return {
      platform,
      person: names.get(`${platform}:${person}`) ?? { id: person, handle: '', name: '' },
      sum: receivedSum(own),
    };
  });
}
