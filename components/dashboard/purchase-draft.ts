import type { PurchaseDraft } from '../../utils/core/dashboard-views.ts';
import {
  checkPurchase,
  NotAPurchase,
  type Purchase,
  type PurchaseChannel,
  type PurchaseTrouble,
} from '../../utils/core/purchase.ts';
import { dayOf, type EpochMs, type TimeZone } from '../../utils/core/time.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { readPrice, readUnits } from '../conversion.ts';
import { formatCount } from '../format.ts';
import type { ReadForm } from '../typed-form.ts';
import type { FieldTrouble } from '../typed-trouble.ts';
import { startOfDay, typedCurrency, typedPrice } from './typed-fields.ts';

/** A purchase as it stands in the form. */
export interface PurchaseFields {
  readonly units: string;
  readonly price: string;
  readonly currency: string;
  readonly channel: PurchaseChannel;
  /** A calendar day `YYYY-MM-DD` in the ledger's zone. */
  readonly date: string;
  readonly note: string;
}

export type PurchaseField = keyof PurchaseFields;

export type ReadPurchase = ReadForm<PurchaseFields, PurchaseDraft, FieldTrouble>;

/** What reading a form depends on. */
export interface ReadContext {
  readonly locale: string;
  readonly zone: TimeZone;
  readonly now: EpochMs;
  readonly unit: UnitId;
}

/** An empty form: bought on the web, today. */
export function freshPurchase(currency: string, today: string): PurchaseFields {
  return { units: '', price: '', currency, channel: 'web', date: today, note: '' };
}

/** The fields of a known purchase, as the user would type them. */
export function fieldsOf(
  { units, price, channel, at, note }: Purchase,
  { locale, zone }: Pick<ReadContext, 'locale' | 'zone'>,
): PurchaseFields {
  return {
    units: formatCount(units, locale),
    price: typedPrice(price, locale),
    currency: price.currency,
    channel,
    date: dayOf(at, zone),
    note,
  };
}

const fieldOf: Record<PurchaseTrouble, PurchaseField> = {
  units: 'units',
  'too-many-units': 'units',
  price: 'price',
  'price-too-large': 'price',
  currency: 'currency',
  date: 'date',
  'too-early': 'date',
  'in-the-future': 'date',
  'note-too-long': 'note',
};

/**
 * Reads the form. A day counts from its beginning: what was bought that day is there for all gifts of the day. The
 * moment of a known purchase stays exact unless its day is changed.
 */
export function readPurchase(
  fields: PurchaseFields,
  before: Purchase | null,
  context: ReadContext,
): ReadPurchase {
  const { locale, zone, now, unit } = context;
  const troubles: Partial<Record<PurchaseField, FieldTrouble>> = {};
  const units = readUnits(fields.units, locale);
  if (units.kind !== 'done') troubles.units = units.kind === 'empty' ? 'empty' : units.trouble;
  const currency = typedCurrency(fields.currency);
  if (currency === null) troubles.currency = 'currency';
  const price = currency === null ? null : readPrice(fields.price, locale, currency);
  if (price !== null && price.kind !== 'done') {
    troubles.price = price.kind === 'empty' ? 'empty' : price.trouble;
  }
  const sameDay = before !== null && dayOf(before.at, zone) === fields.date;
  const at = sameDay ? before.at : startOfDay(fields.date, zone);
  if (at === null) troubles.date = fields.date === '' ? 'empty' : 'date';
  if (units.kind !== 'done' || price?.kind !== 'done' || at === null) {
    return { kind: 'trouble', troubles };
  }
  const draft: PurchaseDraft = {
    id: before?.id ?? null,
    unit,
    units: units.to,
    price: price.to,
    channel: fields.channel,
    at,
    note: fields.note.trim(),
    evidence: before?.evidence ?? 'hand',
    orderId: before?.orderId ?? '',
  };
  try {
    checkPurchase(draft, now);
  } catch (error) {
    if (error instanceof NotAPurchase) {
      return { kind: 'trouble', troubles: { [fieldOf[error.trouble]]: error.trouble } };
    }
    throw error;
  }
  return { kind: 'done', draft };
}
