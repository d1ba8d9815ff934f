import type { CurrencyCode } from '../../utils/core/ids.ts';
import { currencyCode, decimalOf } from '../../utils/core/money.ts';
import { moneyOfPrice, type Price } from '../../utils/core/scaled.ts';
import { type EpochMs, epochMs, type TimeZone } from '../../utils/core/time.ts';

/** The currency that a field names; null for none that there is. */
export function typedCurrency(text: string): CurrencyCode | null {
  try {
    return currencyCode(text);
  } catch {
    return null;
  }
}

/** The first moment of a calendar day in a zone; null for a day that no calendar has. */
export function startOfDay(day: string, zone: TimeZone): EpochMs | null {
  try {
    return epochMs(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return null;
  }
}

/** A price as the user would type it: all digits of its currency. */
export function typedPrice(price: Price, locale: string): string {
  const money = moneyOfPrice(price);
  const [whole = '', fraction = ''] = decimalOf(money).split('.');
  const digits = fraction.slice(0, money.scale - 4);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits.length,
    maximumFractionDigits: digits.length,
  }).format(Number(digits === '' ? whole : `${whole}.${digits}`));
}
