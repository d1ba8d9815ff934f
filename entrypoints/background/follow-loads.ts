import { browser } from 'wxt/browser';
import type { Site } from '../../utils/platforms/types.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { reinject, type WhichTabs } from './reinject.ts';

/** Wakes another worker where this one dies before every tab has its scripts. */
const ALARM = 'reinject';

/** In the session's storage, which browsers empty whenever they load the extension: every open tab has its scripts. */
const DONE = 'reinjected';

/** Sees to it that every open tab of `sites` has its scripts, once `first` is done. */
type SeeThrough = (which: WhichTabs, first?: Promise<unknown>) => void;

/**
 * Puts the scripts into open tabs whenever the extension was loaded into a browser that was running: installed, updated,
 * reloaded, switched on again. A worker that dies meanwhile hears of that no more, so every worker looks whether it
 * was seen through. Gives how to see it through again, when there are more sites.
 */
export function followLoads(
  database: LedgerDatabase,
  sites: () => Promise<readonly Site[]>,
): SeeThrough {
  let last: Promise<void> = Promise.resolve();
  const seeThrough: SeeThrough = (which, first = Promise.resolve()) => {
    // What fails is done after the alarm, or by the next worker.
    first.catch(() => undefined);
    last = last.then(() => bring(database, sites, which, first)).catch(() => undefined);
  };
  let told = false;
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install' && reason !== 'update') return;
    told = true;
    seeThrough('every');
  });
  // The browser loads every page after it, scripts and all.
  browser.runtime.onStartup.addListener(() => {
    told = true;
    void browser.storage.session.set({ [DONE]: true });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) seeThrough('loaded');
  });
  void browser.storage.session.get(DONE).then((found) => {
    if (found[DONE] !== true && !told) seeThrough('loaded');
  });
  return seeThrough;
}

async function bring(
  database: LedgerDatabase,
  sites: () => Promise<readonly Site[]>,
  which: WhichTabs,
  first: Promise<unknown>,
): Promise<void> {
  await browser.storage.session.remove(DONE);
  await browser.alarms.create(ALARM, { delayInMinutes: 0.5 });
  await first;
  if (!(await reinject(database, await sites(), which))) return;
  await browser.storage.session.set({ [DONE]: true });
  await browser.alarms.clear(ALARM);
}
