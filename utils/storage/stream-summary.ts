import type { MinuteSum, StreamSummary } from '../core/creator-views.ts';
import { FORGOTTEN } from '../core/forgotten.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import { sumOfGifts } from '../core/leaderboard.ts';
import type { OnPlatform } from '../core/ledger-filter.ts';
import { GRACE_MS, type LiveStream, liveStreams } from '../core/live-stream.ts';
import { compareLarge, LARGE_GIFTS, type MinuteTotal } from '../core/received-totals.ts';
import { sumOf } from '../core/summing.ts';
import type { SessionId } from '../core/totals.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';
import { readLinkedAccounts } from './linked-accounts.ts';
import {
  giftersInSessions,
  largestOfSession,
  minutesOfSession,
  newInSessions,
  receivedInSession,
} from './received-queries.ts';

/** The user's own streams, the latest first. `grace`: how long a break may be within one, in milliseconds. */
export async function ownStreams(
  database: LedgerDatabase,
  grace = GRACE_MS,
): Promise<readonly LiveStream[]> {
  return liveStreams(
    await roomsOf(database, await database.accounts.toArray()),
    grace,
  ).toReversed();
}

/** A room as it is filed: `creator` is who stands for its host, `host` who that is on the platform. */
export interface FiledRoom extends StoredSession {
  readonly host: AccountId | '';
}

/** The rooms of creators, each once: those of every account that the user merged with theirs on the platform. */
export async function roomsOf(
  database: LedgerDatabase,
  creators: readonly OnPlatform<AccountId>[],
): Promise<readonly FiledRoom[]> {
  const accounts = await readLinkedAccounts(database);
  const filed = new Map(
    creators.map((each) => {
      const creator = accounts.filedAs(each);
      return [keyOf(creator), creator];
    }),
  );
  const each = await Promise.all(
    [...filed.values()].flatMap((creator) =>
      accounts
        .accountsOf(creator)
        .filter((account) => keyOf(accounts.filedAs(account)) === keyOf(creator))
        .map(async ({ platform, id: host }) =>
          (await roomsHostedBy(database, platform, host)).map(
            (room): FiledRoom => ({ ...room, creator: creator.id, host }),
          ),
        ),
    ),
  );
  return each.flat();
}

function keyOf({ platform, id }: OnPlatform<AccountId>): string {
  return `${platform}:${id}`;
}

async function roomsHostedBy(
  { sessions }: LedgerDatabase,
  platform: PlatformId,
  host: AccountId,
): Promise<readonly StoredSession[]> {
  return sessions
    .where('[creator+lastAt]')
    .between([host, 0], [host, Number.POSITIVE_INFINITY])
    .filter((room) => room.platform === platform)
    .toArray();
}

/** Everything that came in during a stream, from totals alone. */
export async function streamSummary(
  database: LedgerDatabase,
  stream: LiveStream,
): Promise<StreamSummary> {
  const { rooms } = stream;
  const of = <T>(read: (database: LedgerDatabase, room: SessionId) => Promise<readonly T[]>) =>
    Promise.all(rooms.map((room) => read(database, room))).then((all) => all.flat());
  const [received, minutes, largest] = await Promise.all([
    of(receivedInSession),
    of(minutesOfSession),
    of(largestOfSession),
  ]);
  const gave = await giftersInSessions(database, rooms);
  const gifters = new Set(
    gave.flatMap(({ creator, person }) =>
      person === '' || person === FORGOTTEN ? [] : [`${creator} ${person}`],
    ),
  );
  const fresh = (await newInSessions(database, rooms)).length;
  const sumOfKind = (wanted: string) =>
    sumOf(
      received.filter(({ kind }) => kind === wanted),
      null,
    );
  return {
    stream,
    gifts: sumOfKind('gift'),
    chests: sumOfKind('chest'),
    subscriptions: received
      .filter(({ kind }) => kind === 'subscription')
      .reduce((sum, { entries }) => sum + entries, 0),
    gifters: gifters.size,
    newGifters: fresh,
    returningGifters: gifters.size - fresh,
    largest: [...Map.groupBy(largest, ({ unit }) => unit)].map(([unit, rows]) => ({
      unit,
      gifts: rows
        .flatMap(({ gifts }) => gifts)
        .sort(compareLarge)
        .slice(0, LARGE_GIFTS),
    })),
    minutes: minuteSums(minutes),
  };
}

function minuteSums(totals: readonly MinuteTotal[]): MinuteSum[] {
  return [...Map.groupBy(totals, ({ minute }) => minute)]
    .sort(([a], [b]) => a - b)
    .map(([minute, rows]) => ({
      minute,
      sum: { ...sumOfGifts(rows), entries: rows.reduce((sum, { entries }) => sum + entries, 0) },
    }));
}
