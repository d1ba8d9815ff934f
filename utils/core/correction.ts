import type { EntryKind } from './gift-event.ts';
import type { AccountId, EntryId, GiftId, PlatformId } from './ids.ts';
import type { Direction } from './ownership.ts';
import { checkMoment, LONGEST_NOTE, NotAPurchase } from './purchase.ts';
import type { Price } from './scaled.ts';
import type { EpochMs } from './time.ts';
import {
  type AmountUnit,
  isOwnUnit,
  MOST_MINOR_IN_ONE_ENTRY,
  MOST_UNITS_IN_ONE_ENTRY,
  type Units,
} from './units.ts';

/** What the user knows better about a payment. It wins over what was seen, which stays as it is. */
export interface Correction {
  /** The payment counts nowhere, though it stays in the ledger. */
  readonly voided?: true;
  /** What was paid in the platform's unit. */
  readonly units?: Units;
  /** What it cost the user in money. */
  readonly price?: Price;
  /** Empty where the user took a note away that the payment came with. */
  readonly note?: string;
}

/** A payment that the user entered by hand: sent from the phone, or received where nothing was watching. */
export interface AddedEntry {
  /** Made up at random. */
  readonly id: EntryId;
  readonly platform: PlatformId;
  readonly kind: EntryKind;
  readonly direction: Direction;
  readonly at: EpochMs;
  /** The creator of what was sent, the sender of what was received; null where the user does not say. */
  readonly other: AccountId | null;
  readonly gift: GiftId | null;
  /** What the user calls the gift; may be empty. */
  readonly giftName: string;
  readonly unit: AmountUnit;
  /** In all, whatever the count. */
  readonly units: Units;
  readonly count: number;
  readonly note: string;
}

/** What can be wrong with a payment entered by hand, by name. */
export type AddedEntryTrouble =
  | 'units'
  | 'count'
  | 'date'
  | 'too-early'
  | 'in-the-future'
  | 'gift-name-too-long'
  | 'note-too-long';

/** Thrown for a payment that cannot have happened as told. `trouble` says what is wrong. */
export class NotAnAddedEntry extends Error {
  override readonly name = 'NotAnAddedEntry';
  readonly trouble: AddedEntryTrouble;
  constructor(trouble: AddedEntryTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Letters of a gift's name that are kept. */
export const LONGEST_GIFT_NAME = 100;

/** Checks what a user says was sent or received. Throws {@link NotAnAddedEntry}, naming the first thing wrong. */
export function checkAddedEntry<Told extends Omit<AddedEntry, 'id'>>(
  added: Told,
  now: EpochMs,
): Told {
  const most = isOwnUnit(added.unit) ? MOST_UNITS_IN_ONE_ENTRY : MOST_MINOR_IN_ONE_ENTRY;
  if (!isWithin(added.units, most)) throw new NotAnAddedEntry('units');
  if (!isWithin(added.count, MOST_UNITS_IN_ONE_ENTRY)) throw new NotAnAddedEntry('count');
  try {
    checkMoment(added.at, now);
  } catch (error) {
    throw new NotAnAddedEntry(troubleOf(error));
  }
  if (added.giftName.length > LONGEST_GIFT_NAME) throw new NotAnAddedEntry('gift-name-too-long');
  if (added.note.length > LONGEST_NOTE) throw new NotAnAddedEntry('note-too-long');
  return added;
}

function isWithin(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= most;
}

function troubleOf(error: unknown): 'date' | 'too-early' | 'in-the-future' {
  const trouble = error instanceof NotAPurchase ? error.trouble : 'date';
  return trouble === 'too-early' || trouble === 'in-the-future' ? trouble : 'date';
}
