import { browser } from 'wxt/browser';
import { creatorAlertText } from '../../components/desk/creator-alert-words.ts';
import { createScreen } from '../../components/screen.ts';
import type { GoalView } from '../../utils/core/desk-views.ts';
import { quietUntil } from '../../utils/core/quiet.ts';
import { translate } from '../../utils/messaging/translate.ts';
import { markCreatorAlertsTold, waitingCreatorAlerts } from '../../utils/storage/creator-alerts.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { alertViews, goalViews } from '../../utils/storage/desk-view.ts';
import { goalStates, noteReached } from '../../utils/storage/goals.ts';
import {
  alertSettings,
  creatorAlertSettings,
  ledgerZone,
  readSettings,
} from '../../utils/storage/settings.ts';
import { now } from './clock.ts';

/** Goals are worked out at most so often, and never more than a tenth of the time: a month's gifters may be very many. */
const PACE_MS = 2_000;
const TIMES_AS_LONG = 9;

/** By this the notifications of creators are told from those of budgets. */
export const CREATOR_NOTIFICATION = 'creator ';

/** What happens for a creator after something was recorded: goals are settled, alerts that wait are told. */
export class CreatorDesk {
  readonly #database: LedgerDatabase;
  readonly #onNews: () => void;
  #goals: readonly GoalView[] = [];
  #nextAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(database: LedgerDatabase, onNews: () => void) {
    this.#database = database;
    this.#onNews = onNews;
  }

  /**
   * The goals as they stood a moment ago. Whoever asks has them looked at again: a day ends, and a worker that has only
   * just begun knows none, also where no gift comes.
   */
  get goals(): readonly GoalView[] {
    this.#followGoals();
    return this.#goals;
  }

  /**
   * Follows what was recorded: alerts at once, goals now and then. Safe to call at any time, also in a worker that has
   * only just begun: what an earlier one did not live to do is done then.
   */
  readonly follow = (): void => {
    this.#chain(() => this.#tell());
    this.#followGoals();
  };

  #followGoals(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#nextAt = now() + PACE_MS;
        this.#chain(() => this.#settleGoals());
      },
      Math.max(0, this.#nextAt - now()),
    );
  }

  /** Trouble with storage is named where it is met; what is left undone is done with the next gift or worker. */
  #chain(work: () => Promise<void>): void {
    this.#running = this.#running.then(work).catch(() => undefined);
  }

  async #settleGoals(): Promise<void> {
    const begun = now();
    const context = { now: now(), zone: await ledgerZone() };
    const states = await goalStates(this.#database, context);
    const news = await noteReached(this.#database, states, context);
    const before = JSON.stringify(this.#goals);
    this.#goals = await goalViews(this.#database, states);
    this.#nextAt = now() + Math.max(PACE_MS, TIMES_AS_LONG * (now() - begun));
    if (news.length > 0) await this.#tell();
    if (JSON.stringify(this.#goals) !== before) this.#onNews();
  }

  async #tell(): Promise<void> {
    const waiting = await waitingCreatorAlerts(this.#database);
    if (waiting.length === 0) return;
    const settings = await readSettings();
    const zone = await ledgerZone();
    const isQuiet = quietUntil(alertSettings(settings), now(), zone) !== null;
    if (creatorAlertSettings(settings).notifications && !isQuiet) {
      const screen = createScreen({ translate, locale: navigator.language, zone }, now());
      for (const alert of await alertViews(this.#database, waiting)) {
        // Of a worker that dies before it notes this, the next one's notification takes the place of the first.
        await browser.notifications.create(`${CREATOR_NOTIFICATION}${alert.id}`, {
          type: 'basic',
          iconUrl: browser.runtime.getURL('/icon/128.png'),
          ...creatorAlertText(alert, screen),
        });
      }
    }
    await markCreatorAlertsTold(
      this.#database,
      waiting.map(({ id }) => id),
    );
    this.#onNews();
  }
}
