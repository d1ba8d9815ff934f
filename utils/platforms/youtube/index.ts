import type { Platform } from '../types.ts';
import { YoutubeDecoder } from './decode.ts';
import { youtubePage } from './page.ts';
import { youtubeSite } from './site.ts';

/** YouTube as content scripts use it. */
export const youtube: Platform = {
  site: youtubeSite,
  page: youtubePage,
  createDecoder: (place) => new YoutubeDecoder(place),
};
