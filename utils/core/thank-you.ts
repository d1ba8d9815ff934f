import type { AccountId, PlatformId } from './ids.ts';
import type { BoardRow } from './leaderboard.ts';
import type { SessionId } from './totals.ts';

/** Somebody whom the user thanked in a session for what they had given by then. */
export interface Thanks {
  readonly platform: PlatformId;
  readonly person: AccountId;
  readonly session: SessionId;
  /** How many gifts it was for; 0 takes the thanks back. */
  readonly gifts: number;
}

/** One person on the list of those to thank. */
export interface ToThank extends BoardRow {
  /** Gifts that they gave since they were thanked; all of them where they were not. */
  readonly unthanked: number;
  readonly thanked: boolean;
}

/** Those who gave in a session, as a leaderboard has them, with whom the user thanked already. */
export function thankYouList(
  rows: readonly BoardRow[],
  thanks: readonly Thanks[],
  sessions: readonly SessionId[],
): readonly ToThank[] {
  const keyOf = (of: Pick<Thanks, 'platform' | 'person'>) => `${of.platform}:${of.person}`;
  const sums = new Map<string, number>();
  for (const each of thanks) {
    if (!sessions.includes(each.session)) continue;
    sums.set(keyOf(each), Math.max(sums.get(keyOf(each)) ?? 0, each.gifts));
  }
  return rows.map((row) => {
    const unthanked = Math.max(0, row.sum.gifts - (sums.get(keyOf(row)) ?? 0));
    return { ...row, unthanked, thanked: unthanked === 0 };
  });
}
