import type { BrowserContext, Page } from '@playwright/test';
import { controlWorker } from './worker-control.ts';

/**
 * Makes a running browser as good as a new one for the extension and for sites: nothing stored, no cookies, no page
 * but `inside` (one of the extension's that runs no code of ours), and a worker that has just started.
 */
export async function wipe(context: BrowserContext, inside: Page, scope: string): Promise<void> {
  for (const page of context.pages()) if (page !== inside) await page.close();
  await context.clearCookies();
  const session = await context.newCDPSession(inside);
  const worker = await controlWorker(session, scope);
  // Emptying what is stored is an event that wakes the worker, and it may then store something: it is ended again.
  await worker.stop();
  await inside.evaluate(emptyBrowserState);
  await worker.stop();
  await inside.evaluate(deleteDatabases);
  await worker.start();
  await session.detach();
}

async function emptyBrowserState(): Promise<void> {
  const { storage, alarms, action, notifications } = chrome;
  // The extension was loaded as it is, and every page has its scripts: that is no different after a wipe.
  const { reinjected: _, ...ofSession } = await storage.session.get();
  const session = storage.session.remove(Object.keys(ofSession));
  await Promise.all([storage.local.clear(), storage.sync.clear(), session]);
  await alarms.clearAll();
  await action.setBadgeText({ text: '' });
  const shown = await notifications.getAll();
  await Promise.all(Object.keys(shown).map((id) => notifications.clear(id)));
}

async function deleteDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(name);
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    });
  }
}
