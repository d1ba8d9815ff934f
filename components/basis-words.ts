import type { Cost } from '../utils/core/cost.ts';
import type { Sum } from '../utils/core/views.ts';
import type { Screen } from './screen.ts';

/** How a sum is known: in one word where all of it is known alike, else how much of it is known worse than the rest. */
export function basisWords({ money, basis, cost, amounts }: Sum, screen: Screen): string {
  if (money === null) {
    return screen.t('basis_unknown');
  }
  const parts = cost === null || isAlike(cost) ? [] : weakParts(cost);
  return parts.length === 0 ? screen.t(`basis_${basis}`) : parts.join(' · ');

  function weakParts(of: Cost): string[] {
    const { currency, scale, listed, listedUnits, paid } = of;
    const amount = (part: number) => screen.money({ currency, scale, amount: part }, 12);
    return [
      listedUnits > 0 ? screen.t('partListed', [amount(listed)]) : '',
      listedUnits === 0 && of.paidUnits > 0 ? screen.t('partPaid', [amount(paid)]) : '',
      ...amounts.map(({ unit, unpricedUnits }) =>
        unpricedUnits > 0 ? screen.t('partUnknown', [screen.units(unpricedUnits, unit, 9)]) : '',
      ),
      of.unconverted > 0 ? screen.counted(of.unconverted, 'partUnconverted', 9) : '',
    ].filter(Boolean);
  }
}

/** Whether there is only one way in which anything in a cost is known. */
function isAlike({ exact, paidUnits, listedUnits, unpricedUnits, unconverted }: Cost): boolean {
  const kinds = [exact > 0, paidUnits > 0, listedUnits > 0, unpricedUnits > 0 || unconverted > 0];
  return kinds.filter(Boolean).length <= 1;
}
