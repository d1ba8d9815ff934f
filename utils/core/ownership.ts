import type { Entry } from './entry.ts';
import type { AccountId } from './ids.ts';

/** Whose payment it is: sent by the user, received by the user, or between others. */
export type Direction = 'sent' | 'received';

/** What is known of the user's own accounts on a platform when a payment is judged. */
export interface Self {
  /** Every account of the user that was ever seen on the platform. */
  readonly accounts: ReadonlySet<AccountId>;
  /** Creators whom the user follows: what comes in for them is kept as for the user. */
  readonly followed: ReadonlySet<AccountId>;
  /** Whether the page says that nobody is logged in. */
  readonly loggedOut: boolean;
}

/** Whether what comes in for a creator is kept: it is the user, or somebody whom they follow. */
export function isKeptFor({ accounts, followed }: Self, creator: AccountId): boolean {
  return accounts.has(creator) || followed.has(creator);
}

/**
 * Whether a payment concerns the user. `undecided` while facts are missing that may still arrive: who is logged in, or
 * whose stream it is. Gifts to a guest of the user's own stream are the guest's, not the user's. What the user sends to a
 * creator whom they follow is sent: a payment counts once.
 */
export function directionOf(
  entry: Pick<Entry, 'sender' | 'recipient'>,
  host: AccountId | null,
  self: Self,
): Direction | 'others' | 'undecided' {
  const { accounts, loggedOut } = self;
  if (entry.sender !== null && accounts.has(entry.sender)) {
    return 'sent';
  }
  const receiver = entry.recipient ?? host;
  if (receiver !== null && accounts.has(receiver)) {
    return 'received';
  }
  // Before it is known who the user is, what a followed creator gets may be from the user.
  if (accounts.size === 0 && !loggedOut) {
    return 'undecided';
  }
  if (receiver !== null && isKeptFor(self, receiver)) {
    return 'received';
  }
  if (accounts.size === 0) {
    return 'others';
  }
  return receiver === null ? 'undecided' : 'others';
}
