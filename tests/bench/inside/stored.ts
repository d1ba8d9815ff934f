/** IndexedDB without any library, for comparison and for filling. */

/** A request's result. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  return promise;
}

/** When everything in the transaction is kept. */
export function kept(transaction: IDBTransaction): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
  return promise;
}

/** Puts rows into a table in one transaction; gives the milliseconds until they were kept. */
export async function putRows(
  database: IDBDatabase,
  table: string,
  rows: readonly unknown[],
): Promise<number> {
  const start = performance.now();
  const transaction = database.transaction(table, 'readwrite');
  const store = transaction.objectStore(table);
  for (const row of rows) store.put(row);
  await kept(transaction);
  return performance.now() - start;
}
