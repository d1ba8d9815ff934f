/**
 * What a page can ask about the functions that the hook replaces. Runs in the page, served as plain JavaScript: types
 * only, no imports. Every check gives plain data; with and without the hook it must give the same.
 */

type Check = () => unknown;

/** Text of an error as the page sees it, in which only addresses of the page itself may differ. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return String(error);
  return {
    kind: Object.prototype.toString.call(error),
    isError: Error.isError(error),
    name: error.name,
    message: error.message,
    maker: error.constructor.name,
    stack: error.stack,
    own: Object.getOwnPropertyNames(error).filter((key) => key !== 'stack'),
    enumerable: Object.keys(error),
  };
}

function thrown(action: () => unknown): unknown {
  try {
    return { returned: typeof action() };
  } catch (error) {
    return describe(error);
  }
}

async function rejected(action: () => Promise<unknown>): Promise<unknown> {
  try {
    const answer = await action();
    return answer instanceof Response
      ? [answer.status, answer.url, await answer.text()]
      : 'fulfilled';
  } catch (error) {
    return describe(error);
  }
}

const { host } = location;
const socketUrl = `wss://${host}/webcast/im/ws_proxy/ws_reuse_supplement/`;
const answerUrl = `https://${host}/webcast/im/fetch/`;

const shown: Record<string, [owner: object, key: string]> = {
  WebSocket: [window, 'WebSocket'],
  'WebSocket.prototype.constructor': [WebSocket.prototype, 'constructor'],
  'WebSocket.prototype.send': [WebSocket.prototype, 'send'],
  fetch: [window, 'fetch'],
  XMLHttpRequest: [window, 'XMLHttpRequest'],
  'XMLHttpRequest.prototype.open': [XMLHttpRequest.prototype, 'open'],
  'XMLHttpRequest.prototype.send': [XMLHttpRequest.prototype, 'send'],
  'Function.prototype.toString': [Function.prototype, 'toString'],
};

function once<Type extends string>(target: EventTarget, type: Type): Promise<Event> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}

async function opened(Kind = WebSocket): Promise<WebSocket> {
  const socket = new Kind(socketUrl);
  socket.binaryType = 'arraybuffer';
  await once(socket, 'open');
  return socket;
}

function xhr(prepare: (request: XMLHttpRequest) => void, body?: string): Promise<XMLHttpRequest> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', answerUrl);
    prepare(request);
    request.onloadend = () => resolve(request);
    request.send(body);
  });
}

/** Whether an answer is one object however often it is asked for. */
function isSame(request: XMLHttpRequest): boolean {
  const { response } = request;
  return response === request.response;
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Collects rejections that nobody handled while `action` runs. */
async function unhandled(action: () => Promise<unknown> | undefined): Promise<unknown> {
  const events: PromiseRejectionEvent[] = [];
  const listen = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    events.push(event);
  };
  addEventListener('unhandledrejection', listen);
  const held = action();
  // Firefox tries broken connections again first.
  await new Promise((resolve) => setTimeout(resolve, 700));
  removeEventListener('unhandledrejection', listen);
  return events.map(({ promise, reason }) => [promise === held, reason.name]);
}

const checks: Record<string, Check> = {
  'what functions look like': () =>
    Object.fromEntries(
      Object.entries(shown).map(([name, [owner, key]]) => {
        const descriptor = Object.getOwnPropertyDescriptor(owner, key);
        const value = descriptor?.value;
        return [
          name,
          {
            flags: [descriptor?.writable, descriptor?.enumerable, descriptor?.configurable],
            printed: [Function.prototype.toString.call(value), value.toString(), `${value}`],
            name: value.name,
            length: value.length,
            keys: Reflect.ownKeys(value).map(String),
            tag: Object.prototype.toString.call(value),
            hasPrototype: 'prototype' in value,
            parent: Object.getPrototypeOf(value).name,
            extensible: Object.isExtensible(value),
          },
        ];
      }),
    ),

  'how other functions print': () => [
    Function.prototype.toString.call(describe),
    Function.prototype.toString.call(new Proxy(fetch, {})),
    Function.prototype.toString.call(fetch.bind(window)),
    Function.prototype.toString.call(class A extends WebSocket {}),
    thrown(() => Function.prototype.toString.call({})),
    thrown(() => Reflect.apply(Function.prototype.toString, undefined, [])),
    thrown(() => new (Function.prototype.toString as unknown as new () => unknown)()),
  ],

  'names of the window': () => [
    Object.getOwnPropertyNames(window).filter((name) => !/^(?:checks|\d)/.test(name)),
    Object.keys(WebSocket.prototype),
    Object.getOwnPropertyNames(XMLHttpRequest.prototype),
  ],

  'identities of sockets': async () => {
    class Own extends WebSocket {
      sent = 0;
      override send(data: string): void {
        this.sent += 1;
        super.send(data);
      }
    }
    const [plain, own] = [await opened(), await opened(Own)];
    own.send('x');
    const result = [
      [plain instanceof WebSocket, plain.constructor === WebSocket, plain.url, plain.readyState],
      [own instanceof Own, own instanceof WebSocket, own.constructor === Own],
      [Object.getPrototypeOf(Own) === WebSocket, own instanceof EventTarget, (own as Own).sent],
      [WebSocket.prototype.constructor === WebSocket, WebSocket.OPEN, Own.CLOSED],
      [Object.getPrototypeOf(plain) === WebSocket.prototype, Object.getOwnPropertyNames(plain)],
      Object.getPrototypeOf(Reflect.construct(WebSocket, [socketUrl], Array)) === Array.prototype,
      window.WebSocket === WebSocket && self.WebSocket === globalThis.WebSocket,
    ];
    plain.close();
    own.close();
    return result;
  },

  'errors of sockets': () => {
    let asked = 0;
    const object = { toString: () => `::${asked++}` };
    const own = new (class Own extends Error {})('of the page');
    const hostile = {
      toString() {
        throw own;
      },
    };
    const connecting = new WebSocket(socketUrl);
    let same: unknown;
    try {
      new WebSocket(hostile as unknown as string);
    } catch (error) {
      same = error === own;
    }
    const all = [
      thrown(() => (WebSocket as unknown as () => void)()),
      thrown(() => new (WebSocket as unknown as new () => unknown)()),
      thrown(() => new WebSocket('::')),
      thrown(() => new WebSocket(socketUrl, ['a', 'a'])),
      thrown(() => new WebSocket(object as unknown as string)),
      same,
      asked,
      thrown(() => connecting.send('x')),
      thrown(() => Reflect.apply(connecting.send, connecting, [])),
      thrown(() => WebSocket.prototype.send.call({} as WebSocket, 'x')),
      thrown(() => new (WebSocket.prototype.send as unknown as new () => unknown)()),
    ];
    connecting.close();
    return all;
  },

  'frames of sockets': async () => {
    const socket = await opened();
    const log: unknown[] = [];
    socket.onmessage = ({ data }) =>
      log.push(data instanceof ArrayBuffer ? [...new Uint8Array(data)] : data);
    socket.addEventListener('message', (event) => log.push(event.isTrusted, event.eventPhase));
    socket.send('echo text');
    socket.send(new Uint8Array([1, 2, 3]));
    socket.send(new Blob(['blob']));
    let asked = 0;
    socket.send({ toString: () => `object ${asked++}` } as unknown as string);
    socket.send(5 as unknown as string);
    await tick();
    socket.binaryType = 'blob';
    socket.send(new Uint8Array([7]));
    await tick();
    const last = log.at(-3);
    socket.close();
    const closed = await once(socket, 'close');
    return [log.length, log.slice(0, -3), String(last), asked, closed.type, socket.bufferedAmount];
  },

  'arguments of fetch': async () => {
    let asked = 0;
    const object = { toString: () => `/plain?${asked++}` };
    const request = new Request(answerUrl, { method: 'POST', body: 'a=1' });
    const reads: string[] = [];
    const init = {
      get method() {
        reads.push('method');
        return 'POST';
      },
      get body() {
        reads.push('body');
        return 'b=2';
      },
    };
    return [
      await rejected(() => fetch('/plain')),
      await rejected(() => fetch(new URL(answerUrl))),
      await rejected(() => fetch(request)),
      request.bodyUsed,
      await rejected(() => fetch(request)),
      await rejected(() => fetch(answerUrl, init)),
      reads,
      await rejected(() => fetch(object as unknown as string)),
      asked,
      await rejected(() => (fetch as unknown as () => Promise<Response>)()),
      await rejected(() => fetch('http://[')),
      await rejected(() => fetch(null as unknown as string)),
      await rejected(() => fetch(answerUrl, { method: 'GET', body: 'x' })),
      await rejected(() => fetch(answerUrl, 5 as unknown as RequestInit)),
      await rejected(() => fetch('https://unreachable.invalid/')),
      await rejected(() => Reflect.apply(fetch, undefined, ['/plain'])),
      await rejected(() => Reflect.apply(fetch, {}, ['/plain'])),
      thrown(() => new (fetch as unknown as new () => unknown)()),
      Object.getPrototypeOf(fetch('/plain')) === Promise.prototype,
    ];
  },

  'bodies of fetch': async () => {
    const response = await fetch(answerUrl);
    const copy = response.clone();
    const before = [response.bodyUsed, response.body?.locked, response.type, response.redirected];
    const reader = response.body?.getReader();
    let length = 0;
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      length += part.value.length;
    }
    const second = await fetch(answerUrl);
    const text = await second.text();
    const byob = await fetch(answerUrl);
    const modes = thrown(() => byob.body?.getReader({ mode: 'byob' }));
    return [
      before,
      length,
      response.bodyUsed,
      (await copy.arrayBuffer()).byteLength,
      text,
      second.bodyUsed,
      await rejected(() => second.text()),
      (modes as { returned?: string }).returned,
      (await (await fetch(`${answerUrl}?large`)).arrayBuffer()).byteLength,
    ];
  },

  'abortion of fetch': async () => {
    const reason = new Error('of the page');
    const early = new AbortController();
    const late = new AbortController();
    const waiting = fetch(`${answerUrl}?slow`, { signal: early.signal }).catch((error) => error);
    early.abort(reason);
    const response = await fetch(`${answerUrl}?slow-body`, { signal: late.signal });
    const reading = response.text().catch((error) => error);
    late.abort(reason);
    return [(await waiting) === reason, (await reading) === reason, describe(reason)];
  },

  'rejections that nobody handles': async () => [
    await unhandled(() => fetch('http://[')),
    await unhandled(() => fetch('https://unreachable.invalid/')),
    await unhandled(() => fetch(`${answerUrl}?broken`)),
    await unhandled(() => {
      fetch('http://[').catch(() => {});
      fetch('https://unreachable.invalid/').catch(() => {});
      return undefined;
    }),
    await unhandled(() => fetch(`${answerUrl}?broken-body`)),
    await unhandled(() => fetch(answerUrl, { method: 'POST', body: new FormData() })),
  ],

  'answers of XMLHttpRequest': async () => {
    class Own extends XMLHttpRequest {}
    const own = new Own();
    own.open('GET', answerUrl);
    own.send();
    await once(own, 'load');
    const log: string[] = [];
    const text = await xhr((request) => {
      for (const type of ['readystatechange', 'loadstart', 'progress', 'load', 'loadend']) {
        request.addEventListener(type, () => log.push(`${type} ${request.readyState}`));
      }
    }, 'a=1');
    const buffer = await xhr((request) => {
      request.responseType = 'arraybuffer';
    });
    const blob = await xhr((request) => {
      request.responseType = 'blob';
    });
    const json = await xhr((request) => {
      request.responseType = 'json';
    });
    const sync = new XMLHttpRequest();
    sync.open('GET', 'plain', false);
    sync.send();
    return [
      [own instanceof Own, own.constructor === Own, own.responseText],
      [text.responseText, text.status, log],
      [buffer.response.byteLength, isSame(buffer)],
      [blob.response.size, blob.response.type, isSame(blob)],
      [JSON.stringify(json.response), isSame(json)],
      [sync.responseText, sync.responseURL],
    ];
  },

  'errors of XMLHttpRequest': async () => {
    const request = new XMLHttpRequest();
    const failed = new XMLHttpRequest();
    failed.open('GET', 'https://unreachable.invalid/');
    failed.send();
    await once(failed, 'error');
    const sync = new XMLHttpRequest();
    sync.open('GET', 'https://unreachable.invalid/', false);
    return [
      thrown(() => request.send()),
      thrown(() => request.open('a b', '/')),
      thrown(() => XMLHttpRequest.prototype.send.call({} as XMLHttpRequest)),
      thrown(() => sync.send()),
      failed.status,
    ];
  },

  'an object used again': async () => {
    const request = new XMLHttpRequest();
    const seen: string[] = [];
    for (const body of ['first', 'second']) {
      request.open('POST', answerUrl);
      request.send(body);
      await once(request, 'loadend');
      seen.push(request.responseText);
    }
    request.open('POST', answerUrl);
    request.send('aborted');
    request.abort();
    return seen;
  },
};

const builtins: readonly object[] = [
  Array.prototype,
  ArrayBuffer.prototype,
  Blob.prototype,
  Event.prototype,
  EventTarget.prototype,
  Function.prototype,
  Headers.prototype,
  Map.prototype,
  MessageChannel.prototype,
  MessageEvent.prototype,
  MessagePort.prototype,
  Node.prototype,
  Promise.prototype,
  RegExp.prototype,
  Request.prototype,
  Response.prototype,
  Set.prototype,
  String.prototype,
  URL.prototype,
  URLSearchParams.prototype,
  Object.getPrototypeOf(Uint8Array.prototype),
  WeakMap.prototype,
  WebSocket.prototype,
  XMLHttpRequest.prototype,
  Date,
  Error,
  JSON,
  Object,
  Promise,
  Reflect,
  Function.prototype,
];

/**
 * Names that options, descriptors and proxy traps are looked up by. Not `then`: whoever reads a body as an object has
 * the browser look for it there.
 */
const traps = [
  'apply',
  'bubbles',
  'capture',
  'construct',
  'data',
  'enumerable',
  'get',
  'has',
  'once',
];
const more = ['passive', 'ports', 'set', 'signal', 'toJSON', 'transfer', 'value', 'writable'];

/**
 * Replaces every builtin that the hook could be leaning on by one that counts, then uses sockets and requests. The
 * counts must be the page's own. Spoils the page: the last check in it.
 */
async function spoil(): Promise<unknown> {
  const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
  const counts: Record<string, number> = Object.create(null);
  let counting = false;
  const count = (name: string) => {
    if (counting) counts[name] = (counts[name] ?? 0) + 1;
  };
  const socket = await opened();
  const kept = new Set<unknown>(['constructor', 'prototype', 'caller', 'arguments', 'callee']);
  for (const [index, owner] of builtins.entries()) {
    for (const key of ownKeys(owner)) {
      const descriptor = getOwnPropertyDescriptor(owner, key);
      if (!descriptor?.configurable || kept.has(key)) continue;
      const name = `${index} ${String(key)}`;
      const { get, value } = descriptor;
      if (typeof value === 'function') {
        const wrapped = function (this: unknown, ...args: unknown[]) {
          count(name);
          return new.target ? Reflect.construct(value, args) : apply(value, this, args);
        };
        if (!('prototype' in value)) defineProperty(owner, key, { ...descriptor, value: wrapped });
      } else if (get) {
        const wrapped = function (this: unknown) {
          count(name);
          return apply(get, this, []);
        };
        defineProperty(owner, key, { ...descriptor, get: wrapped });
      }
    }
  }
  for (const key of [...traps, ...more]) {
    const wrapped = () => void count(`Object.prototype ${key}`);
    defineProperty(Object.prototype, key, {
      __proto__: null,
      configurable: true,
      get: wrapped,
      set(this: object, value: unknown) {
        count(`Object.prototype ${key}=`);
        defineProperty(this, key, {
          __proto__: null,
          value,
          writable: true,
          enumerable: true,
          configurable: true,
        } as PropertyDescriptor);
      },
    } as PropertyDescriptor);
  }
  for (const key of [0, 1, 2]) {
    defineProperty(Array.prototype, key, {
      __proto__: null,
      configurable: true,
      get: () => void count(`Array.prototype ${key}`),
      set(this: object, value: unknown) {
        count(`Array.prototype ${key}=`);
        defineProperty(this, key, {
          __proto__: null,
          value,
          writable: true,
          enumerable: true,
          configurable: true,
        } as PropertyDescriptor);
      },
    } as PropertyDescriptor);
  }
  const names = ['URL', 'Uint8Array', 'MessageChannel', 'WeakMap', 'Proxy', 'Request', 'Response'];
  for (const name of names) {
    const original = Reflect.get(window, name);
    const replaced = (...args: unknown[]) => {
      count(`new ${name}`);
      return Reflect.construct(original, args);
    };
    Object.defineProperty(window, name, {
      __proto__: null,
      value: replaced,
      configurable: true,
      writable: true,
    } as PropertyDescriptor);
  }
  const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  counting = true;
  const made = new WebSocket(socketUrl);
  socket.send('spoiled out');
  const asked = fetch(answerUrl);
  const request = new XMLHttpRequest();
  request.open('POST', answerUrl);
  request.send('spoiled');
  const empty = new XMLHttpRequest();
  empty.open('GET', answerUrl);
  empty.send();
  const response = await asked;
  await later(300);
  counting = false;
  made.close();
  return [counts, response.bodyUsed, request.responseText];
}

async function runChecks(): Promise<Record<string, unknown>> {
  const results: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(checks)) {
    results[name] = await check();
  }
  results['builtins that the page replaces'] = await spoil();
  return results;
}

Object.assign(window, { runChecks, checksReady: true });
