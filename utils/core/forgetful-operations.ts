import type { Budget } from './budget.ts';
import { FORGOTTEN } from './forgotten.ts';
import type { AccountId, EntryId, PlatformId } from './ids.ts';
import { readStamp } from './logical-clock.ts';
import type { Operation } from './operation.ts';
import type { EpochMs } from './time.ts';

/** Who may not be named by what the user did. */
export interface Forgets {
  readonly isForgotten: (platform: PlatformId, person: AccountId, at: EpochMs) => boolean;
  /** The id that a payment has now, where its key may not be told any more; else its own. */
  readonly entryId: (entry: EntryId, at: EpochMs) => EntryId;
}

/** An operation without those who are forgotten. All else, also id and stamp, stays: it is the same operation. */
export function withoutForgottenPeople(operation: Operation, forgets: Forgets): Operation {
  const { wall } = readStamp(operation.stamp);
  switch (operation.type) {
    case 'entry-voided':
    case 'entry-amount-set':
    case 'entry-price-set':
    case 'entry-noted': {
      const entry = forgets.entryId(operation.entry, wall);
      return entry === operation.entry ? operation : { ...operation, entry };
    }
    case 'entry-added': {
      const { platform, other, at } = operation.added;
      return other === null || !forgets.isForgotten(platform, other, at)
        ? operation
        : { ...operation, added: { ...operation.added, other: FORGOTTEN, note: '' } };
    }
    case 'people-merged': {
      const { platform, person, into, intoPlatform = platform } = operation;
      return forgets.isForgotten(platform, person, wall) ||
        forgets.isForgotten(intoPlatform, into, wall)
        ? withoutMerged(operation)
        : operation;
    }
    case 'budget-set': {
      const budget = budgetWithout(operation.budget, forgets, wall);
      return budget === operation.budget ? operation : { ...operation, budget };
    }
    case 'person-noted':
      return forgets.isForgotten(operation.platform, operation.person, wall)
        ? { ...operation, person: FORGOTTEN, note: '' }
        : operation;
    case 'person-hidden':
    case 'creator-followed':
    case 'person-thanked':
      return forgets.isForgotten(operation.platform, operation.person, wall)
        ? { ...operation, person: FORGOTTEN }
        : operation;
    default:
      return operation;
  }
}

/** A merge that no longer says of whom, nor whether on one platform: it merges nobody. */
export function withoutMerged({
  intoPlatform: _platform,
  ...operation
}: Extract<Operation, { readonly type: 'people-merged' }>): Operation {
  return { ...operation, person: FORGOTTEN, into: FORGOTTEN };
}

/** A budget that names nobody who was forgotten since `at`: it counts what went to those who were deleted instead. */
export function budgetWithout(budget: Budget, { isForgotten }: Forgets, at: EpochMs): Budget {
  const { creators } = budget.scope;
  if (!creators?.some(({ platform, id }) => isForgotten(platform, id, at))) return budget;
  const named = creators.map(({ platform, id }) =>
    isForgotten(platform, id, at) ? { platform, id: FORGOTTEN } : { platform, id },
  );
  const once = new Map(named.map((each) => [`${each.platform}:${each.id}`, each]));
  return { ...budget, scope: { ...budget.scope, creators: [...once.values()] } };
}

/**
 * An operation about a payment out of which someone was taken, by the id that the payment has now. `hidden` tells those
 * ids by the ones before.
 */
export function aboutHidden(
  operation: Operation,
  hidden: ReadonlyMap<EntryId, EntryId>,
): Operation {
  const entry = 'entry' in operation ? hidden.get(operation.entry) : undefined;
  return entry === undefined ? operation : { ...operation, ...{ entry } };
}
