import {
  type AddedEntry,
  type AddedEntryTrouble,
  checkAddedEntry,
  NotAnAddedEntry,
} from '../../../utils/core/correction.ts';
import type { AccountId, PlatformId } from '../../../utils/core/ids.ts';
import type { Direction } from '../../../utils/core/ownership.ts';
import { type EpochMs, epochMs, type TimeZone } from '../../../utils/core/time.ts';
import { type UnitId, units } from '../../../utils/core/units.ts';
import { readUnits } from '../../conversion.ts';
import type { ReadForm } from '../../typed-form.ts';
import type { FieldTrouble } from '../../typed-trouble.ts';

/** A payment as it is typed in. */
export interface AddedFields {
  readonly direction: Direction;
  readonly unit: UnitId;
  readonly units: string;
  readonly count: string;
  readonly giftName: string;
  /** `2026-11-22` and `20:15` on the ledger's calendar and clock. */
  readonly date: string;
  readonly time: string;
  readonly note: string;
}

/** What the form says: a payment, or what is wrong with which fields. */
export type ReadAdded = ReadForm<AddedFields, Omit<AddedEntry, 'id'>, FieldTrouble>;

/** An empty form: one gift, sent today. */
export function freshAdded(unit: UnitId, today: string): AddedFields {
  return {
    direction: 'sent',
    unit,
    units: '',
    count: '1',
    giftName: '',
    date: today,
    time: '',
    note: '',
  };
}

const fieldOf: Record<AddedEntryTrouble, keyof AddedFields> = {
  units: 'units',
  count: 'count',
  date: 'date',
  'too-early': 'date',
  'in-the-future': 'date',
  'gift-name-too-long': 'giftName',
  'note-too-long': 'note',
};

/** Reads the form. An empty count is one; an hour that clocks skip counts as the next that exists. */
export function readAdded(
  fields: AddedFields,
  platform: PlatformId,
  other: AccountId | null,
  { locale, zone, now }: { locale: string; zone: TimeZone; now: EpochMs },
): ReadAdded {
  const troubles: Partial<Record<keyof AddedFields, FieldTrouble>> = {};
  const amount = readUnits(fields.units, locale);
  if (amount.kind !== 'done') troubles.units = amount.kind === 'empty' ? 'empty' : amount.trouble;
  const count = readUnits(fields.count, locale);
  if (count.kind === 'trouble') troubles.count = count.trouble;
  const at = momentOf(fields, zone);
  if (at === null) troubles.date = fields.date === '' ? 'empty' : 'date';
  if (amount.kind !== 'done' || count.kind === 'trouble' || at === null) {
    return { kind: 'trouble', troubles };
  }
  try {
    const draft = checkAddedEntry(
      {
        platform,
        kind: 'gift',
        direction: fields.direction,
        at,
        other,
        gift: null,
        giftName: fields.giftName.trim(),
        unit: fields.unit,
        units: amount.to,
        count: count.kind === 'empty' ? units(1) : count.to,
        note: fields.note.trim(),
      },
      now,
    );
    return { kind: 'done', draft };
  } catch (error) {
    if (error instanceof NotAnAddedEntry) {
      return { kind: 'trouble', troubles: { [fieldOf[error.trouble]]: error.trouble } };
    }
    throw error;
  }
}

function momentOf({ date, time }: AddedFields, zone: TimeZone): EpochMs | null {
  try {
    const there = Temporal.PlainDateTime.from(`${date}T${time || '12:00'}`);
    return epochMs(there.toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return null;
  }
}
