import {
  checkPayout,
  NotAPayout,
  type Payout,
  type PayoutTrouble,
} from '../../../utils/core/payout.ts';
import type { PayoutDraft } from '../../../utils/core/payout-views.ts';
import {
  checkMoment,
  MOST_UNITS_IN_ONE_PURCHASE,
  NotAPurchase,
} from '../../../utils/core/purchase.ts';
import type { Price } from '../../../utils/core/scaled.ts';
import { dayNamed, dayOf, type EpochMs, type TimeZone } from '../../../utils/core/time.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { type Converted, readPrice, readUnits } from '../../conversion.ts';
import { formatCount } from '../../format.ts';
import type { ReadForm } from '../../typed-form.ts';
import type { FieldTrouble } from '../../typed-trouble.ts';
import { startOfDay, typedCurrency, typedPrice } from '../typed-fields.ts';

/** A payout as it stands in the form: text as typed. */
export interface PayoutFields {
  readonly unit: UnitId;
  readonly units: string;
  readonly price: string;
  readonly currency: string;
  /** Empty: nothing was kept. */
  readonly fees: string;
  readonly tax: string;
  /** A calendar day `YYYY-MM-DD` in the ledger's zone. */
  readonly date: string;
  /** The days that it is for; empty: since the one before. */
  readonly first: string;
  readonly last: string;
  readonly note: string;
}

export type PayoutField = keyof PayoutFields;

export type ReadPayout = ReadForm<PayoutFields, PayoutDraft, FieldTrouble>;

/** What reading a form depends on. */
export interface PayoutContext {
  readonly locale: string;
  readonly zone: TimeZone;
  readonly now: EpochMs;
}

/** An empty form. */
export function freshPayout(unit: UnitId, currency: string, today: string): PayoutFields {
  return {
    unit,
    units: '',
    price: '',
    currency,
    fees: '',
    tax: '',
    date: today,
    first: '',
    last: '',
    note: '',
  };
}

/** A known payout as the user would type it. */
export function fieldsOfPayout(
  payout: Payout,
  { locale, zone }: Pick<PayoutContext, 'locale' | 'zone'>,
): PayoutFields {
  const { unit, units, price, fees, tax, at, covers, note } = payout;
  const kept = (minor: number) => (minor === 0 ? '' : typedPrice({ ...price, minor }, locale));
  return {
    unit,
    units: formatCount(units, locale),
    price: typedPrice(price, locale),
    currency: price.currency,
    fees: kept(fees),
    tax: kept(tax),
    date: dayOf(at, zone),
    first: covers?.first ?? '',
    last: covers?.last ?? '',
    note,
  };
}

const fieldOf: Readonly<Record<PayoutTrouble, readonly [PayoutField, FieldTrouble]>> = {
  units: ['units', 'units'],
  price: ['price', 'price'],
  fees: ['fees', 'price'],
  tax: ['tax', 'price'],
  currency: ['currency', 'currency'],
  'too-large': ['price', 'too-large'],
  date: ['date', 'date'],
  covers: ['last', 'days-backwards'],
  'note-too-long': ['note', 'note-too-long'],
};

/** Reads the form. The moment of a known payout stays exact unless its day is changed. */
export function readPayout(
  fields: PayoutFields,
  before: Payout | null,
  context: PayoutContext,
): ReadPayout {
  const { locale, zone, now } = context;
  const troubles: Partial<Record<PayoutField, FieldTrouble>> = {};
  const units = readUnits(fields.units, locale);
  if (units.kind !== 'done') troubles.units = troubleOf(units);
  else if (units.to > MOST_UNITS_IN_ONE_PURCHASE) troubles.units = 'too-many-units';
  const currency = typedCurrency(fields.currency);
  if (currency === null) troubles.currency = 'currency';
  const money = (field: 'price' | 'fees' | 'tax'): Price | null => {
    if (currency === null) return null;
    const typed = readPrice(fields[field], locale, currency);
    if (typed.kind === 'done') return typed.to;
    if (typed.kind === 'empty' && field !== 'price') return { currency, minor: 0 };
    troubles[field] = troubleOf(typed);
    return null;
  };
  const [price, fees, tax] = [money('price'), money('fees'), money('tax')];
  const sameDay = before !== null && dayOf(before.at, zone) === fields.date;
  const at = sameDay ? before.at : startOfDay(fields.date, zone);
  const wrongDay = at === null ? 'date' : momentTrouble(at, now);
  if (wrongDay !== null) troubles.date = fields.date === '' ? 'empty' : wrongDay;
  const covers = coveredDays(fields, troubles);
  if (
    units.kind !== 'done' ||
    price === null ||
    fees === null ||
    tax === null ||
    at === null ||
    covers === undefined ||
    Object.keys(troubles).length > 0
  ) {
    return { kind: 'trouble', troubles };
  }
  return checked(
    {
      id: before?.id ?? null,
      unit: fields.unit,
      units: units.to,
      price,
      fees: fees.minor,
      tax: tax.minor,
      at,
      covers,
      note: fields.note.trim(),
    },
    now,
  );
}

function checked(draft: PayoutDraft, now: EpochMs): ReadPayout {
  try {
    return { kind: 'done', draft: checkPayout(draft, now) };
  } catch (error) {
    if (!(error instanceof NotAPayout)) throw error;
    const [field, trouble] = fieldOf[error.trouble];
    return { kind: 'trouble', troubles: { [field]: trouble } };
  }
}

function troubleOf(typed: Exclude<Converted<unknown>, { kind: 'done' }>): FieldTrouble {
  return typed.kind === 'empty' ? 'empty' : typed.trouble;
}

function momentTrouble(at: EpochMs, now: EpochMs): FieldTrouble | null {
  try {
    checkMoment(at, now);
    return null;
  } catch (error) {
    if (error instanceof NotAPurchase) return error.trouble;
    throw error;
  }
}

/** Both days or none; undefined where one of them cannot be read. */
function coveredDays(
  { first, last }: PayoutFields,
  troubles: Partial<Record<PayoutField, FieldTrouble>>,
): Payout['covers'] | undefined {
  if (first === '' && last === '') return null;
  const days = { first: dayNamed(first), last: dayNamed(last) };
  if (days.first === null) troubles.first = first === '' ? 'empty' : 'date';
  if (days.last === null) troubles.last = last === '' ? 'empty' : 'date';
  return days.first === null || days.last === null
    ? undefined
    : { first: days.first, last: days.last };
}
