import { useMemo } from 'preact/hooks';
import type { EntryId } from '../../../utils/core/ids.ts';
import type { LedgerActions } from '../../../utils/core/ledger-views.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { findPeople } from '../../../utils/storage/name-search.ts';
import { mergePeople } from '../merge-people.ts';
import type { OpenedScreen } from '../screens/opened-screen.ts';

/** What the user can do on the ledger page, each as an operation that can be taken back. */
export function useLedgerActions(
  database: LedgerDatabase,
  run: OpenedScreen['run'],
): LedgerActions {
  return useMemo(
    (): LedgerActions => ({
      onVoid: (entry, voided) =>
        run({ type: 'entry-voided', entry, voided }, voided ? 'entry-voided' : 'entry-restored'),
      onSetAmount: (entry, units) =>
        run({ type: 'entry-amount-set', entry, units }, 'entry-corrected'),
      onSetPrice: (entry, price) =>
        run({ type: 'entry-price-set', entry, price }, 'entry-corrected'),
      onNote: (entry, note) => run({ type: 'entry-noted', entry, note }, 'entry-noted'),
      onAdd: (added) => {
        const id = `hand:${crypto.randomUUID()}` as EntryId;
        run({ type: 'entry-added', added: { ...added, id } }, 'entry-added');
      },
      onMerge: (person, into) => void mergePeople(database, run, person, into),
      findPeople: (text) => findPeople(database, text),
    }),
    [database, run],
  );
}
