import type { CaptureEvent } from '../core/gift-event.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
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

/** What is known of the user's own accounts and of the creators whom they follow, by platform. */
export async function selvesOf({
  accounts,
  logins,
  followed,
}: LedgerDatabase): Promise<ReadonlyMap<PlatformId, Self>> {
  const ids = new Map<PlatformId, Set<AccountId>>();
  for (const { platform, id } of await accounts.toArray()) {
    const known = ids.get(platform) ?? new Set();
    ids.set(platform, known.add(id));
  }
  const out = new Set(
    (await logins.toArray()).flatMap(({ platform, account }) => (account === '' ? [platform] : [])),
  );
  const follows = Map.groupBy(await followed.toArray(), ({ platform }) => platform);
  return new Map(
    [...new Set([...ids.keys(), ...out, ...follows.keys()])].map((platform) => [
      platform,
      {
        accounts: ids.get(platform) ?? new Set(),
        followed: new Set(follows.get(platform)?.map(({ person }) => person)),
        loggedOut: out.has(platform),
      },
    ]),
  );
}
