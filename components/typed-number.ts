/** Why typed text is not a number, by name. */
export type TypedTrouble = 'not-a-number' | 'negative' | 'separators';

/** What typed text says: nothing yet, a plain decimal such as `1234.5`, or the trouble with it. */
export type TypedNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly whole: string; readonly fraction: string }
  | { readonly kind: 'trouble'; readonly trouble: TypedTrouble };

interface Separators {
  readonly group: string;
  readonly decimal: string;
}

/** The locale's signs, in the spelling of {@link plain}. */
const separatorsOf = (locale: string): Separators => {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1_234_567.8);
  const named = (type: string, otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { group: plain(named('group', ',')), decimal: plain(named('decimal', '.')) };
};

/** The sign before decimals in `locale`, for telling people. */
export const decimalSignOf = (locale: string): string => separatorsOf(locale).decimal;

/** One spelling for what keyboards and copied text write in many ways. */
function plain(text: string): string {
  return text
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s/gu, ' ')
    .replace(/[’＇]/gu, "'")
    .replace(/[，٬]/gu, ',')
    .replace(/[．٫]/gu, '.')
    .replace(/[−－]/gu, '-');
}

/** The zeros of the scripts that keyboards type digits in; each is followed by its one to nine. */
const zeros = [...'0٠۰०০๐０'].map((zero) => zero.codePointAt(0) ?? 0);

function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

/**
 * Reads what was typed as a number of `locale`. Groups must stand where the locale may put them, so that `1,5` is
 * refused where the comma groups, instead of being read as fifteen. A currency sign or code around it is ignored.
 */
export function readTyped(text: string, locale: string): TypedNumber {
  const bare = plain(text)
    .replace(/^\s*(?:\p{Sc}|[A-Z]{3}\b)|(?:\p{Sc}|\b[A-Z]{3})\s*$/gu, '')
    .trim();
  if (bare === '') {
    return plain(text).trim() === '' ? { kind: 'empty' } : trouble('not-a-number');
  }
  if (/^-\s*[\d.,]/.test(bare)) {
    return trouble('negative');
  }
  if (!/^[\d.,' ]*\d[\d.,' ]*$/.test(bare)) {
    return trouble('not-a-number');
  }
  const { group, decimal } = separatorsOf(locale);
  const [before = '', fraction = '', ...rest] = bare.split(decimal);
  const whole = ungroup(before, group);
  if (whole === null || rest.length > 0 || !/^\d*$/.test(fraction)) {
    return trouble('separators');
  }
  return { kind: 'number', whole: whole === '' ? '0' : whole, fraction };
}

/** The digits of `text` without its groups (threes, with twos before them in India); null where they are misplaced. */
function ungroup(text: string, group: string): string | null {
  if (/^\d*$/.test(text)) {
    return text;
  }
  const [first = '', ...groups] = text.split(group);
  const last = groups.pop() ?? '';
  const wellPlaced =
    /^\d{1,3}$/.test(first) &&
    /^\d{3}$/.test(last) &&
    (groups.every((part) => /^\d{3}$/.test(part)) || groups.every((part) => /^\d{2}$/.test(part)));
  return wellPlaced ? [first, ...groups, last].join('') : null;
}

const trouble = (name: TypedTrouble): TypedNumber => ({ kind: 'trouble', trouble: name });
