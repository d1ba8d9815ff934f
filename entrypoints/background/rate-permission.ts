import { browser } from 'wxt/browser';
import { rateMatches as origins } from '../../utils/core/rate-hosts.ts';

/** Asks the user for permission to fetch rates; must be called in the click itself, before anything is awaited. */
export function requestRates(): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Whether every source may be asked. */
export function mayFetchRates(): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Gives the permission back. Where the browser keeps it (a test's build has it for good) nothing is lost: the switch decides. */
export async function dropRates(): Promise<void> {
  await browser.permissions.remove({ origins }).catch(() => false);
}

/** Calls back when the user takes the permission away in the browser's own settings. */
export function onRatesForbidden(callback: () => void): void {
  browser.permissions.onRemoved.addListener(({ origins: gone = [] }) => {
    if (gone.some((origin) => origins.includes(origin))) callback();
  });
}
