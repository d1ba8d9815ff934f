import { type AddedEntryTrouble, LONGEST_GIFT_NAME } from '../utils/core/correction.ts';
import type { CurrencyCode } from '../utils/core/ids.ts';
import { exponentOf } from '../utils/core/money.ts';
import {
  LONGEST_NOTE,
  MOST_UNITS_IN_ONE_PURCHASE,
  type PurchaseTrouble,
} from '../utils/core/purchase.ts';
import type { Converted } from './conversion.ts';
import { formatCount } from './format.ts';
import type { Screen } from './screen.ts';
import { decimalSignOf } from './typed-number.ts';

/** Why a field cannot be used, by name. */
export type FieldTrouble =
  | Extract<Converted<unknown>, { kind: 'trouble' }>['trouble']
  | PurchaseTrouble
  | AddedEntryTrouble
  | 'empty'
  | 'no-money'
  | 'least-above-most'
  | 'days-backwards'
  | 'too-many-to-plan';

/** What is wrong with a field, in words. `digits` is how finely its currency is told. */
export function troubleWords(
  trouble: FieldTrouble,
  screen: Screen,
  currency: CurrencyCode,
): string {
  const { t, plural, locale } = screen;
  const digits = exponentOf(currency);
  switch (trouble) {
    case 'empty':
      return t('trouble_empty');
    case 'not-a-number':
      return t('trouble_not_a_number');
    case 'negative':
      return t('trouble_negative');
    case 'separators':
      return t('trouble_separators', [decimalSignOf(locale)]);
    case 'not-whole':
      return t('trouble_not_whole');
    case 'too-fine':
      return digits === 0
        ? t('trouble_no_decimals', [currency])
        : plural(digits, 'trouble_too_fine', formatCount(digits, locale));
    case 'too-large':
    case 'price-too-large':
      return t('trouble_too_large');
    case 'units':
      return t('trouble_units');
    case 'too-many-units':
      return t('trouble_too_many_units', [formatCount(MOST_UNITS_IN_ONE_PURCHASE, locale)]);
    case 'too-many-to-plan':
      return t('trouble_too_many_to_plan');
    case 'price':
      return t('trouble_not_a_number');
    case 'no-money':
      return t('trouble_no_money');
    case 'least-above-most':
      return t('trouble_least_above_most');
    case 'currency':
      return t('trouble_currency');
    case 'date':
      return t('trouble_date');
    case 'too-early':
      return t('trouble_too_early');
    case 'in-the-future':
      return t('trouble_in_the_future');
    case 'days-backwards':
      return t('trouble_days_backwards');
    case 'count':
      return t('trouble_count');
    case 'gift-name-too-long':
      return t('trouble_note_too_long', [formatCount(LONGEST_GIFT_NAME, locale)]);
    case 'note-too-long':
      return t('trouble_note_too_long', [formatCount(LONGEST_NOTE, locale)]);
  }
}
