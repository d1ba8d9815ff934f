/** More coins than any gift costs. */
const MOST_COINS = 10_000_000;

/** Longer texts are not looked at. */
const LONGEST = 40;

/** Marks of direction, which are there and not seen. */
const UNSEEN = /[\u200b-\u200f\u061c\u2060-\u2069\ufeff]/g;

/** Digits in groups of three (in India also two), or without groups. A sign of grouping is the same throughout. */
const WHOLE = /^(?:\d+|\d{1,3}([.,٬'’·\s])(?:\d{2,3}\1)*\d{3})$/;

/** The digits of any script as ASCII ones: scripts hold theirs in order, ten in a row. */
function asciiDigit(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  const code = zero;
  while (zero > code - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/**
 * The number of coins that a text is, as people of any language write whole numbers: `29,999`, `29.999`, `29 999`,
 * `٢٩٬٩٩٩`. Null for a text that is not exactly that.
 */
export function coinNumber(text: string): number | null {
  if (text.length > LONGEST) return null;
  // Wide and narrow spaces become plain ones, and digits in other shapes plain ones.
  const seen = text.replace(UNSEEN, '').normalize('NFKC').trim();
  const digits = seen.replace(/(?![0-9])\p{Nd}/gu, asciiDigit);
  if (!WHOLE.test(digits)) return null;
  const coins = Number(digits.replace(/\D/g, ''));
  return coins > 0 && coins <= MOST_COINS ? coins : null;
}
