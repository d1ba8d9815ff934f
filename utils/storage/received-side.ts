import { type Creator, isAskedFor, type Whose } from '../core/creator.ts';
import { platformIds } from '../core/ids.ts';
import { sumOf } from '../core/summing.ts';
import type { DayTotal } from '../core/totals.ts';
import type { PopupView } from '../core/views.ts';
import { sumWorth, type WorthRates } from '../core/worth.ts';
import { creatorsOf } from './creators.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';
import { readLinkedAccounts } from './linked-accounts.ts';
import { gifterCount, lastEntries, lastReceived, personView, sessionTotalsOf } from './queries.ts';

/**
 * What came in this month and in the stream at hand: for the creator whom the user follows where it is theirs, else for
 * the user. Sums of creators are never added up with the user's own.
 */
export async function receivedSide(
  database: LedgerDatabase,
  session: StoredSession | null,
  month: readonly DayTotal[],
  rates: WorthRates,
  count: number,
): Promise<PopupView['received']> {
  const creators = await creatorsOf(database);
  const host = await hostOf(database, session, creators);
  const followed = host !== undefined && host.standing !== 'own' ? host : null;
  const whose: Whose = followed ?? 'mine';
  const sum = sumOf(
    month.filter((row) => isAskedFor(whose, creators, row)),
    null,
  );
  const kept = session !== null && host !== undefined && host.standing !== 'past';
  const own = session !== null && (kept || (await isOwn(database, session)));
  const during = own ? sumOf(await sessionTotalsOf(database, session.id, 'received'), null) : null;
  const mixed = creators.some(({ standing }) => standing !== 'own');
  const mine = [
    ...creators.filter(({ standing }) => standing === 'own'),
    // By hand: for nobody who is named.
    ...platformIds.map((platform) => ({ platform, id: '' as const })),
  ];
  return {
    of: followed === null ? null : await personView(database, followed.platform, followed.id),
    month: sum,
    monthWorth: sumWorth(sum, rates),
    session: during,
    sessionWorth: during === null ? null : sumWorth(during, rates),
    gifters: session === null ? 0 : await gifterCount(database, session.id),
    last: mixed
      ? await lastReceived(database, followed === null ? mine : [followed], count)
      : await lastEntries(database, 'received', count),
  };
}

/** Whose stream it is, by whichever of their accounts; undefined for somebody whose gifts are not kept. */
async function hostOf(
  database: LedgerDatabase,
  session: StoredSession | null,
  creators: readonly Creator[],
): Promise<Creator | undefined> {
  if (session === null || session.creator === '') return undefined;
  const accounts = await readLinkedAccounts(database);
  const filed = accounts.filedAs({ platform: session.platform, id: session.creator });
  return creators.find(({ platform, id }) => platform === filed.platform && id === filed.id);
}

/** Also where nothing ever came in for the account. */
async function isOwn(
  { accounts }: LedgerDatabase,
  { platform, creator }: StoredSession,
): Promise<boolean> {
  return creator !== '' && (await accounts.get([platform, creator])) !== undefined;
}
