import { browser } from 'wxt/browser';
import type { PlatformId } from '../../utils/core/ids.ts';
import type { WatchedSite } from '../../utils/core/views.ts';
import { matchesOf, sites } from '../../utils/platforms/sites.ts';

/**
 * The sites that are watched only if the user wants it, with whether they may be looked at now. A site of the
 * installation is among them only while it may not: browsers let users take it away, Firefox in its list of add-ons.
 */
export async function watchedSites(): Promise<readonly WatchedSite[]> {
  const all = await Promise.all(
    sites.map(async (site) => ({
      site,
      allowed: await browser.permissions.contains({ origins: matchesOf(site) }),
    })),
  );
  return all
    .filter(({ site, allowed }) => site.optional === true || !allowed)
    .map(({ site, allowed }) => ({ platform: site.id, allowed }));
}

/** Has the browser ask for a site. Must be called at once in a click: later, browsers refuse. */
export async function allowSite(platform: PlatformId): Promise<void> {
  await browser.permissions.request({ origins: originsOf(platform) });
}

/** Gives a site back. The background stops its scripts; what the ledger holds stays. */
export async function forbidSite(platform: PlatformId): Promise<void> {
  await browser.permissions.remove({ origins: originsOf(platform) });
}

function originsOf(platform: PlatformId): string[] {
  return sites.filter(({ id }) => id === platform).flatMap(matchesOf);
}

/** Calls back whenever the user allows a site or no longer does, anywhere. Gives the way to stop. */
export function onSitesChange(callback: () => void): () => void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
  return () => {
    browser.permissions.onAdded.removeListener(callback);
    browser.permissions.onRemoved.removeListener(callback);
  };
}
