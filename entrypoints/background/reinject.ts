import { browser } from 'wxt/browser';
import { sendMessage } from '../../utils/messaging/protocol.ts';
import { matchesOf } from '../../utils/platforms/sites.ts';
import type { Site } from '../../utils/platforms/types.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { scriptsOf } from './site-scripts.ts';

/**
 * Puts the content scripts into tabs of these sites that were open before: browsers do that only for pages loaded
 * later. The hook in the page outlives its extension, so it is injected only where there is none yet.
 */
export async function reinject(database: LedgerDatabase, sites: readonly Site[]): Promise<void> {
  for (const site of sites) {
    const tabs = await browser.tabs.query({ url: matchesOf(site) });
    for (const { id } of tabs) {
      if (id !== undefined) await injectInto(id, site, database);
    }
  }
}

async function injectInto(tabId: number, site: Site, { pages }: LedgerDatabase): Promise<void> {
  // A page that loaded while the extension was being installed has its scripts: a second copy would take the place of
  // the first, and of what that one saw being opened.
  const alive = await sendMessage('captureAlive', undefined, { tabId, frameId: 0 }).catch(
    () => false,
  );
  if (alive) return;
  const frames = await pages.where('tab').equals(tabId).toArray();
  const hooked = frames.some(({ nonce, platform }) => nonce !== '' && platform === site.id);
  for (const { file, world, allFrames } of scriptsOf(site)) {
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
