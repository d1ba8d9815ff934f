import { type EpochMs, epochMs } from '../core/time.ts';
import { forgetOldAlerts } from './creator-alerts.ts';
import type { LedgerDatabase } from './database.ts';

/** How long a payment that cannot be judged, and a stream in which nothing was given, are remembered. */
const FORGET_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Forgets what concerns others: payments that could never be judged, streams that were only looked at, and pages long
 * gone. Law of safety 7.
 */
export async function forgetStale(database: LedgerDatabase, now: EpochMs): Promise<void> {
  const before = epochMs(Math.max(0, now - FORGET_AFTER_MS));
  await forgetOldAlerts(database, now);
  const { undecided, sessions, sessionTotals, pages } = database;
  await database.transaction('rw', [undecided, sessions, sessionTotals, pages], async () => {
    await undecided.where('seenAt').below(before).delete();
    await pages.filter(({ seenAt }) => seenAt < before).delete();
    const kept = new Set(
      (await sessionTotals.toCollection().primaryKeys()).map((key) => String([key].flat()[0])),
    );
    await sessions
      .where('lastAt')
      .below(before)
      .filter(({ id }) => !kept.has(id))
      .delete();
  });
}
