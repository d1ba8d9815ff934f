import type { CsvCell } from './csv.ts';
import { inUnit, plain, withPlatform, zoned, zonedTime } from './csv-cells.ts';
import type { EntryKind, Person } from './gift-event.ts';
import type { CurrencyCode, EntryId, GiftId, PlatformId, RoomId } from './ids.ts';
import type { Direction } from './ownership.ts';
import { currencyOf } from './paid-money.ts';
import type { EpochMs, TimeZone } from './time.ts';
import type { AmountUnit } from './units.ts';
import type { Basis, EntryState } from './views.ts';

/** What an entry cost, as it is exported: whole numbers of 10^-`scale` of the currency. */
export interface ExportedCost {
  readonly currency: CurrencyCode;
  readonly scale: number;
  readonly total: number;
  readonly exact: number;
  readonly paid: number;
  readonly listed: number;
  readonly basis: Basis;
}

/** An entry as it leaves the ledger, with the names that were known then. Amounts are exact whole numbers. */
export interface ExportedEntry {
  readonly id: EntryId;
  readonly platform: PlatformId;
  readonly kind: EntryKind;
  readonly direction: Direction;
  readonly state: EntryState;
  /** When it began and when it was last added to, in epoch milliseconds. */
  readonly at: EpochMs;
  readonly lastAt: EpochMs;
  /** The calendar day that it counts on. */
  readonly day: string;
  /** Null where it was in none. */
  readonly stream: { readonly room: RoomId; readonly title: string } | null;
  readonly creator: Person | null;
  readonly sender: Person | null;
  readonly recipient: Person | null;
  readonly gift: { readonly id: GiftId | null; readonly name: string } | null;
  readonly count: number;
  /** For payments in money, `money:` and its currency; amounts are in minor units then. */
  readonly unit: AmountUnit | null;
  readonly unitPrice: number | null;
  /** Whether the price is of the page's gift list or the catalogue and not of the message. */
  readonly priceAssumed: boolean;
  /** In `unit`, as it counts; null where no price is known. */
  readonly amount: number | null;
  readonly cost: ExportedCost | null;
  /** Whether the user took it out of every sum. */
  readonly voided: boolean;
  /** Whether the user corrected amount or price. */
  readonly corrected: boolean;
  readonly byHand: boolean;
  readonly note: string;
  readonly disputed: boolean;
  readonly onPage: boolean;
  readonly onSend: boolean;
  /** Whether it is known only from what stood on the page: not exact. */
  readonly observed: boolean;
}

/** Columns of the CSV file, in their order, with what stands in each. Documented in docs/ledger.md. */
const columns: readonly (readonly [
  name: string,
  cell: (entry: ExportedEntry, zone: TimeZone) => CsvCell,
])[] = [
  ['date', ({ day }) => day],
  ['time', ({ at }, zone) => localTime(at, zone)],
  ['timestamp', ({ at }, zone) => zonedTime(at, zone)],
  ['platform', ({ platform }) => platform],
  ['direction', ({ direction }) => direction],
  ['kind', ({ kind }) => kind],
  ['creator', ({ creator }) => nameOf(creator)],
  ['sender', ({ sender }) => nameOf(sender)],
  ['gift', ({ gift }) => gift?.name ?? null],
  ['count', ({ count }) => count],
  ['unit', ({ unit }) => unit && (currencyOf(unit) ?? unit)],
  ['unit_price', ({ unit, unitPrice }) => inUnit(unit, unitPrice)],
  ['amount', ({ unit, amount }) => inUnit(unit, amount)],
  ['cost', ({ cost }) => cost && plain(cost, cost.total)],
  ['currency', ({ cost }) => cost?.currency ?? null],
  ['cost_basis', ({ cost }) => cost?.basis ?? null],
  ['cost_exact', ({ cost }) => cost && plain(cost, cost.exact)],
  ['cost_paid', ({ cost }) => cost && plain(cost, cost.paid)],
  ['cost_listed', ({ cost }) => cost && plain(cost, cost.listed)],
  ['state', ({ state }) => state],
  ['void', ({ voided }) => voided],
  ['corrected', ({ corrected }) => corrected],
  ['by_hand', ({ byHand }) => byHand],
  ['note', ({ note }) => note],
  ['price_assumed', ({ priceAssumed }) => priceAssumed],
  ['disputed', ({ disputed }) => disputed],
  ['seen_on_page', ({ onPage }) => onPage],
  ['answered_sending', ({ onSend }) => onSend],
  ['observed', ({ observed }) => observed],
  ['stream_title', ({ stream }) => stream?.title ?? null],
  ['stream_id', ({ platform, stream }) => stream && withPlatform(platform, stream.room)],
  ['creator_id', ({ platform, creator }) => creator && withPlatform(platform, creator.id)],
  ['creator_name', ({ creator }) => creator?.name ?? null],
  ['sender_id', ({ platform, sender }) => sender && withPlatform(platform, sender.id)],
  ['sender_name', ({ sender }) => sender?.name ?? null],
  ['recipient_id', ({ platform, recipient }) => recipient && withPlatform(platform, recipient.id)],
  ['gift_id', ({ platform, gift }) => (gift?.id ? withPlatform(platform, gift.id) : null)],
  ['entry_id', ({ id }) => id],
];

/** The names of the columns. */
export const exportColumns: readonly string[] = columns.map(([name]) => name);

/** An entry as a line of the CSV file, its time written in `zone`. */
export function exportCells(entry: ExportedEntry, zone: TimeZone): CsvCell[] {
  return columns.map(([, cell]) => cell(entry, zone));
}

function nameOf(person: Person | null): string | null {
  return person === null ? null : person.handle || person.name;
}

function localTime(at: EpochMs, zone: TimeZone): string {
  return zoned(at, zone).toPlainTime().toString({ smallestUnit: 'second' });
}
