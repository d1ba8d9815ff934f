import { type Browser, browser } from 'wxt/browser';
import { alertText } from '../../components/budgets/alert-words.ts';
import { createScreen, type Screen } from '../../components/screen.ts';
import { quietUntil, tomorrowOf } from '../../utils/core/quiet.ts';
import { translate } from '../../utils/messaging/translate.ts';
import { markAlertSeen, markTold, waitingAlerts } from '../../utils/storage/alerts.ts';
import type { LedgerDatabase, StoredAlert } from '../../utils/storage/database.ts';
import {
  alertSettings,
  changeAlerts,
  ledgerZone,
  onSettingsChange,
  readSettings,
} from '../../utils/storage/settings.ts';
import { now } from './clock.ts';
import { CREATOR_NOTIFICATION, type CreatorDesk } from './creator-desk.ts';

const ALARM = 'alerts';

/** Announces what budgets have to say, and what a creator is told of, once it is on disk. */
export interface Announcer {
  /** Announces what was not yet; safe to call at any time, also in a worker that has only just begun. */
  announce(): void;
}

/**
 * Sets announcing up. A worker that dies after announcing an alert and before noting that it did announces it again
 * under the same id, by which the browser replaces the first: nobody is told twice.
 */
export function createAnnouncer(
  database: LedgerDatabase,
  creator: CreatorDesk,
  onToasts: () => void,
): Announcer {
  let last: Promise<void> = Promise.resolve();
  const announcer: Announcer = {
    announce() {
      creator.follow();
      // Trouble with storage is named where it is met; what waits is announced with the next gift or worker.
      last = last.then(() => announceWaiting(database, onToasts)).catch(() => undefined);
    },
  };
  browser.notifications.onClicked.addListener((id) => void open(database, id));
  // Firefox's notifications have no buttons.
  browser.notifications.onButtonClicked?.addListener((id, button) => {
    void (button === 0 ? open(database, id) : beQuiet(id));
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) announcer.announce();
  });
  onSettingsChange(announcer.announce);
  return announcer;
}

async function announceWaiting(database: LedgerDatabase, onToasts: () => void): Promise<void> {
  const waiting = await waitingAlerts(database);
  if (waiting.length === 0) return;
  const settings = alertSettings(await readSettings());
  const zone = await ledgerZone();
  const until = quietUntil(settings, now(), zone);
  if (until !== null) {
    await browser.alarms.create(ALARM, { when: until });
    return;
  }
  const shown = settings.notifications && (await mayNotify());
  if (shown) {
    const screen = createScreen({ translate, locale: navigator.language, zone }, now());
    for (const alert of waiting) await notify(alert, screen);
  }
  await markTold(
    database,
    waiting.map(({ id }) => id),
    !shown,
  );
  if (!shown) onToasts();
}

/** Whether the browser shows notifications at all. Firefox does not tell. */
async function mayNotify(): Promise<boolean> {
  const level = await browser.notifications.getPermissionLevel?.().catch(() => 'granted');
  return level !== 'denied';
}

async function notify(alert: StoredAlert, screen: Screen): Promise<void> {
  const buttons = [{ title: translate('alertOpen') }, { title: translate('alertQuiet') }];
  const options: Browser.notifications.NotificationCreateOptions = {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    ...alertText(alert, screen),
    ...(import.meta.env.FIREFOX ? {} : { buttons }),
  };
  await browser.notifications.create(alert.id, options);
}

async function open(database: LedgerDatabase, id: string): Promise<void> {
  await browser.notifications.clear(id);
  if (id.startsWith(CREATOR_NOTIFICATION)) {
    await browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
    return;
  }
  await markAlertSeen(database, id);
  await browser.tabs.create({ url: `${browser.runtime.getURL('/dashboard.html')}#budgets` });
}

async function beQuiet(id: string): Promise<void> {
  await browser.notifications.clear(id);
  await changeAlerts({ quietUntil: tomorrowOf(now(), await ledgerZone()) });
}
