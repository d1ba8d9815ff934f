import type { PlatformId } from '../core/ids.ts';
import { siteOf } from './sites.ts';
import { tiktokGiftCells } from './tiktok/gift-cells.ts';
import type { GiftCells } from './types.ts';

/** How each platform's gift panel is recognised: one line a platform that has one on its pages. */
const giftCells: Partial<Record<PlatformId, GiftCells>> = { tiktok: tiktokGiftCells };

/** How a platform's gift panel is recognised; null where it has none. */
export function giftCellsOf(platform: PlatformId): GiftCells | null {
  return giftCells[platform] ?? null;
}

/** How the gift panel of a page is recognised; null on other sites. */
export function giftCellsAt(url: URL): GiftCells | null {
  const site = siteOf(url);
  return site === null ? null : giftCellsOf(site.id);
}
