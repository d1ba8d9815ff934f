import { currencyCode, type UnitRate } from './money.ts';
import { type UnitId, units } from './units.ts';

/** What a unit is worth to a creator, as far as anybody knows, and where the figure is from. */
export interface WorthRate {
  readonly unit: UnitId;
  readonly rate: UnitRate;
  readonly date: string;
  readonly source: string;
}

/**
 * Estimates: TikTok publishes no rate. $0.005 a coin is what creators report after TikTok keeps about half; it varies
 * by region, agency and time. Never to be shown without the word "about".
 */
export const worthRates: readonly WorthRate[] = [
  {
    unit: 'tiktok:coin',
    rate: { currency: currencyCode('USD'), minor: 5, units: units(10) },
    date: '2026-11',
    source: 'streampace.io',
  },
];
