import { useMemo, useRef, useState } from 'preact/hooks';
import type { DashboardActions, Done } from '../../utils/core/dashboard-views.ts';
import type { OperationId } from '../../utils/core/operation.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import type { Wanted } from '../../utils/storage/operations.ts';
import { chooseDisplay, chooseMethod, choosePrice } from '../../utils/storage/settings.ts';
import { act, doneBy, offerWanted, purchaseWanted } from './actions.ts';

/** What the user can do, and what was done last. Each action can be undone, and an undo undone. */
export function useActions(database: LedgerDatabase): {
  readonly actions: DashboardActions;
  readonly done: Done | null;
} {
  const [done, setDone] = useState<Done | null>(null);
  const last = useRef<{ readonly id: OperationId; readonly what: Done['what'] } | null>(null);
  const actions = useMemo(() => {
    const say = (what: Done['what'], trouble = '') =>
      setDone((before) => ({ what, trouble, times: (before?.times ?? 0) + 1 }));
    const run = async (wanted: Wanted, what: Done['what']) => {
      try {
        last.current = { id: await act(database, wanted), what };
        say(what);
      } catch (error) {
        say('failed', error instanceof Error ? error.name : 'UnknownError');
      }
    };
    const start = (wanted: Wanted, isNew = false) => void run(wanted, doneBy(wanted, isNew));
    return {
      onSavePurchase: (draft) => start(purchaseWanted(draft), draft.id === null),
      onRemovePurchase: (purchase) => start({ type: 'purchase-removed', purchase }),
      onSaveOffer: (draft) => start(offerWanted(draft), draft.id === null),
      onRemoveOffer: (offer) => start({ type: 'offer-removed', offer }),
      onUndo: () => {
        if (last.current === null) return;
        const { id, what } = last.current;
        void run({ type: 'undo', operation: id }, what === 'undone' ? 'redone' : 'undone');
      },
      onChooseMethod: (method) => void chooseMethod(method),
      onChooseDisplay: (currency) => void chooseDisplay(currency),
      onChoosePrice: (choice) => void choosePrice(choice),
    } satisfies DashboardActions;
  }, [database]);
  return { actions, done };
}
