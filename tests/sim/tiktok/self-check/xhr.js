// XMLHttpRequest: how it looks, and how it behaves.

import {
  check,
  event,
  extra,
  FUNCTION,
  flags,
  foreign,
  later,
  OTHER,
  same,
  source,
  thrown,
} from './kit.js';

/** The constructor, its prototype and misuse. */
export async function checkXhrShape() {
  const proto = XMLHttpRequest.prototype;
  await check('XHR: source, name, length, property', () =>
    same(
      [
        source(XMLHttpRequest),
        XMLHttpRequest.name,
        XMLHttpRequest.length,
        flags(window, 'XMLHttpRequest'),
        proto.constructor === XMLHttpRequest,
      ],
      ['function XMLHttpRequest() { [native code] }', 'XMLHttpRequest', 0, 'w-c', true],
    ),
  );
  await check('XHR: no unknown names', () =>
    same(
      [
        extra(XMLHttpRequest, `${FUNCTION} UNSENT OPENED HEADERS_RECEIVED LOADING DONE`),
        extra(
          proto,
          'onreadystatechange readyState timeout withCredentials upload responseURL status statusText responseType response responseText responseXML UNSENT OPENED HEADERS_RECEIVED LOADING DONE abort getAllResponseHeaders getResponseHeader open overrideMimeType send setRequestHeader setAttributionReporting setPrivateToken mozAnon mozSystem channel sendAsBinary constructor Symbol(Symbol.toStringTag)',
        ),
      ],
      [[], []],
    ),
  );
  await check('XHR: methods', () =>
    same(
      ['open', 'send', 'setRequestHeader', 'abort'].map((key) => [
        source(proto[key]),
        proto[key].name,
        proto[key].length,
        flags(proto, key),
        extra(proto[key], 'length name'),
      ]),
      [
        ['open', 2],
        ['send', 0],
        ['setRequestHeader', 2],
        ['abort', 0],
      ].map(([key, length]) => [`function ${key}() { [native code] }`, key, length, 'wec', []]),
    ),
  );
  await check('XHR: accessors', () =>
    same(
      ['response', 'responseText', 'responseType', 'status'].map((key) => [
        flags(proto, key),
        source(Object.getOwnPropertyDescriptor(proto, key).get),
      ]),
      ['response', 'responseText', 'responseType', 'status'].map((key) => [
        key === 'responseType' ? 'gsec' : 'gec',
        `function ${key}() { [native code] }`,
      ]),
    ),
  );
  await check('XHR: misuse', () => {
    const request = new XMLHttpRequest();
    const unsent = thrown(() => request.send());
    const few = thrown(() => request.open('GET'));
    const bad = thrown(() => request.open('GET', 'https://'));
    const method = thrown(() => request.open('TRACE', `${OTHER}ok`));
    const receiver = thrown(() => XMLHttpRequest.prototype.open.call({}, 'GET', '/'));
    return same(
      [
        [unsent, few, bad, method, receiver].map((error) => error?.name),
        [unsent, few, bad, method, receiver].some(foreign),
      ],
      [['InvalidStateError', 'TypeError', 'SyntaxError', 'SecurityError', 'TypeError'], false],
    );
  });
}

function ask(base, kind, set = () => undefined, body) {
  const request = new XMLHttpRequest();
  request.open(body === undefined ? 'GET' : 'POST', `${base}${kind}`);
  set(request);
  request.send(body);
  return event(request, 'loadend').then(() => request);
}

/** Requests to `base`. */
export async function checkXhrUse(name, base) {
  await check(`XHR ${name}: own names and class`, () => {
    const request = new XMLHttpRequest();
    request.open('GET', `${base}ok`);
    const own = Reflect.ownKeys(request)
      .map(String)
      .filter((key) => key !== 'isTrusted');
    return same(
      [own, request instanceof XMLHttpRequest, request.constructor === XMLHttpRequest],
      [[], true, true],
    );
  });
  await check(`XHR ${name}: event order`, async () => {
    const request = new XMLHttpRequest();
    const order = [];
    request.addEventListener('load', () => order.push('listener 1'));
    request.onload = () => order.push('onload');
    request.addEventListener('load', () => order.push('listener 2'));
    request.onreadystatechange = () => order.push(request.readyState);
    request.onloadend = () => order.push('end');
    request.open('GET', `${base}ok`);
    request.send();
    await event(request, 'loadend');
    await later(0);
    return same([...new Set(order)], [1, 2, 3, 4, 'listener 1', 'onload', 'listener 2', 'end']);
  });
  await check(`XHR ${name}: text`, async () => {
    const request = await ask(base, 'ok');
    return same(
      [
        request.responseType,
        request.response === request.responseText,
        JSON.parse(request.responseText).status_code,
        request.responseURL,
      ],
      ['', true, 0, `${base}ok`],
    );
  });
  await check(`XHR ${name}: json`, async () => {
    const request = await ask(base, 'ok', (one) => {
      one.responseType = 'json';
    });
    const error = thrown(() => request.responseText);
    return same(
      [request.response.status_code, error?.name, foreign(error)],
      [0, 'InvalidStateError', false],
    );
  });
  await check(`XHR ${name}: array buffer and blob`, async () => {
    const one = await ask(base, 'bytes', (request) => {
      request.responseType = 'arraybuffer';
    });
    const two = await ask(base, 'bytes', (request) => {
      request.responseType = 'blob';
    });
    return same(
      [one.response instanceof ArrayBuffer, one.response.byteLength, two.response.size],
      [true, 64, 64],
    );
  });
  await check(`XHR ${name}: body goes through`, async () => {
    const request = await ask(base, 'echo', () => undefined, 'a=1&b=2');
    return same(JSON.parse(request.responseText).body, 'a=1&b=2');
  });
  await check(`XHR ${name}: used again`, async () => {
    const request = await ask(base, 'ok');
    request.open('GET', `${base}bytes`);
    request.responseType = 'arraybuffer';
    request.send();
    await event(request, 'load');
    return same(request.response.byteLength, 64);
  });
  await check(`XHR ${name}: abort`, async () => {
    const request = new XMLHttpRequest();
    const order = [];
    for (const type of ['load', 'error', 'abort', 'loadend']) {
      request.addEventListener(type, () => order.push(type));
    }
    request.open('GET', `${base}slow`);
    request.send();
    await later(60);
    request.abort();
    return same([order, request.status, request.readyState], [['abort', 'loadend'], 0, 0]);
  });
  await check(`XHR ${name}: error`, async () => {
    const request = new XMLHttpRequest();
    const order = [];
    for (const type of ['load', 'error', 'loadend']) {
      request.addEventListener(type, (one) =>
        order.push(`${type} ${one.isTrusted} ${one.target === request}`),
      );
    }
    request.open('GET', `${base}drop`);
    request.send();
    await event(request, 'loadend');
    return same([order, request.status], [['error true true', 'loadend true true'], 0]);
  });
  await check(`XHR ${name}: subclass`, async () => {
    class Own extends XMLHttpRequest {
      open(...rest) {
        this.opened = true;
        super.open(...rest);
      }
    }
    const request = new Own();
    request.open('GET', `${base}ok`);
    request.send();
    await event(request, 'load');
    return same(
      [request.opened, request instanceof Own, request instanceof XMLHttpRequest, request.status],
      [true, true, true, 200],
    );
  });
  await check(`XHR ${name}: synchronous`, () => {
    const request = new XMLHttpRequest();
    request.open('GET', `${base}ok`, false);
    request.send();
    return same([request.status, JSON.parse(request.responseText).status_code], [200, 0]);
  });
  await check(`XHR ${name}: arguments are read once`, async () => {
    let read = 0;
    const request = new XMLHttpRequest();
    const address = {
      toString() {
        read += 1;
        return `${base}ok&n=${read}`;
      },
    };
    request.open('GET', address);
    request.send();
    await event(request, 'load');
    return same(read, 1);
  });
}
