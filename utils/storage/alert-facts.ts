import type { Budget } from '../core/budget.ts';
import type { DaySpan } from '../core/budget-period.ts';
import { inScope } from '../core/budget-spent.ts';
import { amountOf } from '../core/entry.ts';
import type { Measure } from '../core/guard.ts';
import { scaleOf } from '../core/scaled.ts';
import { dayOf, type TimeZone } from '../core/time.ts';
import { readOperated } from './book.ts';
import type { BudgetContext } from './budget-state.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';

/** What the dearest of the changed gifts cost, in the measure of the budget's alert; null where none is known. */
export async function largestGift(
  database: LedgerDatabase,
  { alerts }: Budget,
  changed: readonly StoredEntry[],
  context: BudgetContext,
): Promise<number | null> {
  const { largeGift } = alerts;
  if (largeGift === null || changed.length === 0) return null;
  // As they are after their costs were worked out.
  const entries = await database.entries.bulkGet(changed.map(({ id }) => id));
  const amounts = entries.flatMap((entry) =>
    entry === undefined ? [] : (amountIn(entry, largeGift, context) ?? []),
  );
  return amounts.length === 0 ? null : Math.max(...amounts);
}

function amountIn(
  entry: StoredEntry,
  measure: Measure,
  { display, convertTo }: BudgetContext,
): number | null {
  if (measure.in === 'units') return entry.unit === measure.unit ? amountOf(entry) : null;
  const { cost, day } = entry;
  if (cost === null || cost.currency !== display) return null;
  const amount = cost.exact + cost.paid + cost.listed;
  const { currency } = measure.money;
  return currency === display
    ? amount
    : (convertTo(currency)({ currency: display, amount, scale: scaleOf(display) }, day)?.money
        .amount ?? null);
}

/** Units bought in a period, of the unit of the budget's alert. Whatever the budget's scope: they are bought for all. */
export async function boughtIn(
  database: LedgerDatabase,
  { alerts: { bought } }: Budget,
  { first, last }: DaySpan,
  zone: TimeZone,
): Promise<number> {
  if (bought === null) return 0;
  const { purchases } = await readOperated(database);
  return purchases
    .filter(({ unit, at }) => {
      const day = dayOf(at, zone);
      return unit === bought.unit && day >= first && day <= last;
    })
    .reduce((sum, { units }) => sum + units, 0);
}

/** The most gifts within the minutes of the budget's alert that end with one of the changed gifts. */
export async function mostGifts(
  { entries }: LedgerDatabase,
  { scope, alerts: { manyGifts } }: Budget,
  changed: readonly StoredEntry[],
): Promise<number> {
  if (manyGifts === null) return 0;
  let most = 0;
  for (const { at } of changed) {
    let gifts = 0;
    await entries
      .where('[direction+at]')
      .between(['sent', at - manyGifts.minutes * 60_000], ['sent', at], false, true)
      .each((entry) => {
        if (entry.kind === 'gift' && inScope(scope, entry)) gifts += entry.count;
      });
    most = Math.max(most, gifts);
  }
  return most;
}
