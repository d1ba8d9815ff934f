import type { Site } from '../types.ts';

/** Telegram's web clients, /a/ and /k/. Nothing is hooked: what they send and receive is encrypted. */
export const telegramSite: Site = {
  id: 'telegram',
  label: 'Telegram',
  unit: 'telegram:star',
  domains: ['web.telegram.org'],
  optional: true,
  carrier: 'page',
};
