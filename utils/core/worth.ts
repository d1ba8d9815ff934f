import { type MoneyRange, type WorthRange, worthOf } from './conversion.ts';
import { AmountTooLarge, currencyCode } from './money.ts';
import type { OwnWorth } from './operation.ts';
import { type Payout, paidRate } from './payout.ts';
import type { EpochMs } from './time.ts';
import {
  type AmountUnit,
  MOST_UNITS_IN_ONE_ENTRY,
  type UnitId,
  type Units,
  unitIds,
  units,
} from './units.ts';
import type { Sum } from './views.ts';

/** What a unit is worth to a creator, as far as anybody knows, and where the figure is from. Never said without "about". */
export interface WorthRate {
  readonly unit: UnitId;
  readonly range: WorthRange;
  /** When the figure was seen, as precisely as its source says, or the moment at which the user set it. */
  readonly date: string | EpochMs;
  /** The site that tells it; empty for the user's own and for what payouts came to. */
  readonly source: string;
  /** Whose word it is: the user's, their payouts', the platform's own as somebody quotes it, or of those who were paid. */
  readonly origin: 'own' | 'payouts' | 'official' | 'reported';
}

const usd = currencyCode('USD');

/** So many cents for so many units, neither more nor less. */
function dollars(minor: number, count: number): WorthRate['range'] {
  const price = { currency: usd, minor, units: units(count) };
  return { least: price, most: price };
}

/**
 * Estimates: TikTok publishes no rate. $0.005 a coin is what creators report; half of the website's price, the share
 * that is claimed, is $0.0053. Both vary by region, agency and time. Nobody tells what a KICK is worth to a creator.
 * Twitch's own documentation says $0.01 a bit, Instagram $0.01 a Star, as quoted by those articles.
 * Telegram pays $0.013 a Star by its developers' terms, as quoted by others; what is made from a gift is less. Facebook
 * pays $0.01 a Star, as an article says.
 */
const reported: readonly WorthRate[] = [
  {
    unit: 'tiktok:coin',
    range: {
      least: { currency: usd, minor: 5, units: units(10) },
      most: { currency: usd, minor: 53, units: units(100) },
    },
    date: '2026-11',
    source: 'streampace.io',
    origin: 'reported',
  },
  {
    unit: 'twitch:bit',
    range: dollars(1, 1),
    date: '2021',
    source: 'tech.everyeye.it',
    origin: 'official',
  },
  {
    unit: 'instagram:star',
    range: dollars(1, 1),
    date: '2023-02-09',
    source: 'svdaily.com',
    origin: 'official',
  },
  {
    unit: 'telegram:star',
    range: dollars(13, 10),
    date: '2026-09',
    source: 'core.telegram.org',
    origin: 'official',
  },
  {
    unit: 'facebook:star',
    range: dollars(1, 1),
    date: '2024-04-04',
    source: 'crowdfundly.com',
    origin: 'reported',
  },
];

/** The rate by which a unit's worth is told; null where nobody says, and for money, of which no share is known here. */
export type WorthRates = (unit: AmountUnit) => WorthRate | null;

/**
 * What units are worth to a creator: by the user's own figure, else by what own payouts came to, else by the reported
 * one.
 */
export function worthRates(own: readonly OwnWorth[], payouts: readonly Payout[] = []): WorthRates {
  const mine = new Map<AmountUnit, WorthRate>(own.map((each) => [each.unit, ownRate(each)]));
  for (const unit of unitIds) {
    const paid = mine.has(unit) ? null : paidRate(payouts, unit);
    if (paid === null) continue;
    const { least, most, at } = paid;
    mine.set(unit, { unit, range: { least, most }, date: at, source: '', origin: 'payouts' });
  }
  return (unit) => mine.get(unit) ?? reportedWorth(unit);
}

/** What is reported of a unit, whatever the user says. */
export function reportedWorth(unit: AmountUnit): WorthRate | null {
  return reported.find((each) => each.unit === unit) ?? null;
}

function ownRate({ unit, at, ...worth }: OwnWorth): WorthRate {
  return { unit, range: rangeOf(worth), date: at, source: '', origin: 'own' };
}

function rangeOf(worth: Pick<OwnWorth, 'currency' | 'units' | 'least' | 'most'>): WorthRange {
  const { currency, least, most } = worth;
  return {
    least: { currency, minor: least, units: worth.units },
    most: { currency, minor: most, units: worth.units },
  };
}

/** What so many units are worth, about; null where no rate is known or the amount cannot be told exactly. */
export function knownWorth(amount: Units, rate: WorthRate | null): MoneyRange | null {
  if (rate === null) {
    return null;
  }
  try {
    return worthOf(amount, rate.range);
  } catch (error) {
    if (error instanceof AmountTooLarge) return null;
    throw error;
  }
}

/** What a sum is worth; null where no rate is known for some of it, since a part is not the whole. */
export function sumWorth({ amounts }: Pick<Sum, 'amounts'>, rates: WorthRates): MoneyRange | null {
  let sum: MoneyRange | null = null;
  for (const { unit, units: amount } of amounts) {
    const worth = knownWorth(amount, rates(unit));
    if (worth === null || (sum !== null && sum.least.currency !== worth.least.currency)) {
      return null;
    }
    sum = sum === null ? worth : addRanges(sum, worth);
  }
  return sum;
}

function addRanges(a: MoneyRange, b: MoneyRange): MoneyRange {
  return {
    least: { ...a.least, amount: a.least.amount + b.least.amount },
    most: { ...a.most, amount: a.most.amount + b.most.amount },
  };
}

/** Why a worth cannot be taken, by name; null where it can. */
export function worthTrouble(
  worth: Pick<OwnWorth, 'currency' | 'units' | 'least' | 'most'>,
): 'no-money' | 'least-above-most' | 'too-large' | null {
  if (worth.most <= 0) return 'no-money';
  if (worth.least > worth.most) return 'least-above-most';
  const range = rangeOf(worth);
  try {
    worthOf(units(MOST_UNITS_IN_ONE_ENTRY), range);
    return null;
  } catch (error) {
    if (error instanceof AmountTooLarge) return 'too-large';
    throw error;
  }
}
