import { Refused } from './refused.ts';

/** A number as written: its digits as Latin ones, with the marks between them as they stand. */
export interface WrittenNumber {
  readonly digits: string;
  /** What is around the number, without direction marks and outer spaces. */
  readonly before: string;
  readonly after: string;
}

/** Marks that stand between digits in the locales of the world; spaces of all widths have become plain ones. */
const written = /\p{Nd}(?:[.,'’٫٬ ]?\p{Nd})*/gu;

/** Marks of direction, which browsers put around amounts and people never see. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/g;

/** Longer texts are no prices. */
const LONGEST = 100;

/** Takes the only number out of a text. Refuses none, several, and signs that could be a minus as `bad-number`. */
export function readWritten(text: string): WrittenNumber {
  const plain = text
    .slice(0, LONGEST + 1)
    .normalize('NFKC')
    .replace(directionMarks, '')
    .replace(/\s/g, ' ');
  const found = [...plain.matchAll(written)];
  const [match] = found;
  if (text.length > LONGEST || found.length !== 1 || match === undefined) {
    throw new Refused('bad-number', text.slice(0, 40));
  }
  const before = plain.slice(0, match.index).trim();
  const after = plain.slice(match.index + match[0].length).trim();
  if (/[-−–+%/]/.test(before + after)) {
    throw new Refused('bad-number', text.slice(0, 40));
  }
  return { digits: latinDigits(match[0]), before, after };
}

/** Digits of any script as Latin ones. Every script's stand in a run from its zero on (Unicode, "Decimal Digit"): the distance is the value. */
export function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  });
}

/** What the marks of a number can mean by the locales at hand, the most telling first. */
export interface Marks {
  readonly group: string;
  readonly decimal: string;
}

/**
 * The marks that each of `locales` writes, in its own digits and in Latin ones, in their order. Tags that are none are
 * passed over.
 */
export function marksOf(locales: readonly string[]): readonly Marks[] {
  return locales.flatMap((locale) => {
    try {
      return [new Intl.Locale(locale), new Intl.Locale(locale, { numberingSystem: 'latn' })].map(
        (each) => {
          const parts = new Intl.NumberFormat(each, { minimumFractionDigits: 1 }).formatToParts(
            12_345_678.5,
          );
          const part = (type: string) =>
            (parts.find((one) => one.type === type)?.value ?? '').normalize('NFKC');
          return { group: part('group'), decimal: part('decimal') };
        },
      );
    } catch {
      return [];
    }
  });
}

/** A whole number without a fraction: coins. Refuses anything else as `bad-number`. */
export function wholeNumber(text: string): number {
  const { digits, before, after } = readWritten(text);
  // "1.4K" and "5 万" would be other numbers than they look: nothing may stand beside the digits.
  if (before !== '' || after !== '' || !/^\d+$/.test(digits.replaceAll(/[.,'’٫٬ ]/g, ''))) {
    throw new Refused('bad-number', text.slice(0, 40));
  }
  return Number(ungrouped(digits));
}

/**
 * A number's minor units: `3.71` with two digits is 371. The marks tell by their order and distance what they are; where
 * they do not (`9,800`), the locales do. Refuses as `bad-number` what stays open, and digits finer than the minor unit.
 */
export function minorUnits(digits: string, exponent: number, marks: readonly Marks[]): number {
  const point = decimalPoint(digits, exponent, marks);
  const whole = ungrouped(point === -1 ? digits : digits.slice(0, point));
  const fraction = point === -1 ? '' : digits.slice(point + 1);
  const finer = fraction.slice(exponent);
  const minor = Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
  if (!/^0*$/.test(finer) || !Number.isSafeInteger(minor)) {
    throw new Refused('bad-number', digits);
  }
  return minor;
}

/** Where the decimal mark stands; -1 where there is none. */
function decimalPoint(digits: string, exponent: number, marks: readonly Marks[]): number {
  const found = [...digits.matchAll(/[.,'’٫٬ ]/g)];
  const last = found.at(-1);
  if (last === undefined || /['’٬ ]/.test(last[0])) {
    return -1;
  }
  const same = found.filter(([mark]) => mark === last[0]).length;
  if (same > 1) {
    return -1;
  }
  const trailing = digits.length - last.index - 1;
  if (found.length > 1 || trailing !== 3 || last[0] === '٫') {
    return last.index;
  }
  if (exponent === 0) {
    return -1;
  }
  // One mark before three digits: thousands, or a fraction of a currency that has three digits.
  const known = marks.flatMap(({ group, decimal }) =>
    decimal === last[0] ? ['decimal'] : group === last[0] ? ['group'] : [],
  );
  const meaning = exponent === 3 ? known[0] : known.find((each) => each === 'group');
  if (meaning === undefined) {
    throw new Refused('bad-number', digits);
  }
  return meaning === 'decimal' ? last.index : -1;
}

/** Digits without their grouping, which must be that of thousands or, before them, of hundreds as in India. */
function ungrouped(digits: string): string {
  const mark = /\D/.exec(digits)?.[0];
  if (mark === undefined) {
    return digits;
  }
  const groups = digits.split(mark);
  const regular = [/^\d{1,3}(,\d{3})+$/, /^\d{1,2}(,\d{2})*,\d{3}$/].some((form) =>
    form.test(groups.join(',')),
  );
  if (!regular) {
    throw new Refused('bad-number', digits);
  }
  return groups.join('');
}
