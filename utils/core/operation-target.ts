import type { Operation } from './operation.ts';

/** What an operation sets: of several with the same target the latest counts. */
export function targetOf(operation: Operation): string {
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
    case 'entry-voided':
    case 'entry-amount-set':
    case 'entry-price-set':
    case 'entry-noted':
      return `${operation.type} ${operation.entry}`;
    case 'entry-added':
      return `entry ${operation.added.id}`;
    case 'people-merged':
      return `person ${operation.platform}:${operation.person}`;
    case 'person-forgotten':
      return `${operation.type} ${operation.id}`;
    case 'person-noted':
    case 'person-hidden':
    case 'creator-followed':
      return `${operation.type} ${operation.platform}:${operation.person}`;
    case 'budget-set':
      return `budget ${operation.budget.id}`;
    case 'budget-removed':
      return `budget ${operation.budget}`;
    case 'guard-set':
      return 'guard';
    case 'person-thanked':
      return `${operation.type} ${operation.platform}:${operation.person} ${operation.session}`;
    case 'goal-set':
      return `goal ${operation.goal.id}`;
    case 'goal-removed':
      return `goal ${operation.goal}`;
    case 'payout-set':
      return `payout ${operation.payout.id}`;
    case 'payout-removed':
      return `payout ${operation.payout}`;
    case 'worth-set':
      return `worth ${operation.worth.unit}`;
    case 'worth-removed':
      return `worth ${operation.unit}`;
    case 'undo':
      return `operation ${operation.operation}`;
  }
}
