import type { GiftId } from '../../core/ids.ts';
import { moneyUnit } from '../../core/paid-money.ts';
import { type AmountUnit, type Units, units } from '../../core/units.ts';
import { sharedSymbols } from '../currency-symbols.ts';
import { keptName } from '../limits.ts';
import { currencyBySign, type PricePlace, readPrice } from '../price-text.ts';
import { Refused } from '../refused.ts';
import { shortHash } from '../short-hash.ts';

/** What was paid, as far as its text tells. */
export interface Paid {
  readonly unit: AmountUnit | null;
  readonly unitPrice: Units | null;
  readonly gift: { readonly id: GiftId; readonly name: string; readonly icon: string };
}

/** What is paid for, named as YouTube names it in every language. */
export interface Wares {
  readonly id: string;
  readonly name: string;
}

/** Currencies of signs that several have, where only one of them can be paid in on YouTube: used while no page says otherwise. */
const soldIn: Readonly<Record<string, string>> = { '¥': 'JPY', '£': 'GBP' };

/**
 * Reads `purchaseAmountText`, which is written in the viewer's language. A sign of several currencies, as a bare `$`, is
 * what the page's own locale means by it, and nothing else: an amount that stays open is kept with its text for a name,
 * under an id that gives way where another sighting can read it.
 */
export function readPaid(text: string, wares: Wares, place: PricePlace): Paid {
  try {
    const { currency, minor } = readPrice(text, { ...place, signs: signsOf(place) });
    return {
      unit: moneyUnit(currency),
      unitPrice: units(minor),
      gift: { id: wares.id as GiftId, name: wares.name, icon: '' },
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const name = keptName(`${wares.name} ${text}`.trim());
    return {
      unit: null,
      unitPrice: null,
      gift: { id: `.${wares.id}.${shortHash(text)}` as GiftId, name, icon: '' },
    };
  }
}

/** What each sign of several currencies means on this page; empty for what stays open. */
function signsOf(place: PricePlace): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(sharedSymbols).map((sign) => [sign, meaningOf(sign, place)]),
  );
}

/** The one currency that the page's language means, in its region too: where the two differ, nobody can tell. */
function meaningOf(sign: string, { language, region }: PricePlace): string {
  const sold = soldIn[sign] ?? '';
  if (language === '') return sold;
  const regional = region === '' ? language : `${language.split('-')[0]}-${region}`;
  const meant = new Set(
    [language, regional].flatMap((locale) => currencyBySign(sign, locale) ?? []),
  );
  const [only = ''] = meant;
  if (meant.size > 1) return '';
  if (sold !== '') return only === '' || only === sold ? sold : '';
  // Without a country `en` may be read anywhere; `zh-TW` says its own.
  return region !== '' || language.includes('-') ? only : '';
}
