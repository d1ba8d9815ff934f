import type { Budget, BudgetScope, HeldBudget } from './budget.ts';
import type { Convert } from './costing.ts';
import type { EntryKind } from './gift-event.ts';
import type { Measure } from './guard.ts';
import type { AccountId, CurrencyCode, PlatformId } from './ids.ts';
import type { LinkedAccounts } from './linked-accounts.ts';
import { scaleOf } from './scaled.ts';
import type { Day } from './time.ts';
import type { Tally, TotalUnit } from './totals.ts';

/** A stored total of what was sent, as a budget reads it. `day` is the one whose exchange rate counts. */
export interface SpentRow extends Tally {
  readonly day: Day;
  readonly platform: PlatformId;
  readonly creator: AccountId | '';
  readonly kind: EntryKind;
  readonly unit: TotalUnit;
}

/** What totals come to in a budget's measure: at its currency's scale, or whole units. */
export interface CountedSpend {
  readonly spent: number;
  /** The part that is known only from listed prices; 0 where the limit is in units. */
  readonly listed: number;
  /** Units of which no price is known, in no sum of money. */
  readonly unpricedUnits: number;
  /** Payments without a price in units or without an exchange rate, in no sum. */
  readonly unpriced: number;
}

export const nothingSpent: CountedSpend = { spent: 0, listed: 0, unpricedUnits: 0, unpriced: 0 };

/** What costs are kept in, and how they become a budget's own currency. */
export interface SpendPricing {
  readonly display: CurrencyCode;
  readonly convertTo: (currency: CurrencyCode) => Convert;
}

/**
 * A budget as it counts: where it names creators, by every account of theirs, as the user merged and linked them: totals
 * by day are filed under some of these, a stream has its host's own. What was counted before follows.
 */
export function withAllAccounts(
  { accounts: held = [], ...budget }: HeldBudget,
  accounts: LinkedAccounts,
): Budget {
  const { scope } = budget;
  if (scope.creators === null) return budget;
  const creators = [...scope.creators, ...held].flatMap((each) => accounts.accountsOf(each));
  return { ...budget, scope: { ...scope, creators } };
}

/** Whether payments of a platform, a creator and a kind count in a scope. Null stands for whichever it is. */
export function inScope(
  { platforms, creators, kinds }: BudgetScope,
  { platform, creator, kind }: Pick<SpentRow, 'platform' | 'creator'> & { kind: EntryKind | null },
): boolean {
  return (
    (platforms === null || platforms.includes(platform)) &&
    (kinds === null || kind === null || kinds.includes(kind)) &&
    (creators === null ||
      creators.some((each) => each.platform === platform && each.id === creator))
  );
}

/**
 * What rows come to in the measure of a limit. Another currency is reached day by day, each day's sum at that day's
 * rate and rounded once, so that it does not matter into how many payments or rows a day was divided.
 */
export function countSpend(
  rows: Iterable<SpentRow>,
  measure: Measure,
  pricing: SpendPricing,
): CountedSpend {
  return measure.in === 'units'
    ? countUnits(rows, measure.unit)
    : countMoney(rows, measure.money.currency, pricing);
}

function countUnits(rows: Iterable<SpentRow>, unit: TotalUnit): CountedSpend {
  let spent = 0;
  let unpriced = 0;
  for (const row of rows) {
    if (row.unit === unit) spent += row.units;
    unpriced += row.unpriced;
  }
  return { ...nothingSpent, spent, unpriced };
}

interface DaySum {
  total: number;
  listed: number;
  entries: number;
}

function countMoney(
  rows: Iterable<SpentRow>,
  currency: CurrencyCode,
  { display, convertTo }: SpendPricing,
): CountedSpend {
  const sum = { ...nothingSpent };
  const days = new Map<Day, DaySum>();
  for (const row of rows) {
    const day = days.get(row.day) ?? { total: 0, listed: 0, entries: 0 };
    day.total += row.exact + row.paid + row.listed;
    day.listed += row.listed;
    day.entries += row.entries - row.unpriced - row.unconverted;
    days.set(row.day, day);
    sum.unpricedUnits += row.unpricedUnits;
    sum.unpriced += row.unpriced + row.unconverted;
  }
  const told =
    display === currency ? null : { convert: convertTo(currency), scale: scaleOf(display) };
  for (const [day, { total, listed, entries }] of days) {
    const into = (amount: number): number | undefined =>
      told === null
        ? amount
        : told.convert({ currency: display, amount, scale: told.scale }, day)?.money.amount;
    const spent = into(total);
    if (spent === undefined && total !== 0) sum.unpriced += entries;
    sum.spent += spent ?? 0;
    sum.listed += into(listed) ?? 0;
  }
  return sum;
}
