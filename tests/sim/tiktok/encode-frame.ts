import { gzipSync } from 'node:zlib';
import { bytes, bytesOf, concat, int, intOf, readFields, sub, text, textOf } from './wire.ts';

/** A message ready to be packed into a `Response`. */
export interface WireMessage {
  readonly method: string;
  readonly msgId: bigint;
  readonly payload: Uint8Array;
  /** Sent again to those who join: `is_history`. */
  readonly history?: boolean;
}

/** What a `Response` says about itself, beside its messages. */
export interface ResponseFields {
  readonly cursor: string;
  readonly now: number;
  readonly first?: boolean;
  /** 1 on the socket, 2 when polled. */
  readonly fetchType: 1 | 2;
  readonly needAck: boolean;
}

/** `Message`, the envelope. */
export function message(one: WireMessage): Uint8Array {
  return concat(
    text(1, one.method),
    bytes(2, one.payload),
    int(3, one.msgId),
    int(6, one.history ?? false),
  );
}

/** `Response`, the content of a `msg` frame and of an answer of `/webcast/im/fetch/`. */
export function response(messages: readonly WireMessage[], fields: ResponseFields): Uint8Array {
  return concat(
    ...messages.map((one) => bytes(1, message(one))),
    text(2, fields.cursor),
    int(3, 1000),
    int(4, fields.now),
    text(5, `internal_src:sim|wss_push_room_id:1|seq:${fields.cursor}`),
    int(6, fields.fetchType),
    sub(7, text(1, 'compress'), text(2, 'gzip')),
    int(8, 10_000),
    int(9, fields.needAck),
    text(10, 'wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/'),
    int(11, fields.first ?? false),
  );
}

/** What a `PushFrame` carries and how. */
export interface PushFields {
  readonly seqId: number;
  readonly logId: number;
  readonly type: string;
  readonly payload: Uint8Array;
  readonly gzip?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `PushFrame`, one binary message of the socket. `payload` is packed here when `gzip` is set. */
export function pushFrame(fields: PushFields): Uint8Array<ArrayBuffer> {
  const headers = { ...(fields.gzip ? { compress_type: 'gzip' } : {}), ...fields.headers };
  return concat(
    int(1, fields.seqId),
    int(2, fields.logId),
    int(3, 8888),
    int(4, 8),
    ...Object.entries(headers).map(([key, value]) => sub(5, text(1, key), text(2, value))),
    text(6, 'pb'),
    text(7, fields.type),
    bytes(8, fields.gzip ? gzipSync(fields.payload) : fields.payload),
  );
}

/** What a page said on the socket. */
export type ClientFrame =
  | { readonly type: 'hb' | 'ack' | 'other'; readonly logId: bigint }
  | {
      readonly type: 'im_enter_room';
      readonly room: bigint;
      readonly identity: string;
      readonly cursor: string;
    };

/** Reads a frame that a page sent. Throws `RangeError` for bytes that are none. */
export function readClientFrame(body: Uint8Array): ClientFrame {
  const frame = readFields(body);
  const type = textOf(frame, 7);
  if (type === 'im_enter_room') {
    const room = readFields(bytesOf(frame, 8));
    return { type, room: intOf(room, 1), identity: textOf(room, 5), cursor: textOf(room, 6) };
  }
  return { type: type === 'hb' || type === 'ack' ? type : 'other', logId: intOf(frame, 2) };
}
