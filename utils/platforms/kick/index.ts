import type { Platform } from '../types.ts';
import { KickDecoder } from './decode.ts';
import { kickPage } from './page.ts';
import { kickSite } from './site.ts';
import { kickStructure } from './structure.ts';

/** Kick as content scripts use it. */
export const kick: Platform = {
  site: kickSite,
  page: kickPage,
  structure: kickStructure,
  createDecoder: () => new KickDecoder(),
};
