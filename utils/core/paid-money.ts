import type { CurrencyCode } from './ids.ts';
import { currencyCode, type Money } from './money.ts';
import { moneyOfPrice } from './scaled.ts';
import { type AmountUnit, isOwnUnit, type MoneyUnit } from './units.ts';

const PREFIX = 'money:';

/** The unit of payments in `currency` itself. */
export function moneyUnit(currency: CurrencyCode): MoneyUnit {
  return `${PREFIX}${currency}`;
}

/** The currency of payments in money; null for a platform's own unit. Throws `UnknownCurrency` outside ISO 4217. */
export function currencyOf(unit: AmountUnit): CurrencyCode | null {
  return isOwnUnit(unit) ? null : currencyCode(unit.slice(PREFIX.length));
}

/**
 * An amount that is money already, at the ledger's scale; null for a platform's own unit. Throws `AmountTooLarge` where
 * it cannot be held exactly.
 */
export function paidMoney(unit: AmountUnit, minor: number): Money | null {
  const currency = currencyOf(unit);
  return currency === null ? null : moneyOfPrice({ currency, minor });
}
