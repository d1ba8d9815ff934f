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
      const { platform, person, into } = operation;
      return forgets.isForgotten(platform, person, wall) ||
        forgets.isForgotten(platform, into, wall)
        ? { ...operation, person: FORGOTTEN, into: FORGOTTEN }
        : operation;
    }
    case 'person-noted':
      return forgets.isForgotten(operation.platform, operation.person, wall)
        ? { ...operation, person: FORGOTTEN, note: '' }
        : operation;
    case 'person-hidden':
    case 'person-thanked':
      return forgets.isForgotten(operation.platform, operation.person, wall)
        ? { ...operation, person: FORGOTTEN }
        : operation;
    default:
      return operation;
  }
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
