import {
  type CreatorAlertSettings,
  MOST_AFTER_DAYS,
  MOST_TIMES,
} from '../../../utils/core/creator-alert-settings.ts';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { Price } from '../../../utils/core/scaled.ts';
import type { Thresholds } from '../../../utils/core/thresholds.ts';
import {
  MOST_UNITS_IN_ONE_ENTRY,
  type UnitId,
  type Units,
  unitIds,
} from '../../../utils/core/units.ts';
import { readPrice, readUnits } from '../../conversion.ts';
import { formatCount } from '../../format.ts';
import type { FieldTrouble } from '../../typed-trouble.ts';
import { typedPrice } from '../typed-fields.ts';

/** The two amounts of which a creator says from how much on they are much. */
export type AmountsTyped = 'bigGift' | 'spike';

/** One field that holds a number: a count by name, or an amount in a unit or in money. */
export type LiveField = 'days' | 'times' | `${AmountsTyped}-${UnitId | 'money'}`;

/** The thresholds as typed, by field. An amount that is left empty, or is not there, has no threshold. */
export type LiveAlertFields = ReadonlyMap<LiveField, string>;

/** What is wrong, by field; `range` where a number is none that the field takes. */
export type LiveAlertTroubles = ReadonlyMap<LiveField, FieldTrouble | 'range'>;

/** The largest number that a field takes. */
export function mostOf(field: LiveField): number {
  if (field === 'days') return MOST_AFTER_DAYS;
  return field === 'times' ? MOST_TIMES : MOST_UNITS_IN_ONE_ENTRY;
}

/** What was chosen as fields. */
export function liveAlertFields(
  { bigGift, returning, spike }: CreatorAlertSettings,
  locale: string,
): LiveAlertFields {
  const fields = new Map<LiveField, string>([
    ['days', formatCount(returning.afterDays, locale)],
    ['times', formatCount(spike.times, locale)],
  ]);
  for (const [of, { units, money }] of [
    ['bigGift', bigGift.least],
    ['spike', spike.least],
  ] as const) {
    for (const unit of unitIds) {
      const amount = units[unit];
      if (amount !== undefined) fields.set(`${of}-${unit}`, formatCount(amount, locale));
    }
    if (money !== null) fields.set(`${of}-money`, typedPrice(money, locale));
  }
  return fields;
}

/** Reads the thresholds, money in `currency`; whether an alert is on stays as it was `chosen`. */
export function readLiveAlerts(
  fields: LiveAlertFields,
  chosen: CreatorAlertSettings,
  locale: string,
  currency: CurrencyCode,
):
  | { readonly read: Pick<CreatorAlertSettings, 'bigGift' | 'returning' | 'spike'> }
  | { readonly troubles: LiveAlertTroubles } {
  const troubles = new Map<LiveField, FieldTrouble | 'range'>();
  const number = (field: LiveField): Units | null => {
    const typed = readUnits(fields.get(field) ?? '', locale);
    if (typed.kind === 'done' && typed.to >= 1 && typed.to <= mostOf(field)) return typed.to;
    const wrong =
      typed.kind === 'done' ? 'range' : typed.kind === 'empty' ? 'empty' : typed.trouble;
    troubles.set(field, wrong);
    return null;
  };
  const price = (field: LiveField): Price | null => {
    const typed = readPrice(fields.get(field) ?? '', locale, currency);
    if (typed.kind === 'done' && typed.to.minor > 0) return typed.to;
    if (typed.kind === 'done') troubles.set(field, 'no-money');
    if (typed.kind === 'trouble') troubles.set(field, typed.trouble);
    return null;
  };
  const least = (of: AmountsTyped): Thresholds => {
    const units: Partial<Record<UnitId, Units>> = {};
    for (const unit of unitIds) {
      const field = `${of}-${unit}` as const;
      const typed = (fields.get(field) ?? '').trim() === '' ? null : number(field);
      if (typed !== null) units[unit] = typed;
    }
    return { units, money: price(`${of}-money`) };
  };
  const [days, times] = [number('days'), number('times')];
  const [bigGift, spike] = [least('bigGift'), least('spike')];
  if (days === null || times === null || troubles.size > 0) return { troubles };
  return {
    read: {
      bigGift: { on: chosen.bigGift.on, least: bigGift },
      returning: { on: chosen.returning.on, afterDays: days },
      spike: { on: chosen.spike.on, times, least: spike },
    },
  };
}
