import type { DeliveryView } from '../core/ledger-views.ts';
import type { EpochMs } from '../core/time.ts';
import type { LedgerDatabase } from './database.ts';
import { ledgerRows, personViews } from './ledger-rows.ts';

/** Gifts that are told with their facts. */
const MOST = 200;

/**
 * What the platform answered the user's sending for and never showed, newest first. What may still be shown is left out,
 * and what the user made void.
 */
export async function undeliveredGifts(
  database: LedgerDatabase,
  now: EpochMs,
): Promise<DeliveryView> {
  const entries = await database.entries.where('undelivered').equals(1).toArray();
  const settled = entries
    .filter(
      ({ direction, openSince, correction }) =>
        direction === 'sent' && openSince === undefined && correction?.voided !== true,
    )
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const told = settled.slice(0, MOST);
  const rows = await ledgerRows(database, told);
  const senders = await personViews(
    database,
    told.flatMap(({ platform, sender }) => (sender === null ? [] : [{ platform, id: sender }])),
  );
  return {
    gifts: told.flatMap(({ platform, sender, room, lastAt }, index) => {
      const row = rows[index];
      return row === undefined
        ? []
        : [{ row, sender: senders.get(`${platform}:${sender}`) ?? null, room, lastAt }];
    }),
    more: settled.length - told.length,
    now,
  };
}
