import type { CaptureRefusal } from '../../utils/core/refusals.ts';
import type { EpochMs } from '../../utils/core/time.ts';
import type { BridgeNotice } from '../../utils/messaging/page-bridge.ts';
import type { CaptureCounts } from '../../utils/messaging/protocol.ts';

/** Reasons that are told apart; a page that makes up more has them gathered. */
const MOST_REASONS = 30;

/** How capture goes in this frame, counted since the script started. */
export class Counts {
  #frames = 0;
  #gifts = 0;
  #sockets = 0;
  /** What the hook dropped, and what the outbox did. */
  #dropped = 0;
  #droppedHere = 0;
  #lastFrameAt: EpochMs | null = null;
  #lastGiftAt: EpochMs | null = null;
  #unknown: ReadonlyMap<string, number> = new Map();
  readonly #refused = new Map<CaptureRefusal, number>();

  frame(at: EpochMs): void {
    this.#frames += 1;
    this.#lastFrameAt = at;
  }

  gift(at: EpochMs): void {
    this.#gifts += 1;
    this.#lastGiftAt = at;
  }

  /** A frame's events were dropped, because too many waited to be stored. */
  drop(): void {
    this.#droppedHere += 1;
  }

  refuse(reason: CaptureRefusal, count: number): void {
    const known = this.#refused.has(reason) || this.#refused.size < MOST_REASONS;
    const name = known ? reason : 'other';
    this.#refused.set(name, (this.#refused.get(name) ?? 0) + count);
  }

  /** Messages of kinds that the decoder has not heard of, as it counts them. */
  unknown(counted: ReadonlyMap<string, number>): void {
    this.#unknown = counted;
  }

  /** Takes in what the hook says beside frames. */
  notice({ opened, tooLarge, dropped, failed, refused }: BridgeNotice): void {
    if (opened !== undefined) this.#sockets += 1;
    if (tooLarge !== undefined) this.refuse('too-large', 1);
    if (refused !== undefined) this.refuse(`bad-${refused}`, 1);
    if (failed !== undefined) this.#refused.set('hook-failed', failed);
    if (dropped !== undefined) this.#dropped = dropped;
  }

  read(): CaptureCounts {
    return {
      frames: this.#frames,
      gifts: this.#gifts,
      sockets: this.#sockets,
      lastFrameAt: this.#lastFrameAt,
      lastGiftAt: this.#lastGiftAt,
      refused: Object.fromEntries(this.#refused),
      dropped: this.#dropped + this.#droppedHere,
      unknown: Object.fromEntries(
        [...this.#unknown].map(([name, times]) => [safeName(name), times]),
      ),
    };
  }
}

/** What a page calls its messages, in a form that can be shown and sent. */
function safeName(name: string): string {
  return /^[\w.:-]{1,60}$/.test(name) ? name : 'other';
}
