import { liveQuery } from 'dexie';
import type { PlatformId } from '../../utils/core/ids.ts';
import { catalogueGifts } from '../../utils/platforms/catalogues.ts';
import { giftCellsOf } from '../../utils/platforms/gift-cells.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { picturedGifts } from '../../utils/storage/gift-prices.ts';

/** What is known of the gifts that one picture stands for. */
export interface PicturedGift {
  readonly prices: ReadonlySet<number>;
  readonly names: ReadonlySet<string>;
}

/** A platform's gifts by the key of their picture: from the page's own gift list and the catalogue. */
export async function giftsByPicture(
  database: LedgerDatabase,
  platform: PlatformId,
): Promise<ReadonlyMap<string, PicturedGift>> {
  const gifts = new Map<string, { prices: Set<number>; names: Set<string> }>();
  const add = (key: string, price: number | null, name: string) => {
    const gift = gifts.get(key) ?? { prices: new Set(), names: new Set() };
    gifts.set(key, gift);
    if (price !== null) gift.prices.add(price);
    if (name !== '') gift.names.add(name);
  };
  for (const gift of catalogueGifts()) {
    if (gift.platform !== platform) continue;
    for (const key of gift.pictures) add(key, gift.price, gift.name);
  }
  const cells = giftCellsOf(platform);
  for (const { icon, name, price } of await picturedGifts(database, platform)) {
    const key = cells?.pictureKey(icon) ?? null;
    if (key !== null) add(key, price, name);
  }
  return gifts;
}

/** Calls back whenever the known gifts change. */
export function watchGifts(database: LedgerDatabase, onChanged: () => void): void {
  let first = true;
  liveQuery(() => database.gifts.toArray()).subscribe({
    next: () => {
      // What is there at the start is news to nobody: every page asked by itself.
      if (!first) onChanged();
      first = false;
    },
    // Trouble with storage is named where it matters.
    error: () => undefined,
  });
}
