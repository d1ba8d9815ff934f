import { browser } from 'wxt/browser';
import { platformMatches } from '../../utils/platforms/sites.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';

/** The content scripts as WXT names their files, in the order in which they run. */
const scripts = [
  { file: '/content-scripts/capture.js', world: 'ISOLATED', allFrames: true },
  { file: '/content-scripts/page.js', world: 'MAIN', allFrames: true },
  { file: '/content-scripts/overlay.js', world: 'ISOLATED', allFrames: false },
  { file: '/content-scripts/tags.js', world: 'ISOLATED', allFrames: false },
] as const;

/** Reinjects whenever this version came to a browser that was running. */
export function followInstalls(database: LedgerDatabase): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' || reason === 'update') void reinject(database);
  });
}

/**
 * Puts the content scripts into tabs that were open before this version: browsers do that only for pages loaded
 * later. The hook in the page outlives its extension, so it is injected only where there is none yet.
 */
async function reinject({ pages }: LedgerDatabase): Promise<void> {
  const tabs = await browser.tabs.query({ url: platformMatches });
  for (const { id: tabId } of tabs) {
    if (tabId === undefined) continue;
    const frames = await pages.where('tab').equals(tabId).toArray();
    const hooked = frames.some(({ nonce }) => nonce !== '');
    for (const { file, world, allFrames } of scripts) {
      if (world === 'MAIN' && hooked) continue;
      // A tab that was discarded or shows an error page takes no script; it gets them when it loads.
      await browser.scripting
        .executeScript({
          target: { tabId, allFrames },
          files: [file],
          injectImmediately: true,
          world,
        })
        .catch(() => undefined);
    }
  }
}
