import type { CaptureEvent, ShopEvent } from '../core/gift-event.ts';
import type { CaptureRefusal, RefusalCounts } from '../core/refusals.ts';
import type { EpochMs } from '../core/time.ts';
import { noteBalance } from './balances.ts';
import type { CostContext } from './costs.ts';
import type { LedgerDatabase } from './database.ts';
import { learnOffers } from './learned-offers.ts';
import { addNotice } from './notices.ts';
import { operate, recostWhereChanged } from './operations.ts';
import { type JoinedOrder, joinOrder, noteOrder } from './orders.ts';

/** What has to be known beside the events. */
export interface ShopContext {
  /** The tab that showed the page. */
  readonly tab: number;
  readonly now: EpochMs;
  /** The site that showed the page, as a source of prices. */
  readonly source: string;
  /** What costs are worked out under, asked for after new prices were learned. */
  readonly costs: () => Promise<CostContext>;
}

/** Whether an event is one of those that a shop page tells. */
export function isShopEvent(event: CaptureEvent): event is ShopEvent {
  return ['offers', 'balance', 'order', 'purchase'].includes(event.type);
}

/**
 * Records what a platform's own shop page told: prices, balances, and purchases, each once, with a notice by which the
 * user can take it back. Costs follow. Recording the same again changes nothing. Gives what was refused, by name.
 */
export async function recordShop(
  database: LedgerDatabase,
  events: readonly ShopEvent[],
  context: ShopContext,
): Promise<RefusalCounts> {
  const { learnedOffers, balances, orders, operations, notices, logins } = database;
  const tables = [learnedOffers, balances, orders, operations, notices, logins];
  const joined = await database.transaction('rw', tables, async () => {
    const found: JoinedOrder[] = [];
    for (const event of events) found.push(await takeIn(database, event, context));
    return found.filter((each) => each !== null);
  });
  const refused: Partial<Record<CaptureRefusal, number>> = {};
  if (events.some(({ type }) => type === 'offers' || type === 'purchase')) {
    const costs = await context.costs();
    await recostWhereChanged(database, costs);
    for (const order of joined) {
      if ('refused' in order) {
        refused[order.refused] = (refused[order.refused] ?? 0) + 1;
      } else {
        await recordPurchase(database, order, { ...costs, now: context.now });
      }
    }
  }
  return refused;
}

async function takeIn(
  database: LedgerDatabase,
  event: ShopEvent,
  { tab, now, source }: ShopContext,
): Promise<JoinedOrder> {
  switch (event.type) {
    case 'offers': {
      const learned = await learnOffers(database, event, source);
      if (learned !== null) await addNotice(database, 'offers', learned.id, event.at);
      return null;
    }
    case 'balance':
      await noteBalance(database, event);
      return null;
    case 'order':
      await noteOrder(database, event, tab);
      return null;
    case 'purchase':
      return joinOrder(database, event, tab, now);
  }
}

type Joined = Extract<JoinedOrder, { readonly purchase: unknown }>;

async function recordPurchase(
  database: LedgerDatabase,
  { purchase, operation }: Joined,
  context: CostContext & { readonly now: EpochMs },
): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    // Two tabs may have told of it at once.
    if ((await database.operations.get(operation)) !== undefined) return;
    await operate(database, { type: 'purchase-set', purchase }, context, operation);
    await addNotice(database, 'purchase', operation, purchase.at);
  });
}
