import type { EntryId } from '../core/ids.ts';
import { foldOperations } from '../core/operation.ts';
import type { LedgerDatabase } from './database.ts';

/** Entries about which the user knows better. */
export interface CorrectedEntries {
  /** Those with another amount, price or a note, and not void. */
  readonly corrected: ReadonlySet<EntryId>;
  readonly voided: ReadonlySet<EntryId>;
}

/** Which entries are corrected and which are void, as all operations come to. */
export async function correctedEntries({ operations }: LedgerDatabase): Promise<CorrectedEntries> {
  const { corrections } = foldOperations(await operations.toArray());
  const gone = corrections.filter(({ voided }) => voided === true);
  const others = corrections.filter(({ voided }) => voided !== true);
  return {
    corrected: new Set(others.map(({ entry }) => entry)),
    voided: new Set(gone.map(({ entry }) => entry)),
  };
}
