import type { GiftSeen } from '../../core/gift-event.ts';
import type { CurrencyCode } from '../../core/ids.ts';
import { currencyCode, exponentOf, UnknownCurrency } from '../../core/money.ts';
import { moneyUnit } from '../../core/paid-money.ts';
import { MOST_MINOR_IN_ONE_ENTRY, units } from '../../core/units.ts';
import { Refused } from '../refused.ts';

/**
 * Money as Twitch tells it: a whole number, and how many of its digits stand behind the point; without that, as ISO 4217
 * has it. What is no such number, or no whole number of minor units, stays unknown. Refuses more than anyone can have
 * paid as `absurd-price`.
 */
export function moneyOf(
  amount: string,
  currency: string,
  exponent: string,
): Pick<GiftSeen, 'unit' | 'unitPrice'> {
  const code = knownCurrency(currency);
  if (code === null) return { unit: null, unitPrice: null };
  const unit = moneyUnit(code);
  if (!/^\d{1,15}$/.test(amount) || !/^\d?$/.test(exponent)) return { unit, unitPrice: null };
  const digits = exponentOf(code);
  const shift = digits - (exponent === '' ? digits : Number(exponent));
  const minor = shift >= 0 ? Number(amount) * 10 ** shift : Number(amount) / 10 ** -shift;
  if (minor > MOST_MINOR_IN_ONE_ENTRY) throw new Refused('absurd-price', amount);
  return { unit, unitPrice: Number.isInteger(minor) ? units(minor) : null };
}

function knownCurrency(text: string): CurrencyCode | null {
  try {
    return currencyCode(text);
  } catch (error) {
    if (error instanceof UnknownCurrency) return null;
    throw error;
  }
}
