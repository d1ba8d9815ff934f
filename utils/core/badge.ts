import { decimalOf } from './money.ts';
import type { Sum } from './views.ts';

/** A toolbar badge shows about four characters. */
const FITS = 4;

/** Shortens a number to what a badge can show: `4.62`, `38`, `1.2k` in the locale's own digits and signs. */
function short(value: number, locale: string): string {
  const fixed = new Intl.NumberFormat(locale, {
    maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0,
    useGrouping: false,
  }).format(value);
  return fixed.length <= FITS
    ? fixed
    : new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 }).format(
        value,
      );
}

/** A sum as a badge: money where it is known, else units; empty for nothing. The currency's sign does not fit. */
export function badgeText({ units, money }: Sum, locale: string): string {
  if (units === 0) {
    return '';
  }
  return short(money === null ? units : Number(decimalOf(money)), locale);
}
