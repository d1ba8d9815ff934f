import type { OrderSeen, PurchaseSeen } from '../core/gift-event.ts';
import type { OperationId } from '../core/operation.ts';
import { checkPurchase, type Purchase, type PurchaseId } from '../core/purchase.ts';
import type { EpochMs } from '../core/time.ts';
import type { LedgerDatabase } from './database.ts';

/** Paying may lead over a bank's own pages; what a cashier showed longer ago than this is another order's. */
const LONGEST_PAYMENT = 2 * 3_600_000;

/** An order that was paid, as a purchase; or why there is none. */
export type JoinedOrder =
  | { readonly purchase: Purchase; readonly operation: OperationId }
  | { readonly refused: 'bad-order' | 'bad-purchase' }
  | null;

const tabRow = (tab: number): string => `tab:${tab}`;
const strayRow = (orderId: string): string => `order:${orderId}`;

/** Notes what a tab's cashier shows. Runs in a transaction of the caller's. */
export async function noteOrder(
  { orders }: LedgerDatabase,
  { unit, units, price, at }: OrderSeen,
  tab: number,
): Promise<void> {
  const before = await orders.get(tabRow(tab));
  if (before === undefined || at > before.at) {
    const ordered = { unit, units, price, orderId: '' };
    await orders.put({ id: tabRow(tab), at, ordered });
  }
}

/**
 * Joins a paid order with what its tab's cashier showed last. Null where it is known already, also where the user took
 * it back. Refused where the cashier was not seen, or was another order's: what was paid is not guessed. Runs in a
 * transaction of the caller's.
 */
export async function joinOrder(
  { orders, operations }: LedgerDatabase,
  { platform, unit, orderId, at }: PurchaseSeen,
  tab: number,
  now: EpochMs,
): Promise<JoinedOrder> {
  const id = `${platform}:order:${orderId}`;
  const operation = id as OperationId;
  const told = await operations
    .filter(
      (each) =>
        each.id === operation ||
        (each.type === 'purchase-set' && each.purchase.id === id) ||
        (each.type === 'purchase-removed' && each.purchase === id),
    )
    .count();
  if (told > 0) {
    return null;
  }
  const row = await orders.get(tabRow(tab));
  const ordered = row?.ordered ?? null;
  const fits =
    row !== undefined &&
    ordered !== null &&
    ordered.unit === unit &&
    (ordered.orderId === '' || ordered.orderId === orderId) &&
    row.at <= at &&
    at - row.at < LONGEST_PAYMENT &&
    (await orders.get(strayRow(orderId))) === undefined;
  if (!fits) {
    // Seen again later, it must not be joined with an order that the tab came to in between.
    await orders.put({ id: strayRow(orderId), at, ordered: null });
    return { refused: 'bad-order' };
  }
  const purchase: Purchase = {
    id: id as PurchaseId,
    unit,
    units: ordered.units,
    price: ordered.price,
    channel: 'web',
    at,
    note: '',
    evidence: 'page',
    orderId,
  };
  try {
    checkPurchase(purchase, now);
  } catch {
    return { refused: 'bad-purchase' };
  }
  await orders.put({ ...row, ordered: { ...ordered, orderId } });
  return { purchase, operation };
}

/** Forgets what cashiers showed: in one tab that is gone, or in all, when tabs are numbered anew. */
export async function forgetOrders({ orders }: LedgerDatabase, tab?: number): Promise<void> {
  await (tab === undefined
    ? orders.where('id').startsWith('tab:').delete()
    : orders.delete(tabRow(tab)));
}
