import * as z from 'zod/mini';
import { NonsenseRates, type Peg, type RateDay, type RateText, rateText } from './exchange-rate.ts';
import type { CurrencyCode } from './ids.ts';
import { currencyCode, UnknownCurrency } from './money.ts';
import type { Day } from './time.ts';

/** What was asked for, to hold the answer against. */
export interface Asked {
  readonly base: CurrencyCode;
  /** The day on which the answer came: rates of more than a day later are refused. */
  readonly today: Day;
}

/** What fetched rates name as their source, the better one first. */
export const fetchedSources: readonly [string, string] = [
  'api.frankfurter.dev',
  'fawazahmed0/exchange-api',
];

/** Answers are about ten kilobytes; years of daily rates for a few currencies stay under this. */
const LARGEST_ANSWER = 4_000_000;

/** A JSON number by its own text, since a float would not keep it. */
const decimal = z.object({ decimal: z.string() });

const frankfurter = z.array(
  z.object({ date: z.string(), base: z.string(), quote: z.string(), rate: decimal }),
);

const currencyApi = z.catchall(
  z.object({ date: z.string() }),
  z.union([z.string(), z.record(z.string(), decimal)]),
);

/** Parses JSON with every number as `{ decimal: text }`. */
function parseExactly(text: string): unknown {
  if (text.length > LARGEST_ANSWER) {
    throw new NonsenseRates('too-large', String(text.length));
  }
  try {
    return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' ? { decimal: context?.source ?? String(value) } : value,
    );
  } catch (error) {
    throw new NonsenseRates('not-json', String(error));
  }
}

function shaped<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new NonsenseRates('wrong-shape', result.error.issues[0]?.path.join('.') ?? '');
  }
  return result.data;
}

/**
 * Reads an answer of Frankfurter's `/v2/rates`: rows of date, base, quote and rate, one or many days. Currencies outside
 * ISO 4217 are left out. Throws {@link NonsenseRates} where anything else is wrong; then nothing of it is used.
 */
export function readFrankfurter(text: string, asked: Asked): RateDay[] {
  const rows = shaped(frankfurter, parseExactly(text));
  const days = new Map<Day, Map<CurrencyCode, RateText>>();
  for (const { date, base, quote, rate } of rows) {
    if (base !== asked.base) {
      throw new NonsenseRates('wrong-base', base);
    }
    const day = dayIn(date, asked.today);
    const rates = days.get(day) ?? new Map<CurrencyCode, RateText>();
    days.set(day, rates);
    put(rates, quote, rate.decimal, asked.base);
  }
  return found([...days].map(([day, rates]) => rateDay(day, asked.base, rates, fetchedSources[0])));
}

/**
 * Reads an answer of fawazahmed0's currency-api: a date and, under the base in small letters, rates by currency in small
 * letters, among them much that is no currency, which is left out. Throws {@link NonsenseRates} as above.
 */
export function readCurrencyApi(text: string, asked: Asked): RateDay[] {
  const answer = shaped(currencyApi, parseExactly(text));
  const all = answer[asked.base.toLowerCase()];
  if (all === undefined || typeof all === 'string') {
    throw new NonsenseRates('wrong-base', Object.keys(answer).join(' ').slice(0, 40));
  }
  const day = dayIn(answer.date, asked.today);
  const rates = new Map<CurrencyCode, RateText>();
  for (const [code, rate] of Object.entries(all)) {
    put(rates, code.toUpperCase(), rate.decimal, asked.base);
  }
  return found([rateDay(day, asked.base, rates, fetchedSources[1])]);
}

function rateDay(
  day: Day,
  base: CurrencyCode,
  rates: ReadonlyMap<CurrencyCode, RateText>,
  source: string,
): RateDay {
  return { day, base, rates: Object.fromEntries(rates), source };
}

function found(days: RateDay[]): RateDay[] {
  if (days.every(({ rates }) => Object.keys(rates).length === 0)) {
    throw new NonsenseRates('empty', '');
  }
  return days;
}

function put(
  rates: Map<CurrencyCode, RateText>,
  code: string,
  text: string,
  base: CurrencyCode,
): void {
  const currency = known(code);
  if (currency === null) {
    return;
  }
  const rate = rateText(text);
  const before = rates.get(currency) ?? (currency === base ? rateText('1') : rate);
  if (before !== rate) {
    throw new NonsenseRates('contradiction', `${currency} ${before} ${rate}`);
  }
  if (currency !== base) rates.set(currency, rate);
}

function known(code: string): CurrencyCode | null {
  try {
    return currencyCode(code);
  } catch (error) {
    if (error instanceof UnknownCurrency) return null;
    throw error;
  }
}

function isoCode(text: string): CurrencyCode {
  const currency = known(text);
  if (currency === null) {
    throw new NonsenseRates('wrong-shape', text.slice(0, 20));
  }
  return currency;
}

function dayIn(text: string, today: Day): Day {
  const day = calendarDay(text);
  const last = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  if (day > last) {
    throw new NonsenseRates('in-the-future', text);
  }
  return day;
}

function calendarDay(text: string): Day {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text).toString() as Day;
  } catch {
    // A day that no calendar has is as bad as no day.
  }
  throw new NonsenseRates('bad-date', text.slice(0, 20));
}

const rateString = z.pipe(z.string(), z.transform(rateText));
const code = z.pipe(z.string(), z.transform(isoCode));
const day = z.pipe(z.string(), z.transform(calendarDay));

const snapshot = z.strictObject({
  days: z.array(
    z.strictObject({
      day,
      base: code,
      source: z.string().check(z.minLength(1)),
      rates: z.record(z.string(), rateString),
    }),
  ),
  pegs: z.array(
    z.strictObject({
      currency: code,
      base: code,
      rate: rateString,
      since: day,
      authority: z.string(),
      source: z.string().check(z.minLength(1)),
    }),
  ),
});

/** Reads shipped or stored rates; an empty book is a book. Throws {@link NonsenseRates} where it is damaged. */
export function readSnapshot(content: unknown): {
  readonly days: readonly RateDay[];
  readonly pegs: readonly Peg[];
} {
  const { days, pegs } = shaped(snapshot, content);
  return {
    days: days.map((each) => ({
      ...each,
      rates: Object.fromEntries(
        Object.entries(each.rates).map(([currency, rate]) => [isoCode(currency), rate]),
      ),
    })),
    pegs,
  };
}
