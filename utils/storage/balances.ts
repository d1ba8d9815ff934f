import type { BalanceFacts } from '../core/balance.ts';
import type { Cost } from '../core/cost.ts';
import { amountOf } from '../core/entry.ts';
import type { BalanceShown } from '../core/gift-event.ts';
import { type Day, dayOf, type EpochMs, epochMs, timeZone } from '../core/time.ts';
import { type UnitId, units } from '../core/units.ts';
import type { LedgerDatabase, StoredBalance, StoredEntry } from './database.ts';
import { isSpendOf, lotOperations, spendOf } from './spends.ts';
import { primaryKeyOf } from './total-keys.ts';

/** Balances of one account that are kept. */
const MOST_BALANCES = 100;

const LAST = Number.POSITIVE_INFINITY;

const utc = timeZone('UTC');

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

/** What is known of a balance: what it is compared with, and whose it is. */
export interface KnownBalance {
  readonly facts: BalanceFacts;
  /** Empty where nobody was known to be logged in. */
  readonly account: StoredBalance['account'];
  /** How many accounts a balance was shown of. */
  readonly accounts: number;
}

/**
 * The balance that was shown last, of whichever account, with what `checkBalance` needs to know, counted from the
 * beginning. Null where no balance was shown.
 */
export async function knownBalance(
  database: LedgerDatabase,
  unit: UnitId,
): Promise<KnownBalance | null> {
  const history = await balanceHistory(database, unit);
  const latest = latestOf(history);
  if (latest === null) {
    return null;
  }
  const sent = await sentUntil(database, unit, latest.lastAt);
  const { purchases, adjustments } = await lotOperations(database);
  return {
    facts: {
      shown: { unit, units: latest.units, at: latest.lastAt },
      since: null,
      purchases,
      adjustments,
      ...sent,
    },
    account: latest.account,
    accounts: new Set(history.map(({ account }) => account)).size,
  };
}

const DAY_MS = 86_400_000;

/**
 * What was sent up to a moment: from the totals of days that lie before it in every zone, and from the entries of the
 * two days around it, so that a long ledger is not walked.
 */
async function sentUntil(
  database: LedgerDatabase,
  unit: UnitId,
  until: EpochMs,
): Promise<Pick<BalanceFacts, 'sent' | 'firstUnpaidAt'>> {
  const { dayTotals } = database;
  const first = dayOf(epochMs(until - DAY_MS), utc);
  const rows = await dayTotals
    .where(primaryKeyOf('dayTotals'))
    .between([''], [first], true, false)
    .toArray();
  const days = rows.filter((row) => row.direction === 'sent' && row.unit === unit);
  const late = (await sentBetween(database, unit, startOf(first), until)).filter(
    ({ day }) => day >= first,
  );
  const unpaidDay = days.find(isUnpaid)?.day;
  const unpaid =
    unpaidDay === undefined
      ? late
      : await sentBetween(
          database,
          unit,
          startOf(unpaidDay),
          epochMs(startOf(unpaidDay) + 3 * DAY_MS),
        );
  return {
    sent: units(
      days.reduce((sum, day) => sum + day.units, 0) +
        late.reduce((sum, entry) => sum + (amountOf(entry) ?? 0), 0),
    ),
    firstUnpaidAt: unpaid.find(({ cost }) => cost !== null && isUnpaid(cost))?.at ?? null,
  };
}

/** Whether some units of a cost were not known to have been bought. */
function isUnpaid({ listedUnits, unpricedUnits }: Pick<Cost, 'listedUnits' | 'unpricedUnits'>) {
  return listedUnits + unpricedUnits > 0;
}

/** The first moment that is on a day in any zone. */
function startOf(day: Day): EpochMs {
  return epochMs(Math.max(0, Date.parse(`${day}T00:00:00Z`) - DAY_MS));
}

/** What was sent of a unit, earliest first. */
async function sentBetween(
  { entries }: LedgerDatabase,
  unit: UnitId,
  from: EpochMs,
  to: EpochMs,
): Promise<StoredEntry[]> {
  const rows = await entries
    .where('[direction+at]')
    .between(['sent', from], ['sent', to], true, true)
    .toArray();
  return rows.filter((entry) => isSpendOf(unit, spendOf(entry)));
}

function latestOf(history: readonly StoredBalance[]): StoredBalance | null {
  return history.reduce<StoredBalance | null>(
    (latest, row) => (latest === null || row.lastAt >= latest.lastAt ? row : latest),
    null,
  );
}
