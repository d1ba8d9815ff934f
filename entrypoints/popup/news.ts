import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { checkBalance } from '../../utils/core/balance.ts';
import type { Notice, PopupNews } from '../../utils/core/notices.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { knownBalance } from '../../utils/storage/balances.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { noticesOf } from '../../utils/storage/notices.ts';

/** Notices that are looked at: more than anybody leaves unseen. */
const LOOKED_AT = 20;

async function readNews(
  database: LedgerDatabase,
  unit: UnitId,
): Promise<{ readonly notices: readonly Notice[]; readonly balance: PopupNews['balance'] }> {
  const notices = await noticesOf(database, LOOKED_AT);
  const known = await knownBalance(database, unit);
  const difference = known === null ? 0 : checkBalance(known.facts).difference;
  return { notices, balance: difference === 0 ? null : { unit, difference } };
}

/**
 * What the popup tells of beside its sums, read once the unit of the sums is known, so that the sums come first. Notices that were unseen
 * since the popup was opened stay in it.
 */
export function useNews(database: LedgerDatabase, unit: UnitId | null): PopupNews | null {
  const [news, setNews] = useState<PopupNews | null>(null);
  useEffect(() => {
    if (unit === null) return;
    const unseen = new Set<string>();
    const subscription = liveQuery(async () => readNews(database, unit)).subscribe({
      next: ({ notices, balance }) => {
        for (const { id, seen } of notices) if (!seen) unseen.add(id);
        setNews({ notices: notices.filter(({ id }) => unseen.has(id)), balance });
      },
      // The sums come from the same ledger and name what keeps it from being read.
      error: () => undefined,
    });
    return () => subscription.unsubscribe();
  }, [database, unit]);
  return news;
}
