// fetch: how it looks, and how it behaves.

import {
  check,
  extra,
  flags,
  foreign,
  later,
  OTHER,
  same,
  source,
  thrown,
  WATCHED,
} from './kit.js';

const rejections = () => window.__selfCheckFirst.rejections;

/** The function and its answers. */
export async function checkFetchShape() {
  await check('fetch: source, name, length, property', () =>
    same(
      [
        source(fetch),
        fetch.name,
        fetch.length,
        flags(window, 'fetch'),
        extra(fetch, 'length name'),
        'prototype' in fetch,
      ],
      ['function fetch() { [native code] }', 'fetch', 1, 'wec', [], false],
    ),
  );
  await check('fetch: no constructor', () =>
    same(thrown(() => new fetch(`${OTHER}ok`))?.constructor === TypeError, true),
  );
  await check('Response and Request: untouched', () =>
    same(
      [
        source(Response),
        source(Request),
        source(Response.prototype.json),
        source(Response.prototype.clone),
        flags(Response.prototype, 'json'),
        flags(Response.prototype, 'body'),
      ],
      [
        'function Response() { [native code] }',
        'function Request() { [native code] }',
        'function json() { [native code] }',
        'function clone() { [native code] }',
        'wec',
        'gec',
      ],
    ),
  );
  await check('Promise: untouched', () =>
    same(
      [
        source(Promise),
        source(Promise.prototype.then),
        extra(Promise.prototype, 'constructor then catch finally Symbol(Symbol.toStringTag)'),
      ],
      ['function Promise() { [native code] }', 'function then() { [native code] }', []],
    ),
  );
  await check('JSON.parse and Response.json: same text', () =>
    same(source(JSON.parse), 'function parse() { [native code] }'),
  );
}

/** Requests to `base`. */
export async function checkFetchUse(name, base) {
  const call = (what, init) => fetch(what, init);
  await check(`fetch ${name}: string, URL, Request`, async () => {
    const kinds = [`${base}ok`, new URL(`${base}ok`), new Request(`${base}ok`)];
    const texts = await Promise.all(kinds.map(async (kind) => (await call(kind)).status));
    return same(texts, [200, 200, 200]);
  });
  await check(`fetch ${name}: a native promise`, () => {
    const promise = call(`${base}ok`);
    return same(
      [
        Object.getPrototypeOf(promise) === Promise.prototype,
        promise.constructor === Promise,
        Reflect.ownKeys(promise).length,
      ],
      [true, true, 0],
    );
  });
  await check(`fetch ${name}: body unread`, async () => {
    const answer = await call(`${base}ok`);
    return same(
      [
        answer.bodyUsed,
        answer.body.locked,
        answer.url,
        answer.type,
        Reflect.ownKeys(answer).length,
        answer instanceof Response,
      ],
      [false, false, `${base}ok`, base === OTHER ? 'basic' : 'cors', 0, true],
    );
  });
  await check(`fetch ${name}: every way of reading`, async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => call(`${base}bytes`)));
    const [a, b, c, d, e] = answers;
    const reader = d.body.getReader();
    let streamed = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      streamed += part.value.length;
    }
    const twin = e.clone();
    return same(
      [
        (await a.text()).length,
        (await b.arrayBuffer()).byteLength,
        (await c.blob()).size,
        streamed,
        (await twin.bytes()).length,
        e.bodyUsed,
        a.bodyUsed,
      ],
      [64, 64, 64, 64, 64, false, true],
    );
  });
  await check(`fetch ${name}: json, read once`, async () => {
    const answer = await call(`${base}ok`);
    const body = await answer.json();
    const again = await answer.json().catch((error) => error);
    return same(
      [body.status_code, again.constructor === TypeError, foreign(again)],
      [0, true, false],
    );
  });
  await check(`fetch ${name}: body goes through`, async () => {
    const answer = await call(`${base}echo`, {
      method: 'POST',
      body: new URLSearchParams({ a: '1' }),
    });
    const asked = new Request(`${base}echo`, { method: 'POST', body: 'x=2' });
    const second = await call(asked);
    const [one, two] = [await answer.json(), await second.json()];
    return same([one.method, one.body, two.body, asked.bodyUsed], ['POST', 'a=1', 'x=2', true]);
  });
  await check(`fetch ${name}: server error is an answer`, async () => {
    const answer = await call(`${base}error`);
    return same([answer.ok, answer.status], [false, 500]);
  });
  await check(`fetch ${name}: abort`, async () => {
    const control = new AbortController();
    const promise = call(`${base}slow`, { signal: control.signal });
    setTimeout(() => control.abort(), 60);
    const error = await promise.catch((reason) => reason);
    return same([error.name, foreign(error)], ['AbortError', false]);
  });
  await check(`fetch ${name}: one rejection, of this very promise`, async () => {
    rejections().length = 0;
    const promise = call(`${base}drop`);
    await later(700);
    const [only] = rejections();
    return same(
      [
        rejections().length,
        only?.promise === promise,
        only?.reason?.constructor === TypeError,
        foreign(only?.reason),
      ],
      [1, true, true, false],
    );
  });
  await check(`fetch ${name}: a handled rejection is nobody's`, async () => {
    rejections().length = 0;
    const error = await call(`${base}drop`).catch((reason) => reason);
    await later(200);
    return same(
      [rejections().length, error.constructor === TypeError, foreign(error)],
      [0, true, false],
    );
  });
}

/** Misuse, and arguments that notice being read. */
export async function checkFetchErrors() {
  await check('fetch: without arguments', async () => {
    let promise;
    const sync = thrown(() => {
      promise = fetch();
    });
    const error = await promise?.catch((reason) => reason);
    return same([sync, error?.constructor === TypeError, foreign(error)], [null, true, false]);
  });
  await check('fetch: bad address', async () => {
    const error = await fetch('https://').catch((reason) => reason);
    return same([error.constructor === TypeError, foreign(error)], [true, false]);
  });
  await check('fetch: wrong receiver', async () => {
    let promise;
    const sync = thrown(() => {
      promise = fetch.call({}, `${OTHER}ok`);
    });
    const error = await promise?.catch((reason) => reason);
    return same([sync, error?.constructor === TypeError], [null, true]);
  });
  await check('fetch: argument is read once', async () => {
    let read = 0;
    const address = {
      toString() {
        read += 1;
        return `${WATCHED}ok&n=${read}`;
      },
    };
    await fetch(address);
    return same(read, 1);
  });
  await check('fetch: init is read once', async () => {
    let read = 0;
    const init = {
      get method() {
        read += 1;
        return 'GET';
      },
    };
    await fetch(`${WATCHED}ok`, init);
    return same(read, 1);
  });
}
