import { currencyCode } from '../../utils/core/money.ts';
import { timeZone } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import type { CostContext } from '../../utils/storage/costs.ts';

/** Costs in dollars at a listed price of one cent a coin, with no exchange rates known. */
export const listedCosts: CostContext = {
  display: currencyCode('USD'),
  method: 'first-in-first-out',
  convert: () => null,
  convertTo: () => () => null,
  listed: () => ({ currency: currencyCode('USD'), minor: 1, units: units(1) }),
  zone: timeZone('UTC'),
  key: 'cent',
};
