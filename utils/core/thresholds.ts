import type { CurrencyCode } from './ids.ts';
import { AmountTooLarge, type Money } from './money.ts';
import { paidMoney } from './paid-money.ts';
import { moneyOfPrice, type Price } from './scaled.ts';
import type { Day } from './time.ts';
import { type AmountUnit, isOwnUnit, type UnitId, type Units, units } from './units.ts';
import { knownWorth, type WorthRates } from './worth.ts';

/** From how much on something is much, whatever the platform. */
export interface Thresholds {
  /** In a platform's own unit; one that is not there goes by money. */
  readonly units: Readonly<Partial<Record<UnitId, Units>>>;
  /** For everything that has no threshold of its own. Null: that is never much. */
  readonly money: Price | null;
}

/**
 * What so much of a unit comes to in a currency on a day: money as it was paid, units by the least that they are worth
 * to a creator. Null where nobody knows; then it is not much.
 */
export type InMoney = (
  unit: AmountUnit,
  amount: number,
  currency: CurrencyCode,
  day: Day,
) => Money | null;

/** For whom nothing is known of money. */
export const noMoney: InMoney = () => null;

/** How amounts come to money by rates of worth, and by exchange rates where they are of another currency. */
export function moneyBy(
  rates: WorthRates,
  convert: (currency: CurrencyCode) => (money: Money, day: Day) => { readonly money: Money } | null,
): InMoney {
  const known = (unit: AmountUnit, amount: number): Money | null =>
    isOwnUnit(unit)
      ? (knownWorth(units(amount), rates(unit))?.least ?? null)
      : paidMoney(unit, amount);
  return (unit, amount, currency, day) => {
    try {
      const money = known(unit, amount);
      if (money === null || money.currency === currency) return money;
      return convert(currency)(money, day)?.money ?? null;
    } catch (error) {
      if (error instanceof AmountTooLarge) return null;
      throw error;
    }
  };
}

/** An amount beside the least that is much, both in the unit's own, or both in money. */
export interface Measured {
  readonly by: UnitId | 'money';
  readonly amount: number;
  readonly least: number;
}

/** An amount beside the threshold that it goes by; null where none applies, or where nobody knows what it comes to. */
export function measured(
  { units: own, money }: Thresholds,
  { unit, amount, day }: { readonly unit: AmountUnit; readonly amount: number; readonly day: Day },
  inMoney: InMoney,
): Measured | null {
  const least = isOwnUnit(unit) ? own[unit] : undefined;
  if (isOwnUnit(unit) && least !== undefined) return { by: unit, amount, least };
  const known = money === null ? null : inMoney(unit, amount, money.currency, day);
  return money === null || known === null
    ? null
    : { by: 'money', amount: known.amount, least: moneyOfPrice(money).amount };
}

/** Whether a rule asks for anything in money, for which rates have to be read. */
export function asksForMoney(thresholds: Thresholds | undefined): boolean {
  return thresholds !== undefined && thresholds.money !== null;
}
