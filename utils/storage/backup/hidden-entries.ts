/**
 * Payments that are stored without someone who had part in them, because the user deleted that person or does not keep
 * senders for long: their ids no longer tell what they were made of. The same payment, told in full by another ledger, is
 * still the same one.
 */
import { FORGOTTEN, isForgottenEntry } from '../../core/forgotten.ts';
import { forgottenEntryId } from '../../core/forgotten-hash.ts';
import type { EntryId } from '../../core/ids.ts';
import type { LedgerDatabase, StoredEntry } from '../database.ts';
import type { LedgerChanges } from '../ledger-changes.ts';
import { moveEntries } from '../settling.ts';
import { anyHidden } from '../told-events.ts';
import type { KeptEntry } from './rows.ts';

/** Entries that are looked at together. */
const PAGE = 2_000;

/** Entries as the ledger may take them in: those that it has without their people are told so too. */
export async function toldUnderStoredIds(
  database: LedgerDatabase,
  rows: readonly KeptEntry[],
): Promise<readonly KeptEntry[]> {
  if (!(await anyHidden(database))) return rows;
  const stored = await database.entries.bulkGet(rows.map(({ id }) => forgottenEntryId(id)));
  return rows.map((row, index) => {
    const hidden = stored[index];
    return hidden === undefined ? row : withoutThoseOf(hidden, row);
  });
}

/** `row` under the id of `hidden`, without those who are forgotten in it. */
function withoutThoseOf<Row extends Pick<KeptEntry, 'id' | 'sender' | 'recipient'>>(
  hidden: Pick<KeptEntry, 'id' | 'sender' | 'recipient'>,
  row: Row,
): Row {
  return {
    ...row,
    id: hidden.id,
    sender: hidden.sender === FORGOTTEN ? FORGOTTEN : row.sender,
    recipient: hidden.recipient === FORGOTTEN ? FORGOTTEN : row.recipient,
  };
}

/**
 * Takes people out of stored payments that `incoming` tells without them. Only where there are such: every stored id has
 * to be hashed for it.
 */
export async function hideAsTold(
  database: LedgerDatabase,
  incoming: ReadonlyMap<EntryId, Pick<KeptEntry, 'id' | 'sender' | 'recipient'>>,
  changes: LedgerChanges,
): Promise<void> {
  if (incoming.size === 0) return;
  for (let last = ''; ; ) {
    const page = await database.entries.where('id').above(last).limit(PAGE).toArray();
    const end = page.at(-1);
    if (end === undefined) return;
    const moved = page.flatMap((before): { before: StoredEntry; after: StoredEntry }[] => {
      const hidden = isForgottenEntry(before.id)
        ? undefined
        : incoming.get(forgottenEntryId(before.id));
      return hidden === undefined ? [] : [{ before, after: withoutThoseOf(hidden, before) }];
    });
    await moveEntries(database, moved, changes);
    last = end.id;
  }
}
