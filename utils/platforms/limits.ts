import type { Person } from '../core/gift-event.ts';
import type { AccountId } from '../core/ids.ts';
import { type EpochMs, epochMs } from '../core/time.ts';
import { MOST_UNITS_IN_ONE_ENTRY, type Units, units } from '../core/units.ts';
import { Refused } from './refused.ts';

/** More repeats than a streak can have: TikTok's counters end well below. */
const MOST_REPEATS = 10_000_000;

/** The longest name that is kept; platforms allow 30 to 64 characters. */
const LONGEST_NAME = 120;

/** The longest address of a picture that is kept. */
const LONGEST_ADDRESS = 500;

const DAY = 86_400_000;

/** A stream lasts hours and its history less; a time further off than this is not believed. */
const OLDEST = 30 * DAY;

/** A message's own time in ms where it is believable beside the moment `seen` when it arrived, else that. */
export function believedTime(time: number, seen: EpochMs): EpochMs {
  const believable =
    Number.isSafeInteger(time) &&
    time > 0 &&
    (seen === 0 || (time > seen - OLDEST && time < seen + DAY));
  return believable ? epochMs(time) : seen;
}

/** A count of gifts. Refuses anything but a whole number from 1 to {@link MOST_REPEATS} as `absurd-count`. */
export function checkedCount(value: number): number {
  if (!Number.isSafeInteger(value) || value < 1 || value > MOST_REPEATS) {
    throw new Refused('absurd-count', String(value));
  }
  return value;
}

/** A price or sum in units. Refuses negative, broken and impossibly large ones as `absurd-price`. */
export function checkedUnits(value: number): Units {
  if (!Number.isSafeInteger(value) || value < 0 || value > MOST_UNITS_IN_ONE_ENTRY) {
    throw new Refused('absurd-price', String(value));
  }
  return units(value);
}

/** `count` × `price`, refused as `absurd-price` where nobody can have paid it. */
export function checkedAmount(count: number, price: Units): Units {
  return checkedUnits(count * price);
}

/** A name as it is kept: well-formed text of bounded length. How it is made safe to show is the screen's matter. */
export function keptName(text: string): string {
  return text.slice(0, LONGEST_NAME).toWellFormed();
}

/** An address of a picture as it is kept: https only, empty otherwise. */
export function keptAddress(text: string): string {
  return text.length <= LONGEST_ADDRESS && text.startsWith('https://') ? text.toWellFormed() : '';
}

/**
 * Someone whom a platform names without an id. The id that stands in has a dot before the handle, which ids have not,
 * and sorts before them: where sightings of one payment meet, an id wins. Refuses what is no handle as `missing-id`.
 */
export function namedOnly(handle: string): Person {
  const id = `.${checkedId(handle.toLowerCase())}`;
  if (id.length > 64) throw new Refused('missing-id', id.slice(0, 20));
  return { id: id as AccountId, handle: keptName(handle), name: keptName(handle) };
}

/** Whether a person's id stands in for one that is not known. */
export function isNamedOnly({ id }: Pick<Person, 'id'>): boolean {
  return id.startsWith('.');
}

/** An id as it is kept: 1 to 64 letters, digits, `_`, `-` or `.`; anything else is refused as `missing-id`. */
export function checkedId(text: string): string {
  if (!/^[\w.-]{1,64}$/.test(text)) {
    throw new Refused('missing-id', text.slice(0, 20));
  }
  return text;
}
