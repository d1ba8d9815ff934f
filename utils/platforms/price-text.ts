import type { CurrencyCode } from '../core/ids.ts';
import { currencyCode, exponentOf } from '../core/money.ts';
import { moneyOfPrice, type Price } from '../core/scaled.ts';
import { clearSymbols, sharedSymbols } from './currency-symbols.ts';
import { marksOf, minorUnits, readWritten } from './number-text.ts';
import { Refused } from './refused.ts';

/** What a page says of itself that helps to read its prices. */
export interface PricePlace {
  /** The page's language, such as `en` or `pt-BR`; empty where it says none. */
  readonly language: string;
  /** ISO 3166 country of the account or the page; empty where it says none. */
  readonly region: string;
  /** What signs of several currencies mean there, where more is known than the region; empty for what stays open. */
  readonly signs?: Readonly<Record<string, string>>;
}

/**
 * Reads a price as a page shows it in any language, such as `₫9,800` or `1.234,50 €`. Refuses by name: `bad-number`,
 * `unknown-currency` (also a symbol of several currencies on a page that does not say its region), `absurd-price` for
 * nothing and for more than the ledger can hold.
 */
export function readPrice(text: string, place: PricePlace): Price {
  const { digits, before, after } = readWritten(text);
  const currency = currencyOf(before, after, place);
  const minor = minorUnits(digits, exponentOf(currency), marksOf(localesOf(place, currency)));
  const price = { currency, minor };
  if (minor === 0 || !isHeld(price)) {
    throw new Refused('absurd-price', text.slice(0, 40));
  }
  return price;
}

function isHeld(price: Price): boolean {
  try {
    return moneyOfPrice(price).amount > 0;
  } catch {
    return false;
  }
}

/**
 * The locales whose marks a price may be written with: the page's language, that of the region, and that of the
 * currency's own country, whose ISO code a currency's code begins with.
 */
function localesOf({ language, region }: PricePlace, currency: CurrencyCode): string[] {
  const regional = language === '' || region === '' ? '' : `${baseOf(language)}-${region}`;
  return [language, regional, likely(region), likely(currency.slice(0, 2))].filter(
    (locale) => locale !== '',
  );
}

function baseOf(language: string): string {
  return language.split(/[-_]/)[0] ?? '';
}

/** The language that most people in a country read. */
function likely(region: string): string {
  try {
    return new Intl.Locale(`und-${region}`).maximize().toString();
  } catch {
    return '';
  }
}

function currencyOf(before: string, after: string, place: PricePlace): CurrencyCode {
  const symbol = `${before} ${after}`.trim();
  const currency = symbol === '' ? null : currencyNamed(symbol, place);
  if (currency === null) {
    throw new Refused('unknown-currency', symbol.slice(0, 40));
  }
  return currency;
}

/** The currency that a symbol or code means on this page; null where that is not certain. */
function currencyNamed(symbol: string, place: PricePlace): CurrencyCode | null {
  const code = /^[A-Z]{3}(?=\P{L}|$)|(?<=^|\P{L})[A-Z]{3}$/u.exec(symbol)?.[0];
  const known = code === undefined ? null : isoCode(code);
  if (known !== null) {
    // "USD $3.71": what stands beside the code must not say otherwise.
    const rest = bare(symbol.replace(known, ''));
    const shared = sharedSymbols[rest];
    const agrees =
      rest === '' ||
      (shared === undefined
        ? currencyNamed(rest, place) === known
        : Object.values(shared).includes(known));
    return agrees ? known : null;
  }
  const sign = bare(symbol);
  if (Object.hasOwn(sharedSymbols, sign)) {
    return isoCode(place.signs?.[sign] ?? sharedSymbols[sign]?.[place.region] ?? '');
  }
  if (Object.hasOwn(clearSymbols, sign)) {
    return isoCode(clearSymbols[sign] ?? '');
  }
  return currencyBySign(sign, place.language);
}

/** The one currency that `Intl` writes so in a language; null for none and for several. */
export function currencyBySign(sign: string, language: string): CurrencyCode | null {
  return signsIn(language).get(sign) ?? null;
}

/** Languages whose signs are kept: working them out takes milliseconds, and a page has one or two. */
const MOST_LANGUAGES = 20;
const signsByLanguage = new Map<string, ReadonlyMap<string, CurrencyCode | null>>();

/** What each sign means in a language; null for one that several currencies have there. */
function signsIn(language: string): ReadonlyMap<string, CurrencyCode | null> {
  const known = signsByLanguage.get(language);
  if (known !== undefined) return known;
  const signs = new Map<string, CurrencyCode | null>();
  for (const code of Intl.supportedValuesOf('currency')) {
    const currency = isoCode(code);
    const sign = bare(symbolIn(language, code));
    if (currency !== null && sign !== '') signs.set(sign, signs.has(sign) ? null : currency);
  }
  const [oldest] = signsByLanguage.keys();
  if (signsByLanguage.size >= MOST_LANGUAGES && oldest !== undefined) {
    signsByLanguage.delete(oldest);
  }
  signsByLanguage.set(language, signs);
  return signs;
}

function symbolIn(language: string, currency: string): string {
  try {
    const parts = new Intl.NumberFormat(language, { style: 'currency', currency }).formatToParts(1);
    return parts.find(({ type }) => type === 'currency')?.value ?? '';
  } catch {
    return '';
  }
}

function isoCode(code: string): CurrencyCode | null {
  try {
    return currencyCode(code);
  } catch {
    return null;
  }
}

/** A symbol without its widths, direction marks and outer dots and spaces. */
function bare(symbol: string): string {
  return symbol
    .normalize('NFKC')
    .replace(/[\u061c\u200e\u200f]/g, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
}
