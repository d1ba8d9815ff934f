import { exponentOf, type Money, type UnitRate } from './money.ts';
import type { OwnOffer } from './operation.ts';
import type { PackageOffer, PriceChoice } from './price-list.ts';
import { divideHalfEven } from './scaled.ts';
import type { UnitId } from './units.ts';

/** Whose word an offer is: the user's own, what the platform's coin page showed here, what ships with the extension. */
export type OfferOrigin = 'own' | 'learned' | 'shipped';

/** An offer with how it is known. `status` is `own` for the user's word, else as its source is. */
export interface KnownOffer extends Omit<PackageOffer, 'status'> {
  readonly origin: OfferOrigin;
  readonly status: PackageOffer['status'] | 'own';
}

/** Where a book's offers come from. Learned offers are those of coin pages, with the day as date. */
export interface BookSources {
  readonly shipped: readonly PackageOffer[];
  readonly learned: readonly PackageOffer[];
  readonly own: readonly OwnOffer[];
}

/** Every offer that holds now, each package once. */
export interface PriceBook {
  readonly offers: readonly KnownOffer[];
}

/** Where prices are known, and how well. */
export interface Coverage extends PriceChoice {
  readonly currency: KnownOffer['currency'];
  readonly packages: number;
  /** The strongest word among the offers, and the newest date among those of that strength. */
  readonly origin: OfferOrigin;
  readonly date: string;
}

/**
 * Joins offers into a book. For a package the user's word wins over a page's and that over what ships; then official
 * over community, newer over older. A coin page shows a whole table: where one was seen, what ships for that market and
 * channel, and older pages, no longer hold.
 */
export function priceBook({ shipped, learned, own }: BookSources): PriceBook {
  const newest = newestTables(learned);
  const holding = [
    ...own.map(ownOffer),
    ...learned
      .filter((offer) => newest.get(tableOf(offer)) === offer.date)
      .map((offer): KnownOffer => ({ ...offer, origin: 'learned' })),
    ...shipped
      .filter((offer) => !newest.has(tableOf(offer)))
      .map((offer): KnownOffer => ({ ...offer, origin: 'shipped' })),
  ];
  const packages = new Map<string, KnownOffer>();
  for (const offer of holding) {
    const key = `${tableOf(offer)} ${offer.currency} ${offer.units}`;
    const before = packages.get(key);
    if (before === undefined || compareKnown(offer, before) < 0) packages.set(key, offer);
  }
  return { offers: [...packages.values()].sort(inTableOrder) };
}

function tableOf({ unit, market, channel }: KnownOffer | PackageOffer): string {
  return `${unit} ${market} ${channel}`;
}

function newestTables(learned: readonly PackageOffer[]): Map<string, string> {
  const newest = new Map<string, string>();
  for (const offer of learned) {
    const table = tableOf(offer);
    if (offer.date > (newest.get(table) ?? '')) newest.set(table, offer.date);
  }
  return newest;
}

function ownOffer({ id: _id, at, ...offer }: OwnOffer): KnownOffer {
  const date = new Date(at).toISOString().slice(0, 10);
  return { ...offer, origin: 'own', status: 'own', date, source: '' };
}

const origins: readonly OfferOrigin[] = ['own', 'learned', 'shipped'];
const statuses: readonly KnownOffer['status'][] = ['own', 'official', 'community'];

/** Better known first; of equally well known offers the cheaper, so that the order of sources never matters. */
function compareKnown(a: KnownOffer, b: KnownOffer): number {
  return (
    origins.indexOf(a.origin) - origins.indexOf(b.origin) ||
    statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
    compareText(b.date, a.date) ||
    a.minor - b.minor ||
    compareText(a.source, b.source)
  );
}

function inTableOrder(a: KnownOffer, b: KnownOffer): number {
  return (
    compareText(tableOf(a), tableOf(b)) || compareText(a.currency, b.currency) || a.units - b.units
  );
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The packages of one unit in a market and channel, smallest first. */
export function offersIn(
  { offers }: PriceBook,
  unit: UnitId,
  { market, channel }: PriceChoice,
): readonly KnownOffer[] {
  return offers.filter(
    (offer) => offer.unit === unit && offer.market === market && offer.channel === channel,
  );
}

/**
 * The offer that prices are worked out from: the best known one, and of those equally well known the largest package,
 * whose price per unit is rounded the least. Null where no price is known.
 */
export function bestOffer(book: PriceBook, unit: UnitId, choice: PriceChoice): KnownOffer | null {
  const [first, ...others] = offersIn(book, unit, choice);
  return first === undefined
    ? null
    : others.reduce((best, offer) => (betterKnown(offer, best) ? offer : best), first);
}

function betterKnown(a: KnownOffer, b: KnownOffer): boolean {
  const order =
    origins.indexOf(a.origin) - origins.indexOf(b.origin) ||
    statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
    compareText(b.date, a.date) ||
    b.units - a.units;
  return order < 0;
}

/** An offer as a rate to convert with. */
export function unitRate({
  currency,
  minor,
  units,
}: Pick<KnownOffer, 'currency' | 'minor' | 'units'>): UnitRate {
  return { currency, minor, units };
}

/** Digits after the point in which a price for one unit is shown: a coin costs about a cent. */
export const UNIT_PRICE_DIGITS = 6;

/** What one unit costs, to six digits after the point, for showing; amounts are worked out from the rate itself. */
export function unitPrice({ currency, minor, units }: UnitRate): Money {
  const finer = BigInt(minor) * 10n ** BigInt(UNIT_PRICE_DIGITS);
  const amount = divideHalfEven(finer, BigInt(units) * 10n ** BigInt(exponentOf(currency)));
  return { currency, amount: Number(amount), scale: UNIT_PRICE_DIGITS };
}

/** Where a unit's prices are known: one row for each market, channel and currency. */
export function coverage({ offers }: PriceBook, unit: UnitId): readonly Coverage[] {
  const rows = new Map<string, Coverage>();
  for (const { market, channel, currency, origin, date } of offers.filter(
    (offer) => offer.unit === unit,
  )) {
    const key = `${market} ${channel} ${currency}`;
    const before = rows.get(key);
    const stronger =
      before === undefined ||
      origins.indexOf(origin) - origins.indexOf(before.origin) < 0 ||
      (origin === before.origin && date > before.date);
    rows.set(key, {
      market,
      channel,
      currency,
      packages: (before?.packages ?? 0) + 1,
      origin: stronger ? origin : before.origin,
      date: stronger ? date : before.date,
    });
  }
  return [...rows.values()];
}
