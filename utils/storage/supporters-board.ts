import type { DaySpan } from '../core/budget-period.ts';
import { isAskedFor, usualWhose } from '../core/creator.ts';
import type { AccountId } from '../core/ids.ts';
import { type BoardRow, type GivenBy, leaderboard, sumOfGifts } from '../core/leaderboard.ts';
import type { OnPlatform } from '../core/ledger-filter.ts';
import type { LinkedAccounts } from '../core/linked-accounts.ts';
import type { LiveStream } from '../core/live-stream.ts';
import type { SupporterTotal } from '../core/received-totals.ts';
import type { BoardView, SupporterRow } from '../core/supporter-views.ts';
import { givingOf, standingOf } from '../core/supporters.ts';
import { type BoardAddress, type BoardMeasure, boardSpan } from '../core/supporters-address.ts';
import type { Day } from '../core/time.ts';
import { isOwnUnit } from '../core/units.ts';
import type { Sum } from '../core/views.ts';
import { sumWorth, type WorthRates, worthRates } from '../core/worth.ts';
import { readOperated } from './book.ts';
import type { LedgerDatabase } from './database.ts';
import { personViews } from './ledger-rows.ts';
import { readLinkedAccounts } from './linked-accounts.ts';
import { findNames } from './name-search.ts';
import { firstEntryAt } from './queries.ts';
import { giftersInSessions, giftersOfAllTime, giftersOnDays } from './received-queries.ts';
import { namedCreators, streamsOf } from './streams.ts';

/** Streams that can be chosen: older ones have pages of their own. */
const MOST_STREAMS = 100;

/** A leaderboard as it was read, with what its rows need beside it. */
export interface Board {
  readonly view: BoardView;
  readonly rows: readonly RankedRow[];
  readonly accounts: LinkedAccounts;
  readonly rates: WorthRates;
  readonly away: ReadonlySet<string>;
}

/** What a leaderboard depends on beside the ledger. */
export interface BoardContext {
  readonly today: Day;
  /** As ISO 8601 counts: Monday is 1. */
  readonly firstWeekday: number;
}

interface RankedRow extends BoardRow {
  readonly rank: number;
}

/**
 * Who gave how much, as the address asks: from totals alone. Rows are without names; {@link boardRows} tells those of
 * the rows in view.
 */
export async function readBoard(
  database: LedgerDatabase,
  address: BoardAddress,
  { today, firstWeekday }: BoardContext,
): Promise<Board> {
  const accounts = await readLinkedAccounts(database);
  const { hiddenPeople, ownWorths, payouts } = await readOperated(database);
  const rates = worthRates(ownWorths, payouts);
  const creators = await namedCreators(database);
  const whose = address.whose ?? usualWhose(creators);
  const streams = await streamsOf(database, whose);
  const stream = address.period === 'stream' ? streamOf(streams, address) : null;
  const span = boardSpan(address, today, firstWeekday);
  const given = (await givenIn(database, address, span, stream)).filter((each) =>
    isAskedFor(whose, creators, each),
  );
  const measures = measuresOf(sumOfGifts(given));
  const by = measures.find((each) => each === address.by) ?? measures[0] ?? 'worth';
  const board = leaderboard(given, hiddenPeople, Number.POSITIVE_INFINITY, {
    accounts,
    by,
    rates,
    withHidden: address.hidden,
  });
  const ranked = board.rows.map((row, index) => ({ ...row, rank: index + 1 }));
  const rows = await named(database, ranked, address.text, accounts);
  return {
    view: {
      address,
      today,
      span,
      streams: streams
        .slice(0, MOST_STREAMS)
        .flatMap(({ rooms: [id], title, from }) => (id === undefined ? [] : [{ id, title, from }])),
      stream: stream?.rooms[0] ?? null,
      whose,
      creators,
      measures,
      by,
      count: rows.length,
      people: board.people,
      hidden: board.hidden,
      total: board.total,
      worth: sumWorth(board.total, rates),
      unnamed: board.unnamed,
      since: await firstEntryAt(database, 'received'),
    },
    rows,
    accounts,
    rates,
    away: new Set(
      hiddenPeople.map(({ platform, person }) =>
        keyOf(accounts.standsFor({ platform, id: person })),
      ),
    ),
  };
}

/** What a leaderboard's rows show, from the `first` to the `last` of them, both included. */
export async function boardRows(
  database: LedgerDatabase,
  { view, rows, accounts, rates, away }: Board,
  first: number,
  last: number,
  lapsedAfter: number,
): Promise<readonly SupporterRow[]> {
  const shown = rows.slice(first, last + 1);
  const whole = shown.map(({ platform, person }) => accounts.filedUnder({ platform, id: person }));
  const people = await personViews(database, whole.flat());
  const supporters = await database.supporters
    .where('person')
    .anyOf(whole.flat().map(({ id }) => id))
    .toArray();
  return shown.map(({ platform, person, sum, rank }, index): SupporterRow => {
    const mine = whole[index] ?? [];
    const giving = givingOf(
      supporters.filter(
        (each) =>
          isAskedFor(view.whose, view.creators, each) &&
          mine.some((account) => account.platform === each.platform && account.id === each.person),
      ),
    );
    const key = keyOf({ platform, id: person });
    return {
      platform,
      id: person,
      person: people.get(key) ?? { id: person, handle: '', name: '' },
      rank,
      sum,
      worth: sumWorth(sum, rates),
      standing: giving === null ? null : standingOf(giving, view.today, lapsedAfter),
      hidden: away.has(key),
      linked: mine.slice(1).map((account) => account.platform),
    };
  });
}

function streamOf(streams: readonly LiveStream[], { stream }: BoardAddress): LiveStream | null {
  const wanted = streams.find(({ rooms }) => stream !== null && rooms.includes(stream));
  return wanted ?? (stream === null ? (streams[0] ?? null) : null);
}

type Given = GivenBy & Pick<SupporterTotal, 'creator'>;

async function givenIn(
  database: LedgerDatabase,
  address: BoardAddress,
  span: DaySpan | null,
  stream: LiveStream | null,
): Promise<readonly Given[]> {
  if (address.period === 'always') return giftersOfAllTime(database);
  if (span !== null) return giftersOnDays(database, { from: span.first, to: span.last });
  if (stream !== null) return giftersInSessions(database, stream.rooms);
  return address.stream === null ? [] : giftersInSessions(database, [address.stream]);
}

/** One unit ranks by itself; of several the worth comes first, since they cannot be added. */
function measuresOf({ amounts }: Sum): readonly BoardMeasure[] {
  const units = amounts.map(({ unit }) => unit).filter(isOwnUnit);
  return amounts.length > 1 ? ['worth', ...units] : [...units, 'worth'];
}

async function named(
  database: LedgerDatabase,
  rows: readonly RankedRow[],
  text: string,
  accounts: LinkedAccounts,
): Promise<readonly RankedRow[]> {
  if (text.trim() === '') return rows;
  const { people } = await findNames(database, text);
  const found = new Set(people.map((person) => keyOf(accounts.standsFor(person))));
  return rows.filter(({ platform, person }) => found.has(keyOf({ platform, id: person })));
}

function keyOf({ platform, id }: OnPlatform<AccountId>): string {
  return `${platform}:${id}`;
}
