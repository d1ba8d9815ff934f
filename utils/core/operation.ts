import type { Brand } from './brand.ts';
import type { CurrencyCode } from './ids.ts';
import type { Stamp } from './logical-clock.ts';
import type { Channel } from './price-list.ts';
import type { Purchase, PurchaseId } from './purchase.ts';
import type { EpochMs } from './time.ts';
import type { UnitId, Units } from './units.ts';

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

interface Made {
  readonly id: OperationId;
  /** When and on which device it was made. */
  readonly stamp: Stamp;
}

/** What the user did, as it is stored and merged. Never changed once made. */
export type Operation = Made &
  (
    | { readonly type: 'purchase-set'; readonly purchase: Purchase }
    | { readonly type: 'purchase-removed'; readonly purchase: PurchaseId }
    | { readonly type: 'offer-set'; readonly offer: OwnOffer }
    | { readonly type: 'offer-removed'; readonly offer: OfferId }
    | { readonly type: 'adjustment-set'; readonly adjustment: Adjustment }
    | { readonly type: 'adjustment-removed'; readonly adjustment: AdjustmentId }
    | { readonly type: 'undo'; readonly operation: OperationId }
  );

/** What holds after all operations: each list by time, then id. */
export interface Operated {
  readonly purchases: readonly Purchase[];
  readonly ownOffers: readonly OwnOffer[];
  readonly adjustments: readonly Adjustment[];
}

/**
 * What a set of operations comes to: for each purchase, offer and adjustment its latest operation counts. The order and
 * the repetition of operations do not matter, so two devices' operations are merged by putting them together.
 */
export function foldOperations(operations: Iterable<Operation>): Operated {
  const latest = new Map<string, Operation>();
  for (const operation of standing(operations)) {
    const target = targetOf(operation);
    if (!latest.has(target)) latest.set(target, operation);
  }
  const winners = [...latest.values()];
  return {
    purchases: byTime(
      winners.flatMap((won) => (won.type === 'purchase-set' ? [won.purchase] : [])),
    ),
    ownOffers: byTime(winners.flatMap((won) => (won.type === 'offer-set' ? [won.offer] : []))),
    adjustments: byTime(
      winners.flatMap((won) => (won.type === 'adjustment-set' ? [won.adjustment] : [])),
    ),
  };
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

/** The operations that count, latest first: each once, without those that a counting undo names. */
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
    if (undone.has(operation.id)) continue;
    counting.add(operation);
    if (operation.type === 'undo') undone.add(operation.operation);
  }
  return counting;
}

/** By stamp; a tie, which only damaged data can have, is broken by the content so that order never matters. */
function isLater(a: Operation, b: Operation): boolean {
  return a.stamp === b.stamp ? JSON.stringify(a) > JSON.stringify(b) : a.stamp > b.stamp;
}

function targetOf(operation: Operation): string {
  switch (operation.type) {
    case 'purchase-set':
      return `purchase ${operation.purchase.id}`;
    case 'purchase-removed':
      return `purchase ${operation.purchase}`;
    case 'offer-set':
      return `offer ${operation.offer.id}`;
    case 'offer-removed':
      return `offer ${operation.offer}`;
    case 'adjustment-set':
      return `adjustment ${operation.adjustment.id}`;
    case 'adjustment-removed':
      return `adjustment ${operation.adjustment}`;
    case 'undo':
      return `operation ${operation.operation}`;
  }
}

function byTime<T extends { readonly id: string; readonly at: EpochMs }>(things: T[]): T[] {
  return things.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
