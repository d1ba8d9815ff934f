import type { Notice } from '../core/notices.ts';
import { foldOperations, type OperationId, removalsOf, undosOf } from '../core/operation.ts';
import type { EpochMs } from '../core/time.ts';
import type { LedgerDatabase, StoredNotice } from './database.ts';
import { type OperationContext, operate, recost } from './operations.ts';

/** Notices that are kept. */
const MOST_NOTICES = 100;

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
  const costs = await context();
  const about = notice.about as OperationId;
  await (undone ? takeBack : bringBack)(database, about, costs);
}

/** Undoes the recording of a purchase; where the user corrected the purchase since, it is removed. */
async function takeBack(
  database: LedgerDatabase,
  recording: OperationId,
  costs: OperationContext,
): Promise<void> {
  if (undosOf(await database.operations.toArray(), recording).length === 0) {
    await operate(database, { type: 'undo', operation: recording }, costs);
  }
  const recorded = await database.operations.get(recording);
  if (recorded?.type !== 'purchase-set') return;
  const { id } = recorded.purchase;
  const { purchases } = foldOperations(await database.operations.toArray());
  if (purchases.some((purchase) => purchase.id === id)) {
    await operate(database, { type: 'purchase-removed', purchase: id }, costs);
  }
}

/** Undoes whatever keeps a recorded purchase from counting. */
async function bringBack(
  database: LedgerDatabase,
  recording: OperationId,
  costs: OperationContext,
): Promise<void> {
  const operations = await database.operations.toArray();
  const recorded = operations.find(({ id }) => id === recording);
  const removals =
    recorded?.type === 'purchase-set' ? removalsOf(operations, recorded.purchase.id) : [];
  for (const operation of [...removals, ...undosOf(operations, recording)]) {
    await operate(database, { type: 'undo', operation }, costs);
  }
}
