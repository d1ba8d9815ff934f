import {
  type Converted,
  convertQuantity,
  NotConvertible,
  type Quantity,
  type Rates,
} from '../utils/core/conversion.ts';
import type { CurrencyCode } from '../utils/core/ids.ts';
import { readAmount, readUnits } from './conversion.ts';
import type { FieldTrouble } from './typed-trouble.ts';

/** What was typed into one of the converter's fields. */
export interface TypedQuantity {
  readonly in: Quantity['kind'];
  readonly text: string;
}

/** A quantity in every measure, or what is wrong with what was typed. */
export type ReadQuantity =
  | { readonly kind: 'empty' }
  | { readonly kind: 'done'; readonly to: Converted }
  | { readonly kind: 'trouble'; readonly trouble: FieldTrouble };

/** Reads what was typed and converts it at `rates`. `currency` is that of the money field. */
export function convertTyped(
  typed: TypedQuantity,
  rates: Rates,
  currency: CurrencyCode,
  locale: string,
): ReadQuantity {
  const quantity = quantityOf(typed, currency, locale);
  if ('in' in quantity) {
    return quantity.in;
  }
  try {
    return { kind: 'done', to: convertQuantity(quantity, rates) };
  } catch (error) {
    if (error instanceof NotConvertible) {
      return { kind: 'trouble', trouble: error.trouble === 'too-large' ? 'too-large' : 'no-money' };
    }
    throw error;
  }
}

function quantityOf(
  { in: kind, text }: TypedQuantity,
  currency: CurrencyCode,
  locale: string,
): Quantity | { readonly in: ReadQuantity } {
  if (kind === 'money') {
    const money = readAmount(text, locale, currency);
    return money.kind === 'done' ? { kind, money: money.to } : { in: money };
  }
  const count = readUnits(text, locale);
  if (count.kind !== 'done') {
    return { in: count };
  }
  return kind === 'units' ? { kind, units: count.to } : { kind, count: count.to };
}
