import type { Cost } from '../core/cost.ts';
import {
  type Checkpoint,
  type Convert,
  costAll,
  eventKey,
  exactCost,
  keyBehind,
  type LotEvent,
  lotEvents,
  type Pricing,
} from '../core/costing.ts';
import type { CurrencyCode } from '../core/ids.ts';
import type { LotMethod } from '../core/lots.ts';
import type { UnitRate } from '../core/money.ts';
import { dayOf, type TimeZone } from '../core/time.ts';
import { type UnitId, unitIds } from '../core/units.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import { type EntryPage, eachPage } from './entry-pages.ts';
import type { LedgerChanges } from './ledger-changes.ts';
import { isSpendOf, lotOperations, spendOf } from './spends.ts';
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

/**
 * Works costs out anew from the earliest of the changes on, until nothing changes any more, and moves totals along. The
 * changed entries must be in the database already, without a cost where they are no spends. Runs in the transaction
 * that wrote them.
 */
export async function costChanges(
  database: LedgerDatabase,
  changes: LedgerChanges,
  context: CostContext,
): Promise<void> {
  if ((await database.facts.get('costs'))?.value !== context.key) {
    await costEverything(database, changes.totals, context);
    return;
  }
  const { inMoney, totals } = changes;
  await database.entries.bulkPut(recosted(inMoney, costsInMoney(inMoney, context), totals));
  for (const [unit, { first, last }] of changes.stretches) {
    await costUnits(database, [{ unit, first, changedUpTo: last }], totals, context);
  }
}

/** Works all costs out anew: after a price, a rate or the way of matching changed. */
export async function costEverything(
  database: LedgerDatabase,
  changes: TotalChanges,
  context: CostContext,
): Promise<void> {
  // Their state is in another currency, or matched another way.
  await database.checkpoints.clear();
  const all = unitIds.map((unit) => ({ unit, first: '', changedUpTo: LAST }));
  await costUnits(database, all, changes, context);
  await database.facts.put({ id: 'costs', value: context.key });
}

/** A unit whose costs have to be worked out again from the event `first` on. */
interface Stretch {
  readonly unit: UnitId;
  readonly first: string;
  /** Behind this event nothing changed by itself. */
  readonly changedUpTo: string;
}

/** A stretch as it is worked through, page by page. */
interface UnitRun extends Stretch {
  /** What moves the unit's lots beside entries. */
  readonly others: readonly LotEvent[];
  from: Checkpoint | undefined;
  done: boolean;
  /** The key of the last event so far, and how many other entries were read since the last checkpoint. */
  last: string;
  passed: number;
}

async function costUnits(
  database: LedgerDatabase,
  stretches: readonly Stretch[],
  changes: TotalChanges,
  context: CostContext,
): Promise<void> {
  const { purchases, adjustments } = await lotOperations(database);
  const runs = await Promise.all(
    stretches.map(async (stretch): Promise<UnitRun> => {
      const { unit, first } = stretch;
      const from = await database.checkpoints
        .where('[unit+key]')
        .between([unit, ''], [unit, first])
        .last();
      const others = lotEvents(unit, purchases, adjustments, []);
      return { ...stretch, from, done: false, last: '', passed: 0, others };
    }),
  );
  const since = Math.min(...runs.map(({ from }) => (from === undefined ? 0 : timeOf(from))));
  const everything = runs.every(({ changedUpTo }) => changedUpTo === LAST);
  await eachPage(database, 'sent', since, Number.POSITIVE_INFINITY, async (page) => {
    const costs = new Map(everything ? costsInMoney(page.entries, context) : []);
    for (const run of runs) {
      if (!run.done) await costPage(database, run, page, costs, context);
    }
    await database.entries.bulkPut(recosted(page.entries, costs, changes));
    return runs.every(({ done }) => done) ? 'enough' : 'more';
  });
}

/** Carries one unit's run through one page: adds the costs of its spends, and writes the checkpoints down anew. */
async function costPage(
  { checkpoints }: LedgerDatabase,
  run: UnitRun,
  { entries, upTo }: EntryPage,
  costs: Map<string, Cost>,
  context: CostContext,
): Promise<void> {
  const { unit, from } = run;
  const end = upTo === null ? LAST : keyBehind(upTo);
  const spends = entries.map(spendOf).filter((spend) => isSpendOf(unit, spend));
  const start = from?.key ?? '';
  const others = run.others.filter((event) => eventKey(event) > start && eventKey(event) <= end);
  const known = await checkpoints
    .where('[unit+key]')
    .between([unit, start], [unit, end], false, true)
    .toArray();
  const ran = costAll([...others, ...spends], {
    method: context.method,
    pricing: pricingOf(unit, context),
    ...(from === undefined ? {} : { from }),
    every: CHECKPOINT_EVERY,
    known,
    changedUpTo: run.changedUpTo,
  });
  for (const [id, { cost }] of ran.costs) costs.set(id, cost);
  const stale = known.filter(({ key }) => key < (ran.stoppedAt ?? LAST));
  await checkpoints.bulkDelete(stale.map(({ key }): [UnitId, string] => [unit, key]));
  await checkpoints.bulkPut(ran.checkpoints.map((checkpoint) => ({ unit, ...checkpoint })));
  run.from = { key: end, state: ran.state };
  run.done = ran.stoppedAt !== null;
  const kept = ran.checkpoints.at(-1);
  const since = kept === undefined ? -1 : timeOf(kept);
  const passed = entries.filter((entry) => entry.at > since && !isSpendOf(unit, spendOf(entry)));
  run.passed = (kept === undefined ? run.passed : 0) + passed.length;
  for (const event of [...others, ...spends]) {
    const key = eventKey(event);
    if (key > start && key > run.last) run.last = key;
  }
  if (upTo === null && !run.done && run.passed > CHECKPOINT_EVERY && run.last !== '') {
    // A unit that is seldom spent would else be read through all that was spent of others since its last checkpoint.
    await checkpoints.put({ unit, key: run.last, state: ran.state });
  }
}

/** Costs of what was paid in money: exactly that, at the rate of its own day. No lots have a part in them. */
function costsInMoney(entries: readonly StoredEntry[], context: CostContext): Map<string, Cost> {
  const costs = new Map<string, Cost>();
  for (const entry of entries) {
    const spend = spendOf(entry);
    if (spend === null || spend.unit !== null) continue;
    costs.set(entry.id, exactCost(spend.money, entry.at, moneyIn(context)));
  }
  return costs;
}

/**
 * What an entry costs if no purchase is known, which only its own units and price say; null where it is no spend. Where one
 * is known, working costs out corrects it.
 */
export function listedCost(entry: StoredEntry, context: CostContext): Cost | null {
  const spend = spendOf(entry);
  if (spend === null) return null;
  if (spend.unit === null) return exactCost(spend.money, entry.at, moneyIn(context));
  const { method } = context;
  const { costs } = costAll([spend], { method, pricing: pricingOf(spend.unit, context) });
  return costs.get(entry.id)?.cost ?? null;
}

/** The entries whose costs differ, with the new ones; totals are moved along. */
function recosted(
  entries: readonly StoredEntry[],
  costs: ReadonlyMap<string, Cost>,
  changes: TotalChanges,
): StoredEntry[] {
  return entries.flatMap((before) => {
    const cost = costs.get(before.id);
    if (cost === undefined || sameCost(before.cost, cost)) return [];
    const after = { ...before, cost };
    changes.replace(before, after);
    return [after];
  });
}

function pricingOf(unit: UnitId, context: CostContext): Pricing {
  const rate = context.listed(unit);
  return { ...moneyIn(context), listed: () => rate };
}

function moneyIn({ display, convert, zone }: CostContext): Omit<Pricing, 'listed'> {
  return { display, convert, dayOf: (at) => dayOf(at, zone) };
}

/** The moment of a checkpoint: its key begins with it. */
function timeOf({ key }: Checkpoint): number {
  return Number.parseInt(key, 10);
}

function sameCost(a: Cost | null, b: Cost): boolean {
  return a !== null && Object.entries(b).every(([name, value]) => Reflect.get(a, name) === value);
}
