import { FORGOTTEN } from './forgotten.ts';
import type { AccountId, PlatformId } from './ids.ts';
import type { HiddenPerson } from './operation.ts';
import type { GiftTally } from './received-totals.ts';
import { compareSums, sumOf } from './summing.ts';
import { emptyTally, type TotalUnit } from './totals.ts';
import type { Sum } from './views.ts';

/** What somebody gave, as a part of a sum. */
export interface GivenBy extends GiftTally {
  readonly platform: PlatformId;
  /** Empty where the platform did not say who. */
  readonly person: AccountId | '';
  readonly unit: TotalUnit;
}

/** One person on a leaderboard. */
export interface BoardRow {
  readonly platform: PlatformId;
  readonly person: AccountId;
  readonly sum: Sum;
}

/** Who gave how much, and what those gave who are not named. */
export interface Leaderboard {
  /** Who gave most first. */
  readonly rows: readonly BoardRow[];
  /** All who gave and can be named, hidden ones too. */
  readonly people: number;
  readonly total: Sum;
  /** What the user hid, who was deleted, and whom the platform did not name. */
  readonly unnamed: Sum;
}

/** The sum of gifts that came in. */
export function sumOfGifts(given: readonly (GiftTally & { readonly unit: TotalUnit })[]): Sum {
  return sumOf(
    given.map((each) => ({ ...emptyTally, ...each, kind: 'gift' as const })),
    null,
  );
}

/** Ranks those who gave: the `most` who gave most, without `hidden` ones, which the total counts all the same. */
export function leaderboard(
  given: readonly GivenBy[],
  hidden: readonly HiddenPerson[],
  most: number,
): Leaderboard {
  const keyOf = (of: Pick<GivenBy, 'platform' | 'person'>) => `${of.platform}:${of.person}`;
  const away = new Set(hidden.map(keyOf));
  const rows: BoardRow[] = [];
  const unnamed: GivenBy[] = [];
  let people = 0;
  for (const all of Map.groupBy(given, keyOf).values()) {
    const [first] = all;
    if (first === undefined) continue;
    const { platform, person } = first;
    const named = person !== '' && person !== FORGOTTEN;
    if (named) people += 1;
    if (named && !away.has(keyOf(first))) rows.push({ platform, person, sum: sumOfGifts(all) });
    else unnamed.push(...all);
  }
  rows.sort((a, b) => compareSums(a.sum, b.sum) || (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    rows: rows.slice(0, most),
    people,
    total: sumOfGifts(given),
    unnamed: sumOfGifts(unnamed),
  };
}
