import { facebook } from './facebook/index.ts';
import { instagram } from './instagram/index.ts';
import { kick } from './kick/index.ts';
import { siteOf } from './sites.ts';
import { telegram } from './telegram/index.ts';
import { tiktok } from './tiktok/index.ts';
import { twitch } from './twitch/index.ts';
import type { Platform } from './types.ts';
import { youtube } from './youtube/index.ts';

/** Every platform with its decoder: one line a platform. Content scripts and the replay command use this list. */
export const platforms: readonly Platform[] = [
  tiktok,
  kick,
  twitch,
  youtube,
  instagram,
  telegram,
  facebook,
];

/** The platform that a page belongs to, or null. */
export function platformOf(url: URL): Platform | null {
  const site = siteOf(url);
  return platforms.find((platform) => platform.site.id === site?.id) ?? null;
}
