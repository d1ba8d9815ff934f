import type { Platform } from '../types.ts';
import { InstagramDecoder } from './decode.ts';
import { instagramPage } from './page.ts';
import { instagramSite } from './site.ts';

/** Instagram as content scripts use it. */
export const instagram: Platform = {
  site: instagramSite,
  page: instagramPage,
  createDecoder: () => new InstagramDecoder(),
};
