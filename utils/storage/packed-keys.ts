/**
 * Keys as few bytes. IndexedDB keeps text in keys with two bytes a character and repeats the primary key in every index;
 * the ledger's keys are long ids, mostly digits.
 */
import { idHash } from '../core/id-hash.ts';

/** Digits that are written as one number: the longest that stays small. */
const MOST_DIGITS = 12;
/** Bytes that hold any number of so many digits. */
const BYTES_OF_DIGITS = [0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5];

/** Bytes 1 to 12 say that a number of so many digits follows. */
const END = 0x00;
const NUMBER = 0x1d;
const CONTROL = 0x1e;
const UNIT = 0xfe;
const ABOVE_ALL = 0xff;

/** Thrown for what no key of the ledger is made of. */
export class UnusableKey extends Error {
  override readonly name = 'UnusableKey';
}

/** A key as the browser gets it. */
export type PackedKey = Uint8Array<ArrayBuffer>;

let bytes = new Uint8Array(512);
let length = 0;

function put(byte: number): void {
  if (length === bytes.length) {
    const longer = new Uint8Array(bytes.length * 2);
    longer.set(bytes);
    bytes = longer;
  }
  bytes[length] = byte;
  length += 1;
}

/** What was put, at least one byte: not every browser takes none. The end alone is below every other key. */
function taken(): PackedKey {
  if (length === 0) put(END);
  return bytes.slice(0, length);
}

/** Looks for the first long number in an id, such as a room's. */
const LONG_NUMBER = /\d{10,24}/;

/**
 * Packs a long id: a hash of it, behind its first long number, so that what belongs to one room is stored side by side.
 * The order is none of the text's, but always the same; the empty text is below all ids.
 */
export function packId(id: string): PackedKey {
  length = 0;
  if (id !== '') {
    const [number] = LONG_NUMBER.exec(id) ?? [];
    if (number !== undefined) putText(number);
    for (const byte of idHash(id)) put(byte);
  }
  return taken();
}

/**
 * Packs the parts of a compound key: a character is a byte and a run of digits about half a byte a digit. They sort by
 * their parts, as texts do, but for runs of digits of different lengths, of which the shorter comes first. Also takes what only bounds
 * of ranges have: infinities, and an array, which is above every part. Numbers must not be negative. Throws
 * {@link UnusableKey}.
 */
export function packParts(parts: readonly unknown[]): PackedKey {
  length = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      putText(part);
      put(END);
    } else if (typeof part === 'number' && part >= 0) {
      put(NUMBER);
      putDouble(part);
    } else if (Array.isArray(part)) {
      put(ABOVE_ALL);
    } else if (part !== Number.NEGATIVE_INFINITY) {
      throw new UnusableKey(`a key of ${typeof part}`);
    }
  }
  return taken();
}

function putText(text: string): void {
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      at = putDigits(text, at);
      continue;
    }
    if (code < 0x20) {
      put(CONTROL);
      put(code);
    } else if (code < 0x80) {
      put(code);
    } else {
      put(UNIT);
      put(code >> 8);
      put(code & 0xff);
    }
    at += 1;
  }
}

/** Writes up to twelve digits from `start` on; gives where they end. */
function putDigits(text: string, start: number): number {
  let value = 0;
  let at = start;
  while (at < text.length && at - start < MOST_DIGITS) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) break;
    value = value * 10 + (code - 0x30);
    at += 1;
  }
  put(at - start);
  for (let byte = (BYTES_OF_DIGITS[at - start] ?? 0) - 1; byte >= 0; byte -= 1) {
    put(Math.floor(value / 256 ** byte) & 0xff);
  }
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const double = new DataView(new ArrayBuffer(8));

function putDouble(value: number): void {
  double.setFloat64(0, value);
  for (let at = 0; at < 8; at += 1) put(double.getUint8(at));
}
