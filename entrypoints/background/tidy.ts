import { browser } from 'wxt/browser';
import { QUIET_MS } from '../../utils/core/entry-state.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { dropStaged } from '../../utils/storage/drop-staged.ts';
import { forgetOlderThan } from '../../utils/storage/forgetting.ts';
import { forgetStale } from '../../utils/storage/housekeeping.ts';
import { closeQuiet } from '../../utils/storage/ledger.ts';
import { aloneWithLedger } from '../../utils/storage/ledger-lock.ts';
import { ledgerZone, readSettings } from '../../utils/storage/settings.ts';
import { now } from './clock.ts';

const ALARM = 'tidy';

/** The shortest delay that browsers grant an alarm. */
const ALARM_MINUTES = 0.5;

/** Closes streaks that went quiet, and forgets what concerns others. */
export interface Tidy {
  now(): void;
  /** Fulfilled when an alarm is set that will tidy, whatever becomes of this worker. */
  prepare(): Promise<void>;
  /** Once what was just seen has gone quiet, while this worker lives. */
  soon(): void;
}

/** Forgets senders of long ago, where the user wants that. */
async function forgetOld(database: LedgerDatabase): Promise<void> {
  const { keepMonths } = await readSettings();
  if (!keepMonths) return;
  await forgetOlderThan(database, keepMonths, { now: now(), zone: await ledgerZone() });
}

/** What storage refuses now is done at the next alarm or start; its trouble is named where gifts are recorded. */
function unlessRefused(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

/** Sets tidying up. It also runs at every start of the worker, so that no streak stays open because a worker died. */
export function createTidy(database: LedgerDatabase, onClosed: () => void): Tidy {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tidy: Tidy = {
    now() {
      unlessRefused(
        closeQuiet(database, now()).then((stillOpen) => {
          onClosed();
          if (stillOpen > 0) void tidy.prepare().then(tidy.soon);
        }),
      );
    },
    async prepare() {
      // Setting an alarm anew puts it off: one that is far enough in the future is left as it is.
      const { scheduledTime = 0 } = (await browser.alarms.get(ALARM)) ?? {};
      if (scheduledTime < Date.now() + QUIET_MS) {
        await browser.alarms.create(ALARM, { delayInMinutes: ALARM_MINUTES });
      }
    },
    soon() {
      clearTimeout(timer);
      timer = setTimeout(tidy.now, QUIET_MS + 500);
    },
  };
  unlessRefused(forgetOld(database));
  // What a restore had put aside when its page was closed.
  void aloneWithLedger(0, () => dropStaged(database)).catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return;
    tidy.now();
    unlessRefused(forgetStale(database, now()));
    unlessRefused(forgetOld(database));
  });
  return tidy;
}
