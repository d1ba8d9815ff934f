import type { Budget, BudgetId } from '../../utils/core/budget.ts';
import type { BudgetDraft } from '../../utils/core/budget-views.ts';
import type { BookingDraft, OfferDraft, PurchaseDraft } from '../../utils/core/dashboard-views.ts';
import type { GoalId } from '../../utils/core/goal.ts';
import type { GoalDraft } from '../../utils/core/goal-views.ts';
import type { AdjustmentId, OfferId, OperationId } from '../../utils/core/operation.ts';
import type { PayoutId } from '../../utils/core/payout.ts';
import type { PayoutDraft } from '../../utils/core/payout-views.ts';
import type { PurchaseId } from '../../utils/core/purchase.ts';
import { dayOf, epochMs, type TimeZone } from '../../utils/core/time.ts';
import { sendMessage } from '../../utils/messaging/protocol.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { noteReachedAlready } from '../../utils/storage/goals.ts';
import { operate, type Wanted } from '../../utils/storage/operations.ts';
import { ledgerZone } from '../../utils/storage/settings.ts';
import { currentCosts, keepCostsCurrent } from '../background/prices.ts';

/** Does what the user wants and gives the operation's id, by which it can be undone. */
export async function act(database: LedgerDatabase, wanted: Wanted): Promise<OperationId> {
  const context = { ...(await currentCosts(database)), now: epochMs(Date.now()) };
  if (wanted.type === 'goal-set') {
    const { now } = context;
    await noteReachedAlready(database, wanted.goal, { now, zone: await ledgerZone() });
  }
  const { id } = await operate(database, wanted, context);
  // A price of the user's own changes what costs depend on.
  await keepCostsCurrent(database);
  // Without an answer the overlays ask for themselves within half a minute.
  await sendMessage('ledgerChanged', undefined).catch(() => undefined);
  return id;
}

/** A purchase that was typed in or changed, as an operation. */
export function purchaseWanted(draft: PurchaseDraft): Wanted {
  const id = draft.id ?? (crypto.randomUUID() as PurchaseId);
  return { type: 'purchase-set', purchase: { ...draft, id } };
}

/** A goal that was typed in or changed, as an operation. */
export function goalWanted(draft: GoalDraft): Wanted {
  const id = draft.id ?? (crypto.randomUUID() as GoalId);
  return { type: 'goal-set', goal: { ...draft, id } };
}

/** A payout that was typed in or changed, as an operation. */
export function payoutWanted(draft: PayoutDraft): Wanted {
  const id = draft.id ?? (crypto.randomUUID() as PayoutId);
  return { type: 'payout-set', payout: { ...draft, id } };
}

/** A price of the user's own, as an operation. */
export function offerWanted(draft: OfferDraft): Wanted {
  const id = draft.id ?? (crypto.randomUUID() as OfferId);
  return { type: 'offer-set', offer: { ...draft, id, at: epochMs(Date.now()) } };
}

/** Units that came or went elsewhere, as an operation. */
export function bookingWanted(draft: BookingDraft): Wanted {
  const id = draft.id ?? (crypto.randomUUID() as AdjustmentId);
  return { type: 'adjustment-set', adjustment: { ...draft, id } };
}

/** A budget that was typed in or changed, as an operation. What one before its day was over is never carried in. */
export function budgetWanted(draft: BudgetDraft, zone: TimeZone, before?: Budget): Wanted {
  const id = draft.id ?? (crypto.randomUUID() as BudgetId);
  const since = before?.since ?? dayOf(epochMs(Date.now()), zone);
  return { type: 'budget-set', budget: { ...draft, id, since } };
}
