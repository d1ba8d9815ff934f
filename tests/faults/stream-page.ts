import { vi } from 'vitest';
import { Outbox } from '../../utils/messaging/outbox.ts';
import { address, frames, page } from './small-stream.ts';
import { captureIn, type WorkerLives } from './worker-lives.ts';

/** The first waiting time of the outbox before it sends again. Timers are the test's. */
const RETRY_MS = 250;

/** A page of the small stream with its outbox, whose batches go to workers. */
export class StreamPage {
  readonly #lives: WorkerLives;
  readonly #end = new AbortController();
  readonly #outbox: Outbox;
  /** The last frame of which the hook was told that it is safe. */
  stored = 0;
  /** The name of what the last batch failed of; empty after one that was stored. */
  failure = '';

  constructor(lives: WorkerLives) {
    this.#lives = lives;
    this.#outbox = new Outbox({
      send: (events) => this.#send(events),
      onStored: (frame) => {
        this.stored = frame;
      },
      onRefused: () => {
        throw new Error('nothing here is to be refused');
      },
      signal: this.#end.signal,
    });
  }

  /** Hands a frame on. */
  add(frame: number): void {
    this.#outbox.add(frame, frames[frame - 1] ?? []);
  }

  /** Waits until `enough`, or until this page is closed; what failed is sent again meanwhile. */
  async until(enough: () => boolean): Promise<void> {
    while (!enough() && !this.#end.signal.aborted) {
      await new Promise(setImmediate);
      if (this.failure !== '') await vi.advanceTimersByTimeAsync(RETRY_MS);
    }
  }

  /** Hands a frame on and waits until it is stored, or until this page is closed. */
  async see(frame: number): Promise<void> {
    this.add(frame);
    await this.until(() => this.stored >= frame);
  }

  close(): void {
    this.#end.abort();
  }

  async #send(events: Parameters<Outbox['add']>[1]): Promise<void> {
    this.failure = '';
    try {
      await this.#lives.deliver('record', { page, events }, captureIn(address));
    } catch (error) {
      this.failure = error instanceof Error ? error.name : String(error);
      throw error;
    }
  }
}
