import { storage } from 'wxt/utils/storage';

/** Kept apart from the ledger: it must be writable when the ledger is not. */
const item = storage.defineItem<unknown>('local:trouble');

/** The name of what went wrong within: a browser that finds no room ends the transaction, which Dexie calls aborted. */
export function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UnknownError';
  const inner: unknown = Reflect.get(error, 'inner');
  return inner instanceof Error ? troubleOf(inner) : error.name;
}

/** The name of what last kept the ledger from being written, such as `QuotaExceededError`; empty when all is well. */
export async function readTrouble(): Promise<string> {
  const stored = await item.getValue();
  return typeof stored === 'string' ? stored : '';
}

/** Notes that the ledger could not be written, or with an empty name that it can be again. */
export async function noteTrouble(name: string): Promise<void> {
  if ((await readTrouble()) !== name) {
    await (name === '' ? item.removeValue() : item.setValue(name));
  }
}

/** Calls back when trouble comes or goes. Gives the way to stop. */
export function onTroubleChange(callback: () => void): () => void {
  return item.watch(callback);
}
