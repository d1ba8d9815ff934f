import Dexie from 'dexie';
import type { LedgerDatabase } from './database.ts';

/** The tables that lists of entries are read from. */
const tables = ['entries', 'operations', 'people', 'gifts', 'dayTotals'];

/**
 * Calls back whenever entries or what is said of them change, in any of the extension's contexts. Unlike a live query it
 * reads nothing itself: who lists a million entries wants to read them again in their own time. Gives the way to stop.
 */
export function onLedgerChange({ name }: LedgerDatabase, callback: () => void): () => void {
  const watched = tables.map((table) => `idb://${name}/${table}/`);
  const hear = (parts: Readonly<Record<string, unknown>>) => {
    const touched = Object.keys(parts);
    if (touched.some((part) => part === 'all' || watched.some((table) => part.startsWith(table)))) {
      callback();
    }
  };
  Dexie.on('storagemutated', hear);
  return () => Dexie.on.storagemutated.unsubscribe(hear);
}
