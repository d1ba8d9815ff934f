import type { Platform } from '../types.ts';
import { tiktokCoinPage } from './coin-page.ts';
import { TikTokDecoder } from './decode.ts';
import { tiktokPage } from './page.ts';
import { tiktokSite } from './site.ts';

/** TikTok as content scripts use it. */
export const tiktok: Platform = {
  site: tiktokSite,
  page: tiktokPage,
  coinPage: tiktokCoinPage,
  createDecoder: () => new TikTokDecoder(),
};
