import { AmountTooLarge, costOf, type Money, type UnitRate, unitsFor } from './money.ts';
import { divideHalfEven } from './scaled.ts';
import { type Units, units } from './units.ts';

/** What a unit is worth to a creator: an estimate, so a range; both ends are the same where only one figure is known. */
export interface WorthRange {
  readonly least: UnitRate;
  readonly most: UnitRate;
}

/** What units are worth to a creator, at least and at most: both in one currency and scale. */
export interface MoneyRange {
  readonly least: Money;
  readonly most: Money;
}

/** What is to be converted: units, money, or a number of one gift. */
export type Quantity =
  | { readonly kind: 'units'; readonly units: Units }
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'gifts'; readonly count: number };

/** The prices to convert by. Null where one is not known: what needs it stays unknown. */
export interface Rates {
  /** What the user pays for units. */
  readonly price: UnitRate | null;
  /** Units that one of the chosen gift costs. */
  readonly gift: Units | null;
  readonly worth: WorthRange | null;
}

/** One quantity in every measure. */
export interface Converted {
  /** Whole units; for money, as many as it buys. */
  readonly units: Units;
  /** What the units cost; for money, what the whole units of it cost. Null without a price. */
  readonly money: Money | null;
  /** For money: what is left of it, too little for another unit. */
  readonly change: Money | null;
  /** How many of the gift the units pay for, and the units then left. Null without a gift. */
  readonly gifts: { readonly count: number; readonly left: Units } | null;
  /** What a creator gets for the gifts that the units buy, about. Null without a rate. */
  readonly worth: MoneyRange | null;
}

/** Why something cannot be converted, by name. */
export type ConversionTrouble =
  | 'no-price'
  | 'free-units'
  | 'other-currency'
  | 'no-gift'
  | 'free-gift'
  | 'not-a-count'
  | 'too-large';

/** Thrown where a quantity cannot be converted. `trouble` says why. */
export class NotConvertible extends Error {
  override readonly name = 'NotConvertible';
  readonly trouble: ConversionTrouble;
  constructor(trouble: ConversionTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Converts a quantity to units, money, gifts and a creator's share. Throws {@link NotConvertible}. */
export function convertQuantity(quantity: Quantity, rates: Rates): Converted {
  return exactly(() => {
    const amount = unitsOf(quantity, rates);
    const money = rates.price === null ? null : costOf(amount, rates.price);
    return {
      units: amount,
      money,
      change: quantity.kind === 'money' && money !== null ? less(quantity.money, money) : null,
      gifts: rates.gift === null || rates.gift === 0 ? null : giftsFor(amount, rates.gift),
      worth: rates.worth === null ? null : worthOf(amount, rates.worth),
    };
  });
}

function unitsOf(quantity: Quantity, { price, gift }: Rates): Units {
  switch (quantity.kind) {
    case 'units':
      return quantity.units;
    case 'money':
      if (price === null) throw new NotConvertible('no-price');
      if (price.minor === 0) throw new NotConvertible('free-units');
      if (price.currency !== quantity.money.currency) throw new NotConvertible('other-currency');
      return unitsFor(quantity.money, price);
    case 'gifts':
      if (gift === null) throw new NotConvertible('no-gift');
      if (!Number.isSafeInteger(quantity.count) || quantity.count < 0) {
        throw new NotConvertible('not-a-count');
      }
      return units(quantity.count * gift);
  }
}

/** Money bought whole units: both amounts are at the ledger's scale of one currency. */
function less(money: Money, spent: Money): Money {
  return { ...money, amount: Math.max(0, money.amount - spent.amount) };
}

/** How many gifts of a price so many units pay for. Throws {@link NotConvertible} for a gift that costs nothing. */
export function giftsFor(amount: Units, gift: Units): { count: number; left: Units } {
  if (gift === 0) {
    throw new NotConvertible('free-gift');
  }
  const left = amount % gift;
  return { count: (amount - left) / gift, left: units(left) };
}

/** What so many units are worth to a creator, about. Throws `AmountTooLarge` beyond exact numbers. */
export function worthOf(amount: Units, { least, most }: WorthRange): MoneyRange {
  return { least: costOf(amount, least), most: costOf(amount, most) };
}

/** One figure for a range where there is room for one only: its middle. */
export function middleOf({ least, most }: MoneyRange): Money {
  return {
    ...least,
    amount: Number(divideHalfEven(BigInt(least.amount) + BigInt(most.amount), 2n)),
  };
}

function exactly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AmountTooLarge || error instanceof RangeError) {
      throw new NotConvertible('too-large');
    }
    throw error;
  }
}
