import { instagramHook } from './instagram/hook.ts';
import { kickHook } from './kick/hook.ts';
import { tiktokHook } from './tiktok/hook.ts';
import { twitchHook } from './twitch/hook.ts';
import type { Hook } from './types.ts';
import { youtubeHook } from './youtube/hook.ts';

/**
 * A platform's {@link Hook} as the page script calls it: with the address alone, absolute and normalised. The other
 * parts of a `URL` are getters, which a page can replace to see or disturb the matching.
 */
export interface PageHook extends Hook {
  socket(url: Pick<URL, 'href'>): boolean;
  request(url: Pick<URL, 'href'>): boolean;
}

/** Every platform's hook, for the page script: one line a platform. */
export const hooks: readonly PageHook[] = [
  tiktokHook,
  kickHook,
  twitchHook,
  youtubeHook,
  instagramHook,
];
