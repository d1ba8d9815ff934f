import type { PlatformId } from '../../utils/core/ids.ts';

/** The platforms' names, which no language translates. */
export const platformLabels: Readonly<Record<PlatformId, string>> = {
  tiktok: 'TikTok',
  kick: 'Kick',
};
