import { lotEvents } from '../core/costing.ts';
import { aboutHidden, withoutForgottenPeople } from '../core/forgetful-operations.ts';
import { type DeviceId, deviceId, nextStamp } from '../core/logical-clock.ts';
import {
  foldOperations,
  joinOperations,
  type Operated,
  type Operation,
  type OperationId,
} from '../core/operation.ts';
import type { EpochMs } from '../core/time.ts';
import { entryByHand, setCorrections, withCorrection } from './corrected.ts';
import { type CostContext, costChanges, costEverything } from './costs.ts';
import type { LedgerDatabase } from './database.ts';
import { forgetNotes, forgetsOf, lastForgotten } from './forgets.ts';
import { LedgerChanges } from './ledger-changes.ts';
import { keepLinked, keepMerged } from './linked-accounts.ts';
import { type People, peopleFrom } from './people.ts';
import { type Hidden, settlePeople } from './settling.ts';
import { forgetInStandings } from './standings.ts';
import { TotalChanges } from './totals.ts';

/** What the user wants done; id and stamp are given here. */
export type Wanted = Operation extends infer Each
  ? Each extends Operation
    ? Omit<Each, 'id' | 'stamp'>
    : never
  : never;

/** Who does it, when, and what costs depend on. */
export interface OperationContext extends CostContext {
  readonly now: EpochMs;
}

/** Thrown where an operation that every device would make the same was made before. */
export class OperationKnown extends Error {
  override readonly name = 'OperationKnown';
}

/**
 * Records something that the user did, and works out anew what depends on it, in one transaction: either all of it
 * happened or nothing. Gives the operation, by whose id it can be undone. Only what every device would make the same has
 * an `id` of its own; rejected with {@link OperationKnown} where that one was made before.
 */
export async function operate(
  database: LedgerDatabase,
  wanted: Wanted,
  context: OperationContext,
  id = crypto.randomUUID() as OperationId,
): Promise<Operation> {
  return database.transaction('rw', database.tables, async () => {
    if ((await database.operations.get(id)) !== undefined) throw new OperationKnown(id);
    const make = await operationMaker(database, context.now);
    const operation = make(wanted, id);
    await takeInOperations(database, [operation], context);
    return operation;
  });
}

/** Records several things that the user did at once, in their order, in one transaction. Gives the operations. */
export async function operateAll(
  database: LedgerDatabase,
  wanted: readonly Wanted[],
  context: OperationContext,
): Promise<readonly Operation[]> {
  return database.transaction('rw', database.tables, async () => {
    const make = await operationMaker(database, context.now);
    const operations = wanted.map((each) => make(each, crypto.randomUUID() as OperationId));
    await takeInOperations(database, operations, context);
    return operations;
  });
}

/** Gives what makes operations of this device, each later than everything in the ledger. */
async function operationMaker(
  database: LedgerDatabase,
  now: EpochMs,
): Promise<(wanted: Wanted, id: OperationId) => Operation> {
  const device = await thisDevice(database);
  let last = (await database.operations.orderBy('stamp').last())?.stamp ?? null;
  return (wanted, id) => {
    const stamp = nextStamp(last, now, device);
    last = stamp;
    return { ...wanted, id, stamp };
  };
}

/**
 * Takes in operations, this device's or another's, in any order and any number of times, and works out anew what
 * depends on those that are news, in one transaction. What they say of payments that are not in the ledger waits.
 */
export async function takeInOperations(
  database: LedgerDatabase,
  incoming: readonly Operation[],
  context: CostContext,
): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    const stored = new Map((await database.operations.toArray()).map((each) => [each.id, each]));
    const before = foldOperations(stored.values());
    const all = joinedById(stored, incoming);
    let after = foldOperations(all.values());
    const changes = new LedgerChanges();
    let people = await peopleFrom(database, after);
    // What is stored lost them already, unless somebody is forgotten only now.
    const told = same(before.forgotten, after.forgotten) ? incoming : [...all.values()];
    const unsafe = told.flatMap(({ id }) => all.get(id) ?? []);
    const forgets = await forgetsOf(database, people, unsafe);
    if (forgets !== null) {
      for (const each of unsafe) all.set(each.id, withoutForgottenPeople(each, forgets));
      await forgetInStandings(database, forgets);
      after = foldOperations(all.values());
      people = await peopleFrom(database, after);
    }
    let hidden: Hidden = new Map();
    if (await setPeople(database, before, after)) {
      hidden = await settlePeople(database, people, changes);
      for (const [id, each] of all) all.set(id, aboutHidden(each, hidden));
      after = foldOperations(all.values());
    }
    if (!same(before.followed, after.followed)) {
      await database.followed.clear();
      await database.followed.bulkPut([...after.followed]);
    }
    touchLots(before, after, changes);
    await setAdded(database, before, after, people, changes, context);
    if (await forgetNotes(database, all, lastForgotten(after.forgotten))) {
      after = foldOperations(all.values());
    }
    await setCorrections(database, after.corrections, changes, hidden.values());
    const news = [...all.values()].filter((each) => !same(each, stored.get(each.id)));
    await database.operations.bulkPut(news);
    await costChanges(database, changes, context);
    await changes.write(database);
  });
}

type Operations = Map<OperationId, Operation>;

function joinedById(
  stored: ReadonlyMap<OperationId, Operation>,
  incoming: readonly Operation[],
): Operations {
  const all = new Map(stored);
  for (const each of incoming) {
    const known = all.get(each.id);
    all.set(each.id, known === undefined ? each : joinOperations(known, each));
  }
  return all;
}

/** Keeps who is merged, linked and forgotten. Gives whether payments have to be filed anew. */
async function setPeople(
  database: LedgerDatabase,
  before: Operated,
  after: Pick<Operated, 'merged' | 'linked' | 'forgotten'>,
): Promise<boolean> {
  if (!same(before.linked, after.linked)) await keepLinked(database, after);
  if (same(before.merged, after.merged) && same(before.forgotten, after.forgotten)) return false;
  await keepMerged(database, after);
  await database.forgotten.clear();
  await database.forgotten.bulkPut([...after.forgotten]);
  return true;
}

function touchLots(before: Operated, after: Operated, changes: LedgerChanges): void {
  const purchases = differing(before.purchases, after.purchases);
  const adjustments = differing(before.adjustments, after.adjustments);
  for (const unit of new Set([...purchases, ...adjustments].map((each) => each.unit))) {
    for (const event of lotEvents(unit, purchases, adjustments, [])) changes.touch(unit, event);
  }
}

/** What is in one list and not the same in the other: as it was, and as it is. */
function differing<Row extends { readonly id: string }>(
  before: readonly Row[],
  after: readonly Row[],
): Row[] {
  const [was, is] = [before, after].map((rows) => new Map(rows.map((row) => [row.id, row])));
  return [
    ...before.filter((row) => !same(row, is?.get(row.id))),
    ...after.filter((row) => !same(row, was?.get(row.id))),
  ];
}

/** Puts payments by hand into the ledger, as they are told now, and takes out those that were taken back. */
async function setAdded(
  { entries }: LedgerDatabase,
  before: Operated,
  after: Operated,
  people: People,
  changes: LedgerChanges,
  { zone }: CostContext,
): Promise<void> {
  const changed = new Set(differing(before.added, after.added).map(({ id }) => id));
  if (changed.size === 0) return;
  const ids = [...changed];
  const rows = new Map(
    (await entries.bulkGet(ids)).flatMap((row) => (row === undefined ? [] : [[row.id, row]])),
  );
  const corrections = new Map(
    after.corrections.map(({ entry, ...correction }) => [entry, correction]),
  );
  for (const id of ids) {
    const added = after.added.find((each) => each.id === id);
    const row =
      added && withCorrection(people.placed(entryByHand(added, zone), ''), corrections.get(id));
    changes.replace(rows.get(id), row);
    if (row === undefined) await entries.delete(id);
    else await entries.put(row);
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Works all costs out anew: after a change of prices, rates, display currency or way of matching. */
export async function recost(database: LedgerDatabase, context: CostContext): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    const changes = new TotalChanges();
    await costEverything(database, changes, context);
    await changes.write(database);
  });
}

/** Works all costs out anew where what they depend on is not what they were worked out under. */
export async function recostWhereChanged(
  database: LedgerDatabase,
  context: CostContext,
): Promise<void> {
  if ((await database.facts.get('costs'))?.value !== context.key) {
    await recost(database, context);
  }
}

/** This installation's id in stamps: random, and never part of any other id. */
export async function thisDevice({ facts }: LedgerDatabase): Promise<DeviceId> {
  const stored = await facts.get('device');
  if (stored !== undefined) {
    return deviceId(stored.value);
  }
  const device = deviceId(crypto.randomUUID().slice(0, 8));
  await facts.put({ id: 'device', value: device });
  return device;
}
