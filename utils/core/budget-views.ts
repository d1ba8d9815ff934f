/** What the screens show of budgets, as plain data that survives JSON, and what the user does there. */

import type { Budget, BudgetCreator, BudgetId } from './budget.ts';
import type { PeriodKey } from './budget-period.ts';
import type { Measure } from './guard.ts';
import type { CurrencyCode } from './ids.ts';
import type { Day, EpochMs, TimeZone } from './time.ts';
import type { PersonView } from './views.ts';

/** How a budget stands, in words: from the lowest of its thresholds on it is near, with exactly the limit reached. */
export type BudgetStanding = 'under' | 'near' | 'reached' | 'over' | 'paused' | 'not-now';

/** An amount that is left, or that is over: always told with the word. Never below zero. */
export interface LeftOrOver {
  readonly over: boolean;
  readonly amount: Measure;
}

/** What was spent in one period, and what could be. */
export interface BudgetPeriodView {
  readonly key: PeriodKey;
  /** Of a stream: the day on which it was seen first, twice. */
  readonly first: Day;
  readonly last: Day;
  /** The limit with what was carried into the period; zero where more was carried than the limit is. */
  readonly limit: Measure;
  readonly spent: Measure;
  /** Whole percents of the limit, rounded down, so that 100 means reached. */
  readonly percent: number;
}

/** How sure a budget's sum is: what of it stands on listed prices, and what is in no sum. */
export interface BudgetDoubt {
  /** The part of what was spent that is known only from listed prices; null where the limit is in units. */
  readonly listed: Measure | null;
  /** Units of which no price is known. */
  readonly unpricedUnits: number;
  /** Payments without a price in units, or without a rate to the budget's currency. */
  readonly unpriced: number;
}

/** A change that loosens a locked budget and waits. */
export interface PendingView<Wanted> {
  /** Null: it is to be deleted. */
  readonly wanted: Wanted | null;
  /** How much of the delay has certainly not passed yet, in milliseconds. */
  readonly remainingMs: number;
}

/** The same of a budget. */
export interface PendingBudget extends PendingView<Budget> {
  /** Accounts that count until then although the user says that they are not its creators' any more. */
  readonly leaving: readonly (BudgetCreator & { readonly person: PersonView })[];
}

/** One budget as it stands now. */
export interface BudgetView {
  /** What holds, not what is pending. */
  readonly budget: Budget;
  /** Names of the creators in its scope. */
  readonly creators: readonly PersonView[];
  readonly standing: BudgetStanding;
  /** Of a custom span that does not hold now: itself. Of a stream budget: the stream at hand, else the last one. */
  readonly now: BudgetPeriodView;
  readonly left: LeftOrOver;
  /** What was carried into the period; null where nothing was. */
  readonly carried: LeftOrOver | null;
  /** What it comes to by the period's last day at the pace so far; null where it is too early to tell. */
  readonly pace: { readonly amount: Measure; readonly by: Day; readonly passes: boolean } | null;
  readonly doubt: BudgetDoubt;
  /** The last twelve periods, the one at hand included, latest last. */
  readonly history: readonly BudgetPeriodView[];
  readonly pending: PendingBudget | null;
}

/** The one budget that is nearest to its limit among those that a stream touches: what the overlay's pill shows. */
export interface TightestBudget {
  readonly id: BudgetId;
  readonly name: string;
  readonly period: Budget['period'];
  readonly key: PeriodKey;
  readonly first: Day;
  readonly last: Day;
  readonly standing: BudgetStanding;
  readonly percent: number;
  readonly left: LeftOrOver;
  readonly limit: Measure;
}

/** What an alert is about. */
export type AlertKind =
  | { readonly type: 'share'; readonly percent: number }
  | { readonly type: 'projected' }
  | { readonly type: 'large-gift' }
  | { readonly type: 'bought' }
  | { readonly type: 'many-gifts' };

/** One alert, with the numbers as they were when it became due. */
export interface AlertView {
  /** The same for the same budget, kind and period: by it an alert is given once. */
  readonly id: string;
  readonly budget: BudgetId;
  readonly name: string;
  readonly kind: AlertKind;
  readonly at: EpochMs;
  readonly first: Day;
  readonly last: Day;
  readonly period: Budget['period'];
  readonly limit: Measure;
  readonly spent: Measure;
  readonly left: LeftOrOver;
  /** What the alert's own number is: the gift's cost, units bought, the projected sum, gifts counted; else spent. */
  readonly amount:
    | Measure
    | { readonly in: 'gifts'; readonly gifts: number; readonly minutes: number };
  /** `waiting`: not given yet, as in quiet hours; `told`; `known`: true already when the budget was made or changed. */
  readonly state: 'waiting' | 'told' | 'known';
  readonly seen: boolean;
}

/** A limit suggested from the user's own past months, and what it would have done. */
export interface BudgetSuggestion {
  readonly profile: 'comfortable' | 'on-track' | 'tight';
  readonly limit: Measure;
  /** How many of the months that were looked at it would have been passed in, and by how much in all. */
  readonly months: number;
  readonly passed: number;
  readonly over: Measure;
}

/** What the toolbar button shows. */
export type BadgeChoice = 'stream' | 'today' | 'budget';

/** What the user chose about alerts. */
export interface AlertSettings {
  /** Off: alerts are shown on the page only. */
  readonly notifications: boolean;
  /** Minutes of the day in the ledger's zone between which nothing is announced; null: always. May pass midnight. */
  readonly quietHours: { readonly from: number; readonly to: number } | null;
  readonly quietUntil: EpochMs | null;
  readonly badge: BadgeChoice;
}

/** Everything that the budget screens show. */
export interface BudgetsView {
  readonly now: EpochMs;
  readonly today: Day;
  readonly zone: TimeZone;
  /** The currency that new budgets begin with. */
  readonly display: CurrencyCode;
  /** In the order of need: nearest to its limit first, paused ones last. */
  readonly budgets: readonly BudgetView[];
  /** Empty with less than two full months of the ledger. */
  readonly suggestions: readonly BudgetSuggestion[];
  /** Creators that a budget can be about, most spent first. */
  readonly creators: readonly (BudgetCreator & { readonly person: PersonView })[];
  /** Latest first. */
  readonly alerts: readonly AlertView[];
  readonly settings: AlertSettings;
}

/** A budget as the user typed it; without an id it is a new one. */
export type BudgetDraft = Omit<Budget, 'id' | 'since'> & { readonly id: BudgetId | null };

/** What the user can do on the budget screens. */
export interface BudgetActions {
  onSaveBudget(draft: BudgetDraft): void;
  onRemoveBudget(id: BudgetId): void;
  /** Takes back what waits to loosen a locked budget. */
  onRevoke(id: BudgetId): void;
  onSaveAlertSettings(settings: AlertSettings): void;
  onAlertSeen(id: string): void;
}
