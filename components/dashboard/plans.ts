import { customAmount, effortOf } from '../../utils/core/custom-amount.ts';
import type { DashboardView } from '../../utils/core/dashboard-views.ts';
import { AmountTooLarge } from '../../utils/core/money.ts';
import { offersIn } from '../../utils/core/price-book.ts';
import type { Channel } from '../../utils/core/price-list.ts';
import type { Units } from '../../utils/core/units.ts';
import {
  CurrenciesDiffer,
  cheapestPlan,
  type PlacedPlan,
  TooManyUnits,
} from '../../utils/core/value-for-money.ts';

/** The best way to buy in one channel, or the named reason why none is told. */
export type ChannelPlan =
  | { readonly kind: 'plan'; readonly placed: PlacedPlan }
  | { readonly kind: 'no-price' | 'too-many' | 'too-large' | 'currencies' };

/** The cheapest way to get at least `wanted` units in a market's channel. */
export function planIn(
  { book, unit }: Pick<DashboardView, 'book' | 'unit'>,
  market: string,
  channel: Channel,
  wanted: Units,
): ChannelPlan {
  const offers = offersIn(book, unit, { market, channel });
  try {
    const plan = cheapestPlan(wanted, offers, customAmount(offers), effortOf(offers));
    return plan === null
      ? { kind: 'no-price' }
      : { kind: 'plan', placed: { market, channel, plan } };
  } catch (error) {
    if (error instanceof TooManyUnits) return { kind: 'too-many' };
    if (error instanceof AmountTooLarge) return { kind: 'too-large' };
    if (error instanceof CurrenciesDiffer) return { kind: 'currencies' };
    throw error;
  }
}
