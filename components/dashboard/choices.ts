import type { CurrencyCode } from '../../utils/core/ids.ts';
import type { PurchaseChannel } from '../../utils/core/purchase.ts';
import { marketName } from '../popup/price-words.ts';
import type { Screen } from '../screen.ts';
import type { Choice } from './field.tsx';

/** Currencies by code with their names, as the language writes them. */
export function currencyChoices(
  currencies: readonly CurrencyCode[],
  { language }: Screen,
): Choice<CurrencyCode>[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return currencies.map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }));
}

const channels: readonly PurchaseChannel[] = ['web', 'ios', 'android', 'other'];

/** Where a purchase may have been made. */
export const channelChoices = ({ t }: Screen): Choice<PurchaseChannel>[] =>
  channels.map((value) => ({ value, label: t(`bought_${value}`) }));

/** Region codes that are no country: unions, islands of another country, tests. */
const noCountries = /^(A[CQ]|BV|C[PQ]|D[G]|E[AUZ]|HM|IC|QO|TA|TF|UN|X[AB]|ZZ)$/;

/** Every country by its name in the language; nothing lists them, so all codes are asked for. */
export function countryChoices({ language }: Screen): Choice<string>[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes
    .filter((code) => !noCountries.test(code))
    .filter(
      (code) => new Intl.Locale(`und-${code}`).region === code && names.of(code) !== undefined,
    )
    .map((value) => ({ value, label: marketName(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
