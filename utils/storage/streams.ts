import { isAskedFor, usualWhose, type Whose } from '../core/creator.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import type { LedgerFilter } from '../core/ledger-filter.ts';
import type { LedgerSum } from '../core/ledger-views.ts';
import { isOnAir, type LiveStream, liveStreams } from '../core/live-stream.ts';
import type { NamedCreator, StreamListView, StreamRow } from '../core/stream-views.ts';
import { sumOf } from '../core/summing.ts';
import type { EpochMs } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import { sumWorth, type WorthRates } from '../core/worth.ts';
import { creatorsOf, ownAccounts } from './creators.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';
import { personViews } from './ledger-rows.ts';
import { readLinkedAccounts } from './linked-accounts.ts';
import { gifterCount, personView } from './queries.ts';
import { receivedInSession } from './received-queries.ts';
import { roomsOf } from './stream-summary.ts';
import { readWorthRates } from './worth.ts';

/** Everyone whose gifts are in the ledger, by name; the user's own accounts first. */
export async function namedCreators(database: LedgerDatabase): Promise<readonly NamedCreator[]> {
  const creators = await creatorsOf(database);
  const people = await personViews(database, creators);
  return creators.map((each) => ({
    ...each,
    person: people.get(`${each.platform}:${each.id}`) ?? { id: each.id, handle: '', name: '' },
  }));
}

/** The streams of whoever is asked for, the latest first: the user's own whole, others' from when they were followed. */
export async function streamsOf(
  database: LedgerDatabase,
  whose: Whose,
): Promise<readonly LiveStream[]> {
  const creators = await creatorsOf(database);
  const accounts = await database.accounts.toArray();
  const own = new Set(accounts.map(({ platform, id }) => `${platform}:${id}`));
  const linked = await readLinkedAccounts(database);
  const all = [
    ...accounts.map(({ platform, id }) => linked.filedAs({ platform, id })),
    ...creators.filter(({ standing }) => standing !== 'own'),
  ];
  const asked = all.filter(({ platform, id }) =>
    isAskedFor(whose, creators, { platform, creator: id }),
  );
  const rooms = await roomsOf(database, asked);
  const kept = await Promise.all(
    rooms.map(async (room) =>
      own.has(`${room.platform}:${room.host}`) || (await isKept(database, room)) ? room : null,
    ),
  );
  return liveStreams(kept.filter((room) => room !== null)).toReversed();
}

/** Whether a room of somebody else's was watched for them, and not only as a viewer. */
async function isKept(database: LedgerDatabase, { id, watched }: StoredSession): Promise<boolean> {
  return watched.length > 0 || (await receivedInSession(database, id)).length > 0;
}

/** The list of streams, as many as are asked for. `whose` null: whoever is usual. */
export async function streamList(
  database: LedgerDatabase,
  asked: Whose | null,
  most: number,
  now: EpochMs,
): Promise<StreamListView> {
  const creators = await namedCreators(database);
  const whose = asked ?? usualWhose(creators);
  const streams = await streamsOf(database, whose);
  const rates = await readWorthRates(database);
  const rows = streams.slice(0, most).map((stream) => streamRow(database, stream, rates, now));
  return {
    whose,
    creators,
    streams: await Promise.all(rows),
    more: Math.max(0, streams.length - most),
  };
}

/** One stream as a row of the list. */
export async function streamRow(
  database: LedgerDatabase,
  stream: LiveStream,
  rates: WorthRates,
  now: EpochMs,
): Promise<StreamRow> {
  const { rooms, platform, creator } = stream;
  const gifts = await giftsDuring(database, rooms);
  const gifters = await giftersDuring(database, rooms);
  return {
    id: rooms[0] ?? `${platform}:`,
    stream,
    onAir: isOnAir(stream, now),
    creator: await otherCreator(database, platform, creator),
    gifts,
    worth: sumWorth(gifts, rates),
    gifters,
    filter: { direction: 'received', kind: 'gift', session: rooms },
  };
}

async function otherCreator(
  database: LedgerDatabase,
  platform: PlatformId,
  creator: AccountId | '',
): Promise<StreamRow['creator']> {
  if (creator === '' || (await ownAccounts(database)).has(`${platform}:${creator}`)) return null;
  return personView(database, platform, creator);
}

async function giftsDuring(
  database: LedgerDatabase,
  rooms: readonly SessionId[],
): Promise<LedgerSum> {
  const totals = await Promise.all(rooms.map((room) => receivedInSession(database, room)));
  const gifts = totals.flat().filter(({ kind }) => kind === 'gift');
  return { ...sumOf(gifts, null), entries: gifts.reduce((sum, { entries }) => sum + entries, 0) };
}

async function giftersDuring(
  database: LedgerDatabase,
  rooms: readonly SessionId[],
): Promise<number> {
  const [first, ...more] = rooms;
  if (first === undefined) return 0;
  if (more.length === 0) return gifterCount(database, first);
  const keys = await Promise.all(
    rooms.map((room) =>
      database.gifterTotals.where('[session+person]').between([room, ''], [room, '\uffff']).keys(),
    ),
  );
  return new Set(keys.flat().map((key) => String([key].flat()[1]))).size;
}

/** The stream that a room is part of; null where there is none that is kept. */
export async function streamWith(
  database: LedgerDatabase,
  room: SessionId,
): Promise<LiveStream | null> {
  const session = await database.sessions.get(room);
  if (session === undefined || session.creator === '') return null;
  const { platform, creator } = session;
  const accounts = await readLinkedAccounts(database);
  const streams = await streamsOf(database, accounts.filedAs({ platform, id: creator }));
  return streams.find(({ rooms }) => rooms.includes(room)) ?? null;
}

/** The filter for what came in for whoever is asked for. */
export function whoseFilter(
  whose: Whose,
  creators: readonly NamedCreator[],
): Partial<LedgerFilter> {
  if (whose === 'all') return {};
  if (whose !== 'mine') return { creator: { platform: whose.platform, id: whose.id } };
  return creators.some(({ standing }) => standing !== 'own') ? { whose: 'mine' } : {};
}
