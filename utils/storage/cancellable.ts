import type { LedgerDatabase } from './database.ts';

/**
 * Runs a transaction over the whole ledger that can be cancelled: everything is as before then, and the promise is
 * rejected with the signal's reason. `run` may await nothing but the ledger.
 */
export async function cancellable<T>(
  database: LedgerDatabase,
  signal: AbortSignal,
  run: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  try {
    return await database.transaction('rw', database.tables, async (transaction) => {
      stop = () => transaction.abort();
      signal.addEventListener('abort', stop, { once: true });
      // Dexie keeps a transaction open over `await` only in functions that are `async` themselves.
      return await run();
    });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
