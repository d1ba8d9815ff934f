import type { BalanceFacts } from '../core/balance.ts';
import type { BalanceShown } from '../core/gift-event.ts';
import { type UnitId, units } from '../core/units.ts';
import type { LedgerDatabase, StoredBalance } from './database.ts';
import { lotOperations, spendOf } from './spends.ts';

/** Balances of one account that are kept. */
const MOST_BALANCES = 100;

const LAST = Number.POSITIVE_INFINITY;

/** Notes a balance that a page showed, for the account that is logged in there. Runs in a transaction of the caller's. */
export async function noteBalance(database: LedgerDatabase, event: BalanceShown): Promise<void> {
  const { balances, logins } = database;
  const { unit, at } = event;
  const account = (await logins.get(event.platform))?.account ?? '';
  const known = await balances
    .where('[unit+account+at]')
    .between([unit, account, 0], [unit, account, LAST])
    .toArray();
  const last = known.at(-1);
  if (last !== undefined && at <= last.lastAt) {
    return;
  }
  if (last?.units === event.units) {
    await balances.put({ ...last, lastAt: at });
    return;
  }
  await balances.put({ unit, account, units: event.units, at, lastAt: at });
  const tooMany = known.slice(0, Math.max(0, known.length + 1 - MOST_BALANCES));
  await balances.bulkDelete(tooMany.map((row) => [row.unit, row.account, row.at]));
}

/** All balances that pages showed, the latest of each account last, by account and time. */
export async function balanceHistory(
  { balances }: LedgerDatabase,
  unit: UnitId,
): Promise<readonly StoredBalance[]> {
  return balances
    .where('[unit+account+at]')
    .between([unit, '', 0], [unit, '\uffff', LAST])
    .toArray();
}

/** The balance that was shown last, of whichever account; null where none was. */
export async function latestBalance(
  database: LedgerDatabase,
  unit: UnitId,
): Promise<StoredBalance | null> {
  const known = await balanceHistory(database, unit);
  return known.reduce<StoredBalance | null>(
    (latest, row) => (latest === null || row.lastAt >= latest.lastAt ? row : latest),
    null,
  );
}

/**
 * What `checkBalance` needs to know: the latest balance, counted from `since` or from the beginning. Null where no
 * balance was shown.
 */
export async function balanceFacts(
  database: LedgerDatabase,
  unit: UnitId,
  since: BalanceFacts['since'] = null,
): Promise<BalanceFacts | null> {
  const latest = await latestBalance(database, unit);
  if (latest === null) {
    return null;
  }
  let sent = 0;
  await database.entries
    .where('[direction+at]')
    .between(['sent', since === null ? 0 : since.at + 1], ['sent', latest.lastAt], true, true)
    .each((entry) => {
      const spend = spendOf(entry);
      if (spend?.unit === unit) sent += spend.units;
    });
  const { purchases, adjustments } = await lotOperations(database);
  return {
    shown: { unit, units: latest.units, at: latest.lastAt },
    since,
    purchases,
    adjustments,
    sent: units(sent),
  };
}
