import type { BudgetView, TightestBudget } from '../../utils/core/budget-views.ts';
import type { BudgetLeft } from '../../utils/core/guard.ts';
import { type TrustedTime, trustedNow } from '../../utils/core/trusted-time.ts';
import { decideForPeriodsAtHand } from '../../utils/storage/alerts.ts';
import { costedIn } from '../../utils/storage/book.ts';
import type { BudgetContext } from '../../utils/storage/budget-state.ts';
import {
  budgetsLeft,
  budgetViews,
  type StreamAtHand,
  tightestBudget,
} from '../../utils/storage/budget-views.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { countDaysIn } from '../../utils/storage/ledger-zone.ts';
import { chooseZone, ledgerZone } from '../../utils/storage/settings.ts';
import { ripens, settleStandings } from '../../utils/storage/standings.ts';
import { currentCosts } from './prices.ts';
import { TrustedClock } from './trusted-clock.ts';

/** Counts days in the zone that the user chose; where that may not be, the choice goes back to the one before. */
async function keepZone(database: LedgerDatabase): Promise<void> {
  const chosen = await ledgerZone();
  const zone = await countDaysIn(database, chosen);
  if (zone !== chosen) await chooseZone(zone);
}

/** Budgets as the background keeps them: what holds, what they say, and the time that they go by. */
export class BudgetDesk {
  readonly #database: LedgerDatabase;
  readonly #clock: TrustedClock;
  readonly #onSettled: () => void;
  #settling: Promise<void> = Promise.resolve();

  constructor(database: LedgerDatabase, onSettled: () => void) {
    this.#database = database;
    this.#clock = new TrustedClock(database);
    this.#onSettled = onSettled;
  }

  /** The trusted time, and what waits settled where a platform's time may have let it ripen. */
  async time(toldAt: number | null = null): Promise<TrustedTime> {
    const time = await this.#clock.read(toldAt);
    if (toldAt !== null && (await ripens(this.#database, time))) this.settle();
    return time;
  }

  /** Lets hold what may, and decides what budgets have to say now: after anything but a gift changed. */
  readonly settle = (): void => {
    // Trouble with storage is named where it is met; the next change or worker settles again.
    this.#settling = this.#settling.then(() => this.#settle()).catch(() => undefined);
  };

  async #settle(): Promise<void> {
    // A refusal is told here: of a transaction that opens the database by itself it is told twice, once to nobody.
    await this.#database.open();
    await keepZone(this.#database);
    const time = await this.#clock.read();
    const changed = await settleStandings(this.#database, time);
    const context = { ...(await currentCosts(this.#database)), now: trustedNow(time) };
    await decideForPeriodsAtHand(this.#database, new Set(changed), context);
    this.#onSettled();
  }

  /** The tightest budget that a stream touches; null where there is none. */
  async tightest(stream: StreamAtHand): Promise<TightestBudget | null> {
    const context = await this.#context();
    return context === null ? null : tightestBudget(this.#database, stream, context);
  }

  /** What is left of the budgets that a gift in a stream would count in. */
  async left(stream: StreamAtHand): Promise<readonly BudgetLeft[]> {
    const context = await this.#context();
    return context === null ? [] : budgetsLeft(this.#database, stream, context);
  }

  /** Every budget as it stands, nearest to its limit first. */
  async views(): Promise<readonly BudgetView[]> {
    const context = await this.#context();
    return context === null ? [] : budgetViews(this.#database, context, await this.#clock.read());
  }

  /** Null where there are no budgets, so that those who have none pay for nothing. */
  async #context(): Promise<BudgetContext | null> {
    if ((await this.#database.standings.count()) === 0) return null;
    const costs = await currentCosts(this.#database);
    const display = (await costedIn(this.#database)) ?? costs.display;
    return { ...costs, display, now: trustedNow(await this.#clock.read()) };
  }
}
