/**
 * The protobuf wire format, as far as the simulated site writes and reads it
 * (https://protobuf.dev/programming-guides/encoding/). Independent of the project's own decoder on purpose: a
 * mistake made in both places would go unseen.
 */

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

const utf8 = new TextEncoder();

/** One varint. Negative numbers take ten bytes, as two's complement in 64 bits. */
export function varint(value: number | bigint): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const out: number[] = [];
  while (rest > 0x7fn) {
    out.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  out.push(Number(rest));
  return Uint8Array.from(out);
}

/** Parts in one array. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const NOTHING = new Uint8Array();

/** An integer or boolean field. Zero is left out, as proto3 does and as the recorded frames show. */
export function int(field: number, value: number | bigint | boolean | undefined): Uint8Array {
  if (value === undefined || BigInt(value) === 0n) {
    return NOTHING;
  }
  return concat(varint((field << 3) | VARINT), varint(BigInt(value)));
}

/** A length-delimited field; empty ones are written too. */
export function bytes(field: number, value: Uint8Array): Uint8Array {
  return concat(varint((field << 3) | BYTES), varint(value.length), value);
}

/** A text field. Empty text is left out. */
export function text(field: number, value: string | undefined): Uint8Array {
  return value === undefined || value === '' ? NOTHING : bytes(field, utf8.encode(value));
}

/** A nested message. */
export function sub(field: number, ...fields: readonly Uint8Array[]): Uint8Array {
  return bytes(field, concat(...fields));
}

/** A field as read: its number, and its varint or its bytes. */
export interface ReadField {
  readonly field: number;
  readonly int: bigint;
  readonly bytes: Uint8Array;
}

function readVarint(buffer: Uint8Array, start: number): { value: bigint; next: number } {
  let value = 0n;
  let shift = 0n;
  for (let at = start; at < buffer.length && shift < 70n; at += 1) {
    const byte = BigInt(buffer[at] ?? 0);
    value |= (byte & 0x7fn) << shift;
    if (byte < 0x80n) {
      return { value: BigInt.asUintN(64, value), next: at + 1 };
    }
    shift += 7n;
  }
  throw new RangeError('varint runs past its end');
}

/** The fields of a message in order. Throws `RangeError` for bytes that are no message. */
export function readFields(buffer: Uint8Array): ReadField[] {
  const fields: ReadField[] = [];
  let at = 0;
  while (at < buffer.length) {
    const key = readVarint(buffer, at);
    const field = Number(key.value >> 3n);
    const kind = Number(key.value & 7n);
    at = key.next;
    if (field === 0) {
      throw new RangeError('field number 0');
    }
    if (kind === VARINT) {
      const read = readVarint(buffer, at);
      fields.push({ field, int: read.value, bytes: NOTHING });
      at = read.next;
      continue;
    }
    let length = kind === FIXED64 ? 8 : 4;
    if (kind === BYTES) {
      const read = readVarint(buffer, at);
      length = Number(read.value);
      at = read.next;
    } else if (kind !== FIXED64 && kind !== FIXED32) {
      throw new RangeError(`wire type ${kind}`);
    }
    if (at + length > buffer.length) {
      throw new RangeError('field runs past its end');
    }
    fields.push({ field, int: 0n, bytes: buffer.subarray(at, at + length) });
    at += length;
  }
  return fields;
}

/** The last varint of `field`, 0 when absent. */
export function intOf(fields: readonly ReadField[], field: number): bigint {
  return fields.findLast((one) => one.field === field)?.int ?? 0n;
}

/** The last bytes of `field`, empty when absent. */
export function bytesOf(fields: readonly ReadField[], field: number): Uint8Array {
  return fields.findLast((one) => one.field === field)?.bytes ?? NOTHING;
}

/** The last text of `field`, empty when absent. */
export function textOf(fields: readonly ReadField[], field: number): string {
  return new TextDecoder().decode(bytesOf(fields, field));
}
