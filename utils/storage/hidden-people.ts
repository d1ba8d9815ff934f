import type { AccountId, PlatformId } from '../core/ids.ts';
import type { LinkedAccounts } from '../core/linked-accounts.ts';
import type { HiddenPerson } from '../core/operation.ts';
import type { EntryRow } from '../core/views.ts';
import { readOperated } from './book.ts';
import type { LedgerDatabase } from './database.ts';
import { readLinkedAccounts } from './linked-accounts.ts';

/** Whether the user hid somebody from lists and from screens that others see. */
export type IsHidden = (platform: PlatformId, person: AccountId) => boolean;

/**
 * Every account of those whom the user hid: who is hidden by one of their accounts is hidden by all that the user merged
 * or linked with it, on whichever platform.
 */
export async function hiddenAccounts(database: LedgerDatabase): Promise<readonly HiddenPerson[]> {
  const { hiddenPeople } = await readOperated(database);
  return hiddenPeople.length === 0
    ? []
    : withAllAccounts(hiddenPeople, await readLinkedAccounts(database));
}

function withAllAccounts(
  hidden: readonly HiddenPerson[],
  accounts: LinkedAccounts,
): readonly HiddenPerson[] {
  return hidden.flatMap(({ platform, person }) =>
    accounts
      .accountsOf({ platform, id: person })
      .map(({ id, ...on }): HiddenPerson => ({ platform: on.platform, person: id })),
  );
}

/** The same as a question. */
export async function readHidden(database: LedgerDatabase): Promise<IsHidden> {
  const hidden = new Set(
    (await hiddenAccounts(database)).map(({ platform, person }) => `${platform}:${person}`),
  );
  return (platform, person) => hidden.has(`${platform}:${person}`);
}

/** Gifts of those whom the user hid stay, without saying whose they are. */
export function withoutHidden<Row extends EntryRow>(
  rows: readonly Row[],
  isHidden: IsHidden,
): readonly Row[] {
  return rows.map((row) =>
    row.other !== null && isHidden(row.platform, row.other.id) ? { ...row, other: null } : row,
  );
}
