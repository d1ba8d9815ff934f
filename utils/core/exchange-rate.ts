import type { Brand } from './brand.ts';
import type { Convert } from './costing.ts';
import type { CurrencyCode } from './ids.ts';
import type { Money } from './money.ts';
import { divideHalfEven, ledgerMoney, scaleOf } from './scaled.ts';
import type { Day } from './time.ts';

/** How much of a currency one of the base buys, as the exact decimal that its source wrote, such as `1.1225`. */
export type RateText = Brand<string, 'RateText'>;

/** One source's rates of one day. */
export interface RateDay {
  readonly day: Day;
  readonly base: CurrencyCode;
  readonly rates: Readonly<Partial<Record<CurrencyCode, RateText>>>;
  readonly source: string;
}

/** A currency that the law ties to another since a day: one `base` is always `rate`. */
export interface Peg {
  readonly currency: CurrencyCode;
  readonly base: CurrencyCode;
  readonly rate: RateText;
  readonly since: Day;
  readonly authority: string;
  readonly source: string;
}

/** All rates that are known, by day; of one day's, those that were put in last come last. */
export interface RateBook {
  readonly days: readonly RateDay[];
  readonly pegs: readonly Peg[];
}

/** A rate as a fraction, with the day it is of. */
export interface CrossRate {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** The day that the rate is of. */
  readonly day: Day;
  /** Whether that is the day asked for, an earlier one, or, only where that was allowed, a later one. */
  readonly when: 'same' | 'earlier' | 'later';
  readonly source: string;
}

/** Why text is no rate, or an answer not to be believed, by name. */
export type RateTrouble =
  | 'not-json'
  | 'too-large'
  | 'wrong-shape'
  | 'empty'
  | 'not-a-number'
  | 'not-positive'
  | 'absurd'
  | 'wrong-base'
  | 'bad-date'
  | 'in-the-future'
  | 'contradiction'
  | 'jump';

/** Thrown for rates that cannot be true. `trouble` says why; nothing of the answer is to be used. */
export class NonsenseRates extends Error {
  override readonly name = 'NonsenseRates';
  readonly trouble: RateTrouble;
  constructor(trouble: RateTrouble, detail: string) {
    super(`${trouble}: ${detail}`);
    this.trouble = trouble;
  }
}

/** No currency is worth a thousand million times another, nor ever was one while the platforms existed. */
const ABSURD = 1_000_000_000n;

/** Digits of a rate that are read. */
const LONGEST_RATE = 40;

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Reads a rate as its source wrote it, with or without exponent. Throws {@link NonsenseRates} for what is no number, not
 * above zero, or beyond a factor of a thousand million.
 */
export function rateText(text: string): RateText {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text);
  if (match === null || text.length > LONGEST_RATE) {
    throw new NonsenseRates('not-a-number', text.slice(0, LONGEST_RATE));
  }
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const plain = shifted(`${whole}${fraction}`, fraction.length - Number(exponent));
  if (sign === '-' || !/[1-9]/.test(plain)) {
    throw new NonsenseRates('not-positive', text);
  }
  const { numerator, denominator } = fractionOf(plain);
  if (numerator > denominator * ABSURD || denominator > numerator * ABSURD) {
    throw new NonsenseRates('absurd', text);
  }
  return plain as RateText;
}

/** Digits with the point `places` from their end, without needless zeros. */
function shifted(digits: string, places: number): string {
  const long = places <= 0 ? `${digits}${'0'.repeat(-places)}` : withPoint(digits, places);
  const short = long.replace(/^0+(?=\d)/, '');
  return short.includes('.') ? short.replace(/\.?0+$/, '') : short;
}

function withPoint(digits: string, places: number): string {
  const padded = digits.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

function fractionOf(text: string): Fraction {
  const [whole = '', fraction = ''] = text.split('.');
  return { numerator: BigInt(`${whole}${fraction}`), denominator: 10n ** BigInt(fraction.length) };
}

/** A book of these rates: days in order; of two of one day and source the later one holds. */
export function rateBook(days: readonly RateDay[], pegs: readonly Peg[]): RateBook {
  const each = new Map(days.map((day) => [`${day.day} ${day.base} ${day.source}`, day]));
  return {
    days: [...each.values()].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1)),
    pegs,
  };
}

/** A book with more rates: those of a day and source that it has already are replaced. */
export function addRates(book: RateBook, days: readonly RateDay[]): RateBook {
  return rateBook([...book.days, ...days], book.pegs);
}

/**
 * What one `from` is in `to` on `day`: at the rate of that day, else of the nearest earlier day that has both
 * currencies. Null where none has: a later rate is never used in silence. With `orLater`, for old payments that would
 * otherwise show no money at all, the nearest later day's is given and says so.
 */
export function rateOn(
  book: RateBook,
  from: CurrencyCode,
  to: CurrencyCode,
  day: Day,
  orLater = false,
): CrossRate | null {
  if (from === to) {
    return { numerator: 1n, denominator: 1n, day, when: 'same', source: '' };
  }
  const { days, pegs } = book;
  const pegged = pegRate(pegs, from, to, day);
  if (pegged !== null) {
    return pegged;
  }
  const later = firstAfter(days, day);
  for (let index = later - 1; index >= 0; index -= 1) {
    const found = cross(days[index], pegs, from, to);
    if (found !== null) return { ...found, when: found.day === day ? 'same' : 'earlier' };
  }
  for (let index = later; orLater && index < days.length; index += 1) {
    const found = cross(days[index], pegs, from, to);
    if (found !== null) return { ...found, when: 'later' };
  }
  return null;
}

/** The first of the sorted days that is after `day`. */
function firstAfter(days: readonly RateDay[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = days[middle];
    if (found !== undefined && found.day <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cross(
  rates: RateDay | undefined,
  pegs: readonly Peg[],
  from: CurrencyCode,
  to: CurrencyCode,
): Omit<CrossRate, 'when'> | null {
  if (rates === undefined) {
    return null;
  }
  const one = perBase(rates, pegs, from);
  const other = perBase(rates, pegs, to);
  return one === null || other === null
    ? null
    : {
        numerator: other.numerator * one.denominator,
        denominator: other.denominator * one.numerator,
        day: rates.day,
        source: rates.source,
      };
}

/** How much of a currency one of the day's base is: as the source says, else by the currency's peg. */
function perBase(rates: RateDay, pegs: readonly Peg[], currency: CurrencyCode): Fraction | null {
  if (currency === rates.base) {
    return { numerator: 1n, denominator: 1n };
  }
  const text = rates.rates[currency];
  if (text !== undefined) {
    return fractionOf(text);
  }
  const peg = pegs.find((each) => each.currency === currency && each.since <= rates.day);
  const base = peg === undefined ? null : perBase(rates, [], peg.base);
  if (peg === undefined || base === null) {
    return null;
  }
  const rate = fractionOf(peg.rate);
  return {
    numerator: base.numerator * rate.numerator,
    denominator: base.denominator * rate.denominator,
  };
}

/** Between a currency and what it is tied to, or two that are tied to the same, no day's rate is needed. */
function pegRate(
  pegs: readonly Peg[],
  from: CurrencyCode,
  to: CurrencyCode,
  day: Day,
): CrossRate | null {
  const one = pegTo(pegs, from, day);
  const other = pegTo(pegs, to, day);
  if (one.base !== other.base) {
    return null;
  }
  return {
    numerator: other.rate.numerator * one.rate.denominator,
    denominator: other.rate.denominator * one.rate.numerator,
    day,
    when: 'same',
    source: one.source === '' ? other.source : one.source,
  };
}

function pegTo(pegs: readonly Peg[], currency: CurrencyCode, day: Day) {
  const peg = pegs.find((each) => each.currency === currency && each.since <= day);
  return peg === undefined
    ? { base: currency, rate: { numerator: 1n, denominator: 1n }, source: '' }
    : { base: peg.base, rate: fractionOf(peg.rate), source: peg.source };
}

/**
 * `money` in another currency, exact but for one rounding, half to even, to the digits that the ledger keeps. Throws
 * `AmountTooLarge` beyond exact numbers.
 */
export function convertMoney(money: Money, rate: CrossRate, to: CurrencyCode): Money {
  const dividend = BigInt(money.amount) * rate.numerator * 10n ** BigInt(scaleOf(to));
  const divisor = rate.denominator * 10n ** BigInt(money.scale);
  return ledgerMoney(to, divideHalfEven(dividend, divisor));
}

/** Conversion to one currency by a book, as costs are worked out. `orLater` as in {@link rateOn}. */
export function converterTo(book: RateBook, to: CurrencyCode, orLater = false): Convert {
  return (money, day) => {
    const rate = rateOn(book, money.currency, to, day, orLater);
    return rate === null ? null : { money: convertMoney(money, rate, to), rateDay: rate.day };
  };
}

/**
 * Checks rates against those before: none may have moved by more than `factor`. Throws {@link NonsenseRates}: either
 * they or the ones before are wrong, so the new ones are not taken.
 */
export function checkJump(before: RateDay, after: RateDay, factor = 10n): void {
  for (const currency of Object.keys(after.rates) as CurrencyCode[]) {
    const old = perBase(before, [], currency);
    const now = perBase(after, [], currency);
    if (before.base !== after.base || old === null || now === null) continue;
    const a = old.numerator * now.denominator;
    const b = now.numerator * old.denominator;
    if (a > b * factor || b > a * factor) {
      throw new NonsenseRates('jump', `${currency} ${before.day} ${after.day}`);
    }
  }
}
