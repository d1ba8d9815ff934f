import type { EntryId } from '../core/ids.ts';
import {
  compareLarge,
  LARGE_GIFTS,
  type LargeGift,
  type LargeGiftOf,
  largestAfter,
  receivedSharesOf,
} from '../core/received-totals.ts';
import type { SessionId } from '../core/totals.ts';
import type { AmountUnit } from '../core/units.ts';
import type { LargeGifts, LedgerDatabase } from './database.ts';
import { eachOfSession } from './entry-pages.ts';

interface Moved {
  readonly session: SessionId;
  readonly unit: AmountUnit;
  readonly went: Set<EntryId>;
  readonly came: Map<EntryId, LargeGift>;
}

/** What a run of changed entries does to the largest gifts of sessions, gathered before anything is written. */
export class LargeGiftChanges {
  readonly #moved = new Map<string, Moved>();

  /** Notes that a gift became another, came or went. */
  replace(before: LargeGiftOf | null, after: LargeGiftOf | null): void {
    if (before !== null) {
      const { went, came } = this.#of(before);
      if (!came.delete(before.entry)) went.add(before.entry);
    }
    if (after !== null) {
      const { entry, units } = after;
      this.#of(after).came.set(entry, { entry, units });
    }
  }

  #of({ session, unit }: LargeGiftOf): Moved {
    const key = JSON.stringify([session, unit]);
    const moved = this.#moved.get(key) ?? { session, unit, went: new Set(), came: new Map() };
    this.#moved.set(key, moved);
    return moved;
  }

  /** Writes what is largest now. Must run in the transaction that writes the entries, and after it wrote them. */
  async write(database: LedgerDatabase): Promise<void> {
    const moved = [...this.#moved.values()];
    if (moved.length === 0) return;
    const stored = await database.largeGifts.bulkGet(
      moved.map(({ session, unit }): [SessionId, AmountUnit] => [session, unit]),
    );
    const changed: LargeGifts[] = [];
    for (const [index, { session, unit, went, came }] of moved.entries()) {
      const kept = stored[index]?.gifts ?? [];
      const gifts =
        largestAfter(kept, went, [...came.values()]) ??
        (await findLargest(database, session, unit));
      if (gifts.length === 0) await database.largeGifts.delete([session, unit]);
      else if (!isSame(kept, gifts)) changed.push({ session, unit, gifts });
    }
    if (changed.length > 0) await database.largeGifts.bulkPut(changed);
    this.#moved.clear();
  }
}

/** Goes through a whole session: only after the user took one of its largest gifts away. */
async function findLargest(
  database: LedgerDatabase,
  session: SessionId,
  unit: AmountUnit,
): Promise<readonly LargeGift[]> {
  let largest: LargeGift[] = [];
  await eachOfSession(database, session, (row) => {
    const large = receivedSharesOf(row)?.large;
    if (!large || large.unit !== unit) return;
    largest.push({ entry: large.entry, units: large.units });
    if (largest.length > LARGE_GIFTS * 50) {
      largest = largest.sort(compareLarge).slice(0, LARGE_GIFTS);
    }
  });
  return largest.sort(compareLarge).slice(0, LARGE_GIFTS);
}

function isSame(a: readonly LargeGift[], b: readonly LargeGift[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ entry, units }, index) => entry === b[index]?.entry && units === b[index]?.units)
  );
}
