import type { Platform } from '../types.ts';
import { YoutubeDecoder } from './decode.ts';
import { youtubePage } from './page.ts';
import { youtubeSite } from './site.ts';
import { youtubeStructure } from './structure.ts';

/** YouTube as content scripts use it. */
export const youtube: Platform = {
  site: youtubeSite,
  page: youtubePage,
  structure: youtubeStructure,
  createDecoder: (place) => new YoutubeDecoder(place),
};
