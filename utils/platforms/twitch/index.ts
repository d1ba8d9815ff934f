import type { Platform } from '../types.ts';
import { TwitchDecoder } from './decode.ts';
import { twitchPage } from './page.ts';
import { twitchSite } from './site.ts';
import { twitchStructure } from './structure.ts';

/** Twitch as content scripts use it. */
export const twitch: Platform = {
  site: twitchSite,
  page: twitchPage,
  structure: twitchStructure,
  createDecoder: () => new TwitchDecoder(),
};
