import type { Platform } from '../types.ts';
import { FacebookDecoder } from './decode.ts';
import { facebookElements } from './elements.ts';
import { facebookPage } from './page.ts';
import { facebookSite } from './site.ts';
import { facebookStructure } from './structure.ts';

/** Facebook's live videos as content scripts use them. */
export const facebook: Platform = {
  site: facebookSite,
  page: facebookPage,
  elements: facebookElements,
  structure: facebookStructure,
  createDecoder: () => new FacebookDecoder(),
};
