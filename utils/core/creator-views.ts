import type { LedgerSum } from './ledger-views.ts';
import type { LiveStream } from './live-stream.ts';
import type { LargeGift } from './received-totals.ts';
import type { AmountUnit } from './units.ts';
import type { Sum } from './views.ts';

/** One minute of a stream in which something came in. */
export interface MinuteSum {
  /** Whole minutes since 1970. */
  readonly minute: number;
  readonly sum: LedgerSum;
}

/** The largest gifts in one unit. */
export interface UnitLargest {
  readonly unit: AmountUnit;
  readonly gifts: readonly LargeGift[];
}

/** One stream of the user's, with everything that came in during it. */
export interface StreamSummary {
  readonly stream: LiveStream;
  readonly gifts: Sum;
  /** Coins that viewers gave to other viewers. */
  readonly chests: Sum;
  readonly subscriptions: number;
  /** People who gave and can be named. */
  readonly gifters: number;
  /** Those of them who never gave before. */
  readonly newGifters: number;
  readonly returningGifters: number;
  /** The largest first, unit by unit. */
  readonly largest: readonly UnitLargest[];
  readonly minutes: readonly MinuteSum[];
}
