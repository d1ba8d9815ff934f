import { BackupTrouble } from '../../utils/core/backup-trouble.ts';
import type { WorkKind, WorkResult, WorkState, WorkTrouble } from '../../utils/core/data-view.ts';
import type { Work } from '../../utils/core/long-work.ts';
import { OwnAccount } from '../../utils/storage/forgetting.ts';
import { aloneWithLedger, LedgerBusy } from '../../utils/storage/ledger-lock.ts';

/** How long tidying up elsewhere may take before work here is refused, in milliseconds. */
const PATIENCE_MS = 1_000;

/**
 * Runs work on the whole ledger, one at a time, with progress and a way to cancel. It goes on while other screens of the
 * dashboard are open, and ends with the page: the service worker may be ended by the browser at any time.
 */
export class LongWork {
  #state: WorkState = { kind: 'idle' };
  #running: AbortController | null = null;
  readonly #listeners = new Set<() => void>();

  get state(): WorkState {
    return this.#state;
  }

  /** Calls back whenever the state changes. Gives the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs work, unless some runs already. Gives whether it came to its end. */
  async run(work: WorkKind, task: (work: Work) => Promise<WorkResult>): Promise<boolean> {
    if (this.#running !== null) return false;
    const controller = new AbortController();
    this.#running = controller;
    this.#set({ kind: 'running', work, progress: null });
    window.addEventListener('beforeunload', askToStay);
    try {
      const tell: Work['tell'] = (progress) => this.#set({ kind: 'running', work, progress });
      const result = await aloneWithLedger(PATIENCE_MS, () =>
        task({ signal: controller.signal, tell }),
      );
      this.#set({ kind: 'done', result });
      return true;
    } catch (error) {
      this.#set(
        controller.signal.aborted ? { kind: 'cancelled', work } : { work, ...failureOf(error) },
      );
      return false;
    } finally {
      window.removeEventListener('beforeunload', askToStay);
      this.#running = null;
    }
  }

  cancel(): void {
    this.#running?.abort();
  }

  #set(state: WorkState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The browser asks whether to leave: what is half done would be lost. */
function askToStay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

type Failure = Pick<Extract<WorkState, { kind: 'failed' }>, 'kind' | 'trouble' | 'where'>;

function failureOf(error: unknown): Failure {
  if (error instanceof BackupTrouble) {
    return { kind: 'failed', trouble: error.trouble, where: error.where };
  }
  if (error instanceof LedgerBusy) {
    return { kind: 'failed', trouble: 'busy', where: '' };
  }
  if (error instanceof OwnAccount) {
    return { kind: 'failed', trouble: 'own-account', where: '' };
  }
  const names = namesOf(error);
  const trouble: WorkTrouble = names.includes('QuotaExceededError') ? 'no-room' : 'failed';
  return { kind: 'failed', trouble, where: trouble === 'failed' ? (names[0] ?? '') : '' };
}

/** The names of an error and of what it was caused by: a full disk ends a transaction as `AbortError`. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let each: unknown = error; each instanceof Error && names.length < 5; ) {
    names.push(each.name);
    each = Reflect.get(each, 'inner') ?? each.cause;
  }
  return names.length === 0 ? ['UnknownError'] : names;
}
