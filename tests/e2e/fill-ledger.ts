import type { Page } from '@playwright/test';
import { receivedSharesOf } from '../../utils/core/received-totals.ts';
import { sharesOf } from '../../utils/core/totals.ts';
import { type StoredEntry, totalKeys } from '../../utils/storage/database.ts';
import { keyOf, type StoredForm } from '../../utils/storage/stored-form.ts';
import { storedForms } from '../../utils/storage/stored-forms.ts';
import { type Changes, gather, type SumKey, type Sums } from '../../utils/storage/sum-changes.ts';

/** Puts entries into the ledger of a browser, past the extension's own ways, with the totals that they make. */
export async function fillLedger(inside: Page, entries: readonly StoredEntry[]): Promise<void> {
  const { dayTotals, sessionTotals, gifterTotals, hourTotals } = totalsOf(entries);
  await putStored(inside, 'entries', entries, storedForms.entries);
  await putStored(inside, 'dayTotals', dayTotals, storedForms.dayTotals);
  await putStored(inside, 'sessionTotals', sessionTotals, storedForms.sessionTotals);
  await putStored(inside, 'gifterTotals', gifterTotals, storedForms.gifterTotals);
  await putStored(inside, 'hourTotals', hourTotals, storedForms.hourTotals);
}

async function putStored<Row extends object>(
  inside: Page,
  table: string,
  rows: readonly Row[],
  form: StoredForm<Row>,
): Promise<void> {
  const stored = rows.map((row) => ({
    key: [...form.packKey(keyOf(row, form.keyPath))],
    row: form.pack(row),
  }));
  await inside.evaluate(
    async ([name, all]) => {
      const opening = indexedDB.open('gift-ledger');
      const ledger = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = ledger.transaction(name, 'readwrite');
      const store = transaction.objectStore(name);
      for (const { key, row } of all) store.put(row, new Uint8Array(key));
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      ledger.close();
    },
    [table, stored] as const,
  );
}

function totalsOf(entries: readonly StoredEntry[]) {
  const shares = entries.flatMap((entry) => sharesOf(entry) ?? []);
  const received = entries.flatMap((entry) => receivedSharesOf(entry) ?? []);
  return {
    dayTotals: summed(
      shares.map(({ day }) => day),
      totalKeys.dayTotals,
    ),
    sessionTotals: summed(
      shares.flatMap(({ session }) => session ?? []),
      totalKeys.sessionTotals,
    ),
    gifterTotals: summed(
      received.map(({ gifter }) => gifter),
      totalKeys.gifterTotals,
    ),
    hourTotals: summed(
      shares.map(({ hour }) => hour),
      totalKeys.hourTotals,
    ),
  };
}

function summed<Row extends Sums>(rows: readonly Row[], keyOf: (row: Row) => SumKey): Row[] {
  const sums: Changes<Row> = new Map();
  for (const row of rows) gather(sums, row, keyOf(row), 1);
  return [...sums.values()];
}
