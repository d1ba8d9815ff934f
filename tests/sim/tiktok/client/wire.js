// The page's own small protobuf reader and writer. Numbers are BigInt, since ids exceed 2^53.

const utf8 = new TextDecoder();
const toUtf8 = new TextEncoder();

function readVarint(bytes, start) {
  let value = 0n;
  let shift = 0n;
  for (let at = start; at < bytes.length && shift < 70n; at += 1) {
    value |= BigInt(bytes[at] & 0x7f) << shift;
    if (bytes[at] < 0x80) {
      return [value, at + 1];
    }
    shift += 7n;
  }
  throw new RangeError('varint');
}

/** A message as a map from field number to its values in order: BigInt or bytes. */
export function read(bytes) {
  const fields = new Map();
  let at = 0;
  while (at < bytes.length) {
    let key;
    [key, at] = readVarint(bytes, at);
    const kind = Number(key & 7n);
    const field = Number(key >> 3n);
    if (field === 0) {
      throw new RangeError('field number');
    }
    let value;
    if (kind === 0) {
      [value, at] = readVarint(bytes, at);
    } else {
      let length = BigInt(kind === 1 ? 8 : 4);
      if (kind === 2) {
        [length, at] = readVarint(bytes, at);
      } else if (kind !== 1 && kind !== 5) {
        throw new RangeError('wire type');
      }
      const end = at + Number(length);
      if (end > bytes.length) {
        throw new RangeError('length');
      }
      value = bytes.subarray(at, end);
      at = end;
    }
    const values = fields.get(field);
    if (values === undefined) {
      fields.set(field, [value]);
    } else {
      values.push(value);
    }
  }
  return fields;
}

/** A varint field, 0n when absent or no number. */
export function int(fields, field) {
  const value = fields.get(field)?.at(-1);
  return typeof value === 'bigint' ? value : 0n;
}

/** A bytes field, null when absent. */
export function bytes(fields, field) {
  const value = fields.get(field)?.at(-1);
  return value instanceof Uint8Array ? value : null;
}

/** A text field, empty when absent. */
export function text(fields, field) {
  const value = bytes(fields, field);
  return value === null ? '' : utf8.decode(value);
}

/** A nested message, empty when absent. */
export function sub(fields, field) {
  const value = bytes(fields, field);
  return value === null ? new Map() : read(value);
}

function varint(value) {
  const out = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 0x7fn) {
    out.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  out.push(Number(rest));
  return out;
}

/** Encodes `[field, value]` pairs: BigInt and numbers as varints, text and bytes with their length. */
export function write(pairs) {
  const out = [];
  for (const [field, value] of pairs) {
    if (typeof value === 'bigint' || typeof value === 'number') {
      out.push(...varint(field << 3), ...varint(value));
    } else {
      const body = typeof value === 'string' ? toUtf8.encode(value) : value;
      out.push(...varint((field << 3) | 2), ...varint(body.length), ...body);
    }
  }
  return Uint8Array.from(out);
}
