import type { IndexableType, Table } from 'dexie';
import * as z from 'zod/mini';
import { isForgottenEntry } from '../../core/forgotten.ts';
import { joinOperations } from '../../core/operation.ts';
import { readOperation } from '../../core/operation-schema.ts';
import type { EpochMs } from '../../core/time.ts';
import type { LedgerDatabase, StoredEntry } from '../database.ts';
import * as joins from './joins.ts';
import * as schemas from './row-schemas.ts';
import type { KeptRows, KeptTable } from './rows.ts';

/** What a backup has to know of one table. */
export interface TableRules<Row> {
  /** Reads what a file says is a row. Throws for what is none. */
  check(value: unknown, now: EpochMs): Row;
  join(a: Row, b: Row): Row;
  /** The stored rows with the keys of `rows`, in their order. */
  load(database: LedgerDatabase, rows: readonly Row[]): Promise<(Row | undefined)[]>;
  /** The rows after `last` by key, from the first where it is null, `most` at the most, with the key to go on from. */
  page(database: LedgerDatabase, last: unknown, most: number): Promise<Page<Row>>;
  count(database: LedgerDatabase): Promise<number>;
  /** Whether a payment is told without someone who had part in it. */
  hides?(row: Row): boolean;
}

/** Some rows of a table in the order of their keys. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Null when there are no more. */
  readonly last: unknown;
}

/** Rules of a table whose rows are kept as they are. */
function plain<Name extends Exclude<KeptTable, 'entries'>>(
  name: Name,
  keyOf: (row: KeptRows[Name]) => IndexableType,
  check: (value: unknown, now: EpochMs) => KeptRows[Name],
  join: (a: KeptRows[Name], b: KeptRows[Name]) => KeptRows[Name],
): TableRules<KeptRows[Name]> {
  const tableOf = (database: LedgerDatabase) => database.table<KeptRows[Name]>(name);
  return {
    check,
    join,
    load: (database, rows) => tableOf(database).bulkGet(rows.map(keyOf)),
    page: (database, last, most) => pageOf(tableOf(database), keyOf, last, most),
    count: (database) => tableOf(database).count(),
  };
}

/** Rows in the order of their keys, read without holding a transaction open. */
export async function pageOf<Row>(
  table: Table<Row>,
  keyOf: (row: Row) => IndexableType,
  last: unknown,
  most: number,
): Promise<Page<Row>> {
  const rows = await (last === null ? table.toCollection() : table.where(':id').above(last))
    .limit(most)
    .toArray();
  const end = rows.at(-1);
  return { rows, last: end === undefined || rows.length < most ? null : keyOf(end) };
}

/** An entry without what a backup leaves out. */
export function keptOf({
  session: _session,
  creator: _creator,
  giver: _giver,
  day: _day,
  hour: _hour,
  undelivered: _undelivered,
  cost: _cost,
  correction: _correction,
  byHand: _byHand,
  openSince: _openSince,
  priceless: _priceless,
  ...kept
}: StoredEntry): KeptRows['entries'] {
  return kept;
}

const entries: TableRules<KeptRows['entries']> = {
  check: (value) => z.parse(schemas.keptEntry, value),
  join: joins.joinEntries,
  async load(database, rows) {
    const found = await database.entries.bulkGet(rows.map(({ id }) => id));
    return found.map((entry) => entry && keptOf(entry));
  },
  async page(database, last, most) {
    const page = await pageOf(database.table<StoredEntry>('entries'), ({ id }) => id, last, most);
    // What was entered by hand is in its operation.
    return { ...page, rows: page.rows.filter(({ byHand }) => byHand === undefined).map(keptOf) };
  },
  count: (database) => database.entries.count(),
  hides: ({ id }) => isForgottenEntry(id),
};

/** Every table that is the user's, in the order in which backups hold and restoring joins them: entries last. */
export const keptTables: {
  readonly [Name in KeptTable]: TableRules<KeptRows[Name]>;
} = {
  operations: plain('operations', ({ id }) => id, readOperation, joinOperations),
  accounts: plain(
    'accounts',
    ({ platform, id }) => [platform, id],
    (value) => z.parse(schemas.ownAccount, value),
    joins.joinAccounts,
  ),
  sessions: plain(
    'sessions',
    ({ id }) => id,
    (value) => z.parse(schemas.session, value),
    joins.joinSessions,
  ),
  people: plain(
    'people',
    ({ platform, id }) => [platform, id],
    (value) => z.parse(schemas.person, value),
    joins.joinPeople,
  ),
  gifts: plain(
    'gifts',
    ({ platform, id }) => [platform, id],
    (value) => z.parse(schemas.gift, value),
    joins.joinGifts,
  ),
  learnedOffers: plain(
    'learnedOffers',
    ({ id }) => id,
    (value) => z.parse(schemas.learnedOffers, value),
    joins.joinOffers,
  ),
  balances: plain(
    'balances',
    ({ unit, account, at }) => [unit, account, at],
    (value) => z.parse(schemas.balance, value),
    joins.joinBalances,
  ),
  notices: plain(
    'notices',
    ({ id }) => id,
    (value) => z.parse(schemas.notice, value),
    joins.joinNotices,
  ),
  rateDays: plain(
    'rateDays',
    ({ day, source }) => [day, source],
    (value) => z.parse(schemas.rateDay, value),
    joins.joinRates,
  ),
  entries,
};

/** The tables of a backup by name, in their order. */
export const keptTableNames: readonly KeptTable[] = [
  'operations',
  'accounts',
  'sessions',
  'people',
  'gifts',
  'learnedOffers',
  'balances',
  'notices',
  'rateDays',
  'entries',
];
