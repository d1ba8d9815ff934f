import type { Platform } from '../types.ts';
import { tiktokCoinPage } from './coin-page.ts';
import { TikTokDecoder } from './decode.ts';
import { tiktokPage } from './page.ts';
import { tiktokSite } from './site.ts';
import { tiktokStructure } from './structure.ts';

/** TikTok as content scripts use it. */
export const tiktok: Platform = {
  site: tiktokSite,
  page: tiktokPage,
  coinPage: tiktokCoinPage,
  structure: tiktokStructure,
  createDecoder: () => new TikTokDecoder(),
};
