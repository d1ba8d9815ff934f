import type { CaptureEvent } from '../core/gift-event.ts';

/** The longest batch: twice as long ones gain a tenth more (measured) and hold up the worker for longer. */
const MOST_EVENTS = 1_000;

/** As many frames with events wait at most: a day of a ledger that cannot be written must not fill a page's memory. */
const MOST_WAITING = 20_000;

/** Waiting times before a failed batch is sent again; the last one is kept to. */
const RETRY_MS = [250, 1_000, 3_000, 10_000, 30_000];

/** A worker that has not answered by then was killed on the way. */
const ANSWER_MS = 15_000;

/** What the outbox needs of the world. */
export interface OutboxOptions {
  /** Delivers events; fulfilled once they are on disk. */
  readonly send: (events: readonly CaptureEvent[]) => Promise<void>;
  /** This many frames' events were refused as no events at all: sending them again would not help. */
  readonly onRefused: (frames: number) => void;
  /** The oldest frame's events were dropped, because too many wait. */
  readonly onDropped?: () => void;
  /** Everything that came from frames up to number `frame` is on disk, or was refused for good. */
  readonly onStored: (frame: number) => void;
  readonly signal: AbortSignal;
}

interface Item {
  /** The events of this frame … */
  readonly events: readonly CaptureEvent[];
  /** … and the last frame after it that had none. */
  upTo: number;
}

/**
 * Events on their way to the background, in order, one batch at a time: a batch is sent again until it is answered.
 * Sending one twice is harmless, since recording the same events again changes nothing.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #items: Item[] = [];
  /** How many of the first items are on their way. */
  #underWay = 0;
  #sending = false;
  #failures = 0;
  #stored = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** How many frames with events are not on disk yet. */
  get waiting(): number {
    return this.#items.length;
  }

  /** Takes the events of frame number `frame`; frames come in ascending order. 0 is for events of no frame. */
  add(frame: number, events: readonly CaptureEvent[]): void {
    const last = this.#items.at(-1);
    if (events.length > 0) {
      this.#items.push({ events, upTo: frame });
      if (this.#items.length > MOST_WAITING) {
        this.#items.splice(this.#underWay, 1);
        this.#options.onDropped?.();
      }
    } else if (last === undefined) {
      this.#acknowledge(frame);
    } else {
      last.upTo = Math.max(last.upTo, frame);
    }
    if (!this.#sending) {
      void this.#work();
    }
  }

  #acknowledge(frame: number): void {
    if (frame > this.#stored) {
      this.#stored = frame;
      this.#options.onStored(frame);
    }
  }

  async #work(): Promise<void> {
    this.#sending = true;
    while (this.#items.length > 0 && !this.#options.signal.aborted) {
      const count = this.#batchLength();
      const batch = this.#items.slice(0, count);
      this.#underWay = count;
      try {
        await answered(this.#options.send(batch.flatMap(({ events }) => events)));
        this.#failures = 0;
        this.#items.splice(0, count);
        this.#underWay = 0;
        this.#acknowledge(batch.at(-1)?.upTo ?? 0);
      } catch (error) {
        this.#underWay = 0;
        if (isRefused(error)) {
          this.#items.splice(0, count);
          this.#options.onRefused(batch.length);
          this.#acknowledge(batch.at(-1)?.upTo ?? 0);
          continue;
        }
        const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 0;
        this.#failures += 1;
        await pause(wait, this.#options.signal);
      }
    }
    this.#sending = false;
  }

  /** How many items make the next batch: as many as fit, at least one. */
  #batchLength(): number {
    let events = 0;
    let count = 0;
    for (const item of this.#items) {
      events += item.events.length;
      if (count > 0 && events > MOST_EVENTS) break;
      count += 1;
    }
    return count;
  }
}

/** Errors cross between scripts as plain errors: only their name tells them apart. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && error.name === 'BadMessage';
}

/** `sent`, or a rejection when no answer came in time. */
function answered(sent: Promise<void>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error('no answer')), ANSWER_MS);
  sent.then(resolve, reject);
  return promise.finally(() => clearTimeout(timer));
}

/** Waits `ms`, or until the signal is given. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  signal.addEventListener('abort', () => resolve(), { once: true });
  return promise.finally(() => clearTimeout(timer));
}
