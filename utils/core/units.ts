import type { Brand } from './brand.ts';

/** A platform's own currency. ISO 4217 currencies join these where a platform takes money itself. */
export type UnitId = (typeof unitIds)[number];

/** Every unit that the ledger knows. */
export const unitIds = ['tiktok:coin'] as const;

/** A whole number of a unit, exact for ever. */
export type Units = Brand<number, 'Units'>;

/** More of a unit than anyone can have sent at once: the dearest TikTok gift seen costs 44,999 coins. */
export const MOST_UNITS_IN_ONE_ENTRY = 100_000_000;

/** Makes {@link Units}. Throws `RangeError` unless `value` is a whole, exact number from 0 up. */
export function units(value: number): Units {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`not a whole number of units: ${value}`);
  }
  return value as Units;
}
