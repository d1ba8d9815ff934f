import type { Went } from '../core/costing.ts';
import { amountOf } from '../core/entry.ts';
import type { Money } from '../core/money.ts';
import { foldOperations, type Operated, type Operation } from '../core/operation.ts';
import { paidMoney } from '../core/paid-money.ts';
import { moneyOfPrice } from '../core/scaled.ts';
import { isOwnUnit, type UnitId } from '../core/units.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';

/** Units that an entry was paid with. */
export interface UnitSpend extends Went {
  readonly unit: UnitId;
}

/** What was paid in money: by the platform's word, or, where it says no price in units, by the user's. */
export interface MoneySpend {
  readonly unit: null;
  readonly money: Money;
}

/** A sent entry as something that was spent; null for what is void, or has no price in units or money. */
export function spendOf(entry: StoredEntry): UnitSpend | MoneySpend | null {
  const { id, at, unit, direction, correction } = entry;
  if (direction !== 'sent' || correction?.voided) return null;
  const amount = unit === null ? null : amountOf(entry);
  const price = correction?.price;
  if (unit !== null && isOwnUnit(unit) && amount !== null) {
    const spend = { type: 'went' as const, id, at, units: amount, unit };
    return price === undefined ? spend : { ...spend, price };
  }
  if (price !== undefined) return { unit: null, money: moneyOfPrice(price) };
  const money = unit === null || amount === null ? null : paidMoney(unit, amount);
  return money === null ? null : { unit: null, money };
}

/** Whether units of `unit` were spent. */
export function isSpendOf(unit: UnitId, spend: UnitSpend | MoneySpend | null): spend is UnitSpend {
  return spend?.unit === unit;
}

/** Purchases and bookings as they stand, read without the many corrections of entries. */
export async function lotOperations({
  operations,
}: LedgerDatabase): Promise<Pick<Operated, 'purchases' | 'adjustments'>> {
  const moving = await operations
    .where('type')
    .anyOf([
      'purchase-set',
      'purchase-removed',
      'adjustment-set',
      'adjustment-removed',
      'undo',
    ] satisfies Operation['type'][])
    .toArray();
  return foldOperations(moving);
}
