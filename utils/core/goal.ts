import type { Brand } from './brand.ts';
import type { BudgetPeriod } from './budget.ts';
import { FORGOTTEN } from './forgotten.ts';
import type { GiftId, PlatformId } from './ids.ts';
import { sumOfGifts } from './leaderboard.ts';
import type { GifterTotal, GiftTally, GiftTotal } from './received-totals.ts';
import { moneyOfPrice, type Price } from './scaled.ts';
import { unitsIn } from './summing.ts';
import type { TotalUnit } from './totals.ts';
import type { UnitId, Units } from './units.ts';
import { sumWorth, type WorthRates } from './worth.ts';

/** One goal. Made up at random. */
export type GoalId = Brand<string, 'GoalId'>;

/** For how long a goal counts before it counts anew. */
export type GoalPeriod = Extract<BudgetPeriod, { type: 'stream' | 'day' | 'week' | 'month' }>;

/** What a goal counts, and how much of it is wanted. */
export type GoalMeasure =
  | { readonly of: 'units'; readonly unit: UnitId; readonly units: Units }
  /** By what the units that came in are worth, about. */
  | { readonly of: 'money'; readonly price: Price }
  | { readonly of: 'gifts'; readonly count: number }
  | { readonly of: 'gifters'; readonly count: number }
  | {
      readonly of: 'gift';
      readonly platform: PlatformId;
      readonly gift: GiftId;
      readonly count: number;
    };

/** Something that a creator wants to come in. */
export interface Goal {
  readonly id: GoalId;
  /** Empty: named by what it counts. */
  readonly name: string;
  readonly period: GoalPeriod;
  readonly wanted: GoalMeasure;
}

/** What is wrong with a goal, by name. */
export type GoalTrouble = 'name-too-long' | 'period' | 'target' | 'currency';

/** Thrown for a goal that cannot be. `trouble` says why. */
export class NotAGoal extends Error {
  override readonly name = 'NotAGoal';
  readonly trouble: GoalTrouble;
  constructor(trouble: GoalTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

export const longestGoalName = 80;

/** Checks what a user wants to reach. Throws {@link NotAGoal}, naming the first thing wrong. */
export function checkGoal(goal: Goal): Goal {
  const { name, period, wanted } = goal;
  if (name.length > longestGoalName) throw new NotAGoal('name-too-long');
  const first = period.type === 'week' ? period.firstWeekday : 1;
  const day = period.type === 'month' ? period.firstDay : 1;
  if (!isWithin(first, 7) || !isWithin(day, 31)) throw new NotAGoal('period');
  if (!isWithin(targetOf(wanted), Number.MAX_SAFE_INTEGER)) throw new NotAGoal('target');
  try {
    if (wanted.of === 'money') moneyOfPrice(wanted.price);
  } catch {
    throw new NotAGoal('currency');
  }
  return goal;
}

function isWithin(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= most;
}

/** How much a goal wants: units, gifts, people, or for money minor units of its currency. */
export function targetOf(wanted: GoalMeasure): number {
  switch (wanted.of) {
    case 'units':
      return wanted.units;
    case 'money':
      return wanted.price.minor;
    default:
      return wanted.count;
  }
}

/** What came in within a goal's period. */
export interface CameIn {
  readonly sums: readonly (GiftTally & { readonly unit: TotalUnit })[];
  /** Read only for goals of gifters. */
  readonly people: readonly Pick<GifterTotal, 'platform' | 'person'>[];
  /** Read only for goals of one gift. */
  readonly gifts: readonly Pick<GiftTotal, 'platform' | 'gift' | 'gifts'>[];
}

/** How far a goal is: in what its measure counts. Null where no rate tells what came in is worth. */
export interface GoalProgress {
  readonly reached: number | null;
  readonly target: number;
  readonly done: boolean;
}

/**
 * How far a goal is by what came in. Money counts by the least that it is worth, in whole minor units; people whom the
 * platform did not name, or who were deleted, count as nobody, hidden ones as people.
 */
export function goalProgress(wanted: GoalMeasure, came: CameIn, rates: WorthRates): GoalProgress {
  const target = targetOf(wanted);
  const reached = reachedOf(wanted, came, rates);
  return { reached, target, done: reached !== null && reached >= target };
}

function reachedOf(wanted: GoalMeasure, came: CameIn, rates: WorthRates): number | null {
  switch (wanted.of) {
    case 'units':
      return unitsIn(sumOfGifts(came.sums), wanted.unit);
    case 'money': {
      const sum = sumOfGifts(came.sums);
      if (sum.amounts.length === 0) return 0;
      const worth = sumWorth(sum, rates)?.least;
      if (worth === undefined || worth.currency !== wanted.price.currency) return null;
      return Math.floor(worth.amount / moneyOfPrice({ ...wanted.price, minor: 1 }).amount);
    }
    case 'gifts':
      return sumOfGifts(came.sums).gifts;
    case 'gifters':
      return new Set(came.people.filter(isNamed).map(keyOf)).size;
    case 'gift':
      return came.gifts
        .filter(({ platform, gift }) => platform === wanted.platform && gift === wanted.gift)
        .reduce((sum, { gifts }) => sum + gifts, 0);
  }
}

function isNamed({ person }: Pick<GifterTotal, 'person'>): boolean {
  return person !== '' && person !== FORGOTTEN;
}

function keyOf({ platform, person }: Pick<GifterTotal, 'platform' | 'person'>): string {
  return `${platform}:${person}`;
}
