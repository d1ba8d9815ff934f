import type { PeriodKey } from './budget-period.ts';
import type { GiftPrice } from './dashboard-views.ts';
import type { Goal, GoalId, GoalProgress } from './goal.ts';
import type { CurrencyCode, PlatformId } from './ids.ts';
import type { Day, EpochMs } from './time.ts';
import type { UnitId } from './units.ts';

/** A goal as the user typed it; without an id it is a new one. */
export type GoalDraft = Omit<Goal, 'id'> & { readonly id: GoalId | null };

/** When a period of a goal is: days, both included, or a stream. */
export type GoalTime =
  | { readonly of: 'days'; readonly first: Day; readonly last: Day }
  | { readonly of: 'stream'; readonly title: string; readonly from: EpochMs };

/** How far a goal came in one period. */
export interface GoalPeriodView {
  readonly key: PeriodKey;
  readonly time: GoalTime;
  readonly progress: GoalProgress;
  /** When it was seen to be reached; null where nobody looked then. */
  readonly reachedAt: EpochMs | null;
}

/** A goal with its period at hand and those before. */
export interface GoalHistory {
  readonly goal: Goal;
  /** The name of the gift that it counts; empty for any other. */
  readonly gift: string;
  /** Null for one of a stream while none is on air. */
  readonly now: GoalPeriodView | null;
  /** The latest last. */
  readonly past: readonly GoalPeriodView[];
}

/** A gift that a goal can count. */
export interface GoalGift extends GiftPrice {
  readonly platform: PlatformId;
  /** What its price is in. */
  readonly unit: UnitId;
}

/** What the screen of goals shows. */
export interface GoalsView {
  readonly today: Day;
  /** The currency that a goal in money is typed in first. */
  readonly display: CurrencyCode;
  readonly goals: readonly GoalHistory[];
  readonly gifts: readonly GoalGift[];
}

/** What the user does there. */
export interface GoalActions {
  onSaveGoal(draft: GoalDraft): void;
  onRemoveGoal(id: GoalId): void;
}
