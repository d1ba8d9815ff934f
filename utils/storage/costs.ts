import type { Cost } from '../core/cost.ts';
import {
  type Checkpoint,
  type Convert,
  costAll,
  eventKey,
  exactCost,
  lotEvents,
  type Pricing,
  type Went,
} from '../core/costing.ts';
import { amountOf } from '../core/entry.ts';
import type { CurrencyCode, EntryId } from '../core/ids.ts';
import type { LotMethod } from '../core/lots.ts';
import type { UnitRate } from '../core/money.ts';
import { foldOperations } from '../core/operation.ts';
import { paidMoney } from '../core/paid-money.ts';
import { dayOf, type TimeZone } from '../core/time.ts';
import { isOwnUnit, type UnitId, unitIds, units } from '../core/units.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import type { TotalChanges } from './totals.ts';

/** What has to be known to turn units into money. */
export interface CostContext {
  /** The currency that all costs are kept in. */
  readonly display: CurrencyCode;
  readonly method: LotMethod;
  readonly convert: Convert;
  /** Conversion to another currency than the display's, as budgets in a currency of their own need it. */
  readonly convertTo: (currency: CurrencyCode) => Convert;
  /** The listed price of a unit, for what no purchase is known for; null where none is known. */
  readonly listed: (unit: UnitId) => UnitRate | null;
  readonly zone: TimeZone;
  /** Differs where any of the others does: costs worked out under another key are worked out anew. */
  readonly key: string;
}

/** After how many spends the state of the lots is written down, so that a new spend needs few of those before it. */
const CHECKPOINT_EVERY = 200;

const LAST = '\uffff';

/** Entries by id as they were before and are after a change; costs are worked out for those that were sent. */
export type ChangedEntries = ReadonlyMap<EntryId, { before?: StoredEntry; after?: StoredEntry }>;

/**
 * Works costs out anew from the earliest of the changed entries on, until nothing changes any more, and moves totals
 * along. The changed entries must be in the database already. Runs in the transaction that wrote them.
 */
export async function costChanges(
  database: LedgerDatabase,
  changed: ChangedEntries,
  changes: TotalChanges,
  context: CostContext,
): Promise<void> {
  if ((await database.facts.get('costs'))?.value !== context.key) {
    await costEverything(database, changes, context);
    return;
  }
  const keys = new Map<UnitId, string[]>();
  const afters = [...changed.values()].flatMap(({ after }) => after ?? []);
  await costMoney(database, afters, changes, context);
  for (const { before, after } of changed.values()) {
    for (const entry of [before, after]) {
      const spend = entry === undefined ? null : spendOf(entry);
      if (spend !== null) keys.set(spend.unit, [...(keys.get(spend.unit) ?? []), eventKey(spend)]);
    }
  }
  for (const [unit, touched] of keys) {
    touched.sort();
    await costFrom(database, unit, touched[0] ?? '', touched.at(-1) ?? LAST, changes, context);
  }
}

/** Works all costs out anew: after a purchase, a price, a rate or the way of matching changed. */
export async function costEverything(
  database: LedgerDatabase,
  changes: TotalChanges,
  context: CostContext,
): Promise<void> {
  // Their state is in another currency, or matched another way.
  await database.checkpoints.clear();
  const sent = await database.entries
    .where('[direction+at]')
    .between(['sent', 0], ['sent', Number.POSITIVE_INFINITY])
    .toArray();
  await costMoney(database, sent, changes, context);
  for (const unit of unitIds) {
    await costFrom(database, unit, '', LAST, changes, context, sent);
  }
  await database.facts.put({ id: 'costs', value: context.key });
}

/** A sent entry as something that was spent; null for what has no price in units, and for payments in money. */
function spendOf({
  id,
  at,
  direction,
  unit,
  ...entry
}: StoredEntry): (Went & { readonly unit: UnitId }) | null {
  const amount = amountOf(entry);
  return direction !== 'sent' || unit === null || amount === null || !isOwnUnit(unit)
    ? null
    : { type: 'went', id, at, units: units(amount), unit };
}

/** Works out what payments in money cost: exactly that, at the rate of their own day. */
async function costMoney(
  { entries }: LedgerDatabase,
  rows: readonly StoredEntry[],
  changes: TotalChanges,
  { display, convert, zone }: CostContext,
): Promise<void> {
  const pricing = { display, convert, dayOf: (at: StoredEntry['at']) => dayOf(at, zone) };
  const recosted: StoredEntry[] = [];
  for (const before of rows) {
    const amount = amountOf(before);
    if (before.direction !== 'sent' || before.unit === null || amount === null) continue;
    const paid = paidMoney(before.unit, amount);
    const cost = paid === null ? null : exactCost(paid, before.at, pricing);
    if (cost === null || sameCost(before.cost, cost)) continue;
    const after = { ...before, cost };
    changes.replace(before, after);
    recosted.push(after);
  }
  await entries.bulkPut(recosted);
}

async function costFrom(
  database: LedgerDatabase,
  unit: UnitId,
  first: string,
  changedUpTo: string,
  changes: TotalChanges,
  context: CostContext,
  /** All that was sent, where the caller has read it. */
  sent?: readonly StoredEntry[],
): Promise<void> {
  const { entries, checkpoints, operations } = database;
  const stored = await checkpoints.where('[unit+key]').between([unit, ''], [unit, LAST]).toArray();
  const from = stored.findLast(({ key }) => key < first);
  const known = stored.filter(({ key }) => key >= first);
  const rows =
    sent ??
    (await entries
      .where('[direction+at]')
      .between(['sent', from === undefined ? 0 : timeOf(from)], ['sent', Number.POSITIVE_INFINITY])
      .toArray());
  const spends = new Map<string, StoredEntry>();
  const went = rows.flatMap((entry) => {
    const spend = spendOf(entry);
    if (spend === null || spend.unit !== unit) return [];
    spends.set(entry.id, entry);
    return [spend];
  });
  const { purchases, adjustments } = foldOperations(await operations.toArray());
  const events = lotEvents(unit, purchases, adjustments, went);
  const ran = costAll(events, {
    method: context.method,
    pricing: pricingOf(unit, context),
    ...(from === undefined ? {} : { from }),
    every: CHECKPOINT_EVERY,
    known,
    changedUpTo,
  });
  const recosted: StoredEntry[] = [];
  for (const [id, { cost }] of ran.costs) {
    const before = spends.get(id);
    if (before !== undefined && !sameCost(before.cost, cost)) {
      const after = { ...before, cost };
      changes.replace(before, after);
      recosted.push(after);
    }
  }
  await entries.bulkPut(recosted);
  const last = ran.stoppedAt ?? LAST;
  await checkpoints.bulkDelete(
    known.filter(({ key }) => key < last).map(({ key }): [UnitId, string] => [unit, key]),
  );
  await checkpoints.bulkPut(ran.checkpoints.map((checkpoint) => ({ unit, ...checkpoint })));
  const others = rows.length - went.length;
  if (ran.stoppedAt === null && events.length > 0 && others > CHECKPOINT_EVERY) {
    // A unit that is seldom spent would else be read through all that was spent of others since its last checkpoint.
    const key = events.map(eventKey).reduce((a, b) => (a > b ? a : b));
    await checkpoints.put({ unit, key, state: ran.state });
  }
}

function pricingOf(unit: UnitId, { display, convert, listed, zone }: CostContext): Pricing {
  const rate = listed(unit);
  return { display, convert, dayOf: (at) => dayOf(at, zone), listed: () => rate };
}

/** The moment of a checkpoint: its key begins with it. */
function timeOf({ key }: Checkpoint): number {
  return Number.parseInt(key, 10);
}

function sameCost(a: Cost | null, b: Cost): boolean {
  return a !== null && Object.entries(b).every(([name, value]) => Reflect.get(a, name) === value);
}
