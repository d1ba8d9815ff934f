import type { FrameSample } from '../../utils/core/diagnostic.ts';
import type { CaptureRefusal } from '../../utils/core/refusals.ts';
import { skeletonOf } from '../../utils/platforms/skeleton.ts';
import type { Frame } from '../../utils/platforms/types.ts';

/** Frames kept of one reason, the first ones: more of the same tell nothing new. */
const MOST_OF_A_REASON = 3;
const MOST_REASONS = 8;

/**
 * The structure of frames that were refused, for a diagnostic that the user may save. Only in memory, and without
 * anything that they say.
 */
export class Samples {
  readonly #kept: RegExp;
  readonly #samples: FrameSample[] = [];
  readonly #counts = new Map<CaptureRefusal, number>();

  constructor(kept: RegExp) {
    this.#kept = kept;
  }

  async add(reason: CaptureRefusal, frame: Frame): Promise<void> {
    const before = this.#counts.get(reason) ?? 0;
    const isNew = before === 0 && this.#counts.size >= MOST_REASONS;
    if (isNew || before >= MOST_OF_A_REASON) return;
    this.#counts.set(reason, before + 1);
    const skeleton = await skeletonOf(frame, this.#kept).catch(() => null);
    if (skeleton === null) return;
    const { body, ...rest } = skeleton;
    this.#samples.push({
      reason,
      ...rest,
      ...(typeof body === 'string' ? { text: body } : { body: base64(body) }),
    });
  }

  read(): readonly FrameSample[] {
    return this.#samples;
  }
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
