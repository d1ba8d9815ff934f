import type {
  CreatorAlertView,
  DeskPeople,
  DeskStream,
  DeskTotal,
  GoalView,
} from '../core/desk-views.ts';
import type { AccountId } from '../core/ids.ts';
import { leaderboard, sumOfGifts } from '../core/leaderboard.ts';
import { isOnAir, liveStreams } from '../core/live-stream.ts';
import { sumOf } from '../core/summing.ts';
import { thankYouList } from '../core/thank-you.ts';
import { type EpochMs, epochMs } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import type { EntryRow, PersonView } from '../core/views.ts';
import { sumWorth } from '../core/worth.ts';
import { readOperated } from './book.ts';
import { recentCreatorAlerts } from './creator-alerts.ts';
import { ownAccounts } from './creators.ts';
import type { LedgerDatabase, StoredCreatorAlert } from './database.ts';
import type { GoalState } from './goals.ts';
import { hiddenAccounts, type IsHidden, readHidden, withoutHidden } from './hidden-people.ts';
import { ledgerRows, personViews } from './ledger-rows.ts';
import { giftersInSessions, newInSessions, receivedInSession } from './received-queries.ts';
import { roomsOf } from './stream-summary.ts';
import { primaryKeyOf } from './total-keys.ts';
import { readWorthRates } from './worth.ts';

/** For so long the desk shows an alert that nobody put away, and how many at once. */
const ALERTS_MS = 10 * 60_000;
const MOST_ALERTS = 6;

/** Gifts that the desk lists as the latest. */
const LAST_GIFTS = 12;

/** Streams of the user and of creators whom they follow, the latest first, at most `most`. */
export async function deskStreams(
  database: LedgerDatabase,
  now: EpochMs,
  most: number,
): Promise<readonly DeskStream[]> {
  const own = await ownAccounts(database);
  const followed = await database.followed.toArray();
  const creators = [
    ...(await database.accounts.toArray()),
    ...followed.map(({ platform, person }) => ({ platform, id: person })),
  ];
  const streams = liveStreams(await roomsOf(database, creators))
    .toReversed()
    .slice(0, most);
  const names = await personViews(
    database,
    streams.flatMap(({ platform, creator }) => (creator === '' ? [] : [{ platform, id: creator }])),
  );
  return streams.map((stream) => {
    const { rooms, platform, creator, title, from, to } = stream;
    const who = `${platform}:${creator}`;
    const of = own.has(who) ? null : (names.get(who) ?? null);
    return { rooms, platform, of, title, from, to, onAir: isOnAir(stream, now) };
  });
}

/** What came in during a stream, with its latest gifts and alerts; read in the same time whatever its length. */
export async function deskTotal(
  database: LedgerDatabase,
  { rooms }: Pick<DeskStream, 'rooms'>,
  now: EpochMs,
): Promise<DeskTotal> {
  const totals = await Promise.all(rooms.map((room) => receivedInSession(database, room)));
  const sum = sumOf(
    totals.flat().filter(({ kind }) => kind === 'gift'),
    null,
  );
  return {
    sum,
    worth: sumWorth(sum, await readWorthRates(database)),
    last: await lastGifts(database, rooms),
    alerts: await alertsShown(database, rooms, now),
  };
}

async function lastGifts(
  database: LedgerDatabase,
  rooms: readonly SessionId[],
): Promise<readonly EntryRow[]> {
  const latest = await Promise.all(
    rooms.map((room) =>
      database.entries
        .where('[session+at]')
        .between([room, 0], [room, Number.POSITIVE_INFINITY])
        .reverse()
        .filter(
          ({ direction, kind, correction }) =>
            direction === 'received' && kind === 'gift' && correction?.voided !== true,
        )
        .limit(LAST_GIFTS)
        .toArray(),
    ),
  );
  const entries = latest
    .flat()
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .slice(0, LAST_GIFTS);
  return withoutHidden(await ledgerRows(database, entries), await readHidden(database));
}

/** What a creator was told of lately in a stream, the latest first. */
export async function alertsShown(
  database: LedgerDatabase,
  rooms: readonly SessionId[],
  now: EpochMs,
  since = ALERTS_MS,
  most = MOST_ALERTS,
): Promise<readonly CreatorAlertView[]> {
  const from = epochMs(Math.max(0, now - since));
  return alertViews(database, await recentCreatorAlerts(database, rooms, from, most));
}

/** Alerts with what they are about. Those about somebody whom the user hid, or about what is gone, are left out. */
export async function alertViews(
  database: LedgerDatabase,
  rows: readonly StoredCreatorAlert[],
): Promise<readonly CreatorAlertView[]> {
  const isHidden = rows.length === 0 ? () => false : await readHidden(database);
  const views = await Promise.all(rows.map((row) => alertView(database, row, isHidden)));
  return views.filter((view) => view !== null);
}

async function alertView(
  database: LedgerDatabase,
  { alert, id, at }: StoredCreatorAlert,
  isHidden: IsHidden,
): Promise<CreatorAlertView | null> {
  const { kind } = alert;
  switch (kind) {
    case 'big-gift': {
      const stored = await database.entries.get(alert.entry);
      if (stored === undefined) return null;
      const [entry] = withoutHidden(await ledgerRows(database, [stored]), isHidden);
      return entry === undefined ? null : { id, at, kind, entry };
    }
    case 'first-gift':
    case 'returning': {
      const { platform, person: who } = alert;
      const person = (await personViews(database, [{ platform, id: who }])).get(
        `${platform}:${who}`,
      );
      if (person === undefined || isHidden(platform, who)) return null;
      return kind === 'returning'
        ? { id, at, kind, person, days: alert.days }
        : { id, at, kind, person };
    }
    case 'spike': {
      const { session, minute } = alert;
      const rows = await database.minuteTotals
        .where(primaryKeyOf('minuteTotals'))
        .between([session, minute, ''], [session, minute, '\uffff'])
        .toArray();
      return { id, at, kind, sum: sumOfGifts(rows) };
    }
    case 'goal':
      return { id, at, kind, goal: alert.goal, gift: await giftOf(database, alert.goal) };
  }
}

/** Goals as they stand, each with the name of the gift that it counts. */
export async function goalViews(
  database: LedgerDatabase,
  states: readonly GoalState[],
): Promise<readonly GoalView[]> {
  return Promise.all(
    states.map(async ({ goal, progress }) => ({
      goal,
      gift: await giftOf(database, goal),
      progress,
    })),
  );
}

async function giftOf({ gifts }: LedgerDatabase, { wanted }: GoalState['goal']): Promise<string> {
  if (wanted.of !== 'gift') return '';
  return (await gifts.get([wanted.platform, wanted.gift]))?.name ?? '';
}

/** Who gave in a stream, at most `most` of them by name, with whom the user thanked. */
export async function deskPeople(
  database: LedgerDatabase,
  { rooms }: Pick<DeskStream, 'rooms'>,
  most: number,
): Promise<DeskPeople> {
  const { thanks } = await readOperated(database);
  const hidden = await hiddenAccounts(database);
  const board = leaderboard(await giftersInSessions(database, rooms), hidden, most);
  const listed = thankYouList(board.rows, thanks, rooms);
  const names = await personViews(
    database,
    listed.map(({ platform, person }) => ({ platform, id: person })),
  );
  return {
    gifters: listed.map(({ platform, person, sum, unthanked, thanked }) => ({
      platform,
      person: names.get(`${platform}:${person}`) ?? nameless(person),
      sum,
      unthanked,
      thanked,
    })),
    people: board.people,
    newPeople: (await newInSessions(database, rooms)).length,
  };
}

function nameless(id: AccountId): PersonView {
  return { id, handle: '', name: '' };
}
