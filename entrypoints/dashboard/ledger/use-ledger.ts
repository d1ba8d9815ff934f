import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { type LedgerFilter, ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { TimeZone } from '../../../utils/core/time.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { LedgerReader } from '../../../utils/storage/ledger-reader.ts';
import { readAgain } from './read-again.ts';

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
    const stop = readAgain(database, () => reader.read());
    return () => {
      stop();
      reader.stop();
    };
  }, [reader]);
  return reader;
}
