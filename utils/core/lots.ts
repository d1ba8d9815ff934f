import type { CurrencyCode } from './ids.ts';
import { AmountTooLarge, type Money, UnknownCurrency } from './money.ts';
import { firstShare, scaleOf, shareDown } from './scaled.ts';
import { type Units, units } from './units.ts';

/**
 * Which purchase a sent coin came from: the oldest that has coins left, or all of them evenly, at the average that moves
 * with every purchase.
 */
export type LotMethod = 'first-in-first-out' | 'average';

/**
 * Units bought together, or averaged into one. Amounts are at the ledger's scale, for all `units`: what is drawn is
 * worked out from the running number `drawn`, so that a used-up lot has cost exactly its price.
 */
export interface Lot {
  readonly units: number;
  readonly drawn: number;
  /** Null for units of which nobody knows what they cost. */
  readonly currency: CurrencyCode | null;
  readonly amount: number;
  /** The same in the display currency, at the rate of the day of the purchase; null where no rate is known. */
  readonly display: number | null;
}

/** Units bought and not yet sent. Plain data: what a checkpoint stores. */
export interface Lots {
  readonly method: LotMethod;
  readonly display: CurrencyCode;
  /** Oldest first; averaged, one lot for what is known in the display currency and one for each thing unknown. */
  readonly lots: readonly Lot[];
}

/** A purchase as lots see it. `display` is `price` in the display currency, null where no rate is known. */
export interface Bought {
  readonly units: Units;
  readonly price: Money | null;
  readonly display: Money | null;
}

/** Units drawn from one lot. */
export interface LotPart {
  readonly units: Units;
  /** What they cost in the currency they were paid in; null where the price is unknown. */
  readonly price: Money | null;
  /** What they cost in the display currency, at the ledger's scale; null where price or rate is unknown. */
  readonly display: number | null;
}

/** What a spend took: parts in the order of the lots, and the units that no purchase is left for. */
export interface Draw {
  readonly parts: readonly LotPart[];
  readonly missing: Units;
  readonly state: Lots;
}

/** No units bought yet. `display` is the currency that costs are told in. */
export function openLots(method: LotMethod, display: CurrencyCode): Lots {
  return { method, display, lots: [] };
}

/**
 * `state` with a purchase added. Throws {@link UnknownCurrency} where its amount is not in the lots' display currency,
 * `RangeError` for a purchase of nothing, {@link AmountTooLarge} where an average can no longer be held exactly.
 */
export function buy(state: Lots, bought: Bought): Lots {
  if (bought.units < 1) {
    throw new RangeError('a purchase of nothing');
  }
  if (bought.display !== null && bought.display.currency !== state.display) {
    throw new UnknownCurrency(`${bought.display.currency} among costs in ${state.display}`);
  }
  const lot: Lot = {
    units: bought.units,
    drawn: 0,
    currency: bought.price?.currency ?? null,
    amount: bought.price?.amount ?? 0,
    display: bought.price === null ? null : (bought.display?.amount ?? null),
  };
  return state.method === 'average'
    ? { ...state, lots: averagedIn(state.lots.map(rest), inDisplay(lot, state.display)) }
    : { ...state, lots: [...state.lots, lot] };
}

/** What is left of a lot, as a lot of its own. */
function rest(lot: Lot): Lot {
  return {
    ...lot,
    units: lot.units - lot.drawn,
    drawn: 0,
    amount: lot.amount - firstShare(lot.amount, lot.drawn, lot.units),
    display:
      lot.display === null ? null : lot.display - firstShare(lot.display, lot.drawn, lot.units),
  };
}

/** Money of several currencies has no average: what can be converted is averaged in the display currency. */
function inDisplay(lot: Lot, display: CurrencyCode): Lot {
  return lot.display === null ? lot : { ...lot, currency: display, amount: lot.display };
}

/** Lots with `lot` added to the one of its kind. Known prices stand first, then currencies by code, then unknown ones. */
function averagedIn(lots: readonly Lot[], lot: Lot): Lot[] {
  const kind = kindOf(lot);
  const same = lots.find((other) => kindOf(other) === kind);
  const others = lots.filter((other) => other !== same && other.units > 0);
  const sum = same === undefined ? lot : together(same, lot);
  return [...others, sum].sort((a, b) => (kindOf(a) < kindOf(b) ? -1 : 1));
}

function kindOf({ currency, display }: Lot): string {
  if (display !== null) return '0';
  return currency === null ? '2' : `1${currency}`;
}

function together(a: Lot, b: Lot): Lot {
  return {
    ...a,
    units: exact(a.units + b.units),
    amount: exact(a.amount + b.amount),
    display: a.display === null || b.display === null ? null : exact(a.display + b.display),
  };
}

function exact(sum: number): number {
  if (!Number.isSafeInteger(sum)) {
    throw new AmountTooLarge(String(sum));
  }
  return sum;
}

/** Takes `wanted` units out of the lots, as far as they reach. Never takes more than there is. */
export function draw(state: Lots, wanted: Units): Draw {
  return state.method === 'average' ? drawEvenly(state, wanted) : drawInTurn(state, wanted);
}

function drawInTurn(state: Lots, wanted: Units): Draw {
  const parts: LotPart[] = [];
  let open: number = wanted;
  let first = 0;
  let begun: Lot[] = [];
  for (let lot = state.lots[0]; lot !== undefined && open > 0; lot = state.lots[first]) {
    const count = Math.min(open, lot.units - lot.drawn);
    const after = { ...lot, drawn: lot.drawn + count };
    parts.push(partOf(lot, after));
    open -= count;
    first += 1;
    if (after.drawn < after.units) begun = [after];
  }
  const lots = first === 0 ? state.lots : [...begun, ...state.lots.slice(first)];
  return { parts, missing: units(open), state: { ...state, lots } };
}

function drawEvenly(state: Lots, wanted: Units): Draw {
  const left = unitsLeft(state);
  const taken = Math.min(wanted, left);
  const counts = evenly(state.lots, taken);
  const parts: LotPart[] = [];
  const lots = state.lots.map((lot, index) => {
    const count = counts[index] ?? 0;
    if (count === 0) return lot;
    const after = { ...lot, drawn: lot.drawn + count };
    parts.push(partOf(lot, after));
    return after;
  });
  // Used-up lots stay until all are, or until the next purchase: the even split counts from when all were whole.
  const kept = taken === left ? [] : lots;
  return { parts, missing: units(wanted - taken), state: { ...state, lots: kept } };
}

/**
 * How many of `wanted` units each lot gives, so that the lots empty together. Splits off one lot at a time by the
 * running number, rounded down: of two such running numbers neither ever falls, however units are drawn.
 */
function evenly(lots: readonly Lot[], wanted: number): number[] {
  let whole = lots.reduce((sum, lot) => sum + lot.units, 0);
  let drawn = lots.reduce((sum, lot) => sum + lot.drawn, 0) + wanted;
  return lots.map((lot) => {
    const now = whole === 0 ? 0 : shareDown(lot.units, drawn, whole);
    whole -= lot.units;
    drawn -= now;
    return now - lot.drawn;
  });
}

function partOf(before: Lot, after: Lot): LotPart {
  const share = (amount: number): number =>
    firstShare(amount, after.drawn, before.units) - firstShare(amount, before.drawn, before.units);
  const { currency, amount, display } = before;
  return {
    units: units(after.drawn - before.drawn),
    price: currency === null ? null : { currency, amount: share(amount), scale: scaleOf(currency) },
    display: display === null ? null : share(display),
  };
}

/** How many units are left to draw. */
export function unitsLeft({ lots }: Lots): Units {
  return units(lots.reduce((sum, lot) => sum + lot.units - lot.drawn, 0));
}

/** What the units that are left were bought for, by currency: part of what was paid, exact. */
export function moneyLeft({ lots }: Lots): ReadonlyMap<CurrencyCode, Money> {
  const left = new Map<CurrencyCode, Money>();
  for (const { currency, amount } of lots.map(rest)) {
    if (currency === null) continue;
    const before = left.get(currency)?.amount ?? 0;
    left.set(currency, { currency, amount: exact(before + amount), scale: scaleOf(currency) });
  }
  return left;
}

/** What is left in the display currency, at the ledger's scale, as far as it is known there. */
export function displayLeft({ lots }: Lots): number {
  return lots.map(rest).reduce((sum, { display }) => exact(sum + (display ?? 0)), 0);
}

/** Whether two states are the same in every lot: then everything that follows comes out the same too. */
export function sameLots(a: Lots, b: Lots): boolean {
  return (
    a.method === b.method &&
    a.display === b.display &&
    a.lots.length === b.lots.length &&
    a.lots.every((lot, index) => sameLot(lot, b.lots[index]))
  );
}

function sameLot(a: Lot, b: Lot | undefined): boolean {
  return (
    b !== undefined &&
    a.units === b.units &&
    a.drawn === b.drawn &&
    a.currency === b.currency &&
    a.amount === b.amount &&
    a.display === b.display
  );
}
