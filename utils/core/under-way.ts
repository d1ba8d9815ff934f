import type { EpochMs } from './time.ts';
import { type Units, units } from './units.ts';

/** A gift that was let through, or what of it the ledger does not know yet. */
export interface LetThrough {
  readonly units: Units;
  readonly at: EpochMs;
}

/** A gift of which the ledger learns nothing in this time was not sent: no coins, or a page that failed. */
const GIVEN_UP_MS = 30_000;

/** What is still under way after the ledger recorded `recorded` units more, the oldest first. */
export function settled(gifts: readonly LetThrough[], recorded: number): readonly LetThrough[] {
  let open = Math.max(0, recorded);
  const left: LetThrough[] = [];
  for (const gift of gifts) {
    const known = Math.min(open, gift.units);
    open -= known;
    if (known < gift.units) left.push({ ...gift, units: units(gift.units - known) });
  }
  return left;
}

/** How many units were let through that the ledger does not know yet. */
export function unitsUnderWay(gifts: readonly LetThrough[], now: EpochMs): Units {
  return units(
    gifts
      .filter(({ at }) => now - at < GIVEN_UP_MS)
      .reduce((sum, { units: amount }) => sum + amount, 0),
  );
}
