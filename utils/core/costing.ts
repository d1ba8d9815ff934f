import { type Cost, noCost } from './cost.ts';
import type { CurrencyCode } from './ids.ts';
import { buy, type Draw, draw, type LotMethod, type Lots, openLots, sameLots } from './lots.ts';
import { costOf, type Money, type UnitRate } from './money.ts';
import type { Adjustment } from './operation.ts';
import type { Purchase } from './purchase.ts';
import { moneyOfPrice, type Price } from './scaled.ts';
import type { Day, EpochMs } from './time.ts';
import { type UnitId, type Units, units } from './units.ts';

/**
 * Money in the display currency at the rate of `day`, and the day whose rate was used; null where no rate is known.
 * The result is at the ledger's scale of the display currency.
 */
export type Convert = (
  money: Money,
  day: Day,
) => { readonly money: Money; readonly rateDay: Day } | null;

/** What has to be known to turn units into money. */
export interface Pricing {
  readonly display: CurrencyCode;
  readonly convert: Convert;
  /** The day of a moment in the ledger's zone. */
  readonly dayOf: (at: EpochMs) => Day;
  /** The listed price at a moment, for units that no purchase is known for; null where none is known. */
  readonly listed: (at: EpochMs) => UnitRate | null;
}

/** Units that came: bought at a price, or at a price that is not known (null). */
export interface Came {
  readonly type: 'came';
  readonly id: string;
  readonly at: EpochMs;
  readonly units: Units;
  readonly price: Price | null;
}

/** Units that went: an entry's, or those of a booking. */
export interface Went {
  readonly type: 'went';
  readonly id: string;
  readonly at: EpochMs;
  readonly units: Units;
  /** What the user says it cost, whatever was paid for the units, which are drawn all the same. */
  readonly price?: Price;
}

/** Everything that moves one unit's lots. */
export type LotEvent = Came | Went;

/** What a spend cost, and what it drew. */
export interface Spent {
  readonly cost: Cost;
  readonly draw: Pick<Draw, 'parts' | 'missing'>;
}

/** The lots after all events up to `key`, that one included. Plain data, to be stored. */
export interface Checkpoint {
  readonly key: string;
  readonly state: Lots;
}

/** How to run: from where, and where one may stop. */
export interface Run {
  readonly method: LotMethod;
  readonly pricing: Pricing;
  /** Events up to this one are left out: they are in its state. */
  readonly from?: Checkpoint;
  /** A checkpoint is taken after every so many events. */
  readonly every?: number;
  /**
   * Checkpoints of the run before. Behind the last event that changed since, `changedUpTo`, the run stops where it comes
   * to the same state as one of them: everything later stays as it is.
   */
  readonly known?: readonly Checkpoint[];
  readonly changedUpTo?: string;
}

/** What a run gives. */
export interface Ran {
  /** Costs by the id of what went, for the events that were run through. */
  readonly costs: ReadonlyMap<string, Spent>;
  readonly checkpoints: readonly Checkpoint[];
  /** The lots at the end of the run. */
  readonly state: Lots;
  /** The key of the known checkpoint at which nothing changed any more; null where the run went to the end. */
  readonly stoppedAt: string | null;
}

/** Digits of the last moment that a date can name. */
const TIME_DIGITS = 16;

/**
 * Where an event stands: by time, what came before what went at the same moment, then by id. Sorts as text, so that
 * the order in which events became known does not matter.
 */
export function eventKey({ type, at, id }: LotEvent): string {
  return `${String(at).padStart(TIME_DIGITS, '0')} ${type === 'came' ? 0 : 1} ${id}`;
}

/** Sorts behind every event up to and including the moment `at`. */
export function keyBehind(at: EpochMs): string {
  return `${String(at).padStart(TIME_DIGITS, '0')} 2`;
}

/** The events of one unit: purchases, bookings, and `spends`, the entries that it was spent on. */
export function lotEvents(
  unit: UnitId,
  purchases: readonly Purchase[],
  adjustments: readonly Adjustment[],
  spends: readonly Went[],
): LotEvent[] {
  const bought = purchases
    .filter((purchase) => purchase.unit === unit)
    .map(({ id, at, units, price }): Came => ({ type: 'came', id, at, units, price }));
  const booked = adjustments
    .filter((adjustment) => adjustment.unit === unit)
    .map(
      ({ id, kind, at, units }): LotEvent =>
        kind === 'bought-elsewhere'
          ? { type: 'came', id, at, units, price: null }
          : { type: 'went', id, at, units },
    );
  return [...bought, ...booked, ...spends];
}

/**
 * Works costs out: what each spend of one unit cost, drawn from what had come by then. Gives the same for the same
 * events in any order, in one run or resumed from any checkpoint. Throws `AmountTooLarge` beyond exact numbers.
 */
export function costAll(events: readonly LotEvent[], run: Run): Ran {
  const { method, pricing, from, every = Number.POSITIVE_INFINITY } = run;
  const known = new Map(run.known?.map(({ key, state }) => [key, state]));
  const costs = new Map<string, Spent>();
  const checkpoints: Checkpoint[] = [];
  let state = from?.state ?? openLots(method, pricing.display);
  let since = 0;
  for (const { event, key } of inOrder(events, from?.key ?? '')) {
    if (event.type === 'came') {
      state = buy(state, boughtBy(event, pricing));
    } else {
      const { state: after, ...drawn } = draw(state, event.units);
      state = after;
      costs.set(event.id, { cost: costOfSpend(event, drawn, pricing), draw: drawn });
    }
    since += 1;
    const before = known.get(key);
    if (before !== undefined && key >= (run.changedUpTo ?? '') && sameLots(before, state)) {
      return { costs, checkpoints, state, stoppedAt: key };
    }
    if (since >= every) {
      checkpoints.push({ key, state });
      since = 0;
    }
  }
  return { costs, checkpoints, state, stoppedAt: null };
}

function inOrder(events: readonly LotEvent[], after: string): { event: LotEvent; key: string }[] {
  return events
    .map((event) => ({ event, key: eventKey(event) }))
    .filter(({ key }) => key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A purchase with its price in the display currency, at the rate of its own day. */
function boughtBy({ units, price, at }: Came, pricing: Pricing) {
  const paid = price === null ? null : moneyOfPrice(price);
  return { units, price: paid, display: paid === null ? null : toDisplay(paid, at, pricing) };
}

function costOfSpend(
  { at, price }: Went,
  drawn: Pick<Draw, 'parts' | 'missing'>,
  pricing: Pricing,
): Cost {
  return price === undefined
    ? costOfDraw(drawn, at, pricing)
    : exactCost(moneyOfPrice(price), at, pricing);
}

/** What drawn units cost: each part at what was paid for it, and what no purchase is known for at the listed price. */
function costOfDraw(
  { parts, missing }: Pick<Draw, 'parts' | 'missing'>,
  at: EpochMs,
  pricing: Pricing,
): Cost {
  const cost = { ...noCost(pricing.display) };
  let open: number = missing;
  for (const part of parts) {
    if (part.display !== null) {
      cost.paid += part.display;
      cost.paidUnits += part.units;
    } else if (part.price === null) {
      // Bought, but nobody knows for how much: as good as not known to be bought.
      open += part.units;
    } else {
      cost.unpricedUnits += part.units;
    }
  }
  const rate = open === 0 ? null : pricing.listed(at);
  const listed = rate === null ? null : toDisplay(costOf(units(open), rate), at, pricing);
  if (listed === null) {
    cost.unpricedUnits += open;
  } else {
    cost.listed = listed.amount;
    cost.listedUnits = open;
  }
  return cost;
}

/** What a payment in money cost, at the rate of its own day. */
export function exactCost(payment: Money, at: EpochMs, pricing: Omit<Pricing, 'listed'>): Cost {
  const money = toDisplay(payment, at, pricing);
  return money === null
    ? { ...noCost(pricing.display), unconverted: 1 }
    : { ...noCost(pricing.display), exact: money.amount };
}

function toDisplay(
  money: Money,
  at: EpochMs,
  { display, convert, dayOf }: Omit<Pricing, 'listed'>,
): Money | null {
  if (money.currency === display) {
    return money;
  }
  return convert(money, dayOf(at))?.money ?? null;
}
