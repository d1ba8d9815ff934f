import type { Pricing } from './costing.ts';
import { exponentOf, type Money, type UnitRate } from './money.ts';
import { unitPrice } from './price-book.ts';
import type { Purchase } from './purchase.ts';
import { moneyOfPrice, scaleOf } from './scaled.ts';
import { type UnitId, type Units, units } from './units.ts';

/** What a unit cost the user on average, over all purchases whose price can be told in the display currency. */
export interface OwnPrice {
  readonly rate: UnitRate;
  readonly perUnit: Money;
  /** Units bought in all those purchases. */
  readonly units: Units;
  /** What was paid for them. */
  readonly paid: Money;
  /** The latest of them. */
  readonly last: Pick<Purchase, 'units' | 'channel' | 'at'>;
}

/** The user's own price of a unit; null where nothing was paid that can be told in the display currency. */
export function ownPrice(
  purchases: readonly Purchase[],
  unit: UnitId,
  { display, convert, dayOf }: Pick<Pricing, 'display' | 'convert' | 'dayOf'>,
): OwnPrice | null {
  let paid = 0;
  let count = 0;
  let last: Purchase | null = null;
  for (const purchase of purchases) {
    if (purchase.unit !== unit) continue;
    const price = moneyOfPrice(purchase.price);
    const told = price.currency === display ? price : convert(price, dayOf(purchase.at))?.money;
    if (told === undefined) continue;
    paid += told.amount;
    count += purchase.units;
    if (last === null || purchase.at >= last.at) last = purchase;
  }
  // No average is told of what was only given away, or beyond exact numbers.
  const scale = scaleOf(display);
  const finer = count * 10 ** (scale - exponentOf(display));
  if (last === null || paid === 0 || !Number.isSafeInteger(paid) || !Number.isSafeInteger(finer)) {
    return null;
  }
  const rate: UnitRate = { currency: display, minor: paid, units: units(finer) };
  return {
    rate,
    perUnit: unitPrice(rate),
    units: units(count),
    paid: { currency: display, amount: paid, scale },
    last: { units: last.units, channel: last.channel, at: last.at },
  };
}
