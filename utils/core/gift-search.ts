import type { GiftPrice } from './dashboard-views.ts';
import { folded } from './search-text.ts';

/** The first of the gifts that were found, and how many more there are. */
export interface FoundGifts<Gift extends GiftPrice = GiftPrice> {
  readonly found: readonly Gift[];
  readonly more: number;
}

/** Gifts whose name has what was typed: whole names first, then beginnings, then the rest; cheaper first among equals. */
export function findGifts<Gift extends GiftPrice>(
  gifts: readonly Gift[],
  typed: string,
  most: number,
): FoundGifts<Gift> {
  const wanted = folded(typed.trim());
  if (wanted === '') {
    return { found: [], more: 0 };
  }
  const ranked = gifts
    .map((gift) => ({ gift, rank: rankOf(folded(gift.name), wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || a.gift.units - b.gift.units);
  return {
    found: ranked.slice(0, most).map(({ gift }) => gift),
    more: Math.max(0, ranked.length - most),
  };
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : 3;
}
