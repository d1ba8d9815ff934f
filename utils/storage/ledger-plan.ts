import { type BudgetId, type BudgetScope, wholeScope } from '../core/budget.ts';
import { inScope, withAllAccounts } from '../core/budget-spent.ts';
import { stateOf } from '../core/entry-state.ts';
import { FORGOTTEN } from '../core/forgotten.ts';
import type { AccountId, EntryId } from '../core/ids.ts';
import type { LedgerFilter, OnPlatform, WantedState } from '../core/ledger-filter.ts';
import type { LinkedAccounts } from '../core/linked-accounts.ts';
import type { EntryCorrection } from '../core/operation.ts';
import { moneyOf } from '../core/summing.ts';
import { type EpochMs, epochMs, momentsOfDay, type TimeZone, weekdayOf } from '../core/time.ts';
import { giverOf } from '../core/totals.ts';
import { creatorsOf } from './creators.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import { zoneOfDays } from './ledger-zone.ts';
import { readLinkedAccounts } from './linked-accounts.ts';
import { type FoundNames, findNames } from './name-search.ts';
import { budgetThatHolds } from './standings.ts';

/** An index over entries whose second part is their time, with a value of its first part. */
export interface Range {
  readonly index:
    | '[direction+at]'
    | '[session+at]'
    | '[creator+at]'
    | '[sender+at]'
    | '[giver+at]'
    | '[gift+at]'
    | '[unended+at]';
  readonly value: string | 1;
}

/** Where the entries that a filter wants are read from. */
export type Source =
  | { readonly kind: 'ranges'; readonly ranges: readonly Range[] }
  /** Few entries that an index of their own names. */
  | { readonly kind: 'ids'; readonly ids: readonly EntryId[] };

/** How the entries that a filter wants are found: read from `source` what lies in `reach`, keep what is wanted. */
export interface LedgerPlan {
  readonly filter: LedgerFilter;
  /** The accounts under which those whom the filter names have their entries; null where it names nobody. */
  readonly named: Named;
  readonly zone: TimeZone;
  readonly source: Source;
  /**
   * Looks for the moments between which wanted entries can lie, both included; null where there are none. Only walking
   * the source needs it: it reads from both ends of an index, which takes long while a large ledger's files are cold.
   */
  readonly reach: () => Promise<Reach | null>;
  readonly wants: (entry: StoredEntry) => boolean;
  /** Whether an entry is wanted but for its state. */
  readonly wantsInAnyState: (entry: StoredEntry) => boolean;
  readonly whose: WhoseGifts;
  /** Those of the wanted entries that the user made void: they are in no total. */
  readonly voided: readonly StoredEntry[];
}

/** For whom wanted entries came in. */
export interface WhoseGifts {
  /** Whether it is all the same. */
  readonly anyones: boolean;
  includes(of: Pick<StoredEntry, 'platform' | 'creator' | 'direction'>): boolean;
}

/** Whom a filter names, with every account that is theirs: somebody may have one on each platform. */
export interface Named {
  readonly creators: readonly OnPlatform<AccountId>[] | null;
  readonly people: readonly OnPlatform<AccountId>[] | null;
  /** What the budget counts that is asked for; null where none is. */
  readonly scope: BudgetScope | null;
}

/** From the oldest to the newest moment, both included. */
export interface Reach {
  readonly oldest: EpochMs;
  readonly newest: EpochMs;
}

/** Beyond as many names it is quicker to look at every entry than to look each name up. */
const MOST_NAMES = 60;

/** Makes the plan for a filter, by the index that leaves the fewest entries to look at. */
export async function planLedger(
  database: LedgerDatabase,
  filter: LedgerFilter,
  zone: TimeZone,
): Promise<LedgerPlan> {
  // Days are counted in the zone before while a locked budget keeps them from being counted anew.
  const [before, corrected] = await Promise.all([
    zoneOfDays(database),
    database.corrections.toArray(),
  ]);
  const counted = before ?? zone;
  const found = filter.text.trim() === '' ? null : await findNames(database, filter.text);
  const named = await namedBy(database, filter);
  const source = await sourceOf(database, filter, named, found, corrected);
  const whose = await whoseGiftsOf(database, filter);
  const wants = wantedBy(filter, named, found, whose);
  const gone = corrected.filter(({ voided }) => voided === true).map(({ entry }) => entry);
  const voided = await database.entries.bulkGet(gone);
  return {
    filter,
    named,
    zone: counted,
    source,
    reach: () => reachOf(database, source, filter, counted),
    wants,
    wantsInAnyState: wantedBy({ ...filter, state: null }, named, found, whose),
    whose,
    voided: voided.filter((entry) => entry !== undefined).filter(wants),
  };
}

async function whoseGiftsOf(
  database: LedgerDatabase,
  { whose }: LedgerFilter,
): Promise<WhoseGifts> {
  if (whose === null) return { anyones: true, includes: () => true };
  const others = (await creatorsOf(database)).filter(
    ({ standing, id }) => standing !== 'own' && (whose === 'mine' || id !== FORGOTTEN),
  );
  const theirs = new Set(others.map(({ platform, id }) => `${platform}:${id}`));
  return {
    anyones: whose === 'mine' && theirs.size === 0,
    includes: ({ platform, creator, direction }) => {
      const isTheirs = direction === 'received' && theirs.has(`${platform}:${creator}`);
      return isTheirs === (whose === 'followed');
    },
  };
}

async function namedBy(
  database: LedgerDatabase,
  { creator, person, budget }: LedgerFilter,
): Promise<Named> {
  const accounts = await readLinkedAccounts(database);
  return {
    creators: creator === null ? null : accounts.filedUnder(creator),
    people: person === null ? null : accounts.filedUnder(person),
    scope: budget === null ? null : await scopeOf(database, budget, accounts),
  };
}

/** What a budget counts; one that is no more counts nothing. */
async function scopeOf(
  database: LedgerDatabase,
  id: BudgetId,
  accounts: LinkedAccounts,
): Promise<BudgetScope> {
  const budget = await budgetThatHolds(database, id);
  return budget === null
    ? { ...wholeScope, creators: [] }
    : withAllAccounts(budget, accounts).scope;
}

async function sourceOf(
  { entries }: LedgerDatabase,
  filter: LedgerFilter,
  { creators, people }: Named,
  found: FoundNames | null,
  corrected: readonly EntryCorrection[],
): Promise<Source> {
  const { state, undelivered, session, gift, direction } = filter;
  if (state === 'open') {
    return { kind: 'ids', ids: await entries.where('openSince').above(0).primaryKeys() };
  }
  if (state === 'corrected' || state === 'void') {
    return { kind: 'ids', ids: corrected.map(({ entry }) => entry) };
  }
  if (undelivered) {
    return { kind: 'ids', ids: await entries.where('undelivered').equals(1).primaryKeys() };
  }
  const range = (index: Range['index'], value: Range['value']): Range => ({ index, value });
  const ranges = (...all: Range[]): Source => ({ kind: 'ranges', ranges: all });
  if (session !== null) return ranges(...session.map((room) => range('[session+at]', room)));
  if (people !== null) {
    return ranges(
      ...people.flatMap(({ id }) => [range('[sender+at]', id), range('[giver+at]', id)]),
    );
  }
  if (gift !== null) return ranges(range('[gift+at]', gift.id));
  if (state === 'unconfirmed') return ranges(range('[unended+at]', 1));
  if (creators !== null) return ranges(...creators.map(({ id }) => range('[creator+at]', id)));
  if (found !== null && found.people.length + found.gifts.length <= MOST_NAMES) {
    return ranges(
      ...found.people.flatMap(({ id }) => [
        range('[creator+at]', id),
        range('[sender+at]', id),
        range('[giver+at]', id),
      ]),
      ...found.gifts.map(({ id }) => range('[gift+at]', id)),
    );
  }
  const wanted = direction === null ? (['sent', 'received'] as const) : [direction];
  return ranges(...wanted.map((each) => range('[direction+at]', each)));
}

async function reachOf(
  database: LedgerDatabase,
  source: Source,
  { from, to, during }: LedgerFilter,
  zone: TimeZone,
): Promise<Reach | null> {
  const ends = await endsOf(database, source);
  if (ends === null) return null;
  const first = from === null ? ends.oldest : momentsOfDay(from, zone).first;
  const last = to === null ? ends.newest : momentsOfDay(to, zone).last;
  const oldest = latest(first, ends.oldest, during?.from ?? ends.oldest);
  const newest = earliest(last, ends.newest, during?.to ?? ends.newest);
  return oldest > newest ? null : { oldest, newest };
}

const latest = (...all: readonly EpochMs[]) => epochMs(Math.max(...all));
const earliest = (...all: readonly EpochMs[]) => epochMs(Math.min(...all));

async function endsOf({ entries }: LedgerDatabase, source: Source): Promise<Reach | null> {
  const times: number[] = [];
  if (source.kind === 'ids') {
    const rows = await entries.bulkGet([...source.ids]);
    for (const row of rows) if (row !== undefined) times.push(row.at);
  } else {
    const ends = source.ranges.flatMap(({ index, value }) => {
      const whole = () => entries.where(index).between([value, 0], [value, Number.MAX_VALUE]);
      return [whole().first(), whole().last()];
    });
    for (const end of await Promise.all(ends)) if (end !== undefined) times.push(end.at);
  }
  return times.length === 0
    ? null
    : {
        oldest: epochMs(times.reduce((least, at) => Math.min(least, at))),
        newest: epochMs(times.reduce((most, at) => Math.max(most, at))),
      };
}

/** Whether an entry is wanted: everything that a filter says about one. */
function wantedBy(
  filter: LedgerFilter,
  { creators, people: givers, scope }: Named,
  found: FoundNames | null,
  whose: WhoseGifts,
): (entry: StoredEntry) => boolean {
  const { platform, direction, kind, basis, state, from, to } = filter;
  const { gift, session, hour, during, undelivered } = filter;
  const people = new Set(found?.people.map(key));
  const gifts = new Set(found?.gifts.map(key));
  const named = (entry: StoredEntry) =>
    people.has(`${entry.platform}:${entry.creator}`) ||
    people.has(`${entry.platform}:${giverOf(entry)}`) ||
    gifts.has(`${entry.platform}:${entry.gift}`);
  return (entry) =>
    (platform === null || entry.platform === platform) &&
    (direction === null || entry.direction === direction) &&
    (kind === null || entry.kind === kind) &&
    (from === null || entry.day >= from) &&
    (to === null || entry.day <= to) &&
    (creators === null || isOneOf(creators, entry.platform, entry.creator)) &&
    (givers === null || isOneOf(givers, entry.platform, giverOf(entry))) &&
    (gift === null || (entry.gift === gift.id && entry.platform === gift.platform)) &&
    whose.includes(entry) &&
    (session === null || session.includes(entry.session)) &&
    (during === null || (entry.at >= during.from && entry.at <= during.to)) &&
    (scope === null || inScope(scope, entry)) &&
    (!undelivered || entry.undelivered === 1) &&
    (state === null || isIn(state, entry)) &&
    (basis === null || (entry.direction === 'sent' && moneyOf(entry.cost).basis === basis)) &&
    (hour === null || (entry.hour === hour.hour && weekdayOf(entry.day) === hour.weekday)) &&
    (found === null || named(entry));
}

function isOneOf(
  accounts: readonly OnPlatform<AccountId>[],
  platform: StoredEntry['platform'],
  id: AccountId | '' | null,
): boolean {
  return accounts.some((account) => account.id === id && account.platform === platform);
}

/** Whether that is an entry's state: one that is void is nothing else. */
function isIn(asked: WantedState, entry: StoredEntry): boolean {
  const { correction } = entry;
  if (correction?.voided === true) return asked === 'void';
  return asked === 'corrected' ? correction !== undefined : stateOf(entry) === asked;
}

const key = ({ platform, id }: OnPlatform<string>) => `${platform}:${id}`;
