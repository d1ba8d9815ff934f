import type { Work } from '../core/long-work.ts';
import { cancellable } from './cancellable.ts';
import type { CostContext } from './costs.ts';
import type { LedgerDatabase } from './database.ts';
import { recost } from './operations.ts';
import { totalKeys } from './total-keys.ts';
import { recount } from './totals.ts';

/**
 * Works every cost and every total out again from the entries, in one transaction. Gives how many totals were another
 * number before: none, unless something went wrong once.
 */
export async function recountEverything(
  database: LedgerDatabase,
  costs: CostContext,
  { signal, tell }: Work,
): Promise<{ readonly totals: number; readonly different: number }> {
  return cancellable(database, signal, async () => {
    tell({ stage: 'reading', done: 0, total: 0 });
    const before = await allTotals(database);
    tell({ stage: 'working-out', done: 0, total: 0 });
    await recost(database, costs);
    await recount(database);
    const after = await allTotals(database);
    const keys = new Set([...before.keys(), ...after.keys()]);
    const different = [...keys].filter((key) => before.get(key) !== after.get(key)).length;
    return { totals: after.size, different };
  });
}

/** Every stored total by its key, as text. */
async function allTotals(database: LedgerDatabase): Promise<ReadonlyMap<string, string>> {
  const totals = new Map<string, string>();
  for (const name of Object.keys(totalKeys)) {
    await database.table<object>(name).each((row, { primaryKey }) => {
      const parts = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
      totals.set(JSON.stringify([name, primaryKey]), JSON.stringify(parts));
    });
  }
  return totals;
}
