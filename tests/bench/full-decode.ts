/**
 * What the project's decoder is compared with: protobuf-es, which makes an object of every field of every message. Its
 * schema is not written by hand but generated from the frames themselves: which fields there are, of which kind, and
 * which come more than once.
 */
import { create, createFileRegistry, type DescMessage, fromBinary } from '@bufbuild/protobuf';
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import {
  type DescriptorProto,
  DescriptorProtoSchema,
  FieldDescriptorProtoSchema,
  FileDescriptorSetSchema,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
} from '@bufbuild/protobuf/wkt';

/** What a field that holds bytes is: another message, or bytes; text where it is not listed. */
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

/** The fields of one kind of message as the frames show them. */
class Kind {
  readonly fields = new Map<number, { wire: WireType; often: boolean }>();
  readonly #inside = new Map<number, Kind>();
  readonly name: string;
  readonly shape: Shape;

  constructor(name: string, shape: Shape) {
    this.name = name;
    this.shape = shape;
  }

  inside(field: number): Kind | null {
    const shape = this.shape[field];
    if (typeof shape !== 'object') return null;
    const known = this.#inside.get(field) ?? new Kind(`${this.name}_${field}`, shape);
    this.#inside.set(field, known);
    return known;
  }

  /** Learns from a message; gives what its fields hold. */
  learn(bytes: Uint8Array): ReadonlyMap<number, readonly Uint8Array[]> {
    const reader = new BinaryReader(bytes);
    const found = new Map<number, Uint8Array[]>();
    while (reader.pos < reader.len) {
      const [field, wire] = reader.tag();
      const holds = wire === WireType.LengthDelimited ? reader.bytes() : null;
      if (holds === null) reader.skip(wire, field);
      else this.inside(field)?.learn(holds);
      const before = found.get(field);
      const often = before !== undefined || this.fields.get(field)?.often === true;
      this.fields.set(field, { wire, often });
      found.set(field, [...(before ?? []), holds ?? new Uint8Array()]);
    }
    return found;
  }

  /** This kind's descriptor and those of all kinds inside of it. */
  descriptors(): readonly DescriptorProto[] {
    const own = create(DescriptorProtoSchema, {
      name: this.name,
      field: [...this.fields].map(([number, { wire, often }]) => {
        const inside = this.inside(number);
        return create(FieldDescriptorProtoSchema, {
          name: `f${number}`,
          number,
          label: often ? Label.REPEATED : Label.OPTIONAL,
          type: this.#typeOf(number, wire),
          ...(inside === null ? {} : { typeName: `.${inside.name}` }),
        });
      }),
    });
    return [own, ...[...this.#inside.values()].flatMap((kind) => kind.descriptors())];
  }

  #typeOf(number: number, wire: WireType): Type {
    if (wire === WireType.Varint) return Type.INT64;
    const shape = this.shape[number];
    if (typeof shape === 'object') return Type.MESSAGE;
    return shape === 'bytes' ? Type.BYTES : Type.STRING;
  }
}

/** Decodes a plain push frame, its response and all of its messages; gives how many there were. */
export type FullDecoder = (frame: Uint8Array) => number;

/** Generates the decoder from frames that hold everything that is to be decoded. */
export function fullDecoderFor(frames: readonly Uint8Array[]): FullDecoder {
  const [pushed, answered] = [new Kind('Push', push), new Kind('Response', response)];
  const kinds = new Map<string, Kind>();
  for (const frame of frames) {
    const [payload = new Uint8Array()] = pushed.learn(frame).get(8) ?? [];
    for (const message of answered.learn(payload).get(1) ?? []) {
      const parts = new Kind('Any', { 2: 'bytes' }).learn(message);
      const method = new TextDecoder().decode(parts.get(1)?.[0]);
      const kind = kinds.get(method) ?? new Kind(method, messages[method] ?? {});
      kinds.set(method, kind);
      for (const body of parts.get(2) ?? []) kind.learn(body);
    }
  }
  const messageType = [pushed, answered, ...kinds.values()].flatMap((kind) => kind.descriptors());
  const file = { name: 'frames.proto', syntax: 'proto3', messageType };
  const registry = createFileRegistry(create(FileDescriptorSetSchema, { file: [file] }));
  const schemaOf = (name: string): DescMessage => {
    const schema = registry.getMessage(name);
    if (schema === undefined) throw new RangeError(`no message ${name}`);
    return schema;
  };
  const schemas = new Map([...kinds.keys()].map((method) => [method, schemaOf(method)]));
  const [pushSchema, responseSchema] = [schemaOf('Push'), schemaOf('Response')];
  return (frame) => {
    const payload = fieldOf(fromBinary(pushSchema, frame), 8);
    if (!(payload instanceof Uint8Array)) return 0;
    const all = fieldOf(fromBinary(responseSchema, payload), 1);
    if (!Array.isArray(all)) return 0;
    let decoded = 0;
    for (const each of all) {
      const schema = schemas.get(String(fieldOf(each, 1)));
      const body = fieldOf(each, 2);
      if (schema === undefined || !(body instanceof Uint8Array)) continue;
      fromBinary(schema, body);
      decoded += 1;
    }
    return decoded;
  };
}

function fieldOf(message: object, field: number): unknown {
  return Reflect.get(message, `f${field}`);
}
