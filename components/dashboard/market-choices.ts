import type { DashboardView } from '../../utils/core/dashboard-views.ts';
import { marketName } from '../popup/price-words.ts';
import type { Screen } from '../screen.ts';
import type { Choice } from './field.tsx';

/** The markets that the book has prices of, by name. */
export function marketChoices(
  { book, unit }: DashboardView,
  { language }: Screen,
): Choice<string>[] {
  const markets = new Set(
    book.offers.filter((each) => each.unit === unit).map((each) => each.market),
  );
  return [...markets]
    .map((value) => ({ value, label: marketName(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
