import {
  type CreatorAlertSettings,
  MOST_AFTER_DAYS,
  MOST_TIMES,
} from '../../../utils/core/creator-alert-settings.ts';
import { MOST_UNITS_IN_ONE_ENTRY, type UnitId } from '../../../utils/core/units.ts';
import { readUnits } from '../../conversion.ts';
import { formatCount } from '../../format.ts';
import type { FieldTrouble } from '../../typed-trouble.ts';

/** The thresholds as typed. */
export interface LiveAlertFields {
  readonly bigGift: string;
  readonly bigGiftUnit: UnitId;
  readonly days: string;
  readonly times: string;
  readonly least: string;
  readonly spikeUnit: UnitId;
}

/** Fields that hold a number, with the largest that each takes. */
export const numbersTyped = {
  bigGift: MOST_UNITS_IN_ONE_ENTRY,
  days: MOST_AFTER_DAYS,
  times: MOST_TIMES,
  least: MOST_UNITS_IN_ONE_ENTRY,
} as const;
export type NumberTyped = keyof typeof numbersTyped;

/** What is wrong, by field; `range` where a number is none that the field takes. */
export type LiveAlertTroubles = Partial<Record<NumberTyped, FieldTrouble | 'range'>>;

/** What was chosen as fields. */
export function liveAlertFields(chosen: CreatorAlertSettings, locale: string): LiveAlertFields {
  const { bigGift, returning, spike } = chosen;
  return {
    bigGift: formatCount(bigGift.units, locale),
    bigGiftUnit: bigGift.unit,
    days: formatCount(returning.afterDays, locale),
    times: formatCount(spike.times, locale),
    least: formatCount(spike.least, locale),
    spikeUnit: spike.unit,
  };
}

/** Reads the thresholds; whether an alert is on stays as it was `chosen`. */
export function readLiveAlerts(
  fields: LiveAlertFields,
  chosen: CreatorAlertSettings,
  locale: string,
):
  | { readonly read: Pick<CreatorAlertSettings, 'bigGift' | 'returning' | 'spike'> }
  | { readonly troubles: LiveAlertTroubles } {
  const troubles: LiveAlertTroubles = {};
  const read = (name: NumberTyped) => {
    const typed = readUnits(fields[name], locale);
    const inRange = typed.kind === 'done' && typed.to >= 1 && typed.to <= numbersTyped[name];
    if (inRange) return typed.to;
    troubles[name] =
      typed.kind === 'empty' ? 'empty' : typed.kind === 'trouble' ? typed.trouble : 'range';
    return null;
  };
  const [bigGift, days, times, least] = [
    read('bigGift'),
    read('days'),
    read('times'),
    read('least'),
  ];
  if (bigGift === null || days === null || times === null || least === null) return { troubles };
  return {
    read: {
      bigGift: { on: chosen.bigGift.on, unit: fields.bigGiftUnit, units: bigGift },
      returning: { on: chosen.returning.on, afterDays: days },
      spike: { on: chosen.spike.on, unit: fields.spikeUnit, times, least },
    },
  };
}
