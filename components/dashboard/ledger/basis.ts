import type { LedgerSum } from '../../../utils/core/ledger-views.ts';
import { units } from '../../../utils/core/units.ts';
import { basisWords } from '../../basis-words.ts';
import type { Screen } from '../../screen.ts';

/** How a sum is known. Parts of it are told in units only where there is one unit. */
export function ledgerBasis(sum: LedgerSum, screen: Screen): string {
  const { amounts, money, basis, cost, gifts, unpriced } = sum;
  const [only] = amounts;
  if (only === undefined || amounts.length > 1) {
    return screen.t(money === null ? 'basis_unknown' : `basis_${basis}`);
  }
  return basisWords(
    { unit: only.unit, units: units(only.units), money, basis, cost, gifts, unpriced },
    screen,
  );
}
