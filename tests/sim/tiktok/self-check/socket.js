// WebSocket: how it looks, and how it behaves.

import {
  check,
  event,
  extra,
  FUNCTION,
  flags,
  foreign,
  later,
  SOCKET,
  same,
  source,
  thrown,
} from './kit.js';

const CONSTANTS = 'CONNECTING OPEN CLOSING CLOSED';

/** The constructor and its prototype. */
export async function checkSocketShape() {
  const proto = WebSocket.prototype;
  await check('WebSocket: source text', () =>
    same(source(WebSocket), 'function WebSocket() { [native code] }'),
  );
  await check('WebSocket: own toString call', () =>
    same(WebSocket.toString().replace(/\s+/g, ' '), 'function WebSocket() { [native code] }'),
  );
  await check('WebSocket: name and length', () =>
    same([WebSocket.name, WebSocket.length], ['WebSocket', 1]),
  );
  await check('WebSocket: window property', () => same(flags(window, 'WebSocket'), 'w-c'));
  await check('WebSocket: no unknown static names', () =>
    same(extra(WebSocket, `${FUNCTION} ${CONSTANTS}`), []),
  );
  await check('WebSocket: prototype flags', () => same(flags(WebSocket, 'prototype'), '---'));
  await check('WebSocket: parent is EventTarget', () =>
    same(
      [
        Object.getPrototypeOf(WebSocket) === EventTarget,
        Object.getPrototypeOf(proto) === EventTarget.prototype,
      ],
      [true, true],
    ),
  );
  await check('WebSocket: prototype.constructor', () =>
    same([proto.constructor === WebSocket, flags(proto, 'constructor')], [true, 'w-c']),
  );
  await check('WebSocket: no unknown prototype names', () =>
    same(
      extra(
        proto,
        `url readyState bufferedAmount extensions protocol binaryType onopen onerror onclose onmessage close send constructor Symbol(Symbol.toStringTag) ${CONSTANTS}`,
      ),
      [],
    ),
  );
  await check('WebSocket: prototype methods', () =>
    same(
      [
        source(proto.send),
        proto.send.length,
        flags(proto, 'send'),
        source(proto.close),
        proto.close.length,
        flags(proto, 'close'),
      ],
      [
        'function send() { [native code] }',
        1,
        'wec',
        'function close() { [native code] }',
        0,
        'wec',
      ],
    ),
  );
  await check('WebSocket: accessors', () =>
    same(
      ['onmessage', 'binaryType', 'readyState'].map((key) => flags(proto, key)),
      ['gsec', 'gsec', 'gec'],
    ),
  );
  await check('WebSocket: accessor source', () =>
    same(
      source(Object.getOwnPropertyDescriptor(proto, 'onmessage').set),
      'function onmessage() { [native code] }',
    ),
  );
  await check('WebSocket: constants', () =>
    same(
      [WebSocket.CONNECTING, WebSocket.OPEN, proto.CLOSED, flags(WebSocket, 'OPEN')],
      [0, 1, 3, '-e-'],
    ),
  );
  await check('MessageEvent.data: untouched', () =>
    same(
      [
        source(Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data').get),
        flags(MessageEvent.prototype, 'data'),
        extra(
          MessageEvent.prototype,
          'data origin lastEventId source ports userActivation initMessageEvent constructor Symbol(Symbol.toStringTag)',
        ),
      ],
      ['function data() { [native code] }', 'gec', []],
    ),
  );
  await check('EventTarget: untouched', () =>
    same(
      [
        source(EventTarget.prototype.addEventListener),
        EventTarget.prototype.addEventListener.length,
        source(EventTarget.prototype.dispatchEvent),
      ],
      [
        'function addEventListener() { [native code] }',
        2,
        'function dispatchEvent() { [native code] }',
      ],
    ),
  );
  await check('WebSocket: without new', () => {
    const error = thrown(() => WebSocket(SOCKET));
    return same([error?.constructor === TypeError, foreign(error)], [true, false]);
  });
  await check('WebSocket: without arguments', () => {
    const error = thrown(() => new WebSocket());
    return same([error?.constructor === TypeError, foreign(error)], [true, false]);
  });
  await check('WebSocket: bad address', () => {
    const bad = ['ftp://www.tiktok.com/', 'wss://webcast-ws.tiktok.com/#part'];
    const found = bad.map((address) => thrown(() => new WebSocket(address)));
    return same(
      [
        found.map((error) => error?.name),
        found.every((error) => error instanceof DOMException),
        found.some(foreign),
      ],
      [['SyntaxError', 'SyntaxError'], true, false],
    );
  });
  await check('WebSocket: bad protocol list', () => {
    const error = thrown(() => new WebSocket(SOCKET, ['a', 'a']));
    return same([error?.name, foreign(error)], ['SyntaxError', false]);
  });
}

/** Sockets from opening to closing. */
export async function checkSocketLife() {
  const socket = new WebSocket(SOCKET);
  await check('socket: class and own names', () =>
    same(
      [
        socket instanceof WebSocket,
        socket.constructor === WebSocket,
        Reflect.ownKeys(socket)
          .map(String)
          .filter((k) => k !== 'isTrusted'),
      ],
      [true, true, []],
    ),
  );
  await check('socket: before it opens', () => {
    const early = thrown(() => socket.send('x'));
    return same(
      [socket.readyState, socket.url, socket.binaryType, early?.name, foreign(early)],
      [0, SOCKET, 'blob', 'InvalidStateError', false],
    );
  });
  await event(socket, 'open');
  const first = await event(socket, 'message');
  await check('socket: blob by default', () =>
    same(
      [first.data instanceof Blob, first.data.size, first.isTrusted, first.target === socket],
      [true, 32, true, true],
    ),
  );
  await event(socket, 'message');
  await event(socket, 'message');
  const order = [];
  const data = [];
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', (one) => {
    order.push('a');
    data.push(one.data);
  });
  socket.onmessage = (one) => {
    order.push('on');
    data.push(one.data);
  };
  socket.addEventListener('message', (one) => {
    order.push('b');
    data.push(one.data);
  });
  socket.send(Uint8Array.of(1, 2, 3));
  const back = await event(socket, 'message');
  await later(0);
  await check('socket: listeners in order', () => same(order, ['a', 'on', 'b']));
  await check('socket: one object for all listeners', () =>
    same(
      data.every((one) => one === back.data),
      true,
    ),
  );
  await check('socket: array buffer of this realm', () =>
    same(
      [
        back.data instanceof ArrayBuffer,
        Object.getPrototypeOf(back) === MessageEvent.prototype,
        [...new Uint8Array(back.data)],
      ],
      [true, true, [1, 2, 3]],
    ),
  );
  await check('socket: event facts', () =>
    same(
      [
        back.isTrusted,
        back.origin,
        back.ports.length,
        back.currentTarget,
        back.composedPath().length,
      ],
      [true, 'wss://webcast-ws.tiktok.com', 0, null, 0],
    ),
  );
  socket.send('text back');
  await check('socket: text', async () => same((await event(socket, 'message')).data, 'text back'));
  await check('socket: buffer can be given away', () => {
    const moved = structuredClone(back.data, { transfer: [back.data] });
    return same([moved.byteLength, back.data.byteLength], [3, 0]);
  });
  socket.send('close');
  const closed = await event(socket, 'close');
  await check('socket: close', () =>
    same([closed.code, closed.reason, closed.wasClean, socket.readyState], [4001, 'bye', true, 3]),
  );
  await check('socket: subclass', async () => {
    class Own extends WebSocket {
      extra = 5;
    }
    const own = new Own(SOCKET);
    own.binaryType = 'arraybuffer';
    const hello = await event(own, 'message');
    own.close();
    return same(
      [
        own instanceof Own,
        own instanceof WebSocket,
        own.constructor === Own,
        own.extra,
        hello.data.byteLength,
        Own.name,
      ],
      [true, true, true, 5, 32, 'Own'],
    );
  });
  await check('socket: Reflect.construct', () => {
    class Other {}
    const made = Reflect.construct(WebSocket, [SOCKET], Other);
    const fits = Object.getPrototypeOf(made) === Other.prototype;
    WebSocket.prototype.close.call(made);
    return same(fits, true);
  });
}
