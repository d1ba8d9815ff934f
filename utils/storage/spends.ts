import type { Went } from '../core/costing.ts';
import { amountOf } from '../core/entry.ts';
import { foldOperations, type Operated, type Operation } from '../core/operation.ts';
import { currencyOf } from '../core/paid-money.ts';
import type { EpochMs } from '../core/time.ts';
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

/** Rows that are read at once at first; more with every page, since most runs end soon. */
const FIRST_PAGE = 256;
const LARGEST_PAGE = 4096;

/** Entries that were sent, by time. */
export interface SentPage {
  readonly entries: readonly StoredEntry[];
  /** The moment up to which these are all; null on the last page. */
  readonly upTo: EpochMs | null;
}

/**
 * Reads everything sent from `since` on, by time, in pages that end with a whole moment, so that memory stays bounded;
 * until `read` says that it has enough. Rows may be written meanwhile as long as their times stay.
 */
export async function eachSentPage(
  { entries }: LedgerDatabase,
  since: number,
  read: (page: SentPage) => Promise<'more' | 'enough'>,
): Promise<void> {
  let from = since;
  for (let size = FIRST_PAGE; ; size = Math.min(size * 2, LARGEST_PAGE)) {
    const page = await entries
      .where('[direction+at]')
      .between(['sent', from], ['sent', Number.POSITIVE_INFINITY])
      .limit(size)
      .toArray();
    const last = page.at(-1);
    if (last === undefined || page.length < size) {
      await read({ entries: page, upTo: null });
      return;
    }
    const same = await entries.where('[direction+at]').equals(['sent', last.at]).toArray();
    const whole = [...page.filter(({ at }) => at < last.at), ...same];
    if ((await read({ entries: whole, upTo: last.at })) === 'enough') return;
    from = last.at + 1;
  }
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
