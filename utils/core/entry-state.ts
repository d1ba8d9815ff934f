import type { Correction } from './correction.ts';
import type { ByHand } from './entry.ts';
import type { EpochMs } from './time.ts';
import type { EntryState } from './views.ts';

/**
 * A streak in which nothing was added for this long is over: TikTok's own end message comes 1 to 4 seconds after the
 * last gift (measured on recorded streams).
 */
export const QUIET_MS = 10_000;

/** Whether a payment last seen at `openSince` may no longer grow at `now`. A clock turned back counts as quiet. */
export function isQuiet(openSince: EpochMs, now: EpochMs): boolean {
  return now < openSince || now - openSince >= QUIET_MS;
}

/** Whether a payment is known only from what stood on the page for people to read: what that says is not exact. */
export function isObserved(entry: {
  readonly onPage: boolean;
  readonly onSend: boolean;
  readonly byHand?: ByHand;
}): boolean {
  return !entry.onPage && !entry.onSend && entry.byHand === undefined;
}

/** What to call an entry: void, still growing, ended by the platform, or ended by quiet alone. */
export function stateOf(entry: {
  readonly ended: boolean;
  readonly openSince?: EpochMs;
  readonly correction?: Correction;
}): EntryState {
  if (entry.correction?.voided) return 'void';
  if (entry.ended) return 'closed';
  return entry.openSince === undefined ? 'unconfirmed' : 'open';
}
