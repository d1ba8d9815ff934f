import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { onLedgerChange } from '../../../utils/storage/ledger-news.ts';

/** News of a busy stream are gathered for so long before something is read again. */
const GATHER_MS = 500;
/** Of all time, at most so much is spent on reading again: what takes long is not begun after each gift. */
const SHARE = 4;

/** Reads, and again whenever the ledger changes, in the reader's own time. Gives the way to stop. */
export function readAgain(database: LedgerDatabase, read: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let took = 0;
  const readNow = async () => {
    const start = performance.now();
    await read();
    took = performance.now() - start;
    timer = undefined;
  };
  void readNow();
  const stop = onLedgerChange(database, () => {
    timer ??= setTimeout(() => void readNow(), Math.max(GATHER_MS, took * SHARE));
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
