/** IndexedDB without any library, for comparison and for filling. */

import { keyOf, type StoredForm } from '../../../utils/storage/stored-form.ts';

/** When everything in the transaction is kept. */
export function kept(transaction: IDBTransaction): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
  return promise;
}

/** Puts rows as they are stored into a table in one transaction; gives the milliseconds until they were kept. */
export async function putRows<Row extends object>(
  database: IDBDatabase,
  table: string,
  rows: readonly Row[],
  form: StoredForm<Row>,
): Promise<number> {
  const stored = rows.map((row) => ({
    key: form.packKey(keyOf(row, form.keyPath)),
    row: form.pack(row),
  }));
  const start = performance.now();
  const transaction = database.transaction(table, 'readwrite');
  const store = transaction.objectStore(table);
  for (const { key, row } of stored) store.put(row, key);
  await kept(transaction);
  return performance.now() - start;
}
