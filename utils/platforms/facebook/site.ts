import type { Site } from '../types.ts';

/** Facebook's live videos. Nothing is hooked: how its traffic tells of Stars is not known. */
export const facebookSite: Site = {
  id: 'facebook',
  label: 'Facebook',
  unit: 'facebook:star',
  domains: ['facebook.com'],
  optional: true,
  carrier: 'page',
};
