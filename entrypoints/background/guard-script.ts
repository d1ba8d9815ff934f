import { browser } from 'wxt/browser';
import { platformMatches } from '../../utils/platforms/sites.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { guardThatHolds } from '../../utils/storage/standings.ts';

const id = 'guard';
const file = '/content-scripts/guard.js';

/**
 * In the session's storage, which browsers empty whenever they load the extension: every tab that was open got the
 * script. A worker may die before that; the next one then brings it again, and a page's second copy replaces its first.
 */
const BROUGHT = 'guardBrought';

/**
 * Gives what keeps the guard's script in pages only while the guard is on: registered for pages to come, put into those
 * that are open. Where it is off no page loads a byte of it; one that has it when it is switched off does nothing more.
 */
export function createGuardScript(database: LedgerDatabase): () => void {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    last = last.then(() => keepNow(database)).catch(() => undefined);
  };
}

async function keepNow(database: LedgerDatabase): Promise<void> {
  const { on } = await guardThatHolds(database);
  // Browsers forget it with an update of the extension, whose old script in open pages is dead then.
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (!on) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
    await browser.storage.session.remove(BROUGHT);
    return;
  }
  if (known.length === 0) {
    await browser.scripting.registerContentScripts([
      { id, js: [file], matches: platformMatches, runAt: 'document_start' },
    ]);
  }
  if ((await browser.storage.session.get(BROUGHT))[BROUGHT] === true) return;
  await bring();
  await browser.storage.session.set({ [BROUGHT]: true });
}

async function bring(): Promise<void> {
  for (const { id: tabId } of await browser.tabs.query({ url: platformMatches })) {
    if (tabId === undefined) continue;
    // A tab that was discarded or shows an error page takes no script; it gets it when it loads.
    await browser.scripting
      .executeScript({ target: { tabId }, files: [file], injectImmediately: true })
      .catch(() => undefined);
  }
}
