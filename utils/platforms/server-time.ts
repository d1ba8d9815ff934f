/** Times as platforms' servers write them: in seconds or in milliseconds. */
import { type EpochMs, epochMs } from '../core/time.ts';

/** Below this a time is in seconds: as milliseconds it would lie before 1973. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** When the oldest page that is watched took its shape, and a moment that no server of today can tell. */
const EARLIEST = Date.UTC(2020);
const LATEST = Date.UTC(2100);

/** A server's time in milliseconds, whichever of both it was written in. */
export function inMilliseconds(time: number): number {
  return time < FIRST_MILLISECONDS ? time * 1000 : time;
}

/** What a server says that the time is, whatever the device's clock says; null where it cannot be. */
export function serverTime(now: number): EpochMs | null {
  const time = inMilliseconds(now);
  return Number.isSafeInteger(time) && time > EARLIEST && time < LATEST ? epochMs(time) : null;
}
