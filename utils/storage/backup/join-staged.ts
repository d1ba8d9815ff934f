import { canonicalJson } from '../../core/canonical.ts';
import { isForgottenEntry } from '../../core/forgotten.ts';
import type { EntryId } from '../../core/ids.ts';
import type { Work } from '../../core/long-work.ts';
import type { Operation } from '../../core/operation.ts';
import { cancellable } from '../cancellable.ts';
import type { CostContext } from '../costs.ts';
import type { LedgerDatabase } from '../database.ts';
import { noteRestoredRates } from '../exchange-rates.ts';
import { hideCorrections } from '../late-sightings.ts';
import { LedgerChanges } from '../ledger-changes.ts';
import { zoneForDays } from '../ledger-zone.ts';
import { recost, takeInOperations } from '../operations.ts';
import { readPeople } from '../people.ts';
import { forgetRemembered } from '../remembered-rows.ts';
import { settlePeople } from '../settling.ts';
import type { CheckedBackup } from './check-backup.ts';
import { EntryJoiner, type Joined, type PlaceContext } from './entry-joiner.ts';
import { hideAsTold } from './hidden-entries.ts';
import type { KeptEntry, KeptRows, KeptTable } from './rows.ts';
import { keptTableNames, keptTables, type TableRules } from './tables.ts';

/** What joining has to be told. */
export interface RestoreContext extends PlaceContext {
  /** What costs depend on, asked once the rows are joined. May await nothing but the ledger. */
  costs(): Promise<CostContext>;
}

/** Rows of totals that are gathered before they are written: some hundred MB at the most. */
const MOST_CHANGES = 200_000;

type PlainTable = Exclude<KeptTable, 'entries' | 'operations'>;

/** Sessions come by themselves, since entries have to know which of them changed. */
const plainTableNames = keptTableNames.filter(
  (name): name is Exclude<PlainTable, 'sessions'> =>
    name !== 'entries' && name !== 'operations' && name !== 'sessions',
);

interface Replaced<Row> {
  readonly before: Row;
  readonly after: Row;
}

/** What came of a restore, by table. */
export type Restored = Readonly<Record<KeptTable, Readonly<Joined>>>;

/**
 * Joins the rows that were put aside with the ledger, and works out costs and totals, all in one transaction: after a
 * kill, a cancel or a full disk at any moment the ledger is as before. Entries are merged as sightings are, so nothing
 * counts twice. Rejected with the signal's reason when cancelled.
 */
export async function joinStaged(
  database: LedgerDatabase,
  { hides }: Pick<CheckedBackup, 'hides'>,
  context: RestoreContext,
  { signal, tell }: Work,
): Promise<Restored> {
  return cancellable(database, signal, async () => {
    const total = await database.staged.count();
    let done = 0;
    const step = () => tell({ stage: 'joining', done: done++, total });
    const restored = nothingRestored();
    const changes = new LedgerChanges();
    const take = async <Name extends PlainTable>(table: Name) => {
      const replaced: Replaced<KeptRows[Name]>[] = [];
      await eachStaged(database, table, async (rows) => {
        step();
        replaced.push(...(await joinPlain(database, table, rows, restored[table])));
      });
      return replaced;
    };
    for (const table of plainTableNames) await take(table);
    if (isMore(restored.rateDays)) await noteRestoredRates(database, context.now);
    await forgetRemembered(database);
    const sessions = await take('sessions');
    if (hides) await hideAsTold(database, await stagedHidden(database), changes);
    const people = await readPeople(database);
    // All days of a ledger are of one zone, also while the user's choice of another waits.
    const zone = await zoneForDays(database, context.zone);
    const entries = new EntryJoiner(database, people, changes, {
      ...context,
      zone,
      costs: await context.costs(),
    });
    await eachStaged(database, 'entries', async (rows) => {
      step();
      await entries.join(rows);
      if (changes.totals.size > MOST_CHANGES) await changes.totals.writeSoFar(database);
    });
    await entries.finish();
    await entries.identify(
      sessions
        .filter(({ before, after }) => before.creator !== after.creator)
        .map(({ after }) => after.id),
    );
    await entries.judge();
    await entries.price();
    Object.assign(restored.entries, entries.joined);
    if (people.forgets) {
      const hidden = await settlePeople(database, people, changes);
      await hideCorrections(database, hidden, changes);
    }
    await changes.write(database);
    tell({ stage: 'working-out', done: 0, total: 0 });
    await takeIn(database, restored.operations, await context.costs());
    if (changesCosts(restored)) await recost(database, await context.costs());
    await database.staged.clear();
    return restored;
  });
}

/** Entries put aside that are told without someone, by their ids. */
async function stagedHidden(database: LedgerDatabase): Promise<ReadonlyMap<EntryId, KeptEntry>> {
  const hidden = new Map<EntryId, KeptEntry>();
  await eachStaged(database, 'entries', async (rows) => {
    for (const row of rows) if (isForgottenEntry(row.id)) hidden.set(row.id, row);
  });
  return hidden;
}

/** Takes in operations that are not here yet, or not as they are told now, after the payments that they are about. */
async function takeIn(
  database: LedgerDatabase,
  joined: Joined,
  context: CostContext,
): Promise<void> {
  const news: Operation[] = [];
  await eachStaged(database, 'operations', async (rows) => {
    const stored = await database.operations.bulkGet(rows.map(({ id }) => id));
    rows.forEach((row, index) => {
      const before = stored[index];
      if (before !== undefined && canonicalJson(before) === canonicalJson(row)) return;
      joined[before === undefined ? 'added' : 'changed'] += 1;
      news.push(row);
    });
  });
  if (news.length > 0) await takeInOperations(database, news, context);
}

function nothingRestored(): Record<KeptTable, Joined> {
  const none = (): Joined => ({ added: 0, changed: 0 });
  return {
    operations: none(),
    accounts: none(),
    sessions: none(),
    people: none(),
    gifts: none(),
    learnedOffers: none(),
    balances: none(),
    notices: none(),
    rateDays: none(),
    entries: none(),
  };
}

function changesCosts({ entries, operations, learnedOffers, rateDays }: Restored): boolean {
  return [entries, operations, learnedOffers, rateDays].some(isMore);
}

function isMore({ added, changed }: Joined): boolean {
  return added + changed > 0;
}

/** The staged rows of a table, some at a time, so that memory does not grow with their number. */
async function eachStaged<Name extends KeptTable>(
  { staged }: LedgerDatabase,
  table: Name,
  take: (rows: readonly KeptRows[Name][]) => Promise<void>,
): Promise<void> {
  const ids = await staged.where('table').equals(table).primaryKeys();
  // Each is asked for before the one ahead of it is taken, which may go on writing for a while.
  const read = (index: number) => {
    const id = ids[index];
    const chunk = id === undefined ? undefined : staged.get(id);
    // Asked for in vain where taking the one ahead fails.
    chunk?.catch(() => undefined);
    return chunk;
  };
  let next = read(0);
  for (let index = 0; index < ids.length; index += 1) {
    const chunk = await next;
    next = read(index + 1);
    if (isOf(chunk, table)) await take(chunk.rows);
  }
}

function isOf<Name extends KeptTable>(
  chunk: { readonly table: KeptTable } | undefined,
  table: Name,
): chunk is { readonly table: Name; readonly rows: readonly KeptRows[Name][] } {
  return chunk?.table === table;
}

/** Joins rows of a table that is kept as it is. Gives those that were there and say more now. */
async function joinPlain<Name extends PlainTable>(
  database: LedgerDatabase,
  table: Name,
  rows: readonly KeptRows[Name][],
  joined: Joined,
): Promise<Replaced<KeptRows[Name]>[]> {
  const rules: TableRules<KeptRows[Name]> = keptTables[table];
  const stored = await rules.load(database, rows);
  const fresh: KeptRows[Name][] = [];
  const replaced: Replaced<KeptRows[Name]>[] = [];
  rows.forEach((row, index) => {
    const before = stored[index];
    if (before === undefined) {
      fresh.push(row);
      return;
    }
    const after = rules.join(before, row);
    if (canonicalJson(before) !== canonicalJson(after)) replaced.push({ before, after });
  });
  joined.added += fresh.length;
  joined.changed += replaced.length;
  await database
    .table<KeptRows[Name]>(table)
    .bulkPut([...fresh, ...replaced.map(({ after }) => after)]);
  return replaced;
}
