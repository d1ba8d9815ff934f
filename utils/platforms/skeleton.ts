/**
 * A frame without what it says: its structure stays; names, texts, ids and amounts go. What a diagnostic holds of frames
 * that were refused, so that a maintainer can make a fixture of them.
 */
import { epochMs } from '../core/time.ts';
import { inflate, joined } from './inflate.ts';
import type { Frame } from './types.ts';

/** Longer runs of letters are all of this length: how long a name is would tell of it. */
const MOST_LETTERS = 8;
/** No platform's id has more digits. */
const MOST_DIGITS = 20;
/** Structure that lies deeper is left out. */
const MOST_DEPTH = 30;
/** Smaller numbers are counts and kinds. */
const SMALL = 100;
/** Larger frames are no example of anything. */
const MOST_BYTES = 64 * 1024;
const MOST_UNPACKED = 256 * 1024;

/** What fields are called. A name with digits in it may be an id. */
const fieldName = /^[A-Za-z_$][A-Za-z_$:.-]{0,40}$/;

/**
 * The structure of `frame`. Of its words only those stay that `kept` matches whole (what the platform calls its own
 * messages), and the names of fields. Null where there is none to show: too large, or bytes that are no message. Never
 * rejects.
 */
export async function skeletonOf(frame: Frame, kept: RegExp): Promise<Frame | null> {
  const { via, dir, url, body, request } = frame;
  if (body.length > MOST_BYTES) return null;
  const bare = typeof body === 'string' ? maskText(body, kept) : await maskBody(body, kept);
  return bare === null
    ? null
    : {
        // A decoder needs some moment; when it was is nobody's business.
        at: epochMs(0),
        via,
        dir,
        url: maskAddress(url, kept),
        body: bare,
        ...(request === undefined ? {} : { request: maskText(request, kept) }),
      };
}

/** Text of any form: JSON value by value, anything else word by word. */
function maskText(text: string, kept: RegExp, depth = 0): string {
  if (depth < MOST_DEPTH && /^\s*[[{]/.test(text)) {
    try {
      return JSON.stringify(maskJson(JSON.parse(text), kept, depth));
    } catch {
      // No JSON, or broken: then it is text as any other.
    }
  }
  return text.replace(/[\p{L}\p{M}\p{N}\p{So}_]+/gu, (word) => maskWord(word, kept));
}

function maskWord(word: string, kept: RegExp): string {
  if (kept.test(word)) return word;
  return /^\d+$/.test(word)
    ? `1${'0'.repeat(Math.min(word.length, MOST_DIGITS) - 1)}`
    : 'x'.repeat(Math.min(word.length, MOST_LETTERS));
}

function maskJson(value: unknown, kept: RegExp, depth: number): unknown {
  if (typeof value === 'string') return maskText(value, kept, depth + 1);
  if (typeof value === 'number') {
    return Number.isInteger(value) && Math.abs(value) < SMALL
      ? value
      : Number(maskWord(String(Math.trunc(Math.abs(value))), kept));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MOST_DEPTH) return null;
  if (Array.isArray(value)) return value.map((each) => maskJson(each, kept, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each], at) => [
      fieldName.test(key) ? key : `key${at}`,
      maskJson(each, kept, depth + 1),
    ]),
  );
}

function maskAddress(address: string, kept: RegExp): string {
  const { origin, pathname, searchParams } = new URL(address);
  const asked = [...searchParams.keys()].filter((key) => fieldName.test(key));
  const query = asked.map((key) => `${key}=x`).join('&');
  return `${origin}${maskText(pathname, kept)}${query === '' ? '' : `?${query}`}`;
}

/** Bytes are a protobuf message, packed or not, or text. */
async function maskBody(bytes: Uint8Array, kept: RegExp): Promise<Uint8Array | string | null> {
  const message = await maskMessage(bytes, kept, 0);
  if (message !== null) return message;
  const text = textOf(bytes);
  return text === null ? null : maskText(text, kept);
}

/** A field that holds bytes: text, a message inside, or something else, of which only the length stays. */
async function maskField(bytes: Uint8Array, kept: RegExp, depth: number): Promise<Uint8Array> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const unpacked = await inflate(bytes, MOST_UNPACKED).catch(() => null);
    if (unpacked !== null) return maskField(unpacked, kept, depth);
  }
  const text = textOf(bytes);
  // Text that is a word of the platform's is not taken for a message that happens to look alike.
  if (text !== null && !/[\p{Cc}]/u.test(text)) {
    return new TextEncoder().encode(maskText(text, kept));
  }
  return (await maskMessage(bytes, kept, depth + 1)) ?? new Uint8Array(bytes.length);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A protobuf message with its fields' numbers and kinds; null for bytes that are none. */
async function maskMessage(
  bytes: Uint8Array,
  kept: RegExp,
  depth: number,
): Promise<Uint8Array | null> {
  if (depth > MOST_DEPTH || bytes.length === 0) return null;
  const parts: Uint8Array[] = [];
  let position = 0;
  /** The bytes of a varint, and its value as far as 32 bits hold it. */
  const varint = (): { readonly raw: Uint8Array; readonly value: number } | null => {
    const start = position;
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = bytes[position];
      if (byte === undefined) return null;
      position += 1;
      if (shift < 28) value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return { raw: bytes.slice(start, position), value };
    }
    return null;
  };
  while (position < bytes.length) {
    const tag = varint();
    if (tag === null || tag.value >>> 3 === 0) return null;
    parts.push(tag.raw);
    const kind = tag.value & 7;
    if (kind === 0) {
      const number = varint();
      if (number === null) return null;
      parts.push(number.value < SMALL && number.raw.length === 1 ? number.raw : oneOf(number.raw));
    } else if (kind === 1 || kind === 5) {
      position += kind === 1 ? 8 : 4;
      parts.push(new Uint8Array(kind === 1 ? 8 : 4));
    } else if (kind === 2) {
      const length = varint();
      if (length === null || length.raw.length > 4) return null;
      const inside = bytes.subarray(position, position + length.value);
      if (inside.length !== length.value) return null;
      position += length.value;
      const masked = await maskField(inside, kept, depth);
      parts.push(lengthOf(masked.length), masked);
    } else {
      return null;
    }
    if (position > bytes.length) return null;
  }
  return joined(
    parts,
    parts.reduce((sum, { length }) => sum + length, 0),
  );
}

/** A varint as long as `raw` that says 1: an id stays as long as ids are. */
function oneOf(raw: Uint8Array): Uint8Array {
  const one = new Uint8Array(raw.length).fill(0x80);
  one[0] = raw.length === 1 ? 1 : 0x81;
  if (raw.length > 1) one[raw.length - 1] = 1;
  return one;
}

function lengthOf(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
