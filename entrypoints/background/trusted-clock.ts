import type { EpochMs } from '../../utils/core/time.ts';
import { epochMs } from '../../utils/core/time.ts';
import { confirm, pass, type TrustedTime, wake } from '../../utils/core/trusted-time.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { readTrustedTime, writeTrustedTime } from '../../utils/storage/trusted-time.ts';
import { now } from './clock.ts';

/** How much of it may be lost with a worker: it is written down at least so often while anything happens. */
const KEEP_MS = 5_000;

/** The time that has certainly passed, kept over workers' lives: the one place where the background counts it. */
export class TrustedClock {
  readonly #database: LedgerDatabase;
  #time: Promise<TrustedTime>;
  /** By the clock that only runs: when the time was brought up to date, and when it was written down. */
  #seen = performance.now();
  #kept = Number.NEGATIVE_INFINITY;

  constructor(database: LedgerDatabase) {
    this.#database = database;
    this.#time = readTrustedTime(database, now()).then((time) => wake(time, now()));
    // Trouble with storage is named where it is met: by whoever asks.
    this.#time.catch(() => undefined);
  }

  /** Brings it up to date, and further where a platform told the time. */
  async read(toldAt: number | null = null): Promise<TrustedTime> {
    const next = this.#time.then((time) =>
      this.#advance(time, toldAt === null ? null : epochMs(toldAt)),
    );
    this.#time = next.catch(() => readTrustedTime(this.#database, now()));
    this.#time.catch(() => undefined);
    return next;
  }

  async #advance(time: TrustedTime, toldAt: EpochMs | null): Promise<TrustedTime> {
    const at = performance.now();
    const passed = pass(time, at - this.#seen, now());
    this.#seen = at;
    const after = toldAt === null ? passed : confirm(passed, toldAt, now());
    const jumped = after.platform !== null && after.unconfirmed !== time.unconfirmed;
    if (jumped || at - this.#kept >= KEEP_MS) {
      await writeTrustedTime(this.#database, after);
      this.#kept = at;
    }
    return after;
  }
}
