import type { CurrencyCode } from '../core/ids.ts';
import { costOf } from '../core/money.ts';
import { dayOf, monthOf } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import type { CreatorOverlay, OverlayView, ViewerOverlay } from '../core/views.ts';
import { worthRates } from '../core/worth.ts';
import { selvesOf } from './accounts.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';
import type { LedgerContext } from './ledger.ts';
import {
  gifterCount,
  lastOfSession,
  monthTotals,
  personView,
  sessionTotalsOf,
  total,
} from './queries.ts';

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
  const self = (await selvesOf(database)).get(session.platform);
  const own = session.creator !== '' && self?.accounts.has(session.creator) === true;
  const view = own
    ? await creatorOverlay(database, session)
    : await viewerOverlay(database, session, self?.loggedOut !== true, context);
  return { ...view, blind };
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
    room,
    creator: await personView(database, platform, creator),
    month,
    stream: total(await sessionTotalsOf(database, id, 'sent'), 'tiktok:coin', display),
    monthSum: total((await monthTotals(database, month)).sent, 'tiktok:coin', display),
    last: await lastOfSession(database, id, 'sent'),
    loggedIn,
  };
}

async function creatorOverlay(
  database: LedgerDatabase,
  { id, room }: StoredSession,
): Promise<Omit<CreatorOverlay, 'blind'>> {
  const session = total(await sessionTotalsOf(database, id, 'received'), 'tiktok:coin', null);
  const worth = worthRates.find(({ unit }) => unit === session.unit);
  return {
    side: 'creator',
    room,
    session,
    worth: worth === undefined ? null : costOf(session.units, worth.rate),
    gifters: await gifterCount(database, id),
    last: await lastOfSession(database, id, 'received'),
  };
}

/** The stream that a session id names; null when it is not known. */
export async function sessionOf(
  { sessions }: LedgerDatabase,
  id: SessionId | '',
): Promise<StoredSession | null> {
  return id === '' ? null : ((await sessions.get(id)) ?? null);
}
