import type { AccountId, PlatformId } from './ids.ts';
import type { Stamp } from './logical-clock.ts';

/** Someone whom the user merged into somebody else: `into` stands for everyone of their group and is in no row itself. */
export interface MergedPerson {
  readonly platform: PlatformId;
  readonly person: AccountId;
  readonly into: AccountId;
}

/** One wish of the user's that stands: of each person there is one at the most. */
export interface PersonMerge extends MergedPerson {
  readonly stamp: Stamp;
}

/**
 * Who stands for whom. Chains lead to their end. Where merges go round in a circle the latest of them says who stands
 * for all. The order of `merges` does not matter. Sorted by platform and person.
 */
export function mergedPeople(merges: readonly PersonMerge[]): MergedPerson[] {
  const next = new Map<string, PersonMerge>(merges.map((merge) => [keyOf(merge), merge]));
  return merges
    .map((merge) => ({
      platform: merge.platform,
      person: merge.person,
      into: endOf(merge, next),
    }))
    .filter(({ person, into }) => person !== into)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ platform, person }: Pick<MergedPerson, 'platform' | 'person'>): string {
  return `${platform}:${person}`;
}

function endOf(start: PersonMerge, next: ReadonlyMap<string, PersonMerge>): AccountId {
  const path: PersonMerge[] = [];
  let merge: PersonMerge | undefined = start;
  while (merge !== undefined && !path.includes(merge)) {
    path.push(merge);
    merge = next.get(keyOf({ platform: merge.platform, person: merge.into }));
  }
  if (merge === undefined) {
    return path.at(-1)?.into ?? start.into;
  }
  const circle = path.slice(path.indexOf(merge));
  return circle.reduce((latest, each) => (isLater(each, latest) ? each : latest)).into;
}

/** By stamp; damaged data may have two of the same. */
function isLater(a: PersonMerge, b: PersonMerge): boolean {
  return a.stamp === b.stamp ? a.person > b.person : a.stamp > b.stamp;
}
