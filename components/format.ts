import type { Money } from '../utils/core/money.ts';
import { decimalOf } from '../utils/core/money.ts';

/** Digits that the price of one unit is shown with at most: a coin costs about a cent. */
const MOST_UNIT_PRICE_DIGITS = 6;

/** Digits of a unit price that say something; the next one is below what any shop rounds to. */
const TELLING_DIGITS = 4;

type Numeric = `${number}`;

function isNumeric(text: string): text is Numeric {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function numericOf(money: Money): Numeric {
  const decimal = decimalOf(money);
  if (!isNumeric(decimal)) {
    throw new RangeError(`not a decimal: ${decimal}`);
  }
  return decimal;
}

/** Formats `value`, or what it is less than where it is not zero but would be shown as zero. */
function formatOrLess(value: Numeric, format: Intl.NumberFormat): string {
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  const smallest = 10 ** -digits;
  const size = Math.abs(Number(value));
  return size > 0 && size < smallest / 2 ? `<${format.format(smallest)}` : format.format(value);
}

function currencyFormat(locale: string, currency: string, options: Intl.NumberFormatOptions = {}) {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...options });
}

/**
 * An amount as people of `locale` write it, with the digits that they use for the currency (which may be fewer than
 * ISO 4217 has: no sen in rupiah). Never shows a sum that is not zero as zero. Longer than `fit` characters, it is
 * shortened: `$123.5B`.
 */
export function formatMoney(money: Money, locale: string, fit = Number.POSITIVE_INFINITY): string {
  const full = formatOrLess(numericOf(money), currencyFormat(locale, money.currency));
  return full.length <= fit
    ? full
    : currencyFormat(locale, money.currency, compact).format(numericOf(money));
}

/** The price of one unit: all digits that tell something, six at most. */
export function formatUnitPrice(money: Money, locale: string): string {
  const value = numericOf(money);
  const usual = currencyFormat(locale, money.currency).resolvedOptions().maximumFractionDigits ?? 0;
  const size = Math.abs(Number(value));
  const before = size === 0 ? 0 : Math.floor(Math.log10(size)) + 1;
  const telling = Math.min(MOST_UNIT_PRICE_DIGITS, Math.max(usual, TELLING_DIGITS - before));
  return formatOrLess(
    value,
    currencyFormat(locale, money.currency, {
      minimumFractionDigits: usual,
      maximumFractionDigits: telling,
    }),
  );
}

/** An amount without its currency, for a field whose label names it: cents, and finer where it is below one. */
export function formatPlain(money: Money, locale: string): string {
  const value = numericOf(money);
  const usual = currencyFormat(locale, money.currency).resolvedOptions().maximumFractionDigits ?? 0;
  const digits = Math.abs(Number(value)) < 1 ? usual + 2 : usual;
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: usual,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A whole number with grouping, shortened where it is longer than `fit` characters. */
export function formatCount(count: number, locale: string, fit = Number.POSITIVE_INFINITY): string {
  const full = new Intl.NumberFormat(locale).format(count);
  return full.length <= fit ? full : new Intl.NumberFormat(locale, compact).format(count);
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size on disk, with at most one decimal. */
export function formatBytes(bytes: number, locale: string): string {
  const power = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: byteUnits[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}

/** A part of a whole, in whole per cent; what is not nothing is never shown as 0 %. */
export function formatShare(share: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent' });
  return share > 0 && share < 0.005 ? `<${format.format(0.01)}` : format.format(share);
}

const compact: Intl.NumberFormatOptions = {
  notation: 'compact',
  minimumFractionDigits: 0,
  maximumFractionDigits: 1,
};
