import type { CreatorAlertRules } from './creator-alerts.ts';
import type { Thresholds } from './thresholds.ts';
import { unitIds, units } from './units.ts';

/** What a creator chose about alerts while live. Thresholds are kept while their alert is off. */
export interface CreatorAlertSettings {
  readonly bigGift: { readonly on: boolean; readonly least: Thresholds };
  readonly firstGift: { readonly on: boolean };
  readonly returning: { readonly on: boolean; readonly afterDays: number };
  readonly spike: {
    readonly on: boolean;
    /** How many times as much as minutes brought before. */
    readonly times: number;
    /** How much a minute has to bring at least. */
    readonly least: Thresholds;
  };
  /** Whether the browser notifies too; alerts are always shown in the live desk and on the user's own stream. */
  readonly notifications: boolean;
  /** Whether the live desk plays a short tone. */
  readonly sound: boolean;
}

/** So much of every unit; TikTok's coins, of which two are about one of the others, count twice. */
function ofEach(amount: number): Thresholds {
  const all = unitIds.map((unit) => [unit, units(unit === 'tiktok:coin' ? 2 * amount : amount)]);
  return { units: Object.fromEntries(all), money: null };
}

/** What holds where the user chose nothing: only what nobody wants to miss, and silently. */
export const freshCreatorAlerts: CreatorAlertSettings = {
  bigGift: { on: true, least: ofEach(500) },
  firstGift: { on: false },
  returning: { on: false, afterDays: 30 },
  spike: { on: false, times: 5, least: ofEach(250) },
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
