import type { Brand } from './brand.ts';
import type { Budget, BudgetId } from './budget.ts';
import type { AddedEntry, Correction } from './correction.ts';
import { FORGOTTEN } from './forgotten.ts';
import type { Goal, GoalId } from './goal.ts';
import { freshGuard, type GuardSettings } from './guard.ts';
import type { AccountId, CurrencyCode, EntryId, PlatformId } from './ids.ts';
import { laterStamp, type Stamp } from './logical-clock.ts';
import {
  type LinkedPerson,
  type MergedPerson,
  type PersonMerging,
  samePeople,
} from './merged-people.ts';
import { targetOf } from './operation-target.ts';
import type { Payout, PayoutId } from './payout.ts';
import type { Channel } from './price-list.ts';
import type { Purchase, PurchaseId } from './purchase.ts';
import type { Price } from './scaled.ts';
import type { Thanks } from './thank-you.ts';
import type { EpochMs } from './time.ts';
import type { SessionId } from './totals.ts';
import { compareUnits, type UnitId, type Units } from './units.ts';

/** One thing that the user did. Made up at random, never from the device. */
export type OperationId = Brand<string, 'OperationId'>;

/** One price of the user's own. */
export type OfferId = Brand<string, 'OfferId'>;

/** One booking that makes a balance agree. */
export type AdjustmentId = Brand<string, 'AdjustmentId'>;

/** A price that the user knows better: it wins over what is shipped and what was read from pages. */
export interface OwnOffer {
  readonly id: OfferId;
  readonly unit: UnitId;
  readonly market: string;
  readonly channel: Channel;
  readonly currency: CurrencyCode;
  readonly units: Units;
  /** What the buyer pays, in minor units of the currency. */
  readonly minor: number;
  readonly at: EpochMs;
}

/** Units that came or went where the extension does not look: on the phone, by promotion, before it was installed. */
export interface Adjustment {
  readonly id: AdjustmentId;
  readonly kind: 'sent-elsewhere' | 'bought-elsewhere';
  readonly unit: UnitId;
  readonly units: Units;
  readonly at: EpochMs;
  readonly note: string;
}

/** Someone whom the user deleted: nothing of what was paid up to `at` says any more who it was. */
export interface ForgottenPerson {
  readonly platform: PlatformId;
  /** A hash of the account's id, to know it again by. */
  readonly person: string;
  readonly at: EpochMs;
}

/** What a creator gets for a unit, as far as the user knows: it wins over what is reported. One for each unit. */
export interface OwnWorth {
  readonly unit: UnitId;
  readonly currency: CurrencyCode;
  /** The figures are for so many units. */
  readonly units: Units;
  /** At least and at most, in minor units of the currency. */
  readonly least: number;
  readonly most: number;
  readonly at: EpochMs;
}

/** Something about somebody that the user wrote down for themselves. Empty: nothing any more. */
export interface PersonNote {
  readonly platform: PlatformId;
  readonly person: AccountId;
  readonly note: string;
}

/** A creator whom the user follows as moderator or agency: what comes in for them is kept as for the user. */
export interface FollowedCreator {
  readonly platform: PlatformId;
  readonly person: AccountId;
}

/** Somebody whom the user does not want to see in lists and on screens that others see. Sums still count them. */
export interface HiddenPerson {
  readonly platform: PlatformId;
  readonly person: AccountId;
}

interface Made {
  readonly id: OperationId;
  /** When and on which device it was made. */
  readonly stamp: Stamp;
}

/** What the user did, as it is stored and merged. Never changed once made, but where someone in it is forgotten. */
export type Operation = Made &
  (
    | { readonly type: 'purchase-set'; readonly purchase: Purchase }
    | { readonly type: 'purchase-removed'; readonly purchase: PurchaseId }
    | { readonly type: 'offer-set'; readonly offer: OwnOffer }
    | { readonly type: 'offer-removed'; readonly offer: OfferId }
    | { readonly type: 'adjustment-set'; readonly adjustment: Adjustment }
    | { readonly type: 'adjustment-removed'; readonly adjustment: AdjustmentId }
    | { readonly type: 'entry-voided'; readonly entry: EntryId; readonly voided: boolean }
    /** Null: as the platform told. */
    | { readonly type: 'entry-amount-set'; readonly entry: EntryId; readonly units: Units | null }
    /** Null: worked out. */
    | { readonly type: 'entry-price-set'; readonly entry: EntryId; readonly price: Price | null }
    | { readonly type: 'entry-noted'; readonly entry: EntryId; readonly note: string }
    | { readonly type: 'entry-added'; readonly added: AddedEntry }
    | ({ readonly type: 'people-merged' } & PersonMerging)
    | ({ readonly type: 'person-forgotten' } & ForgottenPerson)
    | ({ readonly type: 'person-noted' } & PersonNote)
    | ({ readonly type: 'person-hidden'; readonly hidden: boolean } & HiddenPerson)
    | ({ readonly type: 'creator-followed'; readonly followed: boolean } & FollowedCreator)
    | { readonly type: 'budget-set'; readonly budget: Budget }
    | { readonly type: 'budget-removed'; readonly budget: BudgetId }
    | { readonly type: 'guard-set'; readonly guard: GuardSettings }
    | ({ readonly type: 'person-thanked' } & Thanks)
    | { readonly type: 'goal-set'; readonly goal: Goal }
    | { readonly type: 'goal-removed'; readonly goal: GoalId }
    | { readonly type: 'payout-set'; readonly payout: Payout }
    | { readonly type: 'payout-removed'; readonly payout: PayoutId }
    | { readonly type: 'worth-set'; readonly worth: OwnWorth }
    | { readonly type: 'worth-removed'; readonly unit: UnitId }
    | { readonly type: 'undo'; readonly operation: OperationId }
  );

type Of<Type extends Operation['type']> = Extract<Operation, { readonly type: Type }>;

/** Someone forgotten, with when that was last wished. */
export interface StandingForgotten extends ForgottenPerson {
  readonly stamp: Stamp;
}

/** What the user knows better about one payment. */
export interface EntryCorrection extends Correction {
  readonly entry: EntryId;
}

/** What all operations come to: lists of what happened by time, then id; of what is known by whom it is about. */
export interface Operated {
  readonly purchases: readonly Purchase[];
  readonly payouts: readonly Payout[];
  /** By id. */
  readonly goals: readonly Goal[];
  readonly ownOffers: readonly OwnOffer[];
  readonly adjustments: readonly Adjustment[];
  readonly corrections: readonly EntryCorrection[];
  readonly added: readonly AddedEntry[];
  readonly merged: readonly MergedPerson[];
  readonly linked: readonly LinkedPerson[];
  /** What the user wants of budgets, by id; of locked ones it may not hold yet. */
  readonly budgets: readonly Budget[];
  /** What the user wants of the guard; the same. */
  readonly guard: GuardSettings;
  readonly forgotten: readonly StandingForgotten[];
  readonly personNotes: readonly PersonNote[];
  readonly hiddenPeople: readonly HiddenPerson[];
  readonly followed: readonly FollowedCreator[];
  readonly thanks: readonly Thanks[];
  /** By unit. */
  readonly ownWorths: readonly OwnWorth[];
}

/**
 * What a set of operations comes to: of everything that can be set its latest operation counts. The order and the
 * repetition of operations do not matter, so two devices' operations are merged by putting them together.
 */
export function foldOperations(operations: Iterable<Operation>): Operated {
  const latest = new Map<string, Operation>();
  for (const operation of standing(operations)) {
    const target = targetOf(operation);
    if (!latest.has(target)) latest.set(target, operation);
  }
  const winners = Map.groupBy(latest.values(), ({ type }) => type);
  const all = <Type extends Operation['type']>(type: Type): Of<Type>[] =>
    (winners.get(type) ?? []).filter((won): won is Of<Type> => won.type === type);
  return {
    purchases: byTime(all('purchase-set').map(({ purchase }) => purchase)),
    goals: all('goal-set')
      .map(({ goal }) => goal)
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    payouts: byTime(all('payout-set').map(({ payout }) => payout)),
    ownOffers: byTime(all('offer-set').map(({ offer }) => offer)),
    adjustments: byTime(all('adjustment-set').map(({ adjustment }) => adjustment)),
    corrections: correctionsOf([
      ...all('entry-voided').flatMap(({ entry, voided }) => (voided ? { entry, voided } : [])),
      ...all('entry-amount-set').flatMap(({ entry, units }) =>
        units === null ? [] : { entry, units },
      ),
      ...all('entry-price-set').flatMap(({ entry, price }) =>
        price === null ? [] : { entry, price },
      ),
      ...all('entry-noted').map(({ entry, note }) => ({ entry, note })),
    ]),
    added: byTime(all('entry-added').map(({ added }) => added)),
    ...samePeople(all('people-merged')),
    forgotten: forgottenPeople(all('person-forgotten')),
    personNotes: byPerson(
      all('person-noted')
        .filter(({ note }) => note !== '')
        .map(({ platform, person, note }) => ({ platform, person, note })),
    ),
    hiddenPeople: byPerson(
      all('person-hidden')
        .filter(({ hidden }) => hidden)
        .map(({ platform, person }) => ({ platform, person })),
    ),
    followed: byPerson(
      all('creator-followed')
        .filter(({ followed }) => followed)
        .map(({ platform, person }) => ({ platform, person })),
    ),
    thanks: byPerson(
      all('person-thanked')
        .filter(({ gifts }) => gifts > 0)
        .map(({ platform, person, session, gifts }) => ({ platform, person, session, gifts })),
    ),
    budgets: all('budget-set')
      .map(({ budget }) => budget)
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    guard: all('guard-set')[0]?.guard ?? freshGuard,
    ownWorths: all('worth-set')
      .map(({ worth }) => worth)
      .sort((one, other) => compareUnits(one.unit, other.unit)),
  };
}

/** Everyone who was forgotten, up to the latest moment that any operation names, by platform and person. */
function forgottenPeople(wishes: readonly StandingForgotten[]): StandingForgotten[] {
  const people = new Map<string, StandingForgotten>();
  for (const { platform, person, at, stamp } of wishes) {
    const before = people.get(`${platform}:${person}`) ?? { at, stamp };
    people.set(`${platform}:${person}`, {
      platform,
      person,
      at: at > before.at ? at : before.at,
      stamp: laterStamp(stamp, before.stamp),
    });
  }
  return [...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, person]) => person);
}

/** One correction of each entry, by entry. */
function correctionsOf(parts: readonly EntryCorrection[]): EntryCorrection[] {
  const corrections = new Map<EntryId, EntryCorrection>();
  for (const part of parts) {
    corrections.set(part.entry, { ...corrections.get(part.entry), ...part });
  }
  return [...corrections.values()].sort((a, b) => (a.entry < b.entry ? -1 : 1));
}

/**
 * The undos that keep an operation from counting. To redo it, every one of them has to be undone: two devices may each
 * have undone it.
 */
export function undosOf(
  operations: Iterable<Operation>,
  undone: OperationId,
): readonly OperationId[] {
  return [...standing(operations)]
    .filter((operation) => operation.type === 'undo' && operation.operation === undone)
    .map(({ id }) => id)
    .sort();
}

/** The operations that keep a purchase removed: undoing every one of them brings it back. */
export function removalsOf(
  operations: Iterable<Operation>,
  purchase: PurchaseId,
): readonly OperationId[] {
  return [...standing(operations)]
    .filter((operation) => operation.type === 'purchase-removed' && operation.purchase === purchase)
    .map(({ id }) => id)
    .sort();
}

/**
 * The operations that count, latest first: each once, without those that a counting undo names. Who was forgotten stays
 * forgotten: what is deleted cannot come back, on no device.
 */
function standing(operations: Iterable<Operation>): Set<Operation> {
  const known = new Map<OperationId, Operation>();
  for (const operation of operations) {
    const before = known.get(operation.id);
    if (before === undefined || isLater(operation, before)) known.set(operation.id, operation);
  }
  // Latest first: an undo comes after what it undoes, so when an operation's turn comes all its undos are judged.
  const latestFirst = [...known.values()].sort((a, b) => (isLater(a, b) ? -1 : 1));
  const undone = new Set<OperationId>();
  const counting = new Set<Operation>();
  for (const operation of latestFirst) {
    if (undone.has(operation.id) && operation.type !== 'person-forgotten') continue;
    counting.add(operation);
    if (operation.type === 'undo') undone.add(operation.operation);
  }
  return counting;
}

/**
 * Of two versions of an operation the one that counts. They differ only where in one of them someone is forgotten, which
 * wins, or in damaged data.
 */
export function joinOperations(a: Operation, b: Operation): Operation {
  return isLater(a, b) ? a : b;
}

/**
 * By stamp; a tie, which only versions of one operation and damaged data can have, is broken by the content so that
 * order never matters.
 */
function isLater(a: Operation, b: Operation): boolean {
  if (a.stamp !== b.stamp) return a.stamp > b.stamp;
  const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
  const more = forgottenIn(first) - forgottenIn(second);
  return more === 0 ? first > second : more > 0;
}

/** How much of what an operation said is forgotten: names and notes. */
function forgottenIn(operation: string): number {
  return operation.match(/"~|"note":""/g)?.length ?? 0;
}

/** Those who can be named still, by platform, person and session. */
function byPerson<T extends HiddenPerson & { readonly session?: SessionId }>(people: T[]): T[] {
  const key = ({ platform, person, session = `${platform}:` }: T) =>
    `${platform}:${person} ${session}`;
  return people
    .filter(({ person }) => person !== FORGOTTEN)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function byTime<T extends { readonly id: string; readonly at: EpochMs }>(things: T[]): T[] {
  return things.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
