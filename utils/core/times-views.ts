/** What the screen about gifts and times shows, as plain data. */

import type { PlatformId } from './ids.ts';
import type { HourOfWeek as Slot } from './ledger-filter.ts';
import type { LedgerSum, OverviewBar, OverviewPeriod } from './ledger-views.ts';
import type { StreamRow, WhoseView } from './stream-views.ts';
import type { Day } from './time.ts';
import type { UnitSum } from './views.ts';

/** A gift that came in. */
export interface PopularGift {
  readonly platform: PlatformId;
  /** Empty for what is in no catalogue. */
  readonly id: string;
  /** Empty where none is known. */
  readonly name: string;
}

/** An hour of the week that was on air. */
export interface BestHour {
  readonly of: Slot;
  readonly sum: LedgerSum;
  /** Minutes on air in it, as far as they were seen. */
  readonly minutes: number;
  /** What came in for each hour on air. */
  readonly perHour: readonly Pick<UnitSum, 'unit' | 'units'>[];
  readonly filter: OverviewBar<null>['filter'];
}

/** Gifts and times of a month or a year. */
export interface TimesView extends WhoseView {
  readonly period: OverviewPeriod;
  readonly total: OverviewBar<null>;
  readonly worth: StreamRow['worth'];
  /** The gifts that came most often, and those that brought most. */
  readonly byCount: readonly OverviewBar<PopularGift>[];
  readonly byUnits: readonly OverviewBar<PopularGift>[];
  /** Gifts beyond those that are told. */
  readonly moreGifts: number;
  /** Only hours in which there is something. */
  readonly hours: readonly OverviewBar<Slot>[];
  /** The best first; only hours that were on air long enough to say. */
  readonly best: readonly BestHour[];
  /** Weeks by their first day, the earliest first, whole ones also where the period begins within one. */
  readonly weeks: readonly OverviewBar<Day>[];
}
