import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { type LedgerFilter, ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { TimeZone } from '../../../utils/core/time.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { onLedgerChange } from '../../../utils/storage/ledger-news.ts';
import { LedgerReader } from '../../../utils/storage/ledger-reader.ts';

/** News of a busy stream are gathered for so long before the list is read again. */
const GATHER_MS = 500;
/** Of all time, at most so much is spent on reading again: a scan of a million entries is not begun after each gift. */
const SHARE = 4;

/** Reads the entries that a filter wants, and again whenever the ledger changes. Another filter gives up the one before. */
export function useLedger(
  database: LedgerDatabase,
  filter: LedgerFilter,
  zone: TimeZone,
): LedgerReader {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const key = ledgerAddress(filter);
  const reader = useMemo(
    () => new LedgerReader(database, filter, zone, () => redraw(undefined)),
    [database, key, zone],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let took = 0;
    const read = async () => {
      const start = performance.now();
      await reader.read();
      took = performance.now() - start;
      timer = undefined;
    };
    void read();
    const stop = onLedgerChange(database, () => {
      timer ??= setTimeout(() => void read(), Math.max(GATHER_MS, took * SHARE));
    });
    return () => {
      stop();
      clearTimeout(timer);
      reader.stop();
    };
  }, [reader]);
  return reader;
}
