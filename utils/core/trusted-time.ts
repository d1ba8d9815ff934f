import { type EpochMs, epochMs } from './time.ts';

/**
 * How much time has certainly passed, whatever the device's clock was set to. Counted are the milliseconds that a
 * worker saw pass by a clock that nobody can set, and, over the time in which none ran, only what the device's clock
 * and the platform's own times both say. Never more than the truth, as long as the platform's times are true.
 */
export interface TrustedTime {
  /** Milliseconds that have certainly passed since the count began. */
  readonly elapsed: number;
  /** Milliseconds beyond, which only the device's clock tells of so far. */
  readonly unconfirmed: number;
  /** The furthest that the device's clock was seen at since a platform last told the time. */
  readonly wall: EpochMs;
  /** The latest time that a platform told, and `elapsed` then. */
  readonly platform: { readonly at: EpochMs; readonly elapsed: number } | null;
}

/** The count's beginning. */
export function beginTrust(wall: EpochMs): TrustedTime {
  return { elapsed: 0, unconfirmed: 0, wall, platform: null };
}

/**
 * A worker begins to run: what the clock says has passed since the last one is only noted. A clock that was turned back
 * counts anew only from where it had been.
 */
export function wake(time: TrustedTime, wall: EpochMs): TrustedTime {
  const gap = Math.max(0, wall - time.wall);
  return { ...time, unconfirmed: time.unconfirmed + gap, wall: later(time.wall, wall) };
}

/** `ms` passed by a clock that only runs. What the device's clock says meanwhile adds nothing. */
export function pass(time: TrustedTime, ms: number, wall: EpochMs): TrustedTime {
  return { ...time, elapsed: time.elapsed + Math.max(0, ms), wall: later(time.wall, wall) };
}

/**
 * A platform told that it is `at`: what was unconfirmed counts as far as that leaves room, the rest is forgotten. A time
 * before one that was told already, as in a stream's history, says nothing.
 */
export function confirm(time: TrustedTime, at: EpochMs, wall: EpochMs): TrustedTime {
  const { elapsed, unconfirmed, platform } = time;
  if (platform !== null && at <= platform.at) return time;
  const room = platform === null ? 0 : at - platform.at - (elapsed - platform.elapsed);
  const counted = elapsed + Math.min(unconfirmed, Math.max(0, room));
  return { elapsed: counted, unconfirmed: 0, wall, platform: { at, elapsed: counted } };
}

/** The furthest that time can have come, by anything that was seen: from when a delay is counted. */
export function furthest({ elapsed, unconfirmed }: TrustedTime): number {
  return elapsed + unconfirmed;
}

/**
 * The moment it is, by the platform's last time and what passed since: what budgets call now, so that a clock set
 * forward begins no new period. The device's clock where no platform told the time yet.
 */
export function trustedNow({ elapsed, unconfirmed, wall, platform }: TrustedTime): EpochMs {
  return platform === null
    ? wall
    : epochMs(platform.at + Math.floor(elapsed - platform.elapsed) + unconfirmed);
}

function later(a: EpochMs, b: EpochMs): EpochMs {
  return a > b ? a : b;
}
