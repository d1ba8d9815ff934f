/** Thrown for bytes that are not the protobuf message they should be. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

const TWO_TO_32 = 2 ** 32;
const utf8 = new TextDecoder();

/**
 * Reads protobuf fields in place, so that what nobody asks for is stepped over and never built.
 * Wire format: https://protobuf.dev/programming-guides/encoding/. Every method throws {@link WireError} when
 * the bytes end early or make no sense.
 */
export class ProtobufReader {
  readonly #bytes: Uint8Array;
  #position: number;
  readonly #end: number;
  #wireType = 0;
  #low = 0;
  #high = 0;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#position = start;
    this.#end = end;
  }

  /** The next field's number, or 0 at the end of the message. The field must then be read or skipped. */
  next(): number {
    if (this.#position >= this.#end) {
      return 0;
    }
    this.#varint();
    const field = this.#low >>> 3;
    this.#wireType = this.#low & 7;
    if (field === 0 || this.#high !== 0) {
      throw new WireError('field number');
    }
    return field;
  }

  /** Steps over the current field's value. */
  skip(): void {
    switch (this.#wireType) {
      case 0:
        this.#varint();
        return;
      case 1:
        this.#advance(8);
        return;
      case 2:
        this.#advance(this.#length());
        return;
      case 5:
        this.#advance(4);
        return;
      default:
        throw new WireError(`wire type ${this.#wireType}`);
    }
  }

  /** The current field as a signed number; beyond 2^53 it is only roughly right, which no limit lets pass. */
  number(): number {
    this.#expect(0);
    this.#varint();
    return (this.#high | 0) * TWO_TO_32 + this.#low;
  }

  /** The current field as a 64-bit id in decimal text, exact; empty for 0, which protobuf uses for "not set". */
  id(): string {
    this.#expect(0);
    this.#varint();
    if (this.#high === 0) {
      return this.#low === 0 ? '' : String(this.#low);
    }
    return String((BigInt(this.#high) << 32n) | BigInt(this.#low));
  }

  /** The current field's bytes, as a view and not a copy. */
  bytes(): Uint8Array {
    this.#expect(2);
    const length = this.#length();
    const start = this.#position;
    this.#advance(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** The current field as text; bytes that are no UTF-8 become replacement characters. */
  text(): string {
    return utf8.decode(this.bytes());
  }

  /** A reader over the message in the current field. */
  message(): ProtobufReader {
    this.#expect(2);
    const length = this.#length();
    const start = this.#position;
    this.#advance(length);
    return new ProtobufReader(this.#bytes, start, start + length);
  }

  #expect(wireType: number): void {
    if (this.#wireType !== wireType) {
      throw new WireError(`wire type ${this.#wireType} for ${wireType}`);
    }
  }

  #length(): number {
    this.#varint();
    if (this.#high !== 0) {
      throw new WireError('length');
    }
    return this.#low;
  }

  #advance(count: number): void {
    if (count > this.#end - this.#position) {
      throw new WireError('truncated');
    }
    this.#position += count;
  }

  #byte(): number {
    const byte = this.#position < this.#end ? this.#bytes[this.#position] : undefined;
    if (byte === undefined) {
      throw new WireError('truncated');
    }
    this.#position += 1;
    return byte;
  }

  /** Reads a varint into the two unsigned halves `#low` and `#high`: doubles cannot hold 64 bits. */
  #varint(): void {
    let low = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#byte();
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.#low = low >>> 0;
        this.#high = 0;
        return;
      }
    }
    const middle = this.#byte();
    low |= (middle & 0x0f) << 28;
    let high = (middle & 0x70) >> 4;
    if (middle >= 0x80) {
      for (let shift = 3; ; shift += 7) {
        if (shift > 31) {
          throw new WireError('varint');
        }
        const byte = this.#byte();
        high |= (byte & 0x7f) << shift;
        if (byte < 0x80) {
          break;
        }
      }
    }
    this.#low = low >>> 0;
    this.#high = high >>> 0;
  }
}
