import type { AccountId, PlatformId } from './ids.ts';
import type { OnPlatform } from './ledger-filter.ts';
import type { Stamp } from './logical-clock.ts';

/** Someone whom the user merged into somebody else: `into` stands for everyone of their group and is in no row itself. */
export interface MergedPerson {
  readonly platform: PlatformId;
  readonly person: AccountId;
  readonly into: AccountId;
}

/**
 * Somebody with accounts on several platforms: `person` stands for their accounts on `platform`, `to`, on another one,
 * for all of them and is in no row itself.
 */
export interface LinkedPerson {
  readonly platform: PlatformId;
  readonly person: AccountId;
  readonly to: OnPlatform<AccountId>;
}

/** Who is merged into whom: into somebody of the same platform where it does not say of which. */
export interface PersonMerging extends MergedPerson {
  readonly intoPlatform?: PlatformId;
}

/** One wish of the user's that stands: of each person there is one at the most. Into themselves: nobody stands for them. */
export interface PersonMerge extends PersonMerging {
  readonly stamp: Stamp;
}

/** Who stands for whom on one platform, and for those who stand for others there on all platforms. */
export interface SamePeople {
  readonly merged: readonly MergedPerson[];
  readonly linked: readonly LinkedPerson[];
}

type Account = OnPlatform<AccountId>;

/**
 * Who stands for whom. Chains lead to their end. Where merges go round in a circle the latest of them says who stands
 * for all. Who has accounts on several platforms is stood for on each by one of them: the one at the end of the chain, on
 * other platforms one that no wish merges into another there. The order of `merges` does not matter. Sorted by platform
 * and person.
 */
export function samePeople(merges: readonly PersonMerge[]): SamePeople {
  const next = new Map(merges.map((merge) => [keyOf(personOf(merge)), merge]));
  const ends = new Map<string, { readonly account: Account; readonly end: Account }>();
  for (const merge of merges) {
    const account = personOf(merge);
    const end = endOf(merge, next);
    ends.set(keyOf(account), { account, end });
    ends.set(keyOf(end), { account: end, end });
  }
  const merged: MergedPerson[] = [];
  const linked: LinkedPerson[] = [];
  for (const group of Map.groupBy(ends.values(), ({ end }) => keyOf(end)).values()) {
    for (const [platform, some] of Map.groupBy(group, ({ account }) => account.platform)) {
      const [first] = some;
      if (first === undefined) continue;
      const to = first.end;
      const accounts = some.map(({ account }) => account);
      const into = to.platform === platform ? to.id : standIn(accounts, next);
      for (const { id } of accounts) if (id !== into) merged.push({ platform, person: id, into });
      if (to.platform !== platform) linked.push({ platform, person: into, to });
    }
  }
  return { merged: merged.sort(byPerson), linked: linked.sort(byPerson) };
}

/** Who stands for accounts on one platform where the end of the chain is on another. */
function standIn(accounts: readonly Account[], next: ReadonlyMap<string, PersonMerge>): AccountId {
  const leaving = accounts.filter((account) => {
    const merge = next.get(keyOf(account));
    return merge === undefined || targetOf(merge).platform !== account.platform;
  });
  return leaving.map(({ id }) => id).reduce((least, id) => (id < least ? id : least));
}

function personOf({ platform, person }: MergedPerson): Account {
  return { platform, id: person };
}

function targetOf({ platform, into, intoPlatform = platform }: PersonMerging): Account {
  return { platform: intoPlatform, id: into };
}

function keyOf({ platform, id }: Account): string {
  return `${platform}:${id}`;
}

function endOf(start: PersonMerge, next: ReadonlyMap<string, PersonMerge>): Account {
  const path: PersonMerge[] = [];
  let merge: PersonMerge | undefined = start;
  while (merge !== undefined && !path.includes(merge)) {
    path.push(merge);
    merge = next.get(keyOf(targetOf(merge)));
  }
  if (merge === undefined) {
    return targetOf(path.at(-1) ?? start);
  }
  const circle = path.slice(path.indexOf(merge));
  return targetOf(circle.reduce((latest, each) => (isLater(each, latest) ? each : latest)));
}

/** By stamp; damaged data may have two of the same. */
function isLater(a: PersonMerge, b: PersonMerge): boolean {
  return a.stamp === b.stamp ? keyOf(personOf(a)) > keyOf(personOf(b)) : a.stamp > b.stamp;
}

function byPerson(
  a: Pick<MergedPerson, 'platform' | 'person'>,
  b: Pick<MergedPerson, 'platform' | 'person'>,
): number {
  return `${a.platform}:${a.person}` < `${b.platform}:${b.person}` ? -1 : 1;
}
