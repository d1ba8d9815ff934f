import type { Site } from '../types.ts';

/** Instagram: `www.instagram.com` shows streams. Nothing is sold there: badges and Stars are bought in the app only. */
export const instagramSite: Site = {
  id: 'instagram',
  label: 'Instagram',
  unit: 'instagram:star',
  domains: ['instagram.com'],
  optional: true,
  carrier: 'requests',
};
