import type { Brand } from './brand.ts';

/** The platforms that the ledger knows, as their folders in `utils/platforms/` are called. */
export const platformIds = [
  'tiktok',
  'kick',
  'twitch',
  'youtube',
  'instagram',
  'telegram',
  'facebook',
] as const;

export type PlatformId = (typeof platformIds)[number];

/** A person's stable id on a platform: never a handle or a name, which change. 64-bit ids as decimal text. */
export type AccountId = Brand<string, 'AccountId'>;

/** One live stream, by the platform's id. */
export type RoomId = Brand<string, 'RoomId'>;

/** A gift's id in a platform's catalogue. */
export type GiftId = Brand<string, 'GiftId'>;

/** One payment: the key under which every sighting of it is merged. */
export type EntryId = Brand<string, 'EntryId'>;

/** An ISO 4217 currency code such as `USD`. */
export type CurrencyCode = Brand<string, 'CurrencyCode'>;
