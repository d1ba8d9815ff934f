import { type EpochMs, epochMs } from '../../utils/core/time.ts';

/** The moment it is: the one place where the background looks at the clock. */
export function now(): EpochMs {
  return epochMs(Date.now());
}
