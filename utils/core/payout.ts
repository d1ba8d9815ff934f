import type { Brand } from './brand.ts';
import { currencyCode, type UnitRate } from './money.ts';
import { checkMoment, LONGEST_NOTE, MOST_UNITS_IN_ONE_PURCHASE } from './purchase.ts';
import { moneyOfPrice, type Price } from './scaled.ts';
import { addDays, type Day, dayOf, type EpochMs, type TimeZone } from './time.ts';
import { type UnitId, type Units, units } from './units.ts';

/** One payout. Made up at random. */
export type PayoutId = Brand<string, 'PayoutId'>;

/** Money that a platform paid the user out for what came in, as the user tells it. */
export interface Payout {
  readonly id: PayoutId;
  readonly unit: UnitId;
  /** For how many it was: TikTok's diamonds count as the coins of the gifts they are for. */
  readonly units: Units;
  /** What arrived. */
  readonly price: Price;
  /** What was kept of it on the way for fees and for tax, in minor units of the same currency. */
  readonly fees: number;
  readonly tax: number;
  readonly at: EpochMs;
  /** The days whose gifts it is for, where the user knows; both included. */
  readonly covers: { readonly first: Day; readonly last: Day } | null;
  readonly note: string;
}

/** What can be wrong with a payout, by name. */
export type PayoutTrouble =
  | 'units'
  | 'price'
  | 'fees'
  | 'tax'
  | 'currency'
  | 'too-large'
  | 'date'
  | 'covers'
  | 'note-too-long';

/** Thrown for a payout that cannot have happened as told. `trouble` says what is wrong. */
export class NotAPayout extends Error {
  override readonly name = 'NotAPayout';
  readonly trouble: PayoutTrouble;
  constructor(trouble: PayoutTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Checks what a user says was paid out. Throws {@link NotAPayout}, naming the first thing wrong. */
export function checkPayout<Told extends Omit<Payout, 'id'>>(payout: Told, now: EpochMs): Told {
  const { units: amount, price, fees, tax, at, covers, note } = payout;
  const check = (trouble: PayoutTrouble, holds: boolean) => {
    if (!holds) throw new NotAPayout(trouble);
  };
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  check('units', isCount(amount) && amount >= 1 && amount <= MOST_UNITS_IN_ONE_PURCHASE);
  check('price', isCount(price.minor));
  check('fees', isCount(fees));
  check('tax', isCount(tax));
  named('currency', () => currencyCode(price.currency));
  named('too-large', () => moneyOfPrice(grossOf(payout)));
  named('date', () => checkMoment(at, now));
  check('covers', covers === null || covers.first <= covers.last);
  check('note-too-long', note.length <= LONGEST_NOTE);
  return payout;
}

function named(trouble: PayoutTrouble, check: () => unknown): void {
  try {
    check();
  } catch {
    throw new NotAPayout(trouble);
  }
}

type Paid = Pick<Payout, 'units' | 'price' | 'fees' | 'tax'>;

/** What was paid before fees and tax were kept. */
export function grossOf({ price, fees, tax }: Omit<Paid, 'units'>): Price {
  return { currency: price.currency, minor: price.minor + fees + tax };
}

/** What a payout came to for its units, exactly: what arrived, and before fees and tax. */
export function effectiveRates(payout: Paid): { readonly net: UnitRate; readonly gross: UnitRate } {
  return {
    net: { ...payout.price, units: payout.units },
    gross: { ...grossOf(payout), units: payout.units },
  };
}

/** How many of the latest payouts estimates go by: rates change. */
const RATED_PAYOUTS = 3;

/** What a unit came to by the user's own latest payouts. */
export interface PaidRate {
  /** The least that arrived for a unit. */
  readonly least: UnitRate;
  /** The most that a unit was paid with before fees and tax. */
  readonly most: UnitRate;
  /** When the latest of these payouts was. */
  readonly at: EpochMs;
}

/**
 * By what the user's own payouts tell, a unit is worth this much: from the least that arrived for one to the most before
 * fees and tax, of the latest {@link RATED_PAYOUTS} in the latest one's currency. Null without any.
 */
export function paidRate(payouts: readonly Payout[], unit: UnitId): PaidRate | null {
  const ordered = payouts
    .filter((each) => each.unit === unit && grossOf(each).minor > 0)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const [latest] = ordered;
  if (latest === undefined) return null;
  const rates = ordered
    .filter(({ price }) => price.currency === latest.price.currency)
    .slice(0, RATED_PAYOUTS)
    .map(effectiveRates);
  const least = rates.map(({ net }) => net).sort(compareRates)[0];
  const most = rates
    .map(({ gross }) => gross)
    .sort(compareRates)
    .at(-1);
  return least === undefined || most === undefined ? null : { least, most, at: latest.at };
}

/** The lower first; both in one currency. */
function compareRates(a: UnitRate, b: UnitRate): number {
  const difference = BigInt(a.minor) * BigInt(b.units) - BigInt(b.minor) * BigInt(a.units);
  return difference < 0n ? -1 : difference > 0n ? 1 : a.units - b.units;
}

/** Units that came in on a day. */
export interface SeenOnDay {
  readonly day: Day;
  readonly units: number;
}

/** The days whose gifts a payout is held against, both included. */
export interface PayoutDays {
  /** Null: from the first day of the ledger on. */
  readonly first: Day | null;
  readonly last: Day;
  /** Whether the user says so; else they are the days since the payout before. */
  readonly told: boolean;
}

/** A payout beside what was seen coming in on its days. */
export interface Reconciled {
  readonly payout: Payout;
  readonly days: PayoutDays;
  readonly seen: Units;
  /** Paid units without any seen for them, or, below zero, seen ones that were not paid. */
  readonly difference: number;
}

/** All payouts of one unit beside what was seen. */
export interface Reconciliation {
  /** The earliest first. */
  readonly payouts: readonly Reconciled[];
  /** Units that were paid out, and that were seen coming in, in all. */
  readonly paid: Units;
  readonly seen: Units;
  /** What was seen on the days after those of all payouts: not paid out yet. */
  readonly waiting: Units;
  /** The first of these days; null where nothing was paid out. */
  readonly waitingSince: Day | null;
  /** Days that more than one payout is for. */
  readonly twice: boolean;
}

/**
 * Holds payouts of one unit against what was seen of it, day by day in `zone`. One of which the user does not say what
 * it is for is for the days after those of the payouts before it, up to its own.
 */
export function reconcile(
  payouts: readonly Payout[],
  seen: readonly SeenOnDay[],
  zone: TimeZone,
): Reconciliation {
  const sum = (days: readonly SeenOnDay[]) =>
    units(days.reduce((all, each) => all + each.units, 0));
  const ordered = [...payouts].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const reconciled: Reconciled[] = [];
  let end: Day | null = null;
  for (const payout of ordered) {
    const days = daysOf(payout, end, zone);
    const { first, last } = days;
    const of = sum(seen.filter(({ day }) => day <= last && (first === null || day >= first)));
    reconciled.push({ payout, days, seen: of, difference: payout.units - of });
    if (end === null || last > end) end = last;
  }
  const after = end;
  const spans = reconciled
    .map(({ days }) => days)
    .sort((a, b) => ((a.first ?? '') < (b.first ?? '') ? -1 : 1));
  return {
    payouts: reconciled,
    paid: units(ordered.reduce((all, each) => all + each.units, 0)),
    seen: sum(seen),
    waiting: sum(seen.filter(({ day }) => after === null || day > after)),
    waitingSince: after === null ? null : addDays(after, 1),
    twice: spans.some(({ first }, index) =>
      spans.slice(0, index).some(({ last }) => last >= (first ?? '')),
    ),
  };
}

/** Two payouts of one day are both for that day: what was seen on it cannot be told apart. */
function daysOf({ covers, at }: Payout, end: Day | null, zone: TimeZone): PayoutDays {
  if (covers !== null) return { ...covers, told: true };
  const last = dayOf(at, zone);
  const next = end === null ? null : addDays(end, 1);
  return { first: next !== null && next > last ? last : next, last, told: false };
}

/** How much of a payout was kept on the way, as parts of the whole from 0 to 1; null where nothing was paid at all. */
export function keptShares(payout: Paid): { readonly fees: number; readonly tax: number } | null {
  const gross = grossOf(payout).minor;
  return gross === 0 ? null : { fees: payout.fees / gross, tax: payout.tax / gross };
}
