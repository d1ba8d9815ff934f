import { type MoneyRange, worthOf } from '../utils/core/conversion.ts';
import type { Money } from '../utils/core/money.ts';
import { units } from '../utils/core/units.ts';
import type { WorthRate } from '../utils/core/worth.ts';
import { formatDay, formatSourceDate } from './dates.ts';
import { isolate, safeText } from './names.ts';
import { type Screen, unitWords } from './screen.ts';

/** A range of money as `$5.00 to $5.30`; one amount where its ends read the same. */
export function rangeWords(
  { least, most }: MoneyRange,
  screen: Screen,
  write: (money: Money) => string = (money) => screen.money(money, 16),
): string {
  const [from, to] = [write(least), write(most)];
  return from === to ? from : screen.t('range', [from, to]);
}

/** What a creator gets for one unit: `$0.005 to $0.0053 a coin`. */
export function worthEach({ unit, range }: WorthRate, screen: Screen): string {
  const each = rangeWords(worthOf(units(1), range), screen, screen.unitPrice);
  return screen.t(unitWords[unit].each, [each]);
}

/** Whose word it is and how old: `as creators report, Nov 2026` or `your own figure, Nov 3`. */
export function worthSaidBy({ origin, date }: WorthRate, screen: Screen): string {
  const { t, language, now, zone } = screen;
  const seen =
    typeof date === 'string'
      ? formatSourceDate(date, language) || t('dateUnknown')
      : formatDay(date, now, zone, language);
  return [t(`worth_${origin}`), seen].join(', ');
}

/** The same with the site that tells it: `as creators report, Nov 2026, Source: example.com`. */
export function worthOrigin(rate: WorthRate, screen: Screen): string {
  const host = safeText(rate.source);
  const source = host === '' ? '' : screen.t('source', [isolate(host)]);
  return [worthSaidBy(rate, screen), source].filter(Boolean).join(', ');
}
