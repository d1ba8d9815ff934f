import type { CreatorAlertRules } from './creator-alerts.ts';
import { type UnitId, type Units, units } from './units.ts';

/** What a creator chose about alerts while live. Thresholds are kept while their alert is off. */
export interface CreatorAlertSettings {
  readonly bigGift: { readonly on: boolean; readonly unit: UnitId; readonly units: Units };
  readonly firstGift: { readonly on: boolean };
  readonly returning: { readonly on: boolean; readonly afterDays: number };
  readonly spike: {
    readonly on: boolean;
    readonly unit: UnitId;
    /** How many times as much as minutes brought before. */
    readonly times: number;
    /** How much a minute has to bring at least. */
    readonly least: Units;
  };
  /** Whether the browser notifies too; alerts are always shown in the live desk and on the user's own stream. */
  readonly notifications: boolean;
  /** Whether the live desk plays a short tone. */
  readonly sound: boolean;
}

/** What holds where the user chose nothing: only what nobody wants to miss, and silently. */
export const freshCreatorAlerts: CreatorAlertSettings = {
  bigGift: { on: true, unit: 'tiktok:coin', units: units(1_000) },
  firstGift: { on: false },
  returning: { on: false, afterDays: 30 },
  spike: { on: false, unit: 'tiktok:coin', times: 5, least: units(500) },
  notifications: false,
  sound: false,
};

/** The most days, and the most times as much, that can be chosen. */
export const MOST_AFTER_DAYS = 3_650;
export const MOST_TIMES = 1_000;

/** What is to be told of, by what was chosen. */
export function alertRulesOf(chosen: CreatorAlertSettings): CreatorAlertRules {
  const { bigGift, firstGift, returning, spike } = chosen;
  return {
    bigGift: bigGift.on ? bigGift : null,
    firstGift: firstGift.on,
    returning: returning.on ? returning : null,
    spike: spike.on ? spike : null,
  };
}
