import * as z from 'zod/mini';
import type { EpochMs } from '../core/time.ts';
import { epochMs } from '../core/time.ts';
import { beginTrust, type TrustedTime } from '../core/trusted-time.ts';
import type { LedgerDatabase } from './database.ts';

const count = z.number().check(z.nonnegative());
const moment = z.pipe(z.number(), z.transform(epochMs));

const stored = z.object({
  elapsed: count,
  unconfirmed: count,
  wall: moment,
  platform: z.nullable(z.object({ at: moment, elapsed: count })),
});

/** The trusted time as it was kept last; begun at `wall` where none was, or what was kept cannot be read. */
export async function readTrustedTime(
  { facts }: LedgerDatabase,
  wall: EpochMs,
): Promise<TrustedTime> {
  const fact = await facts.get('trusted-time');
  return fact === undefined ? beginTrust(wall) : (parsed(fact.value) ?? beginTrust(wall));
}

/** Keeps it: in this profile, never in a backup. */
export async function writeTrustedTime(
  { facts }: LedgerDatabase,
  time: TrustedTime,
): Promise<void> {
  await facts.put({ id: 'trusted-time', value: JSON.stringify(time) });
}

function parsed(text: string): TrustedTime | null {
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
