import type { Went } from '../core/costing.ts';
import { amountOf } from '../core/entry.ts';
import { foldOperations, type Operated, type Operation } from '../core/operation.ts';
import { currencyOf } from '../core/paid-money.ts';
import { isOwnUnit, type UnitId, units } from '../core/units.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';

/** A sent entry as something that was spent. `unit` is null where only its price is known, by the user. */
export interface Spend extends Went {
  readonly unit: UnitId | null;
}

/** A sent entry as something that was spent; null for what is void, or has no price in units or money. */
export function spendOf(entry: StoredEntry): Spend | null {
  const { id, at, unit, direction, correction } = entry;
  if (direction !== 'sent' || correction?.voided) return null;
  const amount = unit === null ? null : amountOf(entry);
  const inMoney = unit === null || isOwnUnit(unit) ? null : currencyOf(unit);
  if (inMoney !== null && amount !== null) {
    const price = correction?.price ?? { currency: inMoney, minor: amount };
    return { type: 'went', id, at, units: units(0), unit: null, price };
  }
  const price = correction?.price;
  if (amount === null && price === undefined) return null;
  return {
    type: 'went',
    id,
    at,
    units: units(amount ?? 0),
    unit: amount === null || unit === null || !isOwnUnit(unit) ? null : unit,
    ...(price === undefined ? {} : { price }),
  };
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
