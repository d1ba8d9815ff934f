import { liveQuery } from 'dexie';
import type { PlatformId } from '../../utils/core/ids.ts';
import { onMessage, sendMessage, type TagPrices } from '../../utils/messaging/protocol.ts';
import { cataloguePictures } from '../../utils/platforms/catalogues.ts';
import { giftCellsOf } from '../../utils/platforms/gift-cells.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { picturedGifts } from '../../utils/storage/gift-prices.ts';
import { onSettingsChange, readSettings } from '../../utils/storage/settings.ts';
import { currentCosts } from './prices.ts';
import { senderFrame } from './sender.ts';

/** What a platform's price tags are made from: the page's own gift list and the catalogue, by picture. */
async function tagPrices(
  database: LedgerDatabase,
  platform: PlatformId,
): Promise<TagPrices | null> {
  const cells = giftCellsOf(platform);
  if (cells === null || !(await readSettings()).tags) return null;
  const rate = (await currentCosts(database)).listed(cells.unit);
  if (rate === null) return null;
  const gifts = new Map<string, Set<number>>(
    [...cataloguePictures(platform)].map(([key, prices]) => [key, new Set<number>(prices)]),
  );
  for (const { icon, price } of await picturedGifts(database, platform)) {
    const key = cells.pictureKey(icon);
    if (key === null) continue;
    const prices = gifts.get(key) ?? new Set();
    gifts.set(key, price === null ? prices : prices.add(price));
  }
  return {
    rate,
    gifts: Object.fromEntries([...gifts].map(([key, prices]) => [key, [...prices]])),
  };
}

/** Answers the price tags of pages, and tells them whenever the user's price, the switch or the known gifts change. */
export function answerTags(database: LedgerDatabase): void {
  onMessage('tagPrices', ({ sender }) => tagPrices(database, senderFrame(sender).platform));
  const tell = async () => {
    const pages = await database.pages.filter(({ frame }) => frame === 0).toArray();
    for (const [platform, tabs] of Map.groupBy(pages, (page) => page.platform)) {
      const prices = await tagPrices(database, platform);
      for (const { tab } of tabs) {
        // A tab without tags (closed, or still loading) asks when it has them.
        await sendMessage('tagPricesChanged', prices, tab).catch(() => undefined);
      }
    }
  };
  // Trouble with storage is named where it matters; tags stay as they are and ask again.
  const soon = () => void tell().catch(() => undefined);
  onSettingsChange(soon);
  let first = true;
  liveQuery(() => database.gifts.toArray()).subscribe({
    next: () => {
      // What is there at the start is news to nobody: every page asked by itself.
      if (!first) soon();
      first = false;
    },
    error: () => undefined,
  });
}
