import type { FoundPerson } from '../core/data-view.ts';
import type { LedgerDatabase } from './database.ts';

/** People whose handle or name holds `text`, or whose id it is; the user's own accounts left out. */
export async function findPeople(
  { people, accounts }: LedgerDatabase,
  text: string,
  most: number,
): Promise<readonly FoundPerson[]> {
  const wanted = text.trim().replace(/^@/, '').toLowerCase();
  if (wanted === '') return [];
  const own = new Set((await accounts.toArray()).map(({ platform, id }) => `${platform}:${id}`));
  const rows = await people
    .filter(
      ({ platform, id, handle, name }) =>
        (id === wanted ||
          handle.toLowerCase().includes(wanted) ||
          name.toLowerCase().includes(wanted)) &&
        !own.has(`${platform}:${id}`),
    )
    .limit(most)
    .toArray();
  return rows.map(({ platform, id, handle, name }) => ({ platform, person: { id, handle, name } }));
}
