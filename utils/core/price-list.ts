import type { CurrencyCode } from './ids.ts';
import { costOf, type Money, type UnitRate } from './money.ts';
import type { UnitId, Units } from './units.ts';

/** Where units are bought: on the platform's own site, or in its app through a store that takes its share. */
export type Channel = 'web' | 'app';

/** An offer of units at a price in one market and channel, as somebody saw it. */
export interface PackageOffer {
  readonly unit: UnitId;
  /** ISO 3166 country, or `EU`. */
  readonly market: string;
  readonly channel: Channel;
  readonly currency: CurrencyCode;
  readonly units: Units;
  /** What the buyer pays, in minor units of the currency. */
  readonly minor: number;
  /** How the figure is known: `official` or `community`. */
  readonly status: 'official' | 'community';
  /** When it was seen, as precisely as the source says. */
  readonly date: string;
  readonly source: string;
}

/** An offer, whoever's word it is. */
export type Offered = Omit<PackageOffer, 'status'>;

/** A user's choice of where units are bought. */
export interface PriceChoice {
  readonly market: string;
  readonly channel: Channel;
}

/** The offer that prices are worked out from: the largest package, whose price per unit is rounded the least. */
export function listedOffer<Offer extends Offered>(
  offers: readonly Offer[],
  { market, channel }: PriceChoice,
): Offer | null {
  return offers
    .filter((offer) => offer.market === market && offer.channel === channel)
    .reduce<Offer | null>(
      (best, offer) => (best === null || offer.units > best.units ? offer : best),
      null,
    );
}

/** An offer as a rate to convert with. */
export function rateOf({ currency, minor, units }: Offered): UnitRate {
  return { currency, minor, units };
}

/** What the package as a whole costs. */
export function offerPrice(offer: Offered): Money {
  return costOf(offer.units, rateOf(offer));
}

/**
 * Where a user probably buys, to begin with: on the web in the region of their locale if a price is known there, else
 * in the app there; null when no price is known for the region, since none is guessed.
 */
export function firstChoice(offers: readonly Offered[], locale: string): PriceChoice | null {
  const { region } = new Intl.Locale(locale).maximize();
  const channels: readonly Channel[] = ['web', 'app'];
  for (const channel of channels) {
    if (region !== undefined && listedOffer(offers, { market: region, channel }) !== null) {
      return { market: region, channel };
    }
  }
  return null;
}

/** The choices that the offers leave, each once, in their order. */
export function choicesOf(offers: readonly Offered[]): PriceChoice[] {
  const choices = new Map(
    offers.map(({ market, channel }) => [`${market} ${channel}`, { market, channel }]),
  );
  return [...choices.values()];
}
