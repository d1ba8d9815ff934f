import { type Budget, type BudgetId, measureLike, numberOf } from './budget.ts';
import type { PeriodKey } from './budget-period.ts';
import { percentOf } from './budget-state.ts';
import type { AlertKind, AlertView, BudgetView } from './budget-views.ts';

/** What an alert is decided from: a budget's period as it stands after a change. */
export interface AlertFacts {
  readonly spent: number;
  /** The budget's own limit with what was carried. */
  readonly limit: number;
  readonly pace: BudgetView['pace'];
  /** What the dearest gift of the change cost, in the measure of `alerts.largeGift`; null where none has a cost in it. */
  readonly largestGift: number | null;
  /** Units bought in the period, of the unit of `alerts.bought`. */
  readonly bought: number;
  /** The most gifts within the minutes of `alerts.manyGifts` that end with a gift of the change. */
  readonly mostGifts: number;
}

/** An alert that is due, with its own number. */
export interface DueAlert {
  readonly kind: AlertKind;
  readonly amount: AlertView['amount'];
}

/** Everything that a budget has to say now, whether it said so before or not. The highest threshold comes last. */
export function dueAlerts(
  { alerts, limit: measure }: Pick<Budget, 'alerts' | 'limit'>,
  facts: AlertFacts,
): readonly DueAlert[] {
  const due: DueAlert[] = [];
  const { spent, limit, pace, largestGift, bought, mostGifts } = facts;
  const percent = percentOf(spent, limit);
  for (const threshold of [...alerts.thresholds].sort((a, b) => a - b)) {
    if (percent >= threshold && spent > 0) {
      due.push({
        kind: { type: 'share', percent: threshold },
        amount: measureLike(measure, spent),
      });
    }
  }
  if (alerts.projected && pace?.passes === true && spent < limit) {
    due.push({ kind: { type: 'projected' }, amount: pace.amount });
  }
  const { largeGift, manyGifts } = alerts;
  if (largeGift !== null && largestGift !== null && largestGift > numberOf(largeGift)) {
    due.push({ kind: { type: 'large-gift' }, amount: measureLike(largeGift, largestGift) });
  }
  if (alerts.bought !== null && bought > alerts.bought.units) {
    due.push({ kind: { type: 'bought' }, amount: { ...alerts.bought, units: bought } });
  }
  if (manyGifts !== null && mostGifts >= manyGifts.gifts) {
    due.push({
      kind: { type: 'many-gifts' },
      amount: { in: 'gifts', gifts: mostGifts, minutes: manyGifts.minutes },
    });
  }
  return due;
}

/** The name of what an alert is about, the same in every period. */
export function kindName(kind: AlertKind): string {
  return kind.type === 'share' ? `share-${kind.percent}` : kind.type;
}

/** An alert's id: one for each budget, kind and period. A browser shows a notification of the same id only once. */
export function alertId(budget: BudgetId, kind: AlertKind, period: PeriodKey): string {
  return `${budget} ${kindName(kind)} ${period}`;
}
