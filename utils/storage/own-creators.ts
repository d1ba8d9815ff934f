import type { AccountId, PlatformId } from '../core/ids.ts';
import { selvesOf } from './accounts.ts';
import type { LedgerDatabase } from './database.ts';

/** Whether what a creator got is the user's. */
export type IsOwn = (platform: PlatformId, creator: AccountId | '') => boolean;

/**
 * Whose gifts are the user's own: those of their accounts, and those entered by hand, which name no creator. What comes
 * in for creators whom the user only follows is theirs.
 */
export async function ownCreators(database: LedgerDatabase): Promise<IsOwn> {
  const selves = await selvesOf(database);
  return (platform, creator) =>
    creator === '' || selves.get(platform)?.accounts.has(creator) === true;
}
