/**
 * What the project's decoder is compared with: a decoder of the same messages that makes an object of every field, as
 * one generated from the full schema does. The schema is data, so that nothing has to be guessed.
 */

/** What a length-delimited field holds: another message, or bytes; text where it is not listed. */
interface Shape {
  readonly [field: number]: Shape | 'bytes';
}

const image: Shape = {};
const badge: Shape = { 21: { 2: image }, 11: {} };
const user: Shape = {
  9: image,
  10: image,
  11: image,
  22: {},
  23: {},
  24: { 1: {}, 3: image },
  64: badge,
};
const common: Shape = {};
const gift: Shape = { 1: image, 21: image, 118: {} };

/** The shapes of messages by method. */
const messages: Readonly<Record<string, Shape>> = {
  WebcastChatMessage: { 1: common, 2: user },
  WebcastLikeMessage: { 1: common, 5: user },
  WebcastMemberMessage: { 1: common, 2: user },
  WebcastSocialMessage: { 1: common, 2: user },
  WebcastRoomUserSeqMessage: { 1: common, 2: { 2: user } },
  WebcastLinkMicFanTicketMethod: { 1: common, 2: { 1: {} } },
  WebcastGiftMessage: { 1: common, 7: user, 8: user, 15: gift, 23: {}, 32: {} },
};

const response: Shape = { 1: { 2: 'bytes' }, 7: {} };
const push: Shape = { 5: {}, 8: 'bytes' };

type Value = number | bigint | string | Uint8Array | Message;
interface Message extends Map<number, Value[]> {}

/** From this many bytes on TextDecoder is the faster one. */
const LONG_TEXT = 48;

const utf8 = new TextDecoder();

class Decoder {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  message(shape: Shape, end: number): Message {
    const found: Message = new Map();
    while (this.#at < end) {
      const tag = Number(this.#varint());
      const field = tag >>> 3;
      const value = this.#value(tag & 7, shape[field]);
      const values = found.get(field);
      if (values === undefined) found.set(field, [value]);
      else values.push(value);
    }
    return found;
  }

  #value(wireType: number, shape: Shape | 'bytes' | undefined): Value {
    if (wireType === 0) return this.#varint();
    if (wireType !== 2) throw new RangeError(`wire type ${wireType}`);
    const length = Number(this.#varint());
    const start = this.#at;
    const end = start + length;
    if (typeof shape === 'object') return this.message(shape, end);
    this.#at = end;
    return shape === 'bytes' ? this.#bytes.subarray(start, end) : this.#text(start, end);
  }

  /** As protobufjs does, the fastest of its kind: a short ASCII text needs no TextDecoder. */
  #text(start: number, end: number): string {
    if (end - start > LONG_TEXT) return utf8.decode(this.#bytes.subarray(start, end));
    let text = '';
    for (let at = start; at < end; at += 1) {
      const code = this.#bytes[at] ?? 0;
      if (code >= 0x80) return utf8.decode(this.#bytes.subarray(start, end));
      text += String.fromCharCode(code);
    }
    return text;
  }

  /** As generated decoders do: small numbers without BigInt. */
  #varint(): number | bigint {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    let large = BigInt(value);
    for (let shift = 28n; ; shift += 7n) {
      const byte = this.#bytes[this.#at++] ?? 0;
      large |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return large;
    }
  }
}

function decode(bytes: Uint8Array, shape: Shape): Message {
  return new Decoder(bytes).message(shape, bytes.length);
}

const only = (message: Message, field: number) => message.get(field)?.[0];

/** Decodes a plain push frame, its response and all of its messages. */
export function decodeFully(frame: Uint8Array): readonly Message[] {
  const payload = only(decode(frame, push), 8);
  const all = payload instanceof Uint8Array ? (decode(payload, response).get(1) ?? []) : [];
  return all.flatMap((one) => {
    if (!(one instanceof Map)) return [];
    const body = only(one, 2);
    const method = String(only(one, 1));
    return body instanceof Uint8Array ? [decode(body, messages[method] ?? {})] : [];
  });
}
