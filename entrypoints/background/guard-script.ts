import { browser } from 'wxt/browser';
import { platformMatches } from '../../utils/platforms/sites.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { guardThatHolds } from '../../utils/storage/standings.ts';

const id = 'guard';
const file = '/content-scripts/guard.js';

/**
 * Gives what keeps the guard's script in pages only while the guard is on: registered for pages to come, put into those that are
 * open. Where it is off no page loads a byte of it; one that has it when it is switched off does nothing more.
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
  if (on === known.length > 0) return;
  if (!on) {
    await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  await browser.scripting.registerContentScripts([
    { id, js: [file], matches: platformMatches, runAt: 'document_start' },
  ]);
  for (const { id: tabId } of await browser.tabs.query({ url: platformMatches })) {
    if (tabId === undefined) continue;
    // A tab that was discarded or shows an error page takes no script; it gets it when it loads.
    await browser.scripting
      .executeScript({ target: { tabId }, files: [file], injectImmediately: true })
      .catch(() => undefined);
  }
}
