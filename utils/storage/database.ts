import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Battle, RankingCheck, RunningTotal } from '../core/battle.ts';
import type { BudgetId, HeldBudget } from '../core/budget.ts';
import type { Standing } from '../core/budget-lock.ts';
import type { PeriodKey } from '../core/budget-period.ts';
import type { AlertView } from '../core/budget-views.ts';
import type { Checkpoint } from '../core/costing.ts';
import type { CreatorAlert } from '../core/creator-alerts.ts';
import type { Entry } from '../core/entry.ts';
import type { RateDay } from '../core/exchange-rate.ts';
import type { GiftSeen } from '../core/gift-event.ts';
import type { GoalId } from '../core/goal.ts';
import type { GuardSettings } from '../core/guard.ts';
import type { AccountId, GiftId, PlatformId, RoomId } from '../core/ids.ts';
import type { LinkedPerson, MergedPerson } from '../core/merged-people.ts';
import type { OffersLearned } from '../core/notices.ts';
import type {
  EntryCorrection,
  FollowedCreator,
  Operation,
  OperationId,
  StandingForgotten,
} from '../core/operation.ts';
import type { KnownNames } from '../core/person-names.ts';
import type { RateSourceState } from '../core/rate-sources.ts';
import type {
  GifterTotal,
  GiftTotal,
  LargeGift,
  MinuteTotal,
  SupporterTotal,
} from '../core/received-totals.ts';
import type { Price } from '../core/scaled.ts';
import type { Spans } from '../core/spans.ts';
import type { Supporter } from '../core/supporters.ts';
import type { Day, EpochMs } from '../core/time.ts';
import type {
  DayTotal,
  HourTotal,
  MonthTotal,
  PlacedEntry,
  SessionId,
  SessionTotal,
} from '../core/totals.ts';
import type { AmountUnit, UnitId, Units } from '../core/units.ts';
import type { CaptureHealth } from '../core/views.ts';
import type { StagedRows } from './backup/rows.ts';
import { shortRows } from './short-rows.ts';
import { storedForms } from './stored-forms.ts';
import { countByBasis, indexUnended } from './upgrades.ts';

/** A payment in the ledger. `openSince` is there only while more may be added to it, and is indexed so. */
export interface StoredEntry extends PlacedEntry {
  /** When its last sighting arrived here, while it may still grow. */
  readonly openSince?: EpochMs;
  /** There only while no price is known, so that a price learned later finds the entry; indexed. */
  readonly priceless?: 1;
  /** There only while the platform answered the user's sending and showed no payment; indexed. */
  readonly undelivered?: 1;
}

/** A payment of which it is not known yet whether it concerns the user; forgotten after a day. */
export interface UndecidedEntry extends Entry {
  readonly seenAt: EpochMs;
  /** Its latest sighting, for the names in it. */
  readonly sighting: GiftSeen;
}

/** One live stream from its first to its last sight. */
export interface StoredSession {
  readonly id: SessionId;
  readonly platform: PlatformId;
  readonly room: RoomId;
  /** The host; empty while unknown. */
  readonly creator: AccountId | '';
  readonly title: string;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  /** When the platform said that it was over; null while it did not. */
  readonly endedAt: EpochMs | null;
  /** The minutes since 1970 in which capture saw it, as ranges; only of streams that are the user's, or may be. */
  readonly watched: Spans;
  /** Battles of the same streams, the earliest first. */
  readonly battles: readonly Battle[];
  /** What the platform itself said last that the creator got; null where it did not. */
  readonly running: RunningTotal | null;
  /** What it said last of those who gave most, held against the totals; null where it did not. */
  readonly ranking: RankingCheck | null;
}

/** The names of someone who has a part in an entry or a session: the latest, and earlier ones. */
export interface StoredPerson extends KnownNames {
  readonly platform: PlatformId;
  readonly id: AccountId;
}

/** What is known of a gift: by id, since names are translated and not unique. */
export interface StoredGift {
  readonly platform: PlatformId;
  readonly id: GiftId;
  readonly name: string;
  readonly icon: string;
  /** What the page's own gift list says it costs; null where only messages were seen. */
  readonly price: Units | null;
  readonly at: EpochMs;
}

/** An account of the user's own. */
export interface StoredAccount {
  readonly platform: PlatformId;
  readonly id: AccountId;
  readonly at: EpochMs;
}

/** Who a platform's pages say is using them now. */
export interface StoredLogin {
  readonly platform: PlatformId;
  /** Empty when nobody is logged in. */
  readonly account: AccountId | '';
}

/** A frame of a tab in which capture runs. */
export interface StoredPage {
  /** `tab:frame`. */
  readonly id: string;
  readonly tab: number;
  readonly frame: number;
  readonly platform: PlatformId;
  /** By which a bridge that is injected later makes itself known to the page's hook. */
  readonly nonce: string;
  /** The stream that the page shows; empty when none. */
  readonly session: SessionId | '';
  readonly seenAt: EpochMs;
  /** Whether capture came to a page that was there already, and so may have missed what it opened. */
  readonly late: boolean;
  /** Whether its address is one of a stream. */
  readonly onStream: boolean;
  readonly health: PageHealth;
  /** What was refused here and not in the capture script, which counts its own; since the page was loaded. */
  readonly refusedHere: Readonly<Record<string, number>>;
}

/** How capture goes in one frame, as its capture script counts it. */
export type PageHealth = Omit<CaptureHealth, 'platform' | 'carried'>;

/** The state of one unit's lots after some of what was spent, to work costs out from there. */
export interface StoredCheckpoint extends Checkpoint {
  readonly unit: UnitId;
}

/** What a shop page sold. The newest that is not refused holds. */
export interface LearnedOffers extends OffersLearned {
  readonly id: string;
  /** When it was seen first, and last without another one in between. */
  readonly at: EpochMs;
  readonly lastAt: EpochMs;
  /** Whether the user took it back: then it does not hold until the page shows another one. */
  readonly refused: boolean;
}

/** A balance that a platform's page showed, unchanged from `at` to `lastAt`. */
export interface StoredBalance {
  readonly unit: UnitId;
  /** Empty where nobody is known to be logged in. */
  readonly account: AccountId | '';
  readonly units: Units;
  readonly at: EpochMs;
  readonly lastAt: EpochMs;
}

/** What a tab's cashier showed last (`tab:…`), or an order that could not be joined with any (`order:…`). */
export interface StoredOrder {
  readonly id: string;
  readonly at: EpochMs;
  readonly ordered: {
    readonly unit: UnitId;
    readonly units: Units;
    readonly price: Price;
    /** The paid order that it was joined with; empty while there is none. */
    readonly orderId: string;
  } | null;
}

/** Something that happened by itself and that the user can take back. */
export interface StoredNotice {
  readonly id: string;
  readonly type: 'offers' | 'purchase';
  readonly at: EpochMs;
  /** The operation, or the {@link LearnedOffers}. */
  readonly about: OperationId | LearnedOffers['id'];
  readonly seen: boolean;
}

/** A goal that was reached in one period: told once. */
export interface ReachedGoal {
  /** Goal, period and target. */
  readonly id: string;
  readonly goal: GoalId;
  readonly period: PeriodKey;
  readonly at: EpochMs;
}

/** The largest gifts of a session in one unit, the largest first. */
export interface LargeGifts {
  readonly session: SessionId;
  readonly unit: AmountUnit;
  readonly gifts: readonly LargeGift[];
}

/**
 * What holds in this profile of a budget or of the guard, and what waits to. Never part of a backup: what a backup
 * brings is what the user wants, and loosens a locked budget only after its delay.
 */
export type StoredStanding =
  | {
      readonly id: `budget ${BudgetId}`;
      readonly type: 'budget';
      readonly standing: Standing<HeldBudget>;
    }
  | {
      readonly id: 'guard';
      readonly type: 'guard';
      readonly standing: Standing<GuardSettings>;
    };

/** An alert that was given, or is to be: by its id only once. */
export interface StoredAlert extends AlertView {
  readonly key: PeriodKey;
  /** The kind's name, for finding a budget's alerts of one kind. */
  readonly about: string;
  /** Whether it was announced on pages and not by a notification. */
  readonly toast: boolean;
}

/** Something that a creator is told of while live: by its id only once. */
export interface StoredCreatorAlert {
  readonly id: CreatorAlert['id'];
  readonly alert: CreatorAlert;
  /** The stream that it is about; empty where it is about none. */
  readonly session: SessionId | '';
  readonly at: EpochMs;
  readonly state: 'waiting' | 'told';
  /** Whether the user put it away. */
  readonly seen: boolean;
}

/**
 * Something that there is one of: this installation's id; what costs were worked out under; the moment before which
 * senders of what was received are not kept; the time that has certainly passed; who wrote last
 * what recording remembers; the zone that days were counted in; when a backup brought exchange rates.
 */
export interface StoredFact {
  readonly id:
    | 'device'
    | 'costs'
    | 'kept-since'
    | 'trusted-time'
    | 'zone'
    | 'rows-remembered-by'
    | 'rates-restored';
  readonly value: string;
}

/**
 * Everything that the ledger keeps, in the extension's own origin. Only the background and the extension's pages may
 * open it: in a content script it would be the page's database.
 */
export class LedgerDatabase extends Dexie {
  declare readonly entries: EntityTable<StoredEntry, 'id'>;
  declare readonly undecided: EntityTable<UndecidedEntry, 'id'>;
  declare readonly sessions: EntityTable<StoredSession, 'id'>;
  declare readonly people: Table<StoredPerson, [PlatformId, AccountId]>;
  declare readonly gifts: Table<StoredGift, [PlatformId, GiftId]>;
  declare readonly accounts: Table<StoredAccount, [PlatformId, AccountId]>;
  declare readonly logins: EntityTable<StoredLogin, 'platform'>;
  declare readonly pages: EntityTable<StoredPage, 'id'>;
  declare readonly operations: EntityTable<Operation, 'id'>;
  declare readonly corrections: EntityTable<EntryCorrection, 'entry'>;
  declare readonly merged: Table<MergedPerson, [PlatformId, AccountId]>;
  /** Creators whom the user follows, by what the operations come to. */
  declare readonly followed: Table<FollowedCreator, [PlatformId, AccountId]>;
  declare readonly linked: Table<LinkedPerson, [PlatformId, AccountId]>;
  declare readonly forgotten: Table<StandingForgotten, [PlatformId, string]>;
  declare readonly checkpoints: Table<StoredCheckpoint, [UnitId, string]>;
  declare readonly facts: EntityTable<StoredFact, 'id'>;
  declare readonly learnedOffers: EntityTable<LearnedOffers, 'id'>;
  declare readonly balances: Table<StoredBalance, [UnitId, AccountId | '', EpochMs]>;
  declare readonly orders: EntityTable<StoredOrder, 'id'>;
  declare readonly notices: EntityTable<StoredNotice, 'id'>;
  declare readonly staged: Table<StagedRows, number>;
  declare readonly standings: EntityTable<StoredStanding, 'id'>;
  declare readonly goalsReached: EntityTable<ReachedGoal, 'id'>;
  declare readonly alerts: EntityTable<StoredAlert, 'id'>;
  declare readonly creatorAlerts: EntityTable<StoredCreatorAlert, 'id'>;
  /** Exchange rates that were fetched, by day and source. */
  declare readonly rateDays: Table<RateDay, [Day, string]>;
  declare readonly rateSources: EntityTable<RateSourceState, 'id'>;
  declare readonly dayTotals: Table<DayTotal>;
  declare readonly monthTotals: Table<MonthTotal>;
  declare readonly sessionTotals: Table<SessionTotal>;
  declare readonly gifterTotals: Table<GifterTotal>;
  declare readonly hourTotals: Table<HourTotal>;
  declare readonly supporterTotals: Table<SupporterTotal>;
  declare readonly giftTotals: Table<GiftTotal>;
  declare readonly minuteTotals: Table<MinuteTotal>;
  declare readonly largeGifts: Table<LargeGifts, [SessionId, AmountUnit]>;
  declare readonly supporters: Table<Supporter, [PlatformId, AccountId | '', AccountId]>;

  constructor(name = 'gift-ledger') {
    super(name, { cache: 'disabled' });
    this.use(shortRows(storedForms));
    this.version(1).stores({
      entries:
        ', [direction+at], [session+at], [creator+at], [sender+at], [gift+at], [giver+at], openSince, priceless, undelivered',
      undecided: '&id, platform, seenAt',
      sessions: '&id, lastAt, [creator+lastAt]',
      people: '&[platform+id]',
      gifts: '&[platform+id]',
      accounts: '&[platform+id]',
      logins: '&platform',
      pages: '&id, tab',
      operations: '&id, stamp, type, entry',
      corrections: '&entry',
      merged: '&[platform+person]',
      followed: '&[platform+person]',
      linked: '&[platform+person]',
      forgotten: '&[platform+person]',
      checkpoints: '&[unit+key]',
      facts: '&id',
      learnedOffers: '&id',
      balances: '&[unit+account+at]',
      orders: '&id',
      notices: '&id, at',
      staged: '++id, table',
      standings: '&id',
      goalsReached: '&id, goal',
      alerts: '&id, at, state, [budget+about]',
      creatorAlerts: '&id, at, state, session',
      rateDays: '&[day+source]',
      rateSources: '&id',
      dayTotals: ', [creator+day]',
      sessionTotals: '',
      hourTotals: '',
      gifterTotals: ', [session+person], [person+day]',
      supporterTotals: '',
      giftTotals: ', [session+gift]',
      minuteTotals: '',
      largeGifts: '&[session+unit]',
      supporters: '&[platform+creator+person], person, firstSession',
    });
    this.version(2)
      .stores({
        entries:
          ', [direction+at], [session+at], [creator+at], [sender+at], [gift+at], [giver+at], [unended+at], openSince, priceless, undelivered',
        monthTotals: '',
      })
      .upgrade(indexUnended);
    this.version(3).stores({}).upgrade(countByBasis);
  }

  /** Lets the next access ask the browser again, where it refused to open the database: a refusal is kept otherwise. */
  askAgain(): void {
    if (this.hasFailed()) this.close({ disableAutoOpen: false });
  }
}
