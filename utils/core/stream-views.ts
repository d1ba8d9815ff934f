/** What the creators' screens about streams show, as plain data. */

import type { Battle, RankingCheck, Seen } from './battle.ts';
import type { MoneyRange } from './conversion.ts';
import type { Creator, Whose } from './creator.ts';
import type { StreamSummary } from './creator-views.ts';
import type { AccountId, PlatformId } from './ids.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import type { LedgerRow, LedgerSum } from './ledger-views.ts';
import type { LiveStream } from './live-stream.ts';
import type { MinuteBin } from './minute-bins.ts';
import type { EpochMs } from './time.ts';
import type { SessionId } from './totals.ts';
import type { AmountUnit } from './units.ts';
import type { PersonView } from './views.ts';
import type { WorthRate } from './worth.ts';

/** A creator whose gifts can be asked for, by name. */
export interface NamedCreator extends Creator {
  readonly person: PersonView;
}

/** Whose gifts are shown, and whose could be. */
export interface WhoseView {
  readonly whose: Whose;
  /** Everyone whose gifts are in the ledger; the user's own accounts first. */
  readonly creators: readonly NamedCreator[];
}

/** One stream in the list. */
export interface StreamRow {
  /** Its first room, by which its page is found. */
  readonly id: SessionId;
  readonly stream: LiveStream;
  /** Whether it is on air as far as anybody told. */
  readonly onAir: boolean;
  /** Whose it is; null for the user's own. */
  readonly creator: PersonView | null;
  readonly gifts: LedgerSum;
  /** About what the gifts are worth to the creator; null where no rate is known for all of them. */
  readonly worth: MoneyRange | null;
  readonly gifters: number;
  readonly filter: Partial<LedgerFilter>;
}

/** The list of streams. */
export interface StreamListView extends WhoseView {
  /** The latest first. */
  readonly streams: readonly StreamRow[];
  /** How many there are beyond those. */
  readonly more: number;
}

/** A battle of a stream with what came in within its time. */
export interface BattleView {
  readonly battle: Battle;
  /** Null where its end is not known, so that nothing can be said to be within it. */
  readonly end: EpochMs | null;
  readonly gifts: LedgerSum | null;
  readonly filter: Partial<LedgerFilter> | null;
}

/** What was seen held against what the platform says came in. */
export interface CrossCheck extends Seen {
  readonly unit: AmountUnit;
  /** When the platform said it last. */
  readonly at: EpochMs;
}

/** One of the largest gifts. */
export interface LargeRow {
  readonly row: LedgerRow;
  readonly inBattle: boolean;
}

/** Everything of one stream. */
export interface StreamView {
  readonly row: StreamRow;
  readonly summary: StreamSummary;
  /** By which rates its worth is told, unit by unit. */
  readonly rates: readonly WorthRate[];
  readonly bins: readonly MinuteBin[];
  readonly largest: readonly LargeRow[];
  readonly battles: readonly BattleView[];
  readonly checks: readonly CrossCheck[];
  /** The same for those who gave most, one for each room that told it. */
  readonly rankings: readonly RankingCheck[];
}

/** Two to four streams side by side, in the order in which they are asked for. */
export interface CompareView {
  readonly streams: readonly StreamView[];
  /** Ids in the address that are no stream here. */
  readonly unknown: number;
}

/** Whom the user follows, and whom they may want to. */
export interface FollowView {
  readonly followed: readonly NamedCreator[];
  /** Hosts of pages that are open now, neither the user's nor followed. */
  readonly open: readonly NamedCreator[];
}

/** What the user can do about creators whom they follow. */
export interface FollowActions {
  onFollow(platform: PlatformId, person: AccountId, followed: boolean): void;
}
