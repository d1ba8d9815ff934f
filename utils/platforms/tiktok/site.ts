import type { Site } from '../types.ts';

/** TikTok: `www` shows streams, `livecenter` and `shop` show creators their own. */
export const tiktokSite: Site = {
  id: 'tiktok',
  label: 'TikTok',
  unit: 'tiktok:coin',
  domains: ['tiktok.com'],
};
