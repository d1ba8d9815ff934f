/** What the live desk, its pop-out and the overlay of an own stream show, as plain data that survives JSON. */

import type { MoneyRange } from './conversion.ts';
import type { CreatorAlert } from './creator-alerts.ts';
import type { Goal, GoalProgress } from './goal.ts';
import type { PlatformId } from './ids.ts';
import type { EpochMs } from './time.ts';
import type { SessionId } from './totals.ts';
import type { EntryRow, PersonView, Sum } from './views.ts';

/** One goal as it stands. */
export interface GoalView {
  readonly goal: Goal;
  /** The name of the gift that it counts; empty where it counts none, or the name is not known. */
  readonly gift: string;
  readonly progress: GoalProgress;
}

/** One alert with what it is about. */
export type CreatorAlertView = {
  readonly id: string;
  readonly at: EpochMs;
} & (
  | { readonly kind: 'big-gift'; readonly entry: EntryRow }
  | { readonly kind: 'first-gift'; readonly person: PersonView }
  | { readonly kind: 'returning'; readonly person: PersonView; readonly days: number }
  /** What the minute brought so far. */
  | { readonly kind: 'spike'; readonly sum: Sum }
  | { readonly kind: 'goal'; readonly goal: Goal; readonly gift: string }
);

/** The kinds of {@link CreatorAlertView}. */
export type CreatorAlertKind = CreatorAlert['kind'];

/** A stream that the desk can show. */
export interface DeskStream {
  readonly rooms: readonly SessionId[];
  readonly platform: PlatformId;
  /** The creator whom the user follows and whose stream it is; null for the user's own. */
  readonly of: PersonView | null;
  readonly title: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly onAir: boolean;
}

/** What came in during a stream: read from a handful of totals, whatever the stream's length. */
export interface DeskTotal {
  readonly sum: Sum;
  /** About; null where no rate is known. */
  readonly worth: MoneyRange | null;
  /** The latest gifts, the newest first. */
  readonly last: readonly EntryRow[];
  readonly alerts: readonly CreatorAlertView[];
}

/** Somebody who gave in the stream. */
export interface DeskGifter {
  readonly platform: PlatformId;
  readonly person: PersonView;
  readonly sum: Sum;
  /** Gifts since they were thanked; all of them where they were not. */
  readonly unthanked: number;
  readonly thanked: boolean;
}

/** Who gave in the stream, who gave most first; without those whom the user hid. */
export interface DeskPeople {
  readonly gifters: readonly DeskGifter[];
  /** All who gave and can be named, also beyond those that are listed. */
  readonly people: number;
  readonly newPeople: number;
}
