import type { EpochMs } from '../core/time.ts';
import type { LedgerDatabase } from './database.ts';
import { firstEntryAt } from './queries.ts';

/** How much the ledger holds. */
export interface DataSummary {
  /** The time of the first entry; null while there is none. */
  readonly since: EpochMs | null;
  readonly entries: number;
  readonly people: number;
}

/** Counts what the ledger holds. */
export async function dataSummary(database: LedgerDatabase): Promise<DataSummary> {
  const first = [
    await firstEntryAt(database, 'sent'),
    await firstEntryAt(database, 'received'),
  ].filter((at) => at !== null);
  return {
    since: first.reduce<EpochMs | null>((min, at) => (min === null || at < min ? at : min), null),
    entries: await database.entries.count(),
    people: await database.people.count(),
  };
}
