import type { AccountId } from './ids.ts';
import type { OnPlatform } from './ledger-filter.ts';
import type { PersonMerging, SamePeople } from './merged-people.ts';

type Account = OnPlatform<AccountId>;

/** Which accounts are one person's, as far as the user said: merged on one platform, linked across several. */
export class LinkedAccounts {
  /** Who stands for whom on their own platform. */
  readonly #into: ReadonlyMap<string, Account>;
  /** Who stands for all accounts of somebody who has some on several platforms. */
  readonly #to: ReadonlyMap<string, Account>;
  readonly #linked: ReadonlyMap<string, readonly Account[]>;
  readonly #merged: ReadonlyMap<string, readonly Account[]>;

  constructor({ merged, linked }: SamePeople) {
    this.#into = new Map(
      merged.map(({ platform, person, into }) => [
        keyOf({ platform, id: person }),
        { platform, id: into },
      ]),
    );
    this.#to = new Map(
      linked.map(({ platform, person, to }) => [keyOf({ platform, id: person }), to]),
    );
    this.#linked = grouped(
      linked.map(({ platform, person, to }) => ({ account: { platform, id: person }, of: to })),
    );
    this.#merged = grouped(
      merged.map(({ platform, person, into }) => ({
        account: { platform, id: person },
        of: { platform, id: into },
      })),
    );
  }

  /** Who stands for an account, on whichever platform; the account itself where nobody does. */
  standsFor(account: Account): Account {
    const there = this.filedAs(account);
    return this.#to.get(keyOf(there)) ?? there;
  }

  /** The accounts under which totals and entries of a person are filed, one on each platform: who stands for all first. */
  filedUnder(account: Account): readonly Account[] {
    const end = this.standsFor(account);
    return [end, ...(this.#linked.get(keyOf(end)) ?? [])];
  }

  /** Who stands for an account on its own platform: under whom its totals and entries are filed. */
  filedAs(account: Account): Account {
    return this.#into.get(keyOf(account)) ?? account;
  }

  /** Rows by whom they are about, whichever account they name; those that name none are left out. */
  groups<Row>(
    rows: Iterable<Row>,
    accountOf: (row: Row) => Account | null,
  ): readonly { readonly of: Account; readonly rows: readonly Row[] }[] {
    const groups = new Map<string, { readonly of: Account; readonly rows: Row[] }>();
    for (const row of rows) {
      const account = accountOf(row);
      if (account === null) continue;
      const of = this.standsFor(account);
      const group = groups.get(keyOf(of));
      if (group === undefined) groups.set(keyOf(of), { of, rows: [row] });
      else group.rows.push(row);
    }
    return [...groups.values()];
  }

  /** Every account of a person: who stands for all first. */
  accountsOf(account: Account): readonly Account[] {
    const filed = this.filedUnder(account);
    return [...filed, ...filed.flatMap((each) => this.#merged.get(keyOf(each)) ?? [])];
  }
}

function keyOf({ platform, id }: Account): string {
  return `${platform}:${id}`;
}

function grouped(
  each: readonly { readonly account: Account; readonly of: Account }[],
): ReadonlyMap<string, readonly Account[]> {
  const groups = new Map<string, Account[]>();
  for (const { account, of } of each) {
    const group = groups.get(keyOf(of));
    if (group === undefined) groups.set(keyOf(of), [account]);
    else group.push(account);
  }
  return groups;
}

/**
 * What the user wishes who says that two accounts are one person's. Whoever stands for the first is merged into the
 * other, so that no earlier wish is lost: of each account only the latest counts.
 */
export function mergingOf(
  accounts: LinkedAccounts,
  account: Account,
  into: Account,
): PersonMerging {
  const { platform, id } = accounts.standsFor(account);
  return {
    platform,
    person: id,
    into: into.id,
    ...(into.platform === platform ? {} : { intoPlatform: into.platform }),
  };
}

/** What the user wishes who says that an account is somebody else's after all: it stands for itself again. */
export function separationOf({ platform, id }: Account): PersonMerging {
  return { platform, person: id, into: id };
}
