import type { AccountId, PlatformId } from '../core/ids.ts';
import { ownAccounts } from './creators.ts';
import type { LedgerDatabase } from './database.ts';

/** Whether what came in for a creator is wanted. */
export type IsOf = (platform: PlatformId, creator: AccountId | '') => boolean;

/**
 * Whose gifts are the user's own: those of their accounts, and those entered by hand, which name no creator. What comes
 * in for creators whom the user only follows is theirs.
 */
export async function ownCreators(database: LedgerDatabase): Promise<IsOf> {
  const own = await ownAccounts(database);
  return (platform, creator) => creator === '' || own.has(`${platform}:${creator}`);
}
