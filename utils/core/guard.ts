import type { AccountId, PlatformId } from './ids.ts';
import { AmountTooLarge, costOf, type Money, type UnitRate } from './money.ts';
import type { EpochMs } from './time.ts';
import { type UnitId, type Units, units } from './units.ts';

/** An amount of money, or of a platform's unit. `units` may be below zero where it is what a budget has left. */
export type Measure =
  | { readonly in: 'money'; readonly money: Money }
  | { readonly in: 'units'; readonly unit: UnitId; readonly units: number };

/** What the user set of the guard. */
export interface GuardSettings {
  readonly on: boolean;
  /** A single gift that costs more than this is held; null for no such limit. */
  readonly largest: Measure | null;
  /** How long a gift is held before it can be sent anyway, in whole seconds. */
  readonly waitSeconds: number;
  /** Until when every gift is held; null for no cool-off. */
  readonly coolOffUntil: EpochMs | null;
  /** The budgets that hold gifts, by id; `all` for every one. */
  readonly budgets: 'all' | readonly string[];
}

/** Off, until the user switches it on. */
export const freshGuard: GuardSettings = {
  on: false,
  largest: null,
  waitSeconds: 10,
  coolOffUntil: null,
  budgets: 'all',
};

/** How long a gift may be made to wait, in seconds. */
export const leastWaitSeconds = 3;
export const mostWaitSeconds = 300;

/** A budget that a gift counts in, with what is left of it. */
export interface BudgetLeft {
  readonly id: string;
  readonly name: string;
  readonly limit: Measure;
  /** In the measure of `limit`; below zero where it was passed already. */
  readonly left: Measure;
}

/** A gift that is about to be sent. */
export interface SendingRequest {
  readonly platform: PlatformId;
  /** Who is to get it; empty while unknown. */
  readonly creator: AccountId | '';
  /** The key of its picture. */
  readonly picture: string;
  readonly unit: UnitId;
  /** What one of it costs; null where that is not known. */
  readonly unitPrice: Units | null;
  readonly count: number;
}

/** What a gift costs: null where it is not known. */
export interface GiftCost {
  readonly unit: UnitId;
  readonly units: Units | null;
  readonly money: Money | null;
}

/** Why a gift is held. */
export type HoldReason =
  | { readonly kind: 'cool-off'; readonly until: EpochMs }
  | { readonly kind: 'large'; readonly limit: Measure }
  | { readonly kind: 'budget'; readonly budget: BudgetLeft; readonly overBy: Measure };

/** What becomes of a gift that is about to be sent. */
export type SendingVerdict =
  | { readonly held: false }
  | { readonly held: true; readonly cost: GiftCost; readonly reasons: readonly HoldReason[] };

/** What a gift is judged by. */
export interface SendingRules {
  readonly settings: Pick<GuardSettings, 'on' | 'largest' | 'coolOffUntil' | 'budgets'>;
  /** What the user pays for the gift's unit; null where no price is known. */
  readonly rate: UnitRate | null;
  /** The budgets that the gift counts in. */
  readonly touched: readonly BudgetLeft[];
  /** Units that were let through and are in no budget yet: the ledger learns of a gift after the page. */
  readonly underWay: Units;
  readonly now: EpochMs;
}

/**
 * Whether a gift is to be held before it is sent, and why. What costs exactly what is left, or exactly the limit, is
 * not. A limit of which the gift's cost is not known in its measure holds nothing: nothing is guessed.
 */
export function judgeSending(request: SendingRequest, rules: SendingRules): SendingVerdict {
  const { settings, now } = rules;
  if (!settings.on) return { held: false };
  const cost = giftCost(request, rules.rate);
  const before = giftCost({ ...request, unitPrice: rules.underWay, count: 1 }, rules.rate);
  const reasons = [
    ...coolOff(settings.coolOffUntil, now),
    ...large(settings.largest, cost),
    ...rules.touched
      .filter(({ id }) => settings.budgets === 'all' || settings.budgets.includes(id))
      .flatMap((budget) => passed(budget, cost, before)),
  ];
  return reasons.length === 0 ? { held: false } : { held: true, cost, reasons };
}

/** What a gift costs at `rate`. What is beyond exact numbers is unknown. */
export function giftCost(
  { unit, unitPrice, count }: Pick<SendingRequest, 'unit' | 'unitPrice' | 'count'>,
  rate: UnitRate | null,
): GiftCost {
  const amount = unitPrice === null ? null : unitPrice * count;
  if (amount === null || !Number.isSafeInteger(amount) || amount < 0) {
    return { unit, units: null, money: null };
  }
  const coins = units(amount);
  return { unit, units: coins, money: rate === null ? null : moneyOrNull(coins, rate) };
}

function moneyOrNull(amount: Units, rate: UnitRate): Money | null {
  try {
    return costOf(amount, rate);
  } catch (error) {
    if (error instanceof AmountTooLarge) return null;
    throw error;
  }
}

function coolOff(until: EpochMs | null, now: EpochMs): HoldReason[] {
  return until !== null && now < until ? [{ kind: 'cool-off', until }] : [];
}

function large(limit: Measure | null, cost: GiftCost): HoldReason[] {
  const over = limit === null ? null : excess([cost], limit);
  return limit !== null && over !== null && amountOf(over) > 0 ? [{ kind: 'large', limit }] : [];
}

/** A budget that was passed before holds too: every further gift is over it. */
function passed(budget: BudgetLeft, cost: GiftCost, before: GiftCost): HoldReason[] {
  const overBy = excess([before, cost], budget.left);
  return overBy !== null && amountOf(overBy) > 0 && costs(cost)
    ? [{ kind: 'budget', budget, overBy }]
    : [];
}

/** A gift that costs nothing passes no budget. */
function costs({ units: amount }: GiftCost): boolean {
  return amount !== null && amount > 0;
}

/** How far the costs together are above `limit`, below zero where they are not. Null where it cannot be told. */
function excess(all: readonly GiftCost[], limit: Measure): Measure | null {
  if (limit.in === 'units') {
    if (all.some(({ unit, units: amount }) => unit !== limit.unit || amount === null)) return null;
    const sum = all.reduce((total, { units: amount }) => total + (amount ?? 0), 0);
    return { ...limit, units: sum - limit.units };
  }
  const { currency, scale, amount } = limit.money;
  let over = -amount;
  for (const { money } of all) {
    if (money === null || money.currency !== currency || money.scale !== scale) return null;
    over += money.amount;
  }
  return Number.isSafeInteger(over)
    ? { in: 'money', money: { ...limit.money, amount: over } }
    : null;
}

/** The number in a measure, for comparing with zero. */
function amountOf(measure: Measure): number {
  return measure.in === 'money' ? measure.money.amount : measure.units;
}
