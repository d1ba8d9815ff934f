import type { CaptureEvent } from '../core/gift-event.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import type { OnPlatform } from '../core/ledger-filter.ts';
import { LinkedAccounts } from '../core/linked-accounts.ts';
import type { Self } from '../core/ownership.ts';
import type { EpochMs } from '../core/time.ts';
import type { LedgerDatabase } from './database.ts';

/** Records who uses each platform's pages. Gives the platforms of which something new was learned. */
export async function learnAccounts(
  { accounts, logins }: LedgerDatabase,
  events: readonly CaptureEvent[],
  now: EpochMs,
): Promise<ReadonlySet<PlatformId>> {
  const learned = new Set<PlatformId>();
  for (const event of events) {
    if (event.type !== 'account') continue;
    const { platform, me } = event;
    const account = me?.id ?? '';
    if ((await logins.get(platform))?.account !== account) {
      await logins.put({ platform, account });
      learned.add(platform);
    }
    if (me !== null && (await accounts.get([platform, me.id])) === undefined) {
      await accounts.put({ platform, id: me.id, at: now });
      learned.add(platform);
    }
  }
  return learned;
}

/**
 * What is known of the user's own accounts and of the creators whom they follow, by platform: who is followed by one
 * account is followed by all that the user merged with it there.
 */
export async function selvesOf(database: LedgerDatabase): Promise<ReadonlyMap<PlatformId, Self>> {
  const { accounts, logins } = database;
  const ids = new Map<PlatformId, Set<AccountId>>();
  for (const { platform, id } of await accounts.toArray()) {
    const known = ids.get(platform) ?? new Set();
    ids.set(platform, known.add(id));
  }
  const out = new Set(
    (await logins.toArray()).flatMap(({ platform, account }) => (account === '' ? [platform] : [])),
  );
  const follows = Map.groupBy(await followedAccounts(database), ({ platform }) => platform);
  return new Map(
    [...new Set([...ids.keys(), ...out, ...follows.keys()])].map((platform) => [
      platform,
      {
        accounts: ids.get(platform) ?? new Set(),
        followed: new Set(follows.get(platform)?.map(({ id }) => id)),
        loggedOut: out.has(platform),
      },
    ]),
  );
}

/** Every account of those whom the user follows, on the platform where they do. */
async function followedAccounts({
  followed,
  merged,
}: LedgerDatabase): Promise<readonly OnPlatform<AccountId>[]> {
  const follows = await followed.toArray();
  if (follows.length === 0) return [];
  const there = new LinkedAccounts({ merged: await merged.toArray(), linked: [] });
  return follows.flatMap(({ platform, person }) => there.accountsOf({ platform, id: person }));
}
