import { type Browser, browser } from 'wxt/browser';
import { sendMessage } from '../../utils/messaging/protocol.ts';
import { matchesOf, optionalSites, sites } from '../../utils/platforms/sites.ts';
import type { Site } from '../../utils/platforms/types.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { followLoads } from './follow-loads.ts';
import { scriptsOf } from './site-scripts.ts';

/** Whether the browser lets the extension look at a site's pages now. */
export function isAllowed(site: Site): Promise<boolean> {
  return browser.permissions.contains({ origins: matchesOf(site) });
}

/** The sites whose pages may be looked at now. */
async function allowedSites(): Promise<readonly Site[]> {
  const allowed = await Promise.all(sites.map(isAllowed));
  return sites.filter((_, index) => allowed[index]);
}

type Registered = Browser.scripting.RegisteredContentScript;

/** What is registered for a site. One id a script, so that what is there already can be told. */
function registrations(site: Site): Registered[] {
  return scriptsOf(site).map(({ file, world, allFrames, runAt }) => ({
    id: file,
    js: [file],
    matches: matchesOf(site),
    world,
    allFrames,
    runAt,
    persistAcrossSessions: true,
  }));
}

/** Makes the registered scripts those of the optional sites that are allowed. Doing it again changes nothing. */
async function register(): Promise<void> {
  const allowed = new Set((await allowedSites()).map(({ id }) => id));
  const there = new Set(
    (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id),
  );
  const all = optionalSites.flatMap((site) =>
    registrations(site).map((script) => ({ script, wanted: allowed.has(site.id) })),
  );
  const missing = all.filter(({ script, wanted }) => wanted && !there.has(script.id));
  const left = all.filter(({ script, wanted }) => !wanted && there.has(script.id));
  if (left.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: left.map(({ script }) => script.id) });
  }
  if (missing.length > 0) {
    await browser.scripting.registerContentScripts(missing.map(({ script }) => script));
  }
}

/** Changes are made one after the other, each from what holds by then. */
let last: Promise<void> = Promise.resolve();
function registerNext(): Promise<void> {
  last = last.catch(() => undefined).then(register);
  return last;
}

/**
 * Watches sites from the moment they are allowed, in open tabs too, until they no longer are: then their scripts stop.
 * What the ledger holds of them stays. Users may take away, and give back, the site of the installation as well.
 */
function watchAllowedSites(
  database: LedgerDatabase,
  bringScripts: ReturnType<typeof followLoads>,
): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    const added = sites.filter((site) => overlaps(site, origins));
    if (added.length > 0) bringScripts('every', registerNext());
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    const removed = sites.filter((site) => overlaps(site, origins));
    void registerNext().catch(() => undefined);
    void stop(database, removed);
  });
  // Browsers forget them with an update of the extension.
  void registerNext().catch(() => undefined);
}

/** Keeps the scripts of all sites in open tabs: after this version came, and as sites are allowed and forbidden. */
export function followSites(database: LedgerDatabase): void {
  watchAllowedSites(database, followLoads(database, allowedSites));
}

function overlaps(site: Site, origins: readonly string[]): boolean {
  return matchesOf(site).some((match) => origins.includes(match));
}

async function stop({ pages }: LedgerDatabase, removed: readonly Site[]): Promise<void> {
  const ids = new Set(removed.map(({ id }) => id));
  // The rows stay: the hook in an open page lives on, and is found again by them.
  const tabs = await pages.filter(({ platform }) => ids.has(platform)).toArray();
  for (const tab of new Set(tabs.map((page) => page.tab))) {
    await sendMessage('siteForbidden', undefined, tab).catch(() => undefined);
    // The tab may be gone by now.
    await browser.action.setBadgeText({ tabId: tab, text: '' }).catch(() => undefined);
  }
}
