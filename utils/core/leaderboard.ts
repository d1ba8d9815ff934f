import { type MoneyRange, middleOf } from './conversion.ts';
import { FORGOTTEN } from './forgotten.ts';
import type { AccountId, PlatformId } from './ids.ts';
import { LinkedAccounts } from './linked-accounts.ts';
import type { Money } from './money.ts';
import type { HiddenPerson } from './operation.ts';
import type { GiftTally } from './received-totals.ts';
import { compareSums, sumOf, unitsIn } from './summing.ts';
import type { BoardMeasure } from './supporters-address.ts';
import { emptyTally, type TotalUnit } from './totals.ts';
import type { Sum } from './views.ts';
import { sumWorth, type WorthRates } from './worth.ts';

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
  /** Those of them whom the user hid. */
  readonly hidden: number;
  readonly total: Sum;
  /** What the user hid, who was deleted, and whom the platform did not name. */
  readonly unnamed: Sum;
}

/** Who is one person, and what people are ranked by. */
export interface BoardRules {
  readonly accounts?: LinkedAccounts;
  readonly by?: BoardMeasure;
  /** What units are worth, where people are ranked by that. */
  readonly rates?: WorthRates;
  /** Whether those whom the user hid are ranked with the others. */
  readonly withHidden?: boolean;
}

/** The sum of gifts that came in. */
export function sumOfGifts(given: readonly (GiftTally & { readonly unit: TotalUnit })[]): Sum {
  return sumOf(
    given.map((each) => ({ ...emptyTally, ...each, kind: 'gift' as const })),
    null,
  );
}

const everyoneAlone = new LinkedAccounts({ merged: [], linked: [] });

/**
 * Ranks those who gave: the `most` who gave most, without `hidden` ones, which the total counts all the same. Somebody
 * with several accounts is one person, and hidden where any of them is. Without a measure people are ranked as
 * `compareSums` does.
 */
export function leaderboard(
  given: readonly GivenBy[],
  hidden: readonly HiddenPerson[],
  most: number,
  { accounts = everyoneAlone, by, rates = () => null, withHidden = false }: BoardRules = {},
): Leaderboard {
  const away = new Set(
    hidden.map(({ platform, person }) => keyOf(accounts.standsFor({ platform, id: person }))),
  );
  const named = accounts.groups(given, ({ platform, person }) =>
    person === '' || person === FORGOTTEN ? null : { platform, id: person },
  );
  const nameless = given.filter(({ person }) => person === '' || person === FORGOTTEN);
  const unnamed: GivenBy[] = [...nameless];
  const ranked: Ranked[] = [];
  let hiddenPeople = 0;
  for (const { of, rows } of named) {
    const isAway = away.has(keyOf(of));
    if (isAway) hiddenPeople += 1;
    if (isAway && !withHidden) {
      unnamed.push(...rows);
      continue;
    }
    const sum = sumOfGifts(rows);
    const worth = by === 'worth' ? sumWorth(sum, rates) : null;
    ranked.push({ row: { platform: of.platform, person: of.id, sum }, worth: middle(worth) });
  }
  const compare = comparing(by);
  ranked.sort(
    (a, b) => compare(a, b) || compareSums(a.row.sum, b.row.sum) || (idOf(a) < idOf(b) ? -1 : 1),
  );
  return {
    rows: ranked.slice(0, most).map(({ row }) => row),
    people: named.length,
    hidden: hiddenPeople,
    total: sumOfGifts(given),
    unnamed: sumOfGifts(unnamed),
  };
}

interface Ranked {
  readonly row: BoardRow;
  /** The middle of what it is worth; worked out once, and only where it ranks. */
  readonly worth: Money | null;
}

/** The one who comes first: of an unknown worth last; of worths in two currencies, which cannot be compared, by currency. */
function comparing(by: BoardMeasure | undefined): (a: Ranked, b: Ranked) => number {
  if (by === undefined) return () => 0;
  if (by !== 'worth') return (a, b) => unitsIn(b.row.sum, by) - unitsIn(a.row.sum, by);
  return ({ worth: a }, { worth: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return a.currency === b.currency ? b.amount - a.amount : a.currency < b.currency ? -1 : 1;
  };
}

function middle(worth: MoneyRange | null): Money | null {
  return worth === null ? null : middleOf(worth);
}

function keyOf({
  platform,
  id,
}: {
  readonly platform: PlatformId;
  readonly id: AccountId;
}): string {
  return `${platform}:${id}`;
}

const idOf = ({ row: { platform, person } }: Ranked) => keyOf({ platform, id: person });
