// How the page receives what happens: one socket for all rooms, a first page by XHR, polling when told so.

import { bytes, int, read, sub, text, write } from './wire.js';

const SOCKET = 'wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/';
const PREVIEW = 'wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/from_preview/';
const FETCH = 'https://webcast.tiktok.com/webcast/im/fetch/';
const HEARTBEAT_MS = 10_000;
const POLL_MS = 1000;
const BACK_TO_SOCKET_MS = 20_000;
/** More than any real payload unpacks to. */
const LARGEST_PAYLOAD = 8 * 1024 * 1024;

async function gunzip(packed) {
  const stream = new DecompressionStream('gzip');
  // Not through a Blob, of which the browser's own process would keep a copy for every frame.
  const writer = stream.writable.getWriter();
  writer.write(packed).catch(() => undefined);
  writer.close().catch(() => undefined);
  const parts = [];
  let size = 0;
  for (const reader = stream.readable.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) {
      return joined(parts, size);
    }
    size += value.length;
    if (size > LARGEST_PAYLOAD) {
      // Not awaited: cancelling may never end while the rest is still being unpacked.
      void reader.cancel().catch(() => undefined);
      throw new RangeError('payload');
    }
    parts.push(value);
  }
}

function joined(parts, size) {
  if (parts.length === 1) {
    return parts[0];
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Frames in order, whatever they hold: `onMessage(method, payload, {history})` for each new message of the room. */
export function createIm({ preview = false, guest = false, onMessage, onState }) {
  let roomId = 0n;
  let identity = 'audience';
  let cursor = '';
  let entered = false;
  let socket = null;
  let beat = 0;
  let poll = 0;
  let retry = 0;
  let order = Promise.resolve();
  const known = new Set();

  const push = (type, payload, logId = 0n) => {
    if (socket?.readyState === WebSocket.OPEN) {
      socket.send(
        write([
          [2, logId],
          [3, 8888],
          [4, 8],
          [6, 'pb'],
          [7, type],
          [8, payload],
        ]),
      );
    }
  };

  // The cursor goes along only after a broken connection: newcomers get no replay.
  const enterRoom = () => {
    push(
      'im_enter_room',
      write([
        [1, roomId],
        [4, 12],
        [5, identity],
        [6, entered ? cursor : ''],
        [7, guest ? 1 : 0],
        [8, ''],
        [9, '0'],
      ]),
    );
    entered = true;
  };

  function readResponse(payload) {
    const response = read(payload);
    for (const packed of response.get(1) ?? []) {
      try {
        readMessage(read(packed));
      } catch {
        // A broken message is no reason to lose the others.
      }
    }
    cursor = text(response, 2) || cursor;
    return response;
  }

  function readMessage(message) {
    const payload = bytes(message, 2) ?? new Uint8Array();
    const room = int(sub(read(payload), 1), 3);
    const id = `${room}_${int(message, 3)}`;
    if (room !== roomId || known.has(id)) {
      return;
    }
    known.add(id);
    if (known.size > 5000) {
      known.delete(known.values().next().value);
    }
    onMessage(text(message, 1), payload, { history: int(message, 6) === 1n });
  }

  async function readFrame(buffer) {
    const frame = read(new Uint8Array(buffer));
    const headers = new Map(
      (frame.get(5) ?? []).map((one) => [text(read(one), 1), text(read(one), 2)]),
    );
    const type = text(frame, 7);
    if (type === 'close' && headers.get('close_reason') === 'disable_web_direct') {
      startPolling();
    }
    if (type !== 'msg' && type !== 'im_enter_room_resp') {
      return;
    }
    const body = bytes(frame, 8) ?? new Uint8Array();
    const payload = headers.get('compress_type') === 'gzip' ? await gunzip(body) : body;
    const response = readResponse(payload);
    if (int(response, 9) === 1n) {
      push('ack', bytes(response, 5) ?? new Uint8Array(), int(frame, 2));
    }
  }

  function fetchPage() {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({
      aid: '1988',
      app_name: 'tiktok_web',
      compress: 'gzip',
      cursor,
      history_comment_count: '6',
      identity,
      live_id: '12',
      resp_content_type: 'protobuf',
      room_id: String(roomId),
    });
    request.open('GET', `${FETCH}?${query}`);
    request.responseType = 'arraybuffer';
    request.withCredentials = true;
    const asked = roomId;
    request.addEventListener('load', () => {
      if (request.status === 200 && asked === roomId) {
        try {
          readResponse(new Uint8Array(request.response));
        } catch {
          // The next one will be better.
        }
      }
    });
    request.send();
  }

  function startPolling() {
    socket?.close();
    clearInterval(poll);
    poll = setInterval(fetchPage, POLL_MS);
    retry = setTimeout(connect, BACK_TO_SOCKET_MS);
    onState?.('polling');
  }

  function connect() {
    clearTimeout(retry);
    clearInterval(poll);
    poll = 0;
    const query = new URLSearchParams({
      aid: '1988',
      app_name: 'tiktok_web',
      compress: 'gzip',
      identity,
      live_id: '12',
      room_id: String(roomId),
      version_code: '270000',
    });
    socket = new WebSocket(`${preview ? PREVIEW : SOCKET}?${query}`);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      push('hb', write([[1, roomId]]));
      enterRoom();
      beat = setInterval(() => push('hb', write([[1, roomId]])), HEARTBEAT_MS);
      onState?.('open');
    });
    socket.addEventListener('message', (event) => {
      const { data } = event;
      if (data instanceof ArrayBuffer) {
        order = order.then(() => readFrame(data)).catch(() => undefined);
      }
    });
    socket.addEventListener('close', () => {
      clearInterval(beat);
      onState?.(poll === 0 ? 'closed' : 'polling');
      if (poll === 0) {
        retry = setTimeout(connect, 250);
      }
    });
  }

  return {
    /** Opens the socket for a room, or changes the room on the open one. */
    enter(room, as = 'audience') {
      const first = roomId === 0n;
      roomId = BigInt(room);
      identity = as;
      cursor = '';
      entered = false;
      if (first) {
        connect();
      } else {
        enterRoom();
      }
      if (!preview) {
        fetchPage();
      }
    },
  };
}
