import { type PlatformId, platformIds } from '../../utils/core/ids.ts';
import { onMessage, sendMessage, type TagPrices } from '../../utils/messaging/protocol.ts';
import { giftCellsOf } from '../../utils/platforms/gift-cells.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { onSettingsChange, readSettings } from '../../utils/storage/settings.ts';
import { giftsByPicture } from './gift-pictures.ts';
import { userRate } from './prices.ts';
import { senderFrame } from './sender.ts';

/** What a platform's price tags are made from: the page's own gift list and the catalogue, by picture. */
async function tagPrices(
  database: LedgerDatabase,
  platform: PlatformId,
): Promise<TagPrices | null> {
  const cells = giftCellsOf(platform);
  if (cells === null || !(await readSettings()).tags) return null;
  const rate = await userRate(database, cells.unit);
  if (rate === null) return null;
  const gifts = await giftsByPicture(database, platform);
  return {
    rate,
    gifts: Object.fromEntries([...gifts].map(([key, { prices }]) => [key, [...prices]])),
  };
}

/** By which price tags are told again. */
export interface TagTelling {
  /** What is known of gifts changed. */
  giftsChanged(): void;
  /** What the user pays may have changed: they are told only where it did. */
  pricesMayHaveChanged(): void;
}

/** Answers the price tags of pages, and tells them whenever the switch or the user's price changes. */
export function answerTags(database: LedgerDatabase): TagTelling {
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
  let told = '';
  const tellPrices = async () => {
    const units = platformIds.flatMap((platform) => giftCellsOf(platform)?.unit ?? []);
    const rates = JSON.stringify(await Promise.all(units.map((unit) => userRate(database, unit))));
    if (rates !== told) await tell();
    told = rates;
  };
  return {
    giftsChanged: soon,
    pricesMayHaveChanged: () => void tellPrices().catch(() => undefined),
  };
}
