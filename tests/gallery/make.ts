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

/** The moment at which the gallery stands still. */
export const now = epochMs(Date.parse('2026-11-22T20:15:00Z'));
export const zone = timeZone('Europe/Lisbon');
export const month = monthOf(dayOf(now, zone));
export const room = '7400000000000000001' as RoomId;
export const anotherRoom = '7400000000000000002' as RoomId;

export const ago = (minutes: number): EpochMs => epochMs(now - minutes * 60_000);

export const money = (text: string, currency = 'USD'): Money =>
  parseMoney(text, currencyCode(currency));

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
