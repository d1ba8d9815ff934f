import type { Money } from '../utils/core/money.ts';
import type { Sum } from '../utils/core/views.ts';
import type { Screen } from './screen.ts';
import { useScreen } from './screen.ts';

/** Whether a sum holds nothing at all, priced or not. */
export const isEmpty = (sum: Sum): boolean =>
  sum.gifts === 0 && sum.units === 0 && sum.unpriced === 0;

/** Whether payments are all that a sum knows of: none of them has a price in units. */
export const isAllUnpriced = (sum: Sum): boolean => sum.units === 0 && sum.unpriced > 0;

/** A figure short enough to fit, and in full for its title where it had to be shortened. */
export interface Figure {
  readonly short: string;
  readonly full?: string;
}

/** Money where it is known, else the platform's own unit. */
export function figureOf(sum: Sum, money: Money | null, screen: Screen, fit: number): Figure {
  if (isAllUnpriced(sum)) {
    return { short: screen.t('basis_unknown') };
  }
  const shown = (most?: number) =>
    money === null ? screen.units(sum.units, sum.unit, most) : screen.money(money, most);
  const [short, full] = [shown(fit), shown()];
  return short === full ? { short } : { short, full };
}

/** `3,621 coins · 41 gifts`, the coins left out where they are the figure itself. */
export function SumParts({ sum, coins, fit }: { sum: Sum; coins: boolean; fit?: number }) {
  const screen = useScreen();
  return isAllUnpriced(sum) ? null : (
    <>
      {coins && (
        <>
          <span class="coin">{screen.units(sum.units, sum.unit, fit)}</span>
          {' · '}
        </>
      )}
      <span>{screen.counted(sum.gifts, 'gifts', fit)}</span>
    </>
  );
}

/** Says how much of a sum is left out for want of a price; nothing where it is whole. */
export function Unpriced({ sum }: { sum: Sum }) {
  const screen = useScreen();
  return sum.unpriced === 0 ? null : (
    <p class="unpriced">
      {screen.counted(sum.unpriced, isAllUnpriced(sum) ? 'unpriced' : 'plusUnpriced', 9)}
    </p>
  );
}
