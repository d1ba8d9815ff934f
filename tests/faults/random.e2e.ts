import { test, type Watching } from '../e2e/watching.ts';
import type { StreakHandle } from '../sim/sim.ts';
import { browserSeed, runs, thorough } from './chosen.ts';
import { MOST_TABS, planOf, type Step } from './plan.ts';
import { expectWhole, mine, openWithBudget } from './whole.ts';

/** Steps of one plan: a minute of a browser, or some seconds in `npm test`. */
const LENGTH = thorough ? 30 : 12;

/** Does what a plan says to a browser that is on the stream. */
class Performance {
  readonly #watching: Watching;
  readonly #streaks = new Map<number, StreakHandle>();
  readonly #tabs: Awaited<ReturnType<Watching['open']>>[] = [];

  constructor(watching: Watching) {
    this.#watching = watching;
  }

  /** The first tab of all, with a budget, so that there are alerts to lose or to double. */
  async begin(): Promise<void> {
    this.#tabs.push(await openWithBudget(this.#watching));
  }

  async #open(): Promise<void> {
    this.#tabs.push(await this.#watching.open());
    await this.#inRoom();
  }

  /** Until every tab's socket is in the room. */
  async #inRoom(): Promise<void> {
    await this.#watching.sim.waitForClients(this.#tabs.length);
  }

  /** What a page saw a moment ago is in its script only: a tab that closes then takes it along. */
  async #stored(): Promise<void> {
    await this.#watching.expectEntries(mine(this.#watching));
  }

  async do(step: Step): Promise<void> {
    const { sim, browser } = this.#watching;
    switch (step.do) {
      case 'gift':
        await sim.sendGift({ from: 'me', gift: step.gift });
        return;
      case 'gift-of-others':
        await sim.sendGift({ from: 'north.pier', gift: step.gift });
        return;
      case 'tick': {
        const begun = this.#streaks.get(step.streak);
        if (begun !== undefined) return begun.tick(step.add);
        const streak = await sim.streak({ from: 'me', gift: 'Rose', count: step.add });
        this.#streaks.set(step.streak, streak);
        return;
      }
      case 'end':
        await this.#streaks.get(step.streak)?.end();
        this.#streaks.delete(step.streak);
        return;
      case 'chat':
        return sim.chat(step.lines);
      case 'repeat':
        return sim.repeatLast(step.last);
      case 'kill-worker':
        await this.#wake();
        return browser.killWorker();
      case 'reload-extension':
        await browser.reloadExtension();
        return this.#watching.reopenInside();
      case 'reload-tab':
        await this.#stored();
        await this.#tabs[0]?.reload();
        return this.#inRoom();
      case 'open-tab':
        return this.#tabs.length < MOST_TABS ? this.#open() : undefined;
      case 'close-tab':
        await this.#stored();
        await this.#tabs.shift()?.close();
        if (this.#tabs.length === 0) await this.#open();
        return;
      case 'offline':
        sim.dropSockets(step.refuseForMs);
        return;
      case 'clock':
        return this.#setClock(step.hours);
    }
  }

  /** Sees to it that a worker runs: the browser tells nothing of one that has been gone for a while. */
  async #wake(): Promise<void> {
    const page = await this.#watching.browser.openPage('manifest.json');
    await page.evaluate(() => chrome.runtime.sendMessage({}).catch(() => undefined));
    await page.close();
  }

  /** Sets the clock that the background goes by, for as long as its worker lives. */
  async #setClock(hours: number): Promise<void> {
    const worker = await this.#watching.browser.worker();
    await worker.evaluate((ms) => {
      const { now } = Date;
      Date.now = () => now.call(Date) + ms;
    }, hours * 3_600_000);
  }

  async expectTruth(): Promise<void> {
    const { sim, browser } = this.#watching;
    await this.#inRoom();
    // A worker that a plan killed last is woken by the next message.
    await sim.chat(1);
    await browser.worker();
    await expectWhole(this.#watching);
  }
}

for (let run = 0; run < runs; run += 1) {
  test(`anything goes wrong, seed ${browserSeed + run}`, async ({ watching }) => {
    const plan = planOf(browserSeed + run, LENGTH);
    const performance = new Performance(watching);
    await performance.begin();
    for (const [index, step] of plan.entries()) {
      await test.step(`${index} ${JSON.stringify(step)}`, () => performance.do(step));
    }
    await performance.expectTruth();
  });
}
