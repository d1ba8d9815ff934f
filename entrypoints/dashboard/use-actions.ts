import { useMemo, useRef, useState } from 'preact/hooks';
import type { Done } from '../../utils/core/dashboard-views.ts';
import type { OperationId } from '../../utils/core/operation.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import type { Wanted } from '../../utils/storage/operations.ts';
import { act } from './actions.ts';
import type { OpenedScreen } from './screens/opened-screen.ts';

/** What the user can do, and what was done last. Each operation can be undone, and an undo undone. */
export function useActions(database: LedgerDatabase): Pick<OpenedScreen, 'run' | 'say'> & {
  undo(): void;
  readonly done: Done | null;
} {
  const [done, setDone] = useState<Done | null>(null);
  const last = useRef<{ readonly id: OperationId; readonly what: Done['what'] } | null>(null);
  const actions = useMemo(() => {
    const say = (what: Done['what'], trouble = '') =>
      setDone((before) => ({ what, trouble, times: (before?.times ?? 0) + 1 }));
    const start = async (wanted: Wanted, what: Done['what']) => {
      try {
        last.current = { id: await act(database, wanted), what };
        say(what);
      } catch (error) {
        say('failed', error instanceof Error ? error.name : 'UnknownError');
      }
    };
    const run = (wanted: Wanted, what: Done['what']) => void start(wanted, what);
    const undo = () => {
      if (last.current === null) return;
      const { id, what } = last.current;
      run({ type: 'undo', operation: id }, what === 'undone' ? 'redone' : 'undone');
    };
    return { run, say, undo };
  }, [database]);
  return { ...actions, done };
}
