import type { GiftPanel } from '../../utils/platforms/types.ts';

/** How long after a press a page may take until it sends. */
const PATIENCE_MS = 30_000;

/**
 * The page's own sendings, as the browser's list of what was loaded tells of them: only that one was made, nothing of
 * what it said. Shows whether a press was taken, and whether gifts are sent by something that is not recognised.
 */
export class Sendings {
  readonly #panel: GiftPanel;
  readonly #isPressed: () => boolean;
  readonly #onUnseen: () => void;
  readonly #observer = new PerformanceObserver((list) => this.#note(list.getEntries()));
  readonly #waiting = new Set<{ readonly since: number; done(sent: boolean): void }>();
  #since = 0;
  #letThroughAt = Number.NEGATIVE_INFINITY;

  constructor(panel: GiftPanel, isPressed: () => boolean, onUnseen: () => void) {
    this.#panel = panel;
    this.#isPressed = isPressed;
    this.#onUnseen = onUnseen;
  }

  /** Watches for those from `since` on, in the time of `performance.now()`. */
  start(since: number): void {
    this.#since = since;
    this.#observer.observe({ type: 'resource', buffered: true });
  }

  stop(): void {
    this.#observer.disconnect();
    for (const { done } of this.#waiting) done(false);
  }

  /** A press that sends was let through now. */
  letThrough(): void {
    this.#letThroughAt = performance.now();
  }

  /** Whether the page sends a gift within so many ms from now. */
  next(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const wait = {
        since: performance.now(),
        done: (sent: boolean) => {
          clearTimeout(timer);
          this.#waiting.delete(wait);
          resolve(sent);
        },
      };
      const timer = setTimeout(() => wait.done(false), ms);
      this.#waiting.add(wait);
    });
  }

  #note(entries: readonly PerformanceEntry[]): void {
    for (const { name, startTime } of entries) {
      const url = startTime < this.#since ? null : URL.parse(name);
      if (url === null || !this.#panel.isSending(url)) continue;
      for (const wait of this.#waiting) if (startTime >= wait.since) wait.done(true);
      if (startTime > this.#letThroughAt + PATIENCE_MS && !this.#isPressed()) this.#onUnseen();
    }
  }
}
