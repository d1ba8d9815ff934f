import { gunzip, looksGzipped } from './gunzip.ts';
import { ProtobufReader } from './protobuf.ts';

/** One `Message` of a `Response`: its method's name and its undecoded payload. */
export interface WebcastMessage {
  readonly method: string;
  readonly payload: Uint8Array;
  readonly messageId: string;
}

/** What a `PushFrame` says about itself. */
export interface PushFrame {
  readonly payloadType: string;
  readonly payload: Uint8Array;
}

const nothing: Uint8Array = new Uint8Array();
const ascii = new TextDecoder('latin1');

/** Reads the header {key=1, value=2} and says whether it names gzip as the payload's compression. */
function namesGzip(header: ProtobufReader): boolean {
  let key = '';
  let value = '';
  for (let field = header.next(); field !== 0; field = header.next()) {
    if (field === 1) key = header.text();
    else if (field === 2) value = header.text();
    else header.skip();
  }
  return key === 'compress_type' && value === 'gzip';
}

/** Reads a `PushFrame` {headers=5, payload_type=7, payload=8} and unpacks its payload. Throws WireError or GzipError. */
export async function readPushFrame(bytes: Uint8Array): Promise<PushFrame> {
  const reader = new ProtobufReader(bytes);
  let payloadType = '';
  let payload = nothing;
  let gzip = false;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 5) gzip = namesGzip(reader.message()) || gzip;
    else if (field === 7) payloadType = reader.text();
    else if (field === 8) payload = reader.bytes();
    else reader.skip();
  }
  return {
    payloadType,
    payload: gzip || looksGzipped(payload) ? await gunzip(payload) : payload,
  };
}

/**
 * Reads a `Response` {messages=1, now=4} and gives its messages whose method is in `wanted`; the others are stepped over
 * without being looked into. `tell` gets the server's time as
 * sent, `pass` the name of each that is stepped over. Throws WireError.
 */
export function* readResponse(
  bytes: Uint8Array,
  wanted: ReadonlySet<string>,
  tell: (now: number) => void,
  pass: (method: string) => void,
): Generator<WebcastMessage> {
  const response = new ProtobufReader(bytes);
  for (let field = response.next(); field !== 0; field = response.next()) {
    if (field === 4) {
      tell(response.number());
      continue;
    }
    if (field !== 1) {
      response.skip();
      continue;
    }
    const message = response.message();
    let method = '';
    let payload = nothing;
    let messageId = '';
    for (let part = message.next(); part !== 0; part = message.next()) {
      if (part === 1) {
        method = ascii.decode(message.bytes());
        if (!wanted.has(method)) {
          pass(method);
          break;
        }
      } else if (part === 2) payload = message.bytes();
      else if (part === 3) messageId = message.id();
      else message.skip();
    }
    if (wanted.has(method)) {
      yield { method, payload, messageId };
    }
  }
}
