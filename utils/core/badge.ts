import { decimalOf } from './money.ts';
import { paidMoney } from './paid-money.ts';
import type { Sum } from './views.ts';

/** A toolbar badge shows about four characters. */
const FITS = 4;

const MOST_SHOWN_PERCENT = 999;

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

/** A share as a badge: whole per cents, rounded down so that 100 % is reached. */
export function badgeShare(percent: number, locale: string): string {
  const shown = new Intl.NumberFormat(locale, { style: 'percent' }).format(
    Math.min(percent, MOST_SHOWN_PERCENT) / 100,
  );
  return shown.replace(/\s/g, '');
}

/** What a badge shows of several units without a common price: they are not added. */
const SEVERAL = '…';

/** A sum as a badge: money where it is known, else units; empty for nothing. The currency's sign does not fit. */
export function badgeText({ amounts, money }: Sum, locale: string): string {
  const [first, ...others] = amounts.filter(({ units }) => units > 0);
  if (first === undefined) {
    return '';
  }
  const shown = money ?? (others.length === 0 ? paidMoney(first.unit, first.units) : null);
  if (shown !== null) {
    return short(Number(decimalOf(shown)), locale);
  }
  return others.length === 0 ? short(first.units, locale) : SEVERAL;
}
