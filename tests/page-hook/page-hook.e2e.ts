import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  chromium,
  expect,
  type Page,
  test,
  type Worker,
} from '@playwright/test';
import { writeExtension } from './extension.ts';
import { type Site, startSite } from './site.ts';
import { checksOf, type Told } from './told.ts';

const HOOKED = 'https://webcast.tiktok.com';
/** The same site at an address that the extension does not run on. */
const PLAIN = 'https://webcast.plain.test';

let site: Site;
let extension: Awaited<ReturnType<typeof writeExtension>>;
let profile: string;
let context: BrowserContext;
let worker: Worker;

test.beforeAll(async () => {
  site = await startSite();
  extension = await writeExtension('chromium');
  profile = mkdtempSync(join(tmpdir(), 'page-hook-profile-'));
  const { folder } = extension;
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    args: [
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      `--host-resolver-rules=MAP *.tiktok.com 127.0.0.1:${site.port}, MAP *.plain.test 127.0.0.1:${site.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ],
  });
  worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
});

test.afterAll(async () => {
  await context?.close();
  await site?.close();
  extension?.remove();
  rmSync(profile, { recursive: true, force: true });
});

/** What the bridges told since the last time. */
const told = (): Promise<Told[]> =>
  worker.evaluate(() => Reflect.get(globalThis, 'told').splice(0));

/** Collects what is told until `enough` is. */
async function tell(enough: (all: readonly Told[]) => boolean): Promise<Told[]> {
  const all: Told[] = [];
  await expect
    .poll(async () => {
      all.push(...(await told()));
      return enough(all);
    })
    .toBe(true);
  return all;
}

const frames = (all: readonly Told[]) => all.flatMap(({ frame }) => frame ?? []);

async function open(address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function check(host: string): Promise<Record<string, unknown>> {
  const page = await open(`${host}/`);
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => problems.push(message.type()));
  const results = await page.evaluate(checksOf);
  await page.close();
  return JSON.parse(
    JSON.stringify({ ...results, problems: problems.toSorted() }).replaceAll(host.slice(8), 'HOST'),
  );
}

test('the page cannot tell', async () => {
  const hooked = await check(HOOKED);
  const plain = await check(PLAIN);
  for (const name of Object.keys(plain)) {
    expect.soft(hooked[name], name).toEqual(plain[name]);
  }
  expect(JSON.stringify(hooked)).not.toContain('-extension:');
  // The hook was there: it copied what the checks did, also after the page had replaced the builtins.
  const copied = frames(await told()).filter(({ url }) => url.startsWith('wss:'));
  expect(copied.map(({ body }) => body)).toEqual(
    expect.arrayContaining(['echo text', 'bytes 1,2,3', 'spoiled out']),
  );
  expect(copied.filter(({ body }) => body === 'spoiled out')).toHaveLength(2);
});

test('is there before the first inline script, and the page sees nothing of the handover', async () => {
  for (const path of ['/empty', '/csp']) {
    const page = await open(`${HOOKED}${path}`);
    const [first, handover] = await page.evaluate(async () => {
      new WebSocket(`wss://${location.host}/webcast/im/x/`);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return [Reflect.get(window, 'checksFirst'), Reflect.get(window, 'checksHandover')];
    });
    expect(first.slice(1)).toEqual([
      'function WebSocket() { [native code] }',
      'function fetch() { [native code] }',
    ]);
    expect(handover).toBe(0);
    await tell((all) => all.some(({ notice }) => notice?.opened !== undefined));
    await page.close();
  }
});

test('copies frames of matching sockets only', async () => {
  const page = await open(`${HOOKED}/empty`);
  await page.evaluate(async () => {
    const talk = async (path: string) => {
      const socket = new WebSocket(`wss://${location.host}${path}`);
      await new Promise((resolve) => socket.addEventListener('open', resolve));
      const echo = () =>
        new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
      socket.binaryType = 'arraybuffer';
      for (const data of [
        'text',
        new Uint8Array([0, 1, 2]).subarray(1),
        new Uint8Array([3]).buffer,
        new Blob(['b']),
      ]) {
        socket.send(data);
        await echo();
      }
      socket.binaryType = 'blob';
      socket.send('blob follows');
      await echo();
      socket.send(new Uint8Array([9]));
      await echo();
      socket.close();
      await new Promise((resolve) => socket.addEventListener('close', resolve));
    };
    await talk('/webcast/im/ws_proxy/from_preview/');
    await talk('/other');
    await talk('/webcast/im/x/?room=1');
  });
  const all = await tell((some) => some.some(({ notice }) => notice?.closed !== undefined));
  const url = 'wss://webcast.tiktok.com/webcast/im/x/?room=1';
  expect(all.flatMap(({ notice }) => notice ?? [])).toEqual([{ opened: url }, { closed: url }]);
  expect(frames(all).map((frame) => [frame.n, frame.dir, frame.body])).toEqual([
    [2, 'out', 'text'],
    [3, 'in', 'text'],
    [4, 'out', 'bytes 1,2'],
    [5, 'in', 'bytes 1,2'],
    [6, 'out', 'bytes 3'],
    [7, 'in', 'bytes 3'],
    [8, 'out', 'bytes 98'],
    [9, 'in', 'bytes 98'],
    [10, 'out', 'blob follows'],
    [11, 'in', 'blob follows'],
    [12, 'out', 'bytes 9'],
    [13, 'in', 'bytes 9'],
  ]);
  expect(new Set(frames(all).map((frame) => [frame.via, frame.url].join()))).toEqual(
    new Set([`socket,${url}`]),
  );
  await page.close();
});

test('copies answers of matching requests, with the text that was sent', async () => {
  const page = await open(`${HOOKED}/empty`);
  await page.evaluate(async () => {
    const path = '/webcast/gift/send/';
    const url = `https://${location.host}${path}`;
    const method = 'POST';
    const form = new FormData();
    form.set('a', '1');
    await fetch('/plain');
    await fetch('/webcast/im/fetch/preview/');
    await fetch(path);
    await fetch(new URL(url), { method, body: 'text' });
    await fetch(url, { method, body: new URLSearchParams({ gift_id: '5' }) });
    await fetch(new Request(url, { method, body: 'of a request' }));
    await fetch(new Request(url, { method, body: 'replaced' }), { body: 'instead', method });
    await fetch(url, { method, body: form });
    await fetch(new Request(url));
    const send = (type: XMLHttpRequestResponseType, body?: string | URLSearchParams | FormData) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open(method, path);
        request.responseType = type;
        request.onloadend = resolve;
        request.send(body);
      });
    await send('', 'xhr text');
    await send('text', new URLSearchParams({ a: 'b' }));
    await send('arraybuffer');
    await send('blob', form);
    await send('json');
    const again = new XMLHttpRequest();
    for (const body of ['used', 'used again']) {
      again.open(method, path);
      again.send(body);
      await new Promise((resolve) => again.addEventListener('loadend', resolve));
    }
    again.open(method, path);
    again.send('aborted');
    again.abort();
    const plain = new XMLHttpRequest();
    plain.open('GET', '/plain');
    plain.send();
    await new Promise((resolve) => plain.addEventListener('loadend', resolve));
  });
  const all = frames(await tell((some) => frames(some).length >= 14));
  const byVia = (via: string) => all.filter((frame) => frame.via === via);
  // Bodies are read side by side, so that answers may overtake each other.
  expect(
    byVia('fetch')
      .map((frame) => frame.request ?? '-')
      .toSorted(),
  ).toEqual(['-', 'text', 'gift_id=5', 'of a request', 'instead', '-', '-'].toSorted());
  expect(byVia('xhr').map((frame) => [frame.request, frame.isBytes])).toEqual([
    ['xhr text', false],
    ['a=b', false],
    [undefined, true],
    [undefined, true],
    [undefined, false],
    ['used', false],
    ['used again', false],
  ]);
  for (const frame of all) {
    expect([frame.dir, frame.url, frame.again]).toEqual([
      'in',
      `${HOOKED}/webcast/gift/send/`,
      false,
    ]);
  }
  // A 64-bit number is exact in text, and not in JSON that was parsed for the page.
  expect(byVia('xhr')[0]?.body).toContain('7301234567890123456');
  expect(byVia('xhr')[4]?.body).toContain(`${Number('7301234567890123456')}`);
  await page.close();
});

test('works in every frame of a page, each on its own', async () => {
  const page = await open(`${HOOKED}/frames`);
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) {
      const socket = frame.contentWindow && Reflect.get(frame.contentWindow, 'WebSocket');
      new socket(`wss://${location.host}/webcast/im/x/?${frame.id}`);
    }
  });
  const ends = ['?about', '?blank', '?blank', '?doc', '?same'];
  const all = await tell(
    (some) => some.filter(({ notice }) => notice?.opened).length >= ends.length,
  );
  const opened = all.flatMap(({ notice }) => (notice?.opened ? [String(notice.opened)] : []));
  expect(opened.map((url) => url.slice(url.indexOf('?'))).toSorted()).toEqual(ends);
  expect(new Set(all.flatMap(({ nonce }) => nonce ?? [])).size).toBe(5);
  await page.close();
});

test('gives a bridge that comes later what the one before did not confirm', async () => {
  const page = await open(`${HOOKED}/empty?noack`);
  await page.evaluate(async () => {
    const socket = new WebSocket(`wss://${location.host}/webcast/im/x/`);
    Object.assign(window, { checksSocket: socket });
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    for (const text of ['a', 'b', 'c']) socket.send(text);
  });
  const before = frames(await tell((all) => frames(all).length >= 6));
  await reinject(page);
  const after = frames(await tell((all) => frames(all).length >= 6));
  expect(after).toEqual(before);
  await page.evaluate(() => Reflect.get(window, 'checksSocket').send('later'));
  const later = frames(await tell((all) => frames(all).length >= 2));
  expect(later.map(({ n, body }) => [n, body])).toEqual([
    [8, 'later'],
    [9, 'later'],
  ]);
  expect(await page.evaluate(() => Reflect.get(window, 'checksHandover'))).toBe(0);
  await page.close();
});

test('tells a later bridge again what sockets are open and what they were last told', async () => {
  const page = await open(`${HOOKED}/empty`);
  await page.evaluate(async () => {
    const socket = new WebSocket(`wss://${location.host}/webcast/im/x/`);
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    for (const text of ['room A', 'hb', 'room B', 'hb']) socket.send(text);
  });
  await tell((all) => frames(all).length >= 8);
  await page.waitForTimeout(200);
  await reinject(page);
  const all = await tell((some) => frames(some).length >= 2);
  expect(all.flatMap(({ notice }) => notice ?? [])).toHaveLength(1);
  expect(frames(all).map(({ again, body, dir }) => [again, body, dir])).toEqual([
    [true, 'room B', 'out'],
    [true, 'hb', 'out'],
  ]);
  await page.close();
});

/** What the background does in open tabs after the extension was updated. */
async function reinject(page: Page): Promise<void> {
  await worker.evaluate(
    async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      if (tab?.id === undefined) throw new Error('no such tab');
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['capture.js'] });
    },
    page.url().replace(/\?.*/, '*'),
  );
}

test('loses nothing in a burst', async () => {
  const page = await open(`${HOOKED}/empty`);
  await page.evaluate(async () => {
    const socket = new WebSocket(`wss://${location.host}/webcast/im/x/`);
    socket.binaryType = 'arraybuffer';
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    socket.send('burst 3000 1000');
  });
  const all = frames(await tell((some) => frames(some).length >= 3_001));
  expect(all.map(({ n }) => n)).toEqual(Array.from({ length: 3_001 }, (_, i) => i + 2));
  await page.close();
});
