import type { Brand } from './brand.ts';
import type { PlatformId } from './ids.ts';

/** The platforms' own currencies, in the order in which sums name them. */
export const unitIds = [
  'tiktok:coin',
  'kick:kick',
  'twitch:bit',
  'youtube:jewel',
  'instagram:star',
  'telegram:star',
  'facebook:star',
] as const;

/** A platform's own currency. */
export type UnitId = (typeof unitIds)[number];

/** The platform whose currency a unit is. */
export const platformOfUnit: Readonly<Record<UnitId, PlatformId>> = {
  'tiktok:coin': 'tiktok',
  'kick:kick': 'kick',
  'twitch:bit': 'twitch',
  'youtube:jewel': 'youtube',
  'instagram:star': 'instagram',
  'telegram:star': 'telegram',
  'facebook:star': 'facebook',
};

/** Money itself, counted in minor units of an ISO 4217 currency: where a platform takes money, not units of its own. */
export type MoneyUnit = `money:${string}`;

/** What a payment's amount is counted in. Amounts of different ones are never added except as what they cost. */
export type AmountUnit = UnitId | MoneyUnit;

/** A whole number of a unit, exact for ever. */
export type Units = Brand<number, 'Units'>;

/** More of a unit than anyone can have sent at once: the dearest TikTok gift seen costs 44,999 coins. */
export const MOST_UNITS_IN_ONE_ENTRY = 100_000_000;

/** The same for money in minor units: a Super Chat ends at $500, which is near 10^9 of Indonesia's. */
export const MOST_MINOR_IN_ONE_ENTRY = 100_000_000_000;

/** Makes {@link Units}. Throws `RangeError` unless `value` is a whole, exact number from 0 up. */
export function units(value: number): Units {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`not a whole number of units: ${value}`);
  }
  return value as Units;
}

/** Where a unit stands in a sum: the platforms' own first, then money by its code. */
export function compareUnits(a: AmountUnit, b: AmountUnit): number {
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function place(unit: AmountUnit): number {
  return isOwnUnit(unit) ? unitIds.indexOf(unit) : unitIds.length;
}

/** Whether a unit is a platform's own, which has to be bought first. */
export function isOwnUnit(unit: AmountUnit): unit is UnitId {
  return !unit.startsWith('money:');
}
