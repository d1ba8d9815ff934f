import type { CsvCell } from './csv.ts';
import type { AccountId, GiftId, PlatformId, RoomId } from './ids.ts';
import { decimalOf, type Money } from './money.ts';
import { paidMoney } from './paid-money.ts';
import type { EpochMs, TimeZone } from './time.ts';
import type { AmountUnit } from './units.ts';

/** A spreadsheet would round a 64-bit id that stands alone. */
export function withPlatform(platform: PlatformId, id: AccountId | GiftId | RoomId): string {
  return `${platform}:${id}`;
}

/** Whole units of a platform's own; money as people write it. */
export function inUnit(unit: AmountUnit | null, amount: number | null): CsvCell {
  const money = unit === null || amount === null ? null : paidMoney(unit, amount);
  return money === null ? amount : plain(money, money.amount);
}

/** An exact decimal that a spreadsheet reads as a number; without zeros that say nothing. */
export function plain(
  { currency, scale }: Pick<Money, 'currency' | 'scale'>,
  amount: number,
): CsvCell {
  const decimal = decimalOf({ currency, scale, amount });
  return { number: decimal.replace(/(?<=\.\d*)0{1,4}$/, '').replace(/\.$/, '') };
}

/** ISO 8601 with the offset that the zone had then. */
export function zonedTime(at: EpochMs, zone: TimeZone): string {
  return zoned(at, zone).toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
}

/** A moment as a zone has it on its calendar and clock. */
export function zoned(at: EpochMs, zone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
