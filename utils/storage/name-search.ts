import type { AccountId, GiftId, PlatformId } from '../core/ids.ts';
import type { OnPlatform } from '../core/ledger-filter.ts';
import type { FoundPerson } from '../core/ledger-views.ts';
import { folded } from '../core/search-text.ts';
import type { LedgerDatabase, StoredGift, StoredPerson } from './database.ts';

/** The people and gifts that a text is part of the name of. */
export interface FoundNames {
  readonly people: readonly OnPlatform<AccountId>[];
  readonly gifts: readonly OnPlatform<GiftId>[];
}

/** Names read at once: a creator may have met a hundred thousand people. */
const AT_ONCE = 5_000;

/** People that a search tells by name: who looks for one types on where there are more. */
const MOST_TOLD = 100;

/** Finds people by handle or name and gifts by name, whatever the case and accents. Text of spaces only finds nothing. */
export async function findNames(
  { people, gifts }: LedgerDatabase,
  text: string,
): Promise<FoundNames> {
  const wanted = folded(text.trim()).replace(/^@/, '');
  if (wanted === '') {
    return { people: [], gifts: [] };
  }
  const foundPeople: OnPlatform<AccountId>[] = [];
  await inPieces<StoredPerson>(
    (after) => people.where('[platform+id]').above(after).limit(AT_ONCE).toArray(),
    ({ platform, id, handle, name }) => {
      if (folded(handle).includes(wanted) || folded(name).includes(wanted)) {
        foundPeople.push({ platform, id });
      }
    },
  );
  const foundGifts: OnPlatform<GiftId>[] = [];
  await inPieces<StoredGift>(
    (after) => gifts.where('[platform+id]').above(after).limit(AT_ONCE).toArray(),
    ({ platform, id, name }) => {
      if (folded(name).includes(wanted)) foundGifts.push({ platform, id });
    },
  );
  return { people: foundPeople, gifts: foundGifts };
}

async function inPieces<Row extends { readonly platform: PlatformId; readonly id: string }>(
  read: (after: readonly [string, string]) => Promise<Row[]>,
  take: (row: Row) => void,
): Promise<void> {
  let after: readonly [string, string] = ['', ''];
  for (;;) {
    const rows = await read(after);
    rows.forEach(take);
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = [last.platform, last.id];
  }
}

/** People whose handle or name a text is part of, with their names. */
export async function findPeople(
  database: LedgerDatabase,
  text: string,
): Promise<readonly FoundPerson[]> {
  const { people } = await findNames(database, text);
  const first = people.slice(0, MOST_TOLD);
  const known = await database.people.bulkGet(first.map(({ platform, id }) => [platform, id]));
  return known.filter((person) => person !== undefined);
}
