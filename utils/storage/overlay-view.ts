import type { CurrencyCode } from '../core/ids.ts';
import { sumOf } from '../core/summing.ts';
import { dayOf, monthOf } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import type { EntryRow, OverlayView, ReceivedInStream, ViewerOverlay } from '../core/views.ts';
import { sumWorth } from '../core/worth.ts';
import { selvesOf } from './accounts.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';
import { readHidden, withoutHidden } from './hidden-people.ts';
import type { LedgerContext } from './ledger.ts';
import { gifterCount, lastOfSession, monthTotals, personView, sessionTotalsOf } from './queries.ts';
import { readWorthRates } from './worth.ts';

/** What a screen needs to know beside the ledger: the moment, the zone and the prices. */
export interface ViewContext extends Pick<LedgerContext, 'now' | 'zone'> {
  /** The currency that costs are kept in. */
  readonly display: CurrencyCode;
}

/** What the overlay shows on a page with this stream. Reads totals only; never counts entries. */
export async function overlayView(
  database: LedgerDatabase,
  session: StoredSession,
  blind: boolean,
  context: ViewContext,
): Promise<OverlayView> {
  const { id, platform, room, creator } = session;
  const self = (await selvesOf(database)).get(platform);
  if (creator !== '' && self?.accounts.has(creator) === true) {
    return { side: 'creator', platform, room, ...(await receivedIn(database, id)), blind };
  }
  const view = await viewerOverlay(database, session, self?.loggedOut !== true, context);
  const isFollowed = creator !== '' && self?.followed.has(creator) === true;
  return { ...view, ...(isFollowed ? { followed: await receivedIn(database, id) } : {}), blind };
}

async function viewerOverlay(
  database: LedgerDatabase,
  { id, platform, room, creator }: StoredSession,
  loggedIn: boolean,
  { now, zone, display }: ViewContext,
): Promise<Omit<ViewerOverlay, 'blind'>> {
  const month = monthOf(dayOf(now, zone));
  return {
    side: 'viewer',
    platform,
    room,
    creator: await personView(database, platform, creator),
    month,
    stream: sumOf(await sessionTotalsOf(database, id, 'sent'), display),
    monthSum: sumOf((await monthTotals(database, month)).sent, display),
    last: await lastOfSession(database, id, 'sent'),
    loggedIn,
  };
}

/** What came in in a session for its creator: for the user, or for somebody whom they follow. */
async function receivedIn(database: LedgerDatabase, id: SessionId): Promise<ReceivedInStream> {
  const session = sumOf(await sessionTotalsOf(database, id, 'received'), null);
  return {
    session,
    worth: sumWorth(session, await readWorthRates(database)),
    gifters: await gifterCount(database, id),
    last: await lastReceivedIn(database, id),
  };
}

/** The latest gift of a stream; of somebody whom the user hid without saying whose it is, since others see the page. */
async function lastReceivedIn(database: LedgerDatabase, id: SessionId): Promise<EntryRow | null> {
  const last = await lastOfSession(database, id, 'received');
  if (last === null) return null;
  return withoutHidden([last], await readHidden(database))[0] ?? null;
}

/** The stream that a session id names; null when it is not known. */
export async function sessionOf(
  { sessions }: LedgerDatabase,
  id: SessionId | '',
): Promise<StoredSession | null> {
  return id === '' ? null : ((await sessions.get(id)) ?? null);
}
