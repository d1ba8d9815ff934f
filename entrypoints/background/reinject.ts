import { type Browser, browser } from 'wxt/browser';
import { sendMessage } from '../../utils/messaging/protocol.ts';
import { matchesOf } from '../../utils/platforms/sites.ts';
import type { Site } from '../../utils/platforms/types.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { scriptsOf } from './site-scripts.ts';

/** Which tabs get scripts: those that are loading may be about to get them by themselves. */
export type WhichTabs = 'every' | 'loaded';

/**
 * Puts the content scripts into tabs of these sites that were open before: browsers do that only for pages loaded
 * later. The hook in the page outlives its extension, so it is injected only where there is none yet. A worker may die
 * of this at any moment: done again, it does what is left. Gives whether no tab was passed over.
 */
export async function reinject(
  database: LedgerDatabase,
  sites: readonly Site[],
  which: WhichTabs,
): Promise<boolean> {
  const looked = await Promise.all(
    sites.map(async (site) => {
      const tabs = await browser.tabs.query({ url: matchesOf(site) });
      // At the same time: a tab that does not answer must not keep the others waiting.
      return Promise.all(tabs.map((tab) => injectInto(tab, site, database, which)));
    }),
  );
  return looked.flat().every(Boolean);
}

async function injectInto(
  { id, status }: Browser.tabs.Tab,
  site: Site,
  { pages }: LedgerDatabase,
  which: WhichTabs,
): Promise<boolean> {
  if (id === undefined) return true;
  // A page that loaded while the extension was being installed has its scripts: a second copy would take the place of
  // the first, and of what that one saw being opened.
  const alive = await captureIn(id);
  if (alive === 'hooked' || (alive === 'unhooked' && which === 'every')) return true;
  if (which === 'loaded' && status === 'loading') return false;
  const frames = await pages.where('tab').equals(id).toArray();
  const hooked = frames.some(({ nonce, platform }) => nonce !== '' && platform === site.id);
  for (const { file, world, allFrames } of captureLast(site)) {
    if (world === 'MAIN' ? hooked : alive === 'unhooked') continue;
    // A tab that was discarded or shows an error page takes no script; it gets them when it loads.
    await browser.scripting
      .executeScript({
        target: { tabId: id, allFrames },
        files: [file],
        injectImmediately: true,
        world,
      })
      .catch(() => undefined);
  }
  return true;
}

/** What capture in a tab says of itself; null where none answers. */
async function captureIn(tabId: number): Promise<'hooked' | 'unhooked' | null> {
  const answer: unknown = await sendMessage('captureAlive', undefined, { tabId, frameId: 0 }).catch(
    () => null,
  );
  // Firefox answers with nothing where another script of ours listens in that tab and capture no longer does.
  if (typeof answer !== 'boolean') return null;
  return answer ? 'hooked' : 'unhooked';
}

/** Where capture answers, nothing but the hook can be missing: what only shows something goes before it. */
function captureLast(site: Site) {
  const scripts = scriptsOf(site);
  const first = scripts.filter(({ runAt }) => runAt === 'document_end');
  return [...first, ...scripts.filter((script) => !first.includes(script))];
}
