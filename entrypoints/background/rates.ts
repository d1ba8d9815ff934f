import { browser } from 'wxt/browser';
import { NonsenseRates, type RateDay } from '../../utils/core/exchange-rate.ts';
import {
  isRateFetchDue,
  type RateSource,
  rateSources,
  ratesBase,
} from '../../utils/core/rate-sources.ts';
import { dayOf, timeZone } from '../../utils/core/time.ts';
import { onMessage } from '../../utils/messaging/protocol.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import {
  askSince,
  keepRates,
  noteRateTrouble,
  rateSourceStates,
} from '../../utils/storage/exchange-rates.ts';
import { chooseRates, onSettingsChange, readSettings } from '../../utils/storage/settings.ts';
import { now } from './clock.ts';
import { fetchText, NothingFetched } from './fetch-text.ts';
import { mayFetchRates, onRatesForbidden } from './rate-permission.ts';
import { ownPage } from './sender.ts';

const ALARM = 'rates';

/** Asked this often whether a fetch is due: one a day, sooner after one that failed. */
const ALARM_MINUTES = 4 * 60;

/** Sources name their days in UTC. */
const utc = timeZone('UTC');

/** What leads to a look at whether rates are to be fetched. */
type Why = 'time' | 'asked' | 'settings';

/**
 * Fetches exchange rates once a day while the user has that switched on, and at once when a page of ours asks. Without
 * the browser's permission it switches itself off. `onFetched` runs after new rates are kept.
 */
export function keepRatesFetched(database: LedgerDatabase, onFetched: () => Promise<void>): void {
  const run = async (why: Why) => {
    if ((await readSettings()).rates !== 'fetched') {
      await browser.alarms.clear(ALARM);
      return;
    }
    if (!(await mayFetchRates())) {
      await chooseRates('shipped');
      return;
    }
    if ((await browser.alarms.get(ALARM)) === undefined) {
      await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
    }
    // A change of settings only sets the alarm: whoever switches this on asks as well.
    const due = async () => isRateFetchDue(await rateSourceStates(database), now());
    if (why === 'asked' || (why === 'time' && (await due()))) {
      await fetchRates(database);
      await onFetched();
    }
  };
  let last: Promise<void> = Promise.resolve();
  const next = (why: Why) => {
    const done = last.then(() => run(why));
    // Trouble with storage is named where it matters; the next alarm tries again.
    last = done.catch(() => undefined);
    return done;
  };
  const look = (why: Why) => void next(why).catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) look('time');
  });
  onMessage('fetchRates', ({ sender }) => {
    ownPage(sender);
    return next('asked');
  });
  onRatesForbidden(() => void chooseRates('shipped'));
  onSettingsChange(() => look('settings'));
  look('time');
}

/** Asks the sources one after the other until one tells rates; notes how it went with each that was asked. */
async function fetchRates(database: LedgerDatabase): Promise<void> {
  for (const source of rateSources) {
    if (await fetchFrom(database, source)) return;
  }
}

/** Whether all that was asked for came. What came before something did not is kept. */
async function fetchFrom(database: LedgerDatabase, source: RateSource): Promise<boolean> {
  const today = dayOf(now(), utc);
  try {
    for (const address of source.requests(await askSince(database, source.id, today), today)) {
      const days: readonly RateDay[] = source.read(await fetchText(address), {
        base: ratesBase,
        today,
      });
      await keepRates(database, source.id, days, now());
    }
    return true;
  } catch (error) {
    if (!(error instanceof NothingFetched) && !(error instanceof NonsenseRates)) throw error;
    await noteRateTrouble(database, source.id, error.trouble, now());
    return false;
  }
}
