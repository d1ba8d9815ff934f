import type { Site } from '../types.ts';

/** Twitch: `www.twitch.tv` shows streams and chats, `dashboard.twitch.tv` shows creators their own. */
export const twitchSite: Site = {
  id: 'twitch',
  label: 'Twitch',
  unit: 'twitch:bit',
  domains: ['twitch.tv'],
  optional: true,
};
