import type { Site } from '../types.ts';

/** Kick: `kick.com` shows streams, `dashboard.kick.com` shows creators their own. */
export const kickSite: Site = {
  id: 'kick',
  label: 'Kick',
  unit: 'kick:kick',
  domains: ['kick.com'],
  optional: true,
};
