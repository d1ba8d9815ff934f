import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { writeExtension } from './extension.ts';
import { type Site, startSite } from './site.ts';
import { checksOf, type Told } from './told.ts';

const HOOKED = 'https://webcast.tiktok.com';
const PLAIN = 'https://webcast.plain.test';

let site: Site;
let extension: Awaited<ReturnType<typeof writeExtension>>;
let browser: Browser;

test.beforeAll(async () => {
  site = await startSite();
  extension = await writeExtension('firefox');
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${site.port}`,
      'extensions.originControls.grantByDefault': true,
    },
  });
  await browser.installExtension(extension.folder);
});

test.afterAll(async () => {
  await browser?.close();
  await site?.close();
  extension?.remove();
});

async function open(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}

async function told(page: Page): Promise<Told[]> {
  const text = await page.evaluate(async () => {
    document.documentElement.removeAttribute('data-told');
    document.dispatchEvent(new Event('page-hook-test'));
    let answer: string | null = null;
    while (answer === null) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      answer = document.documentElement.getAttribute('data-told');
    }
    return answer;
  });
  return JSON.parse(text);
}

async function check(host: string): Promise<Record<string, unknown>> {
  const page = await open(`${host}/`);
  const results = await page.evaluate(checksOf);
  await page.close();
  // Firefox lists classes in the order in which they were first used.
  const names = results['names of the window'];
  if (Array.isArray(names)) names[0].sort();
  return JSON.parse(JSON.stringify(results).replaceAll(host.slice(8), 'HOST'));
}

test('the page cannot tell in Firefox', async () => {
  const hooked = await check(HOOKED);
  const plain = await check(PLAIN);
  for (const name of Object.keys(plain)) {
    expect.soft(hooked[name], name).toEqual(plain[name]);
  }
});

test('frames and answers arrive in Firefox, from every frame of the page', async () => {
  const page = await open(`${HOOKED}/frames`);
  await page.evaluate(async () => {
    const socket = new WebSocket(`wss://${location.host}/webcast/im/x/?top`);
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    const echo = () =>
      new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
    socket.binaryType = 'blob';
    socket.send(new Uint8Array([1, 2]));
    await echo();
    socket.binaryType = 'arraybuffer';
    socket.send(new Uint8Array([3, 4]));
    await echo();
    await fetch('/webcast/gift/send/', { method: 'POST', body: 'gift_id=5' });
    for (const frame of document.querySelectorAll('iframe')) {
      const socket = frame.contentWindow && Reflect.get(frame.contentWindow, 'WebSocket');
      new socket(`wss://${location.host}/webcast/im/x/?${frame.id}`);
    }
  });
  await expect
    .poll(async () => (await told(page)).filter(({ notice }) => notice?.opened).length)
    .toBeGreaterThanOrEqual(6);
  const all = await told(page);
  const frames = all.flatMap(({ frame }) => frame ?? []);
  const top = frames.filter(({ url }) => url.endsWith('?top'));
  expect(top.map(({ dir, body }) => [dir, body])).toEqual([
    ['out', 'bytes 1,2'],
    ['in', 'bytes 1,2'],
    ['out', 'bytes 3,4'],
    ['in', 'bytes 3,4'],
  ]);
  const sent = frames.filter(({ url }) => url.endsWith('/webcast/gift/send/'));
  expect(sent.map(({ via, request }) => [via, request])).toContainEqual(['fetch', 'gift_id=5']);
  const opened = all.map(({ notice }) => String(notice?.opened ?? ''));
  for (const id of ['?top', '?blank', '?about', '?same', '?doc']) {
    expect(
      opened.some((url) => url.endsWith(id)),
      id,
    ).toBe(true);
  }
});
