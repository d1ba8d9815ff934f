/** Clocks that a test moves on: the simulated site's, of pages that were opened afterwards, and the background's. */
import type { Page } from '@playwright/test';
import type { ChromiumWithExtension } from '../e2e/browser/chromium.ts';

declare global {
  /** How far a page's, or the worker's, clock is ahead of the machine's, in milliseconds. */
  var movedClockAhead: number | undefined;
}

/** Runs in a page or a worker: makes its clock one that {@link movedClockAhead} moves. */
function makeMovable(ahead: number): void {
  if (globalThis.movedClockAhead === undefined) {
    const { now } = Date;
    Date.now = () => now.call(Date) + (globalThis.movedClockAhead ?? 0);
  }
  globalThis.movedClockAhead = ahead;
}

/** All clocks of a test, set by the site's. */
export class MovedClock {
  readonly #browser: ChromiumWithExtension;
  readonly #now = Date.now;
  #ahead = 0;

  constructor(browser: ChromiumWithExtension) {
    this.#browser = browser;
    Date.now = () => this.#now.call(Date) + this.#ahead;
  }

  /** Sees to it that pages from now on have a clock that can be moved, before any script takes theirs. */
  async start(): Promise<void> {
    await this.#browser.context.addInitScript(makeMovable, 0);
  }

  /** Makes it the moment `at`, in epoch milliseconds, for the site, these pages and the worker, which is woken. */
  async set(at: number, pages: readonly Page[]): Promise<void> {
    this.#ahead = at - this.#now.call(Date);
    const worker = await this.#browser.worker();
    await worker.evaluate(makeMovable, this.#ahead);
    for (const page of pages) await page.evaluate(makeMovable, this.#ahead);
  }

  /** Gives the test its own clock back. */
  end(): void {
    Date.now = this.#now;
  }
}
