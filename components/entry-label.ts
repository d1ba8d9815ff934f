import type { EntryRow } from '../utils/core/views.ts';
import { formatCount } from './format.ts';
import { isolate, safeText } from './names.ts';
import type { Screen } from './screen.ts';

/** What was paid for, safe to show: the gift's name, or the kind of payment where there is none. */
export function entryName(entry: EntryRow, { t }: Screen): string {
  return safeText(entry.gift) || t(`entry_${entry.kind}`);
}

/** How often in a row, such as `× 24`; empty for once. */
export function entryTimes({ count }: EntryRow, { t, locale }: Screen): string {
  return count > 1 ? t('times', [formatCount(count, locale, 9)]) : '';
}

/** What was paid for, in one text: `Rose × 24`. */
export function entryLabel(entry: EntryRow, screen: Screen): string {
  const name = isolate(entryName(entry, screen));
  const label =
    entry.count > 1
      ? screen.t('timesCount', [name, formatCount(entry.count, screen.locale, 9)])
      : name;
  return entry.observed ? screen.t('entryObservedLabel', [label]) : label;
}

/** Its amount in the platform's own unit; empty where the platform gave none. */
export function entryUnits({ units, unit }: EntryRow, screen: Screen): string {
  return units === null || unit === null ? '' : screen.units(units, unit, 9);
}

/** What it cost: money where known, else coins, else that the price is unknown. */
export function entryCost(entry: EntryRow, screen: Screen): string {
  return entry.money === null
    ? entryUnits(entry, screen) || screen.t('basis_unknown')
    : screen.money(entry.money, 12);
}
