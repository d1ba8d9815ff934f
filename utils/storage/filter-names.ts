import type { BudgetId } from '../core/budget.ts';
import type { LedgerFilter } from '../core/ledger-filter.ts';
import type { FilterNames } from '../core/ledger-views.ts';
import { creatorsOf } from './budget-views.ts';
import type { LedgerDatabase } from './database.ts';
import { personView } from './queries.ts';
import { budgetThatHolds } from './standings.ts';

/** The names of what a filter asks for by id, as far as they are known. */
export async function filterNames(
  database: LedgerDatabase,
  { creator, person, gift, session, budget }: LedgerFilter,
): Promise<FilterNames> {
  const known = gift === null ? undefined : await database.gifts.get([gift.platform, gift.id]);
  const rooms = await database.sessions.bulkGet([...(session ?? [])]);
  const stream = rooms.findLast((room) => room !== undefined && room.title !== '');
  return {
    creator: creator === null ? null : await personView(database, creator.platform, creator.id),
    person: person === null ? null : await personView(database, person.platform, person.id),
    gift: known?.name ?? '',
    session: stream?.title ?? '',
    budget: budget === null ? null : await budgetNames(database, budget),
  };
}

async function budgetNames(database: LedgerDatabase, id: BudgetId): Promise<FilterNames['budget']> {
  const budget = await budgetThatHolds(database, id);
  return budget === null ? null : { budget, creators: await creatorsOf(database, budget) };
}
