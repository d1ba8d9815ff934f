import type { Page } from '@playwright/test';
import type { Budget } from '../../utils/core/budget.ts';
import type { Wanted } from '../../utils/storage/operations.ts';
import { budget, operation } from '../core/made-operations.ts';
import { expect, type Watching } from './watching.ts';

/** A hundred coins a month, so that coins are per cents. */
export const hundredCoins: Budget = budget({
  limit: { in: 'units', unit: 'tiktok:coin', units: 100 },
});

let made = 0;

/** A page of the extension, whether Playwright drives it or Puppeteer. */
interface Inside {
  evaluate(write: (text: string) => Promise<void>, text: string): Promise<void>;
}

/** Does what the user wants as the extension's own page does: an operation, then word to the background. */
export async function operateIn(inside: Inside, wanted: Wanted): Promise<void> {
  made += 1;
  const stored = { ...operation(made, wanted), id: `e2e-${made}` };
  await inside.evaluate(async (text) => {
    const row: unknown = JSON.parse(text);
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Opened before the extension made it, it would be an empty one.
    const isThere = async () =>
      (await indexedDB.databases()).some(({ name }) => name === 'gift-ledger');
    while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 20));
    const database = await done(indexedDB.open('gift-ledger'));
    await done(database.transaction('operations', 'readwrite').objectStore('operations').put(row));
    database.close();
    await chrome.runtime.sendMessage({ id: 1, type: 'ledgerChanged', timestamp: Date.now() });
  }, JSON.stringify(stored));
}

/** Makes or changes a budget. */
export function setBudget(inside: Page, wanted: Budget): Promise<void> {
  return operateIn(inside, { type: 'budget-set', budget: wanted });
}

/** What holds of the budget. */
export const holds = async ({ ledger }: Watching) =>
  (await ledger()).standings.flatMap((row) =>
    row.type === 'budget' && row.standing.value !== null ? [row.standing.value.limit] : [],
  );

/** The notifications that stand now, by what they are about. */
export const notifications = (inside: Page) =>
  inside.evaluate(async () => {
    const ids = await new Promise<object>((resolve) => chrome.notifications.getAll(resolve));
    return Object.keys(ids)
      .map((id) => id.split(' ')[1])
      .sort();
  });

/** Alerts by what they are about and what became of them. */
export const alerts = async ({ ledger }: Watching) =>
  (await ledger()).alerts.map(({ about, state }) => `${about} ${state}`).sort();

/**
 * Waits until these alerts, and no others, were given. The browser takes notifications away after some seconds, of
 * which a slow machine makes a test of several: what stands must be among them, and the last one too where `told`.
 */
export async function expectAlerts(
  watching: Watching,
  inside: Page,
  about: readonly string[],
  told?: string,
): Promise<void> {
  const sorted = [...about].sort();
  if (told !== undefined) await expect.poll(() => notifications(inside)).toContain(told);
  await expect.poll(() => alerts(watching)).toEqual(sorted.map((each) => `${each} told`));
  expect(sorted).toEqual(expect.arrayContaining(await notifications(inside)));
}
