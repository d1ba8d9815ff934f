import type { Site } from '../types.ts';

/** YouTube: `www.youtube.com` shows streams, `studio.youtube.com` shows creators their own. */
export const youtubeSite: Site = {
  id: 'youtube',
  label: 'YouTube',
  unit: 'youtube:jewel',
  domains: ['youtube.com'],
  optional: true,
  carrier: 'requests',
};
