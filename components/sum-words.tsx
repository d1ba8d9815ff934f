import { Fragment } from 'preact';
import type { Money } from '../utils/core/money.ts';
import { currencyOf } from '../utils/core/paid-money.ts';
import type { Sum, UnitSum } from '../utils/core/views.ts';
import type { Screen } from './screen.ts';
import { useScreen } from './screen.ts';

/** Whether a sum holds nothing at all, priced or not. */
export const isEmpty = (sum: Sum): boolean =>
  sum.gifts === 0 && isNothing(sum) && sum.unpriced === 0;

/** Whether payments are all that a sum knows of: none of them has a price in units. */
export const isAllUnpriced = (sum: Sum): boolean => isNothing(sum) && sum.unpriced > 0;

const isNothing = ({ amounts }: Sum): boolean => amounts.every(({ units }) => units === 0);

/** What is paid in units beside the money that is shown for all: nothing where it is that very money. */
function amountsBeside({ amounts }: Sum, money: Money | null): readonly UnitSum[] {
  const [first, ...others] = amounts;
  const same = first && money && others.length === 0 && currencyOf(first.unit) === money.currency;
  return same ? [] : amounts;
}

/** A sum in the units that it was paid in, such as `436 coins · 50 KICKs`; empty where `money` says it all. */
export function unitsWords(sum: Sum, money: Money | null, screen: Screen, fit?: number): string {
  return amountsBeside(sum, money)
    .map(({ units, unit }) => screen.units(units, unit, fit))
    .join(' · ');
}

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
    money === null ? unitsWords(sum, null, screen, most) : screen.money(money, most);
  const [short, full] = [shown(fit), shown()];
  return short === full ? { short } : { short, full };
}

/** `3,621 coins · 41 gifts` under `money`; without money the coins are the figure itself and left out here. */
export function SumParts({ sum, money, fit }: { sum: Sum; money: Money | null; fit?: number }) {
  const screen = useScreen();
  return isAllUnpriced(sum) ? null : (
    <>
      {money !== null &&
        amountsBeside(sum, money).map(({ units, unit }) => (
          <Fragment key={unit}>
            <span class="coin">{screen.units(units, unit, fit)}</span>
            {' · '}
          </Fragment>
        ))}
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
