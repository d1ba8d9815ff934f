import * as currencies from 'dinero.js/currencies';
import type { CurrencyCode } from './ids.ts';
import { currencyCode } from './money.ts';

/** Codes for what nobody pays with: funds, metals, tests. */
const notPaidWith = /^(BOV|CHE|CHW|CLF|COU|MXV|USN|UYI|UYW|X(?!AF|CD|CG|OF|PF).{2})$/;

/** Every ISO 4217 currency that somebody may have paid in, by code. */
export const currencyCodes: readonly CurrencyCode[] = Object.values(currencies)
  .map(({ code }) => code)
  .filter((code) => !notPaidWith.test(code))
  .sort()
  .map(currencyCode);
