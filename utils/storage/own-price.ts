import { type OwnPrice, ownPrice } from '../core/own-price.ts';
import type { Purchase } from '../core/purchase.ts';
import { dayOf } from '../core/time.ts';
import type { UnitId } from '../core/units.ts';
import type { CostContext } from './costs.ts';

/** What a unit cost the user on average, in the currency that costs are told in; null where nothing tells. */
export function ownPriceIn(
  context: Pick<CostContext, 'display' | 'convert' | 'zone'>,
  purchases: readonly Purchase[],
  unit: UnitId,
): OwnPrice | null {
  return ownPrice(purchases, unit, { ...context, dayOf: (at) => dayOf(at, context.zone) });
}
