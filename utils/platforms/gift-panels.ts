import type { PlatformId } from '../core/ids.ts';
import { siteOf } from './sites.ts';
import { tiktokGiftPanel } from './tiktok/gift-panel.ts';
import type { GiftPanel } from './types.ts';

/** How sending is recognised on each platform: one line a platform that has a gift panel on its pages. */
const giftPanels: Partial<Record<PlatformId, GiftPanel>> = { tiktok: tiktokGiftPanel };

/** How sending is recognised on a page; null on other sites. */
export function giftPanelAt(url: URL): GiftPanel | null {
  const site = siteOf(url);
  return site === null ? null : (giftPanels[site.id] ?? null);
}
