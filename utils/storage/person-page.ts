import { isAskedFor, usualWhose, type Whose } from '../core/creator.ts';
import { FORGOTTEN } from '../core/forgotten.ts';
import type { AccountId, CurrencyCode } from '../core/ids.ts';
import { sumOfGifts } from '../core/leaderboard.ts';
import type { OnPlatform } from '../core/ledger-filter.ts';
import { ledgerSum } from '../core/ledger-sums.ts';
import type { HiddenPerson, Operated } from '../core/operation.ts';
import type { GifterTotal } from '../core/received-totals.ts';
import { countsFor } from '../core/summing.ts';
import type { PersonAccount, PersonPage, PersonSession } from '../core/supporter-views.ts';
import { givingOf, standingOf } from '../core/supporters.ts';
import type { Day } from '../core/time.ts';
import { sumWorth, worthRates } from '../core/worth.ts';
import { readOperated } from './book.ts';
import type { LedgerDatabase } from './database.ts';
import { readLinkedAccounts } from './linked-accounts.ts';
import { giftsThatPersonGives } from './person-gifts.ts';
import { giftsOfPerson, supporterOf } from './received-queries.ts';
import { namedCreators, whoseFilter } from './streams.ts';

/** Streams that are told one by one. */
const MOST_SESSIONS = 60;

/** What a person's page depends on beside the ledger. */
export interface PersonPageContext {
  readonly today: Day;
  /** The currency that costs are kept in. */
  readonly display: CurrencyCode;
  readonly lapsedAfter: number;
  /** To whom was given what is told; null for whoever is usual. */
  readonly whose: Whose | null;
}

type Account = OnPlatform<AccountId>;

/** Whether something went to whom it is asked for. */
type IsTo = Parameters<typeof giftsThatPersonGives>[2];

/**
 * Everything that is known of somebody and of all accounts that the user merged or linked with theirs, from totals and
 * their own latest entries. Null where nothing is, or where they were deleted.
 */
export async function personPage(
  database: LedgerDatabase,
  account: Account,
  { today, display, lapsedAfter, whose: asked }: PersonPageContext,
): Promise<PersonPage | null> {
  if (account.id === FORGOTTEN) return null;
  const linked = await readLinkedAccounts(database);
  const [filed, all] = [linked.filedUnder(account), linked.accountsOf(account)];
  const of = linked.standsFor(account);
  const operated = await readOperated(database);
  const accounts = await accountsWithNames(database, all, operated);
  const creators = await namedCreators(database);
  const whose = asked ?? usualWhose(creators);
  const isTo: IsTo = (of) => isAskedFor(whose, creators, of);
  const gave = await whatTheyGave(database, filed, isTo, today, lapsedAfter);
  const got = await whatTheyGot(database, filed, display);
  const known = accounts.some(({ person }) => person.handle !== '' || person.name !== '');
  if (!known && gave === null && got === null && accounts.length === 1) return null;
  const { sum } = gave ?? {};
  const rates = worthRates(operated.ownWorths, operated.payouts);
  return {
    ...of,
    person: accounts[0]?.person ?? { id: of.id, handle: '', name: '' },
    today,
    accounts,
    whose,
    creators,
    gave:
      gave === null || sum === undefined
        ? null
        : {
            ...gave,
            worth: sumWorth(sum, rates),
            filter: {
              ...whoseFilter(whose, creators),
              direction: 'received',
              kind: 'gift',
              person: of,
            },
          },
    got,
    lapsedAfter,
  };
}

async function accountsWithNames(
  { people }: LedgerDatabase,
  accounts: readonly Account[],
  { personNotes, hiddenPeople }: Pick<Operated, 'personNotes' | 'hiddenPeople'>,
): Promise<readonly PersonAccount[]> {
  const known = await people.bulkGet(accounts.map(({ platform, id }) => [platform, id]));
  return accounts.map(({ platform, id }, index) => {
    const row = known[index];
    const isOfThis = (each: HiddenPerson) => each.platform === platform && each.person === id;
    return {
      platform,
      id,
      person: { id, handle: row?.handle ?? '', name: row?.name ?? '' },
      past: row?.past.toReversed() ?? [],
      joined: index > 0,
      hidden: hiddenPeople.some(isOfThis),
      note: personNotes.find(isOfThis)?.note ?? '',
    };
  });
}

async function whatTheyGave(
  database: LedgerDatabase,
  filed: readonly Account[],
  isTo: IsTo,
  today: Day,
  lapsedAfter: number,
): Promise<Omit<NonNullable<PersonPage['gave']>, 'worth' | 'filter'> | null> {
  const [rows, supporters] = await Promise.all([
    Promise.all(filed.map(({ platform, id }) => giftsOfPerson(database, platform, id))),
    Promise.all(filed.map(({ platform, id }) => supporterOf(database, platform, id))),
  ]);
  const given = rows.flat().filter(isTo);
  const giving = givingOf(supporters.flat().filter(isTo));
  if (giving === null || given.length === 0) return null;
  const sessions = await sessionsOf(database, given);
  const { gifts, of } = await giftsThatPersonGives(database, filed, isTo);
  return {
    sum: {
      ...sumOfGifts(given),
      entries: given.reduce((sum, { entries }) => sum + entries, 0),
    },
    first: giving.first,
    last: giving.last,
    streams: giving.sessions,
    standing: standingOf(giving, today, lapsedAfter),
    sessions: sessions.slice(0, MOST_SESSIONS),
    moreSessions: Math.max(0, sessions.length - MOST_SESSIONS),
    gifts,
    giftsOf: of,
  };
}

async function sessionsOf(
  { sessions }: LedgerDatabase,
  given: readonly GifterTotal[],
): Promise<readonly PersonSession[]> {
  const groups = [...Map.groupBy(given, ({ session }) => session)];
  const known = await sessions.bulkGet(groups.map(([session]) => session));
  return groups
    .flatMap(([session, rows], index): PersonSession[] => {
      const [first] = rows.toSorted((a, b) => (a.day < b.day ? -1 : 1));
      if (first === undefined) return [];
      const byHand = session === `${first.platform}:`;
      return [
        {
          session: byHand ? null : session,
          title: known[index]?.title ?? '',
          day: first.day,
          sum: sumOfGifts(rows),
        },
      ];
    })
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

async function whatTheyGot(
  { dayTotals }: LedgerDatabase,
  filed: readonly Account[],
  display: CurrencyCode,
): Promise<PersonPage['got']> {
  const rows = await Promise.all(
    filed.map(({ platform, id }) =>
      dayTotals
        .where('[creator+day]')
        .between([id, ''], [id, '\uffff'])
        .filter((row) => row.platform === platform && row.direction === 'sent')
        .toArray(),
    ),
  );
  const sent = rows.flat().filter(({ kind }) => countsFor('sent', kind));
  const days = sent.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined
    ? null
    : { sum: ledgerSum(sent, 'sent', display), first, last };
}
