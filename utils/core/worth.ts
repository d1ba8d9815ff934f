import { costOf, currencyCode, type Money, type UnitRate } from './money.ts';
import { type AmountUnit, type UnitId, units } from './units.ts';
import type { Sum } from './views.ts';

/** What a unit is worth to a creator, as far as anybody knows, and where the figure is from. */
export interface WorthRate {
  readonly unit: UnitId;
  readonly rate: UnitRate;
  readonly date: string;
  readonly source: string;
}

/**
 * Estimates: TikTok publishes no rate. $0.005 a coin is what creators report after TikTok keeps about half; it varies
 * by region, agency and time. Never to be shown without the word "about". Nobody tells what a KICK is worth to a creator.
 */
export const worthRates: readonly WorthRate[] = [
  {
    unit: 'tiktok:coin',
    rate: { currency: currencyCode('USD'), minor: 5, units: units(10) },
    date: '2026-11',
    source: 'streampace.io',
  },
];

/** The rate of a unit; null where nobody knows one, and for money, of which no platform's share is known here. */
export function worthRateOf(unit: AmountUnit): WorthRate | null {
  return worthRates.find((each) => each.unit === unit) ?? null;
}

/** What a sum is worth to a creator; null where no rate is known for some of it, since a part is not the whole. */
export function worthOf({ amounts }: Pick<Sum, 'amounts'>): Money | null {
  let sum: Money | null = null;
  for (const { unit, units: amount } of amounts) {
    const rate = worthRateOf(unit)?.rate;
    const worth = rate === undefined ? null : costOf(amount, rate);
    if (worth === null || (sum !== null && sum.currency !== worth.currency)) {
      return null;
    }
    sum = sum === null ? worth : { ...worth, amount: sum.amount + worth.amount };
  }
  return sum;
}
