import type { Entry } from './entry.ts';
import type { AccountId } from './ids.ts';

/** Whose payment it is: sent by the user, received by the user, or between others. */
export type Direction = 'sent' | 'received';

/** What is known of the user's own accounts on a platform when a payment is judged. */
export interface Self {
  /** Every account of the user that was ever seen on the platform. */
  readonly accounts: ReadonlySet<AccountId>;
  /** Whether the page says that nobody is logged in. */
  readonly loggedOut: boolean;
}

/**
 * Whether a payment concerns the user. `undecided` while facts are missing that may still arrive: who is logged in, or
 * whose stream it is. Gifts to a guest of the user's own stream are the guest's, not the user's.
 */
export function directionOf(
  entry: Pick<Entry, 'sender' | 'recipient'>,
  host: AccountId | null,
  { accounts, loggedOut }: Self,
): Direction | 'others' | 'undecided' {
  if (entry.sender !== null && accounts.has(entry.sender)) {
    return 'sent';
  }
  const receiver = entry.recipient ?? host;
  if (receiver !== null && accounts.has(receiver)) {
    return 'received';
  }
  if (accounts.size === 0) {
    return loggedOut ? 'others' : 'undecided';
  }
  return receiver === null ? 'undecided' : 'others';
}
