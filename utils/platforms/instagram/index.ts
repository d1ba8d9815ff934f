import type { Platform } from '../types.ts';
import { InstagramDecoder } from './decode.ts';
import { instagramPage } from './page.ts';
import { instagramSite } from './site.ts';
import { instagramStructure } from './structure.ts';

/** Instagram as content scripts use it. */
export const instagram: Platform = {
  site: instagramSite,
  page: instagramPage,
  structure: instagramStructure,
  createDecoder: () => new InstagramDecoder(),
};
