import type { BudgetId, HeldBudget } from '../core/budget.ts';
import { heldBudget, withAccounts } from '../core/budget-accounts.ts';
import {
  budgetLock,
  guardLock,
  type LockRules,
  matureStanding,
  remaining,
  type Standing,
  same,
  settleStanding,
} from '../core/budget-lock.ts';
import { budgetWithout, type Forgets } from '../core/forgetful-operations.ts';
import { freshGuard, type GuardSettings } from '../core/guard.ts';
import { type EpochMs, epochMs } from '../core/time.ts';
import { furthest, type TrustedTime, trustedNow } from '../core/trusted-time.ts';
import { readOperated } from './book.ts';
import type { LedgerDatabase, StoredStanding } from './database.ts';
import { readLinkedAccounts } from './linked-accounts.ts';

/** What holds of all budgets and of the guard, with what waits. */
export interface Standings {
  readonly budgets: ReadonlyMap<BudgetId, Standing<HeldBudget>>;
  readonly guard: Standing<GuardSettings>;
  readonly guardRules: LockRules<GuardSettings>;
}

/** What holds and what waits, as it was settled last. */
export async function readStandings(database: LedgerDatabase, now: EpochMs): Promise<Standings> {
  const rows = await database.standings.toArray();
  const budgets = new Map<BudgetId, Standing<HeldBudget>>();
  let guard: Standing<GuardSettings> = { value: freshGuard, pending: null };
  for (const row of rows) {
    if (row.type === 'guard') guard = row.standing;
    else budgets.set(budgetOf(row.id), row.standing);
  }
  return { budgets, guard, guardRules: rulesOfGuard(budgets, now) };
}

/** Whether something that waits may hold by `time`, or began to wait later than it is by now. */
export async function ripens(database: LedgerDatabase, time: TrustedTime): Promise<boolean> {
  const { budgets, guard, guardRules } = await readStandings(database, trustedNow(time));
  const ripe = <T>(standing: Standing<T>, rules: LockRules<T>) =>
    standing.pending !== null &&
    (standing.pending.since > furthest(time) || remaining(standing, rules, time.elapsed) === 0);
  return (
    ripe(guard, guardRules) || [...budgets.values()].some((standing) => ripe(standing, budgetLock))
  );
}

/** What holds of one budget now; null where there is none. */
export async function budgetThatHolds(
  { standings }: LedgerDatabase,
  id: BudgetId,
): Promise<HeldBudget | null> {
  const row = await standings.get(`budget ${id}`);
  return row?.type === 'budget' ? row.standing.value : null;
}

/** What holds of the guard now, which is not always what the user wants last. */
export async function guardThatHolds({ standings }: LedgerDatabase): Promise<GuardSettings> {
  const row = await standings.get('guard');
  return row?.type === 'guard' ? (row.standing.value ?? freshGuard) : freshGuard;
}

/** Whether a change of the guard waits for a lock. */
export async function isGuardWaiting({ standings }: LedgerDatabase): Promise<boolean> {
  const row = await standings.get('guard');
  return row?.type === 'guard' && row.standing.pending !== null;
}

/** The budgets that hold now. */
export async function budgetsThatHold({
  standings,
}: LedgerDatabase): Promise<readonly HeldBudget[]> {
  const rows = await standings.toArray();
  return rows.flatMap((row) =>
    row.type === 'budget' && row.standing.value !== null ? [row.standing.value] : [],
  );
}

/**
 * Lets what the user did to budgets and the guard hold, as far as it may by `time`: what is stricter, or not locked, at
 * once; what is looser once its delay has passed. However operations came to be here, by hand, undo, import or backup,
 * this is the only way for them to count. Gives the budgets whose value changed.
 */
export async function settleStandings(
  database: LedgerDatabase,
  time: TrustedTime,
): Promise<readonly BudgetId[]> {
  const { operations, standings, merged, linked } = database;
  return database.transaction('rw', [operations, standings, merged, linked], async () => {
    const wanted = await readOperated(database);
    const accounts = await readLinkedAccounts(database);
    const now = trustedNow(time);
    const before = await readStandings(database, now);
    // Whose accounts are one creator's is a wish like any other: of a locked budget taking it back loosens it.
    const wishes = new Map(
      wanted.budgets.map((budget) => [budget.id, heldBudget(budget, accounts)]),
    );
    const after = new Map<BudgetId, Standing<HeldBudget>>();
    for (const id of new Set([...before.budgets.keys(), ...wishes.keys()])) {
      const old = before.budgets.get(id) ?? { value: null, pending: null };
      after.set(id, settled(old, wishes.get(id) ?? null, budgetLock, time));
    }
    // By the locks that held until now: unlocking a budget and switching the guard off wait side by side.
    const guard = settled(before.guard, wanted.guard, before.guardRules, time);
    await write(database, before, { ...before, budgets: after, guard });
    return [...after.keys()].filter(
      (id) => !same(before.budgets.get(id)?.value ?? null, after.get(id)?.value ?? null),
    );
  });
}

function settled<T>(
  before: Standing<T>,
  wanted: T | null,
  rules: LockRules<T>,
  time: TrustedTime,
): Standing<T> {
  const ripe = matureStanding(before, rules, time.elapsed);
  return settleStanding(ripe, wanted, rules, furthest(time));
}

/** The guard is locked for as long as the budget that is locked for longest. */
function rulesOfGuard(
  budgets: ReadonlyMap<BudgetId, Standing<HeldBudget>>,
  now: EpochMs,
): LockRules<GuardSettings> {
  const delays = [...budgets.values()].flatMap(({ value }) => value?.lock?.delayMs ?? []);
  return guardLock(delays.length === 0 ? null : Math.max(...delays), now);
}

async function write(
  { standings }: LedgerDatabase,
  before: Standings,
  { budgets, guard }: Standings,
): Promise<void> {
  const rows: StoredStanding[] = [...budgets]
    .filter(([id, standing]) => !isNothing(standing) && !same(before.budgets.get(id), standing))
    .map(([id, standing]) => ({ id: `budget ${id}`, type: 'budget', standing }));
  if (!same(before.guard, guard)) rows.push({ id: 'guard', type: 'guard', standing: guard });
  await standings.bulkPut(rows);
  await standings.bulkDelete(
    [...budgets].flatMap(([id, standing]) =>
      isNothing(standing) ? [`budget ${id}` as const] : [],
    ),
  );
}

function isNothing({ value, pending }: Standing<HeldBudget>): boolean {
  return value === null && pending === null;
}

function budgetOf(id: string): BudgetId {
  return id.slice('budget '.length) as BudgetId;
}

/** Takes who was forgotten out of what holds and what waits, also where a lock keeps the user from changing it. */
export async function forgetInStandings(
  { standings }: LedgerDatabase,
  forgets: Forgets,
): Promise<void> {
  const named = (budget: HeldBudget | null) => {
    if (budget === null) return null;
    const { accounts, ...rest } = budget;
    const known = accounts?.filter(
      ({ platform, id }) => !forgets.isForgotten(platform, id, epochMs(0)),
    );
    return withAccounts(budgetWithout(rest, forgets, epochMs(0)), known ?? []);
  };
  for (const row of await standings.toArray()) {
    if (row.type !== 'budget') continue;
    const { value, pending } = row.standing;
    const standing = {
      value: named(value),
      pending: pending === null ? null : { ...pending, wanted: named(pending.wanted) },
    };
    if (!same(standing, row.standing)) await standings.put({ ...row, standing });
  }
}
