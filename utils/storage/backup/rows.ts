import type { RateDay } from '../../core/exchange-rate.ts';
import type { Operation } from '../../core/operation.ts';
import type {
  LearnedOffers,
  StoredAccount,
  StoredBalance,
  StoredEntry,
  StoredGift,
  StoredNotice,
  StoredPerson,
  StoredSession,
} from '../database.ts';

/** An entry without what can be worked out again from the rest, or holds only while it grows. */
export type KeptEntry = Omit<
  StoredEntry,
  | 'session'
  | 'creator'
  | 'giver'
  | 'day'
  | 'hour'
  | 'undelivered'
  | 'cost'
  | 'correction'
  | 'byHand'
  | 'openSince'
  | 'priceless'
>;

/** The rows of a backup by table: everything that is the user's. */
export interface KeptRows {
  operations: Operation;
  accounts: StoredAccount;
  sessions: StoredSession;
  people: StoredPerson;
  gifts: StoredGift;
  learnedOffers: LearnedOffers;
  balances: StoredBalance;
  notices: StoredNotice;
  /** Costs in another currency go by them, wherever they are worked out. */
  rateDays: RateDay;
  entries: KeptEntry;
}

/** A table that a backup holds. */
export type KeptTable = keyof KeptRows;

/** Why each of the other tables is not in a backup. A test holds this list against the database. */
export const leftOut = {
  undecided: 'may be a payment between others; forgotten after a day',
  logins: 'who uses this browser now',
  pages: 'belongs to a tab',
  orders: 'belongs to a tab',
  corrections: 'worked out from operations',
  merged: 'worked out from operations',
  followed: 'worked out from operations',
  linked: 'worked out from operations',
  forgotten: 'worked out from operations',
  checkpoints: 'worked out',
  facts: 'this installation’s id, and what costs were worked out under',
  dayTotals: 'worked out',
  monthTotals: 'worked out',
  sessionTotals: 'worked out',
  gifterTotals: 'worked out',
  hourTotals: 'worked out',
  supporterTotals: 'worked out',
  supporters: 'worked out',
  giftTotals: 'worked out',
  minuteTotals: 'worked out',
  largeGifts: 'worked out',
  rateSources: 'how fetching went in this profile',
  standings: 'what holds of budgets and the guard in this profile: the wish for it is an operation',
  alerts: 'given in this profile',
  creatorAlerts: 'told in this profile',
  goalsReached: 'told in this profile',
  staged: 'rows of a backup that is being restored',
} as const;

/** Rows of a backup that were checked and wait to be joined with the ledger, all at once. */
export type StagedRows<Name extends KeptTable = KeptTable> = {
  [Each in Name]: {
    readonly id?: number;
    readonly table: Each;
    readonly rows: readonly KeptRows[Each][];
  };
}[Name];
