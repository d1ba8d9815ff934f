/** What the leaderboards and a person's page show, as plain data, and what the user does there. */

import type { DaySpan } from './budget-period.ts';
import type { MoneyRange } from './conversion.ts';
import type { AccountId, GiftId, PlatformId } from './ids.ts';
import type { LedgerFilter, OnPlatform } from './ledger-filter.ts';
import type { FoundPerson, LedgerSum } from './ledger-views.ts';
import type { NamedAt } from './person-names.ts';
import type { WhoseView } from './stream-views.ts';
import type { Standing } from './supporters.ts';
import type { BoardAddress, BoardMeasure } from './supporters-address.ts';
import type { Day, EpochMs } from './time.ts';
import type { SessionId } from './totals.ts';
import type { PersonView, Sum } from './views.ts';

/** Somebody's account with the name to show for it. */
export interface NamedAccount extends OnPlatform<AccountId> {
  readonly person: PersonView;
}

/** A stream that a leaderboard can be of. */
export interface BoardStream {
  readonly id: SessionId;
  readonly title: string;
  readonly from: EpochMs;
}

/** A leaderboard, without its rows, which are asked for one by one. */
export interface BoardView extends WhoseView {
  readonly address: BoardAddress;
  readonly today: Day;
  /** The days that it is of; null for a stream's and the one of all time. */
  readonly span: DaySpan | null;
  /** The latest first. */
  readonly streams: readonly BoardStream[];
  /** The stream that it is of; null where it is of days, or where there is none. */
  readonly stream: SessionId | null;
  /** What people can be ranked by. */
  readonly measures: readonly BoardMeasure[];
  readonly by: BoardMeasure;
  /** Rows that it has, after what was searched for. */
  readonly count: number;
  /** All who gave and can be named. */
  readonly people: number;
  /** Those of them whom the user hid. */
  readonly hidden: number;
  readonly total: Sum;
  /** Null where no rate is known for all of it. */
  readonly worth: MoneyRange | null;
  /** Of who was deleted or hidden, and whom the platform did not name. */
  readonly unnamed: Sum;
  /** When the first gift that was received came in; null where none ever did. */
  readonly since: EpochMs | null;
}

/** One person on a leaderboard. */
export interface SupporterRow extends NamedAccount {
  readonly rank: number;
  readonly sum: Sum;
  readonly worth: MoneyRange | null;
  /** Null where nothing of theirs is dated. */
  readonly standing: Standing | null;
  readonly hidden: boolean;
  /** Where else they have accounts. */
  readonly linked: readonly PlatformId[];
}

/** What somebody gave in one stream, or outside of any. */
export interface PersonSession {
  /** Null for what was entered by hand. */
  readonly session: SessionId | null;
  readonly title: string;
  readonly day: Day;
  readonly sum: Sum;
}

/** How often somebody gave one gift. */
export interface PersonGift {
  readonly platform: PlatformId;
  /** Null where it is not in the platform's catalogue. */
  readonly gift: GiftId | null;
  readonly name: string;
  readonly sum: Sum;
}

/** One of a person's accounts, with every name that it had. */
export interface PersonAccount extends NamedAccount {
  /** The latest first, without the one of now. */
  readonly past: readonly NamedAt[];
  /** Whether the user merged or linked it with the one that stands for all, so that it can be separated. */
  readonly joined: boolean;
  readonly hidden: boolean;
  readonly note: string;
}

/** Everything that a person's page shows. */
export interface PersonPage extends NamedAccount, WhoseView {
  readonly today: Day;
  /** Who stands for all first. */
  readonly accounts: readonly PersonAccount[];
  /** What they gave whom it is asked for; null where they never did. */
  readonly gave: {
    readonly sum: LedgerSum;
    /** Which entries these are. */
    readonly filter: Partial<LedgerFilter>;
    readonly worth: MoneyRange | null;
    readonly first: Day;
    readonly last: Day;
    readonly streams: number;
    readonly standing: Standing;
    /** The latest first. */
    readonly sessions: readonly PersonSession[];
    readonly moreSessions: number;
    /** Those given most often first. */
    readonly gifts: readonly PersonGift[];
    /** Of how many of their latest entries the gifts are told; null where of all. */
    readonly giftsOf: number | null;
  } | null;
  /** What the user gave them; null where nothing. */
  readonly got: {
    readonly sum: LedgerSum;
    readonly first: Day;
    readonly last: Day;
  } | null;
  /** After so many days without a gift somebody counts as lapsed. */
  readonly lapsedAfter: number;
}

/** What the user can do on a person's page. All but deleting can be taken back. */
export interface PersonActions {
  onNote(account: OnPlatform<AccountId>, note: string): void;
  onHide(hidden: boolean): void;
  /** Says that somebody else, on whichever platform, is the same person. */
  onLink(other: OnPlatform<AccountId>): void;
  onSeparate(account: OnPlatform<AccountId>): void;
  onDelete(): void;
  findPeople(text: string): Promise<readonly FoundPerson[]>;
}
