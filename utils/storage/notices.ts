import { foldOperations, type OperationId, undosOf } from '../core/operation.ts';
import type { Purchase } from '../core/purchase.ts';
import type { EpochMs } from '../core/time.ts';
import type { LearnedOffers, LedgerDatabase, StoredNotice } from './database.ts';
import { type OperationContext, operate, recost } from './operations.ts';

/** Notices that are kept. */
const MOST_NOTICES = 100;

/** A notice with what it is about. */
export interface Notice {
  readonly id: string;
  readonly at: EpochMs;
  readonly seen: boolean;
  /** Whether the user took it back. */
  readonly undone: boolean;
  readonly about:
    | { readonly type: 'offers'; readonly offers: LearnedOffers }
    | { readonly type: 'purchase'; readonly purchase: Purchase };
}

/** Adds a notice. Runs in a transaction of the caller's. */
export async function addNotice(
  { notices }: LedgerDatabase,
  type: StoredNotice['type'],
  about: StoredNotice['about'],
  at: EpochMs,
): Promise<void> {
  await notices.put({ id: `${type} ${about}`, type, at, about, seen: false });
  const old = await notices.orderBy('at').reverse().offset(MOST_NOTICES).primaryKeys();
  await notices.bulkDelete(old);
}

/** What happened by itself, newest first: "price book updated" and "purchase recorded". */
export async function noticesOf(
  database: LedgerDatabase,
  most = MOST_NOTICES,
): Promise<readonly Notice[]> {
  const rows = await database.notices.orderBy('at').reverse().limit(most).toArray();
  if (rows.length === 0) {
    return [];
  }
  const operations = await database.operations.toArray();
  const { purchases } = foldOperations(operations);
  const notices = await Promise.all(
    rows.map(async ({ id, at, seen, type, about }): Promise<Notice | null> => {
      if (type === 'offers') {
        const offers = await database.learnedOffers.get(about);
        return offers === undefined
          ? null
          : { id, at, seen, undone: offers.refused, about: { type, offers } };
      }
      const recorded = operations.find((operation) => operation.id === about);
      if (recorded?.type !== 'purchase-set') return null;
      // As it stands now, where the user corrected it.
      const standing = purchases.find((purchase) => purchase.id === recorded.purchase.id);
      const purchase = standing ?? recorded.purchase;
      return { id, at, seen, undone: standing === undefined, about: { type, purchase } };
    }),
  );
  return notices.filter((notice) => notice !== null);
}

/** Marks notices as seen. */
export async function markNoticesSeen(
  { notices }: LedgerDatabase,
  ids: readonly string[],
): Promise<void> {
  await notices.where('id').anyOf(ids).modify({ seen: true });
}

/**
 * Takes back what a notice tells of: the purchase does not count any more, however often its page is seen again; the
 * prices do not hold until the page shows others. `context` is asked after prices changed. Costs and totals follow.
 */
export async function undoNotice(
  database: LedgerDatabase,
  id: string,
  context: () => Promise<OperationContext>,
): Promise<void> {
  await setUndone(database, id, true, context);
}

/** Lets what a notice tells of hold again. */
export async function redoNotice(
  database: LedgerDatabase,
  id: string,
  context: () => Promise<OperationContext>,
): Promise<void> {
  await setUndone(database, id, false, context);
}

async function setUndone(
  database: LedgerDatabase,
  id: string,
  undone: boolean,
  context: () => Promise<OperationContext>,
): Promise<void> {
  const notice = await database.notices.get(id);
  if (notice === undefined) {
    return;
  }
  await database.notices.update(id, { seen: true });
  if (notice.type === 'offers') {
    await database.learnedOffers.update(notice.about, { refused: undone });
    await recost(database, await context());
    return;
  }
  const operation = notice.about as OperationId;
  const costs = await context();
  const undos = undosOf(await database.operations.toArray(), operation);
  if (undone && undos.length === 0) {
    await operate(database, { type: 'undo', operation }, costs);
  } else if (!undone) {
    for (const undo of undos) await operate(database, { type: 'undo', operation: undo }, costs);
  }
}
