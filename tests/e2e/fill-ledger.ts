import type { Page } from '@playwright/test';
import { receivedSharesOf } from '../../utils/core/received-totals.ts';
import { supporterOf } from '../../utils/core/supporters.ts';
import { EVERYONE, type MonthTotal, sharesOf } from '../../utils/core/totals.ts';
import type { StoredEntry, StoredPerson } from '../../utils/storage/database.ts';
import { keyOf, type StoredForm } from '../../utils/storage/stored-form.ts';
import { storedForms } from '../../utils/storage/stored-forms.ts';
import { type Changes, gather, type SumKey, type Sums } from '../../utils/storage/sum-changes.ts';
import { totalKeys } from '../../utils/storage/total-keys.ts';

/** Puts entries into the ledger of a browser, past the extension's own ways, with the totals that they make. */
export async function fillLedger(
  inside: Page,
  entries: readonly StoredEntry[],
  people: readonly StoredPerson[] = [],
): Promise<void> {
  const totals = totalsOf(entries);
  await putStored(inside, 'entries', entries, storedForms.entries);
  await putStored(inside, 'dayTotals', totals.dayTotals, storedForms.dayTotals);
  await putStored(inside, 'monthTotals', totals.monthTotals, storedForms.monthTotals);
  await putStored(inside, 'sessionTotals', totals.sessionTotals, storedForms.sessionTotals);
  await putStored(inside, 'gifterTotals', totals.gifterTotals, storedForms.gifterTotals);
  await putStored(inside, 'hourTotals', totals.hourTotals, storedForms.hourTotals);
  await putStored(inside, 'supporterTotals', totals.supporterTotals, storedForms.supporterTotals);
  await put(
    inside,
    'supporters',
    totals.supporters.map((row) => ({ row })),
  );
  await put(
    inside,
    'people',
    people.map((row) => ({ row })),
  );
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
  await put(inside, table, stored);
}

/** Puts rows into a table; where its keys are not within its rows, with a packed key each. */
async function put(
  inside: Page,
  table: string,
  rows: readonly { readonly row: object; readonly key?: readonly number[] }[],
): Promise<void> {
  await inside.evaluate(
    async ([name, all]) => {
      const opening = indexedDB.open('gift-ledger');
      const ledger = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = ledger.transaction(name, 'readwrite');
      const store = transaction.objectStore(name);
      for (const { key, row } of all) {
        if (key === undefined) store.put(row);
        else store.put(row, new Uint8Array(key));
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      ledger.close();
    },
    [table, [...rows]] as const,
  );
}

function totalsOf(entries: readonly StoredEntry[]) {
  const shares = entries.flatMap((entry) => sharesOf(entry) ?? []);
  const received = entries.flatMap((entry) => receivedSharesOf(entry) ?? []);
  const gifterTotals = summed(
    received.map(({ gifter }) => gifter),
    totalKeys.gifterTotals,
  );
  return {
    dayTotals: summed(
      shares.map(({ day }) => day),
      totalKeys.dayTotals,
    ),
    monthTotals: summed(
      shares.flatMap(({ month }): MonthTotal[] => [month, { ...month, creator: EVERYONE }]),
      totalKeys.monthTotals,
    ),
    sessionTotals: summed(
      shares.flatMap(({ session }) => session ?? []),
      totalKeys.sessionTotals,
    ),
    gifterTotals,
    supporterTotals: summed(
      received.map(({ supporter }) => supporter),
      totalKeys.supporterTotals,
    ),
    supporters: [
      ...Map.groupBy(gifterTotals, ({ creator, person }) => `${creator} ${person}`).values(),
    ].flatMap((days) => {
      const person = days[0]?.person ?? '';
      return person === '' ? [] : (supporterOf(days, person) ?? []);
    }),
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
