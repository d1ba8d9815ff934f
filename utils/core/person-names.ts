import type { EpochMs } from './time.ts';

/** A handle and a name that somebody had, with the latest moment that was noted at which they had them. */
export interface NamedAt {
  readonly handle: string;
  readonly name: string;
  readonly at: EpochMs;
}

/** Somebody's names: those of now, and others that they had before, the oldest first. */
export interface KnownNames extends NamedAt {
  readonly past: readonly NamedAt[];
}

/** How many earlier names are kept of one person. */
export const MOST_PAST_NAMES = 10;

/**
 * What two lots of names of one person make together: the latest are those of now. The same in either order, and any
 * number of times; beyond {@link MOST_PAST_NAMES} the oldest are dropped.
 */
export function joinNames(a: KnownNames, b: KnownNames): KnownNames {
  const all = new Map<string, NamedAt>();
  for (const { handle, name, at } of [a, ...a.past, b, ...b.past]) {
    const key = JSON.stringify([handle, name]);
    const before = all.get(key);
    if (before === undefined || before.at < at) all.set(key, { handle, name, at });
  }
  const ordered = [...all]
    .sort(([one, { at }], [other, { at: otherAt }]) => at - otherAt || (one < other ? -1 : 1))
    .map(([, named]) => named);
  const now = ordered.pop() ?? a;
  return { ...now, past: ordered.slice(-MOST_PAST_NAMES) };
}
