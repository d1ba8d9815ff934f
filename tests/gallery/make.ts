import type { ConverterSource } from '../../components/overlay/card-converter.tsx';
import type { MoneyRange } from '../../utils/core/conversion.ts';
import type { GiftPrice } from '../../utils/core/dashboard-views.ts';
import { findGifts } from '../../utils/core/gift-search.ts';
import type { AccountId, EntryId, RoomId } from '../../utils/core/ids.ts';
import type { Money } from '../../utils/core/money.ts';
import { currencyCode, exponentOf, parseMoney } from '../../utils/core/money.ts';
import type { EpochMs } from '../../utils/core/time.ts';
import { dayOf, epochMs, monthOf, timeZone } from '../../utils/core/time.ts';
import { type AmountUnit, units } from '../../utils/core/units.ts';
import type {
  CreatorRow,
  EntryRow,
  PersonView,
  PriceView,
  Sum,
  UnitSum,
} from '../../utils/core/views.ts';
import { reportedWorth } from '../../utils/core/worth.ts';

/** The moment at which the gallery stands still. */
export const now = epochMs(Date.parse('2026-11-22T20:15:00Z'));
export const zone = timeZone('Europe/Lisbon');
export const month = monthOf(dayOf(now, zone));
export const room = '7400000000000000001' as RoomId;
export const anotherRoom = '7400000000000000002' as RoomId;

export const ago = (minutes: number): EpochMs => epochMs(now - minutes * 60_000);

export const money = (text: string, currency = 'USD'): Money =>
  parseMoney(text, currencyCode(currency));

/** A worth from `least` to `most`. */
export const range = (least: string, most: string, currency = 'USD'): MoneyRange => ({
  least: money(least, currency),
  most: money(most, currency),
});

export const person = (handle: string, name = '', id = `id ${handle}${name}`): PersonView => ({
  id: id as AccountId,
  handle,
  name,
});

export const amount = (unit: AmountUnit, count: number, unpricedUnits = 0): UnitSum => ({
  unit,
  units: units(count),
  unpricedUnits,
});

export function sum(
  coins: number,
  gifts: number,
  price: Money | null,
  more: Partial<Sum> = {},
): Sum {
  return {
    amounts: coins === 0 ? [] : [amount('tiktok:coin', coins)],
    money: price,
    basis: price === null ? 'unknown' : 'listed',
    cost: null,
    unpriced: 0,
    gifts,
    ...more,
  };
}

export const nothing: Sum = sum(0, 0, null);

let entries = 0;

export function entry(
  gift: string,
  count: number,
  coins: number,
  more: Partial<EntryRow> = {},
): EntryRow {
  entries += 1;
  return {
    id: `entry ${entries}` as EntryId,
    platform: 'tiktok',
    kind: 'gift',
    state: 'closed',
    observed: false,
    at: ago(4),
    other: person('mira.plays', 'Mira'),
    gift,
    count,
    unit: 'tiktok:coin',
    units: units(coins),
    money: money((coins * 0.0106).toFixed(4)),
    basis: 'listed',
    worth: money((coins * 0.005).toFixed(4)),
    ...more,
  };
}

export const creator = (who: PersonView, of: Sum): CreatorRow => ({
  platform: 'tiktok',
  creator: who,
  sum: of,
});

export function price(
  text: string,
  coins: number,
  currency = 'USD',
  more: Partial<PriceView> = {},
): PriceView {
  const offered = money(text, currency);
  const digits = exponentOf(offered.currency) + 4;
  return {
    unit: 'tiktok:coin',
    price: offered,
    units: units(coins),
    perUnit: money((Number(text) / coins).toFixed(digits), currency),
    basis: 'listed',
    market: 'US',
    channel: 'web',
    date: '2024',
    sourceHost: 'theverge.com',
    ...more,
  };
}

/** Gifts that are known, two of one name among them. */
export const exampleGifts: readonly GiftPrice[] = [
  { id: 'rose', name: 'Rose', units: units(1) },
  { id: 'lion', name: 'Lion', units: units(29_999) },
  { id: 'love 1', name: 'Love You', units: units(1) },
  { id: 'love 2', name: 'Love You', units: units(199) },
  {
    id: 'long',
    name: 'A gift whose maker did not stop naming it in time for the list of gifts that are found',
    units: units(44_999),
  },
];

/** What the overlay's converter is told. */
export const exampleConverter: ConverterSource = {
  onAskRates: async () => ({ price: price('185.50', 17_500), worth: reportedWorth('tiktok:coin') }),
  onFindGifts: async (typed) => findGifts(exampleGifts, typed, 4),
};
