/** What the settings screen shows, as plain data. */

import type { OwnWorth } from './operation.ts';
import type { RateSourceState } from './rate-sources.ts';
import type { Day } from './time.ts';
import type { UnitId } from './units.ts';
import type { WorthRate } from './worth.ts';

/** How the daily fetch of exchange rates stands. */
export interface RatesView {
  readonly on: boolean;
  /** The latest day of which any rate is known; null where none is. */
  readonly latest: Day | null;
  /** The sources that were asked so far. */
  readonly sources: readonly RateSourceState[];
}

/** What a creator gets for a unit. */
export interface UnitWorthView {
  readonly unit: UnitId;
  readonly rate: WorthRate | null;
  /** The user's own figure, to change it; null where there is none. */
  readonly own: OwnWorth | null;
}

/** A worth as the user typed it. */
export type WorthDraft = Omit<OwnWorth, 'at'>;
