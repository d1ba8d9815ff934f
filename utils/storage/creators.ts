import type { Creator } from '../core/creator.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import type { OnPlatform } from '../core/ledger-filter.ts';
import type { LedgerDatabase } from './database.ts';
import { readLinkedAccounts } from './linked-accounts.ts';

/**
 * Everyone whose incoming gifts are in the ledger or are kept from now on: own accounts for which something came in,
 * creators whom the user follows, and those they followed once. Some look-ups for each, whatever the ledger's length.
 */
export async function creatorsOf(database: LedgerDatabase): Promise<readonly Creator[]> {
  const received = await receivers(database);
  const accounts = await readLinkedAccounts(database);
  const own = await ownAccounts(database);
  const follows = (await database.followed.toArray()).map(({ platform, person }) =>
    accounts.filedAs({ platform, id: person }),
  );
  const followed = new Set(follows.map(keyOf));
  const known = new Map([...received, ...follows].map((each) => [keyOf(each), each]));
  const order: readonly Creator['standing'][] = ['own', 'followed', 'past'];
  return [...known.values()]
    .map(({ platform, id }): Creator => {
      const key = keyOf({ platform, id });
      const standing = own.has(key) ? 'own' : followed.has(key) ? 'followed' : 'past';
      const to = accounts.standsFor({ platform, id });
      const isLinked = to.platform !== platform || to.id !== id;
      return { platform, id, standing, ...(isLinked ? { linkedTo: to } : {}) };
    })
    .sort(
      (a, b) =>
        order.indexOf(a.standing) - order.indexOf(b.standing) ||
        (`${a.platform}:${a.id}` < `${b.platform}:${b.id}` ? -1 : 1),
    );
}

/** The user's own accounts, as `platform:id`, with those under which the user merged them. */
export async function ownAccounts(database: LedgerDatabase): Promise<ReadonlySet<string>> {
  const own = await database.accounts.toArray();
  const accounts = await readLinkedAccounts(database);
  return new Set(own.flatMap((each) => [keyOf(each), keyOf(accounts.filedAs(each))]));
}

function keyOf({ platform, id }: OnPlatform<AccountId>): string {
  return `${platform}:${id}`;
}

/** Whether anything ever came in, or anybody is followed: whether the creators' screens have something to show. */
export async function hasReceived(database: LedgerDatabase): Promise<boolean> {
  const { followed, entries } = database;
  if ((await followed.count()) > 0) return true;
  const first = await entries
    .where('[direction+at]')
    .between(['received', 0], ['received', []])
    .first();
  return first !== undefined;
}

/** Everyone for whom a gift came in, each found by one jump over what came in for the one before. */
async function receivers({
  supporterTotals,
}: LedgerDatabase): Promise<readonly { readonly platform: PlatformId; readonly id: AccountId }[]> {
  const found: { readonly platform: PlatformId; readonly id: AccountId }[] = [];
  let after: readonly unknown[] = [''];
  for (;;) {
    const next = await supporterTotals.where('[platform+creator+person+unit]').above(after).first();
    if (next === undefined) return found;
    const { platform, creator } = next;
    if (creator !== '') found.push({ platform, id: creator });
    after = [platform, creator, []];
  }
}
