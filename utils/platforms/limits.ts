import { MOST_UNITS_IN_ONE_ENTRY, type Units, units } from '../core/units.ts';
import { Refused } from './refused.ts';

/** More repeats than a streak can have: TikTok's counters end well below. */
const MOST_REPEATS = 10_000_000;

/** The longest name that is kept; platforms allow 30 to 64 characters. */
const LONGEST_NAME = 120;

/** The longest address of a picture that is kept. */
const LONGEST_ADDRESS = 500;

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

/** An id as it is kept: 1 to 64 letters, digits, `_`, `-` or `.`; anything else is refused as `missing-id`. */
export function checkedId(text: string): string {
  if (!/^[\w.-]{1,64}$/.test(text)) {
    throw new Refused('missing-id', text.slice(0, 20));
  }
  return text;
}
