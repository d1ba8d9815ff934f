import { expect } from 'vitest';
import type { LedgerDatabase, StoredEntry } from '../../utils/storage/database.ts';
import { totalKeys } from '../../utils/storage/total-keys.ts';
import { coins } from './small-stream.ts';

/** An entry in the words of `payments`. */
export const brief = ({ direction, id, count, unitPrice, ended }: StoredEntry): string =>
  `${direction} ${id} ${count} × ${unitPrice}, ${ended ? 'ended' : 'open'}`;

/** Everything in which two ways through the same stream must agree, as text: entries, totals, names, alerts. */
export async function contentsOf(database: LedgerDatabase): Promise<readonly string[]> {
  const tables = [...Object.keys(totalKeys), 'largeGifts', 'supporters', 'people', 'gifts'];
  const rows = await Promise.all(
    tables.map(async (name) =>
      (await database.table<unknown>(name).toArray()).map(
        (row) => `${name} ${JSON.stringify(row)}`,
      ),
    ),
  );
  const entries = (await database.entries.toArray()).map(({ openSince: _openSince, ...entry }) =>
    JSON.stringify(Object.entries(entry).sort()),
  );
  const alerts = (await database.alerts.toArray()).map(({ id, state }) => `${id} ${state}`);
  return [...rows.flat(), ...entries, ...alerts];
}

/** Totals hold exactly the coins that were sent and received. */
export async function expectCoins({ dayTotals, sessionTotals }: LedgerDatabase): Promise<void> {
  for (const rows of [await dayTotals.toArray(), await sessionTotals.toArray()]) {
    const units = { sent: 0, received: 0 };
    for (const row of rows) units[row.direction] += row.units;
    expect(units).toEqual(coins);
  }
}
