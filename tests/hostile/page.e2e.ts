import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { brief, briefOfTruth, expect, test, type Watching } from '../e2e/watching.ts';
import { addFrame, foreignHost, foreignSite, worldsIn } from './foreign.ts';

/** Goes on after a failure: what follows stands for itself. */
const softly = expect.configure({ soft: true, timeout: 20_000 });

test.use({ grantedHosts: [foreignHost] });

const learnedGifts = z.array(z.object({ id: z.string(), name: z.string() }));

/** How capture goes in the page of a stream that told last. */
async function healthOf(watching: Watching) {
  const { pages } = await watching.ledger();
  const [state] = pages
    .filter(({ session }) => session !== '')
    .sort((one, other) => other.seenAt - one.seenAt);
  return state?.health;
}

/** What pages of other people's scripts do to builtins. */
function patchBuiltins(): void {
  const broken = () => {
    throw new Error('patched');
  };
  const Real = WebSocket;
  window.WebSocket = new Proxy(Real, {
    construct: (target, args, made) => Reflect.construct(target, args, made),
  });
  const realFetch = window.fetch;
  window.fetch = (...args) => realFetch(...args);
  MessagePort.prototype.postMessage = broken;
  MessagePort.prototype.start = broken;
  Date.now = () => Number.NaN;
  Object.defineProperty(MessageEvent.prototype, 'ports', { get: broken, configurable: true });
  for (const key of ['capture', 'once', 'get', 'apply', 'url', 'body', '1', 'again']) {
    Object.defineProperty(Object.prototype, key, { get: broken, set: broken, configurable: true });
  }
}

/** Takes back what would stop the page itself. */
function mendObjects(): void {
  for (const key of ['capture', 'once', 'get', 'apply', 'url', 'body', '1', 'again']) {
    Reflect.deleteProperty(Object.prototype, key);
  }
}

/** A socket of the page's own, on which it invents frames: `count` of `size` bytes in one go. */
function flood(page: Page, count: number, size: number): Promise<void> {
  return page.evaluate(
    ([times, bytes]) => {
      const socket = new WebSocket('wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/?check=1');
      const data = new ArrayBuffer(bytes);
      for (let n = 0; n < times; n += 1) {
        socket.dispatchEvent(new MessageEvent('message', { data }));
      }
    },
    [count, size] as const,
  );
}

test('a page that means harm invents nothing past its own traffic, and hides nothing', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const page = await watching.open();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await sim.waitForClients(1);
  const expectOnlyTruth = (timeout = 20_000) =>
    softly
      .poll(async () => (await watching.ledger()).entries.map(brief).sort(), { timeout })
      .toEqual(sim.truth({ mine: true }).map(briefOfTruth).sort());

  await test.step('a forged handover and forged packets are not heard', async () => {
    await page.evaluate(() => {
      const channel = new MessageChannel();
      const item = { what: 'in', url: 'wss://webcast-ws.tiktok.com/webcast/im/', n: 1, at: 1 };
      const packet = {
        version: 1,
        dropped: 7,
        failed: 9,
        items: [{ ...item, size: 1, body: 'x' }],
      };
      const forged = { data: 'forged', ports: [channel.port2] };
      window.addEventListener('forged', (event) => {
        if (event instanceof MessageEvent) event.ports[0]?.postMessage(packet);
      });
      window.dispatchEvent(new MessageEvent('gift-ledger', forged));
      window.postMessage(packet, '*');
      channel.port1.postMessage(packet);
    });
  });

  await test.step('builtins patched after us, and another hook on top of ours', async () => {
    await page.evaluate(patchBuiltins);
    await sim.sendGift({ from: 'me', gift: 'Doughnut' });
    await expectOnlyTruth();
    await page.evaluate(mendObjects);
    // A new socket, made through the other hook.
    sim.dropSockets();
    await sim.waitForClients(1);
    await sim.sendGift({ from: 'me', gift: 'Cap' });
    await expectOnlyTruth();
    const health = await healthOf(watching);
    softly(health?.dropped).toBe(0);
    softly(health?.refused).toEqual({});
  });

  await test.step('an updated extension finds the hook in such a page again', async () => {
    await browser.reloadExtension();
    await sim.sendGift({ from: 'me', gift: 'Perfume' });
    await watching.reopenInside();
    await expectOnlyTruth();
  });

  await test.step('floods: what is too much goes, is counted, and the next gift is there', async () => {
    const dropped = async () => (await healthOf(watching))?.dropped ?? 0;
    await flood(page, 21_000, 1);
    await sim.sendGift({ from: 'me', gift: 'Doughnut' });
    await expectOnlyTruth(60_000);
    await softly.poll(dropped).toBeGreaterThanOrEqual(1_000);
    const before = await dropped();
    await flood(page, 8, 4 * 1024 * 1024);
    await sim.sendGift({ from: 'me', gift: 'Rose' });
    await expectOnlyTruth(60_000);
    await softly.poll(dropped).toBeGreaterThanOrEqual(before + 4);
  });

  await test.step('answers that reach for prototypes, and nest without end', async () => {
    const list = 'https://webcast.tiktok.com/webcast/gift/list/';
    const harm = '"__proto__":{"id":6104,"diamond_count":1},"constructor":{"prototype":{"x":1}}';
    const name = JSON.stringify(
      `<img src=x onerror=alert(1)>\u0000\u202e\ud83d${'W'.repeat(5_000)}`,
    );
    const gift = `{"id":777001,"diamond_count":5,"name":${name},${harm}}`;
    const answers = [
      `{"data":{"gifts":[${gift},{${harm}},{"id":"__proto__","diamond_count":1}],${harm}}}`,
      `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      `{"data":${'{"a":'.repeat(100_000)}`,
    ];
    await page.route(`${list}?answer=*`, (route) => {
      const wanted = new URL(route.request().url()).searchParams.get('answer');
      const headers = { 'access-control-allow-origin': '*' };
      return route.fulfill({ body: answers[Number(wanted)] ?? '', headers });
    });
    await page.evaluate(async (address) => {
      for (const answer of [0, 1, 2]) await fetch(`${address}?answer=${answer}`);
    }, list);
    await sim.sendGift({ from: 'me', gift: 'Cap' });
    await expectOnlyTruth();
    const worker = await browser.worker();
    const learned = await worker.evaluate(async () => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      const opening = indexedDB.open('gift-ledger');
      opening.onsuccess = () => {
        const rows = opening.result.transaction('gifts').objectStore('gifts').getAll();
        rows.onsuccess = () => resolve(rows.result);
        opening.result.close();
      };
      return promise;
    });
    const gifts = z.parse(learnedGifts, learned);
    const names = gifts.filter(({ id }) => id === '777001').map((gift) => gift.name);
    softly(names.map((text) => [text.isWellFormed(), text.length <= 120])).toEqual([[true, true]]);
    await softly.poll(async () => (await healthOf(watching))?.refused).toHaveProperty('bad-json');
  });

  expect(errors).toEqual([]);
});

test('frames: a foreign one in a stream’s page, and a stream in a foreign page', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const { context, extensionId } = browser;
  const stream = sim.pageUrl('mira.plays', { framed: '1' });

  const page = await watching.open(stream);
  await sim.waitForClients(1);
  const frame = await addFrame(page, foreignSite);
  const foreign = await context.newCDPSession(frame);
  softly(await worldsIn(foreign, extensionId), 'scripts of ours in it').toEqual([]);
  await page.close();

  const holder = await context.newPage();
  await holder.goto(foreignSite);
  const held = await addFrame(holder, stream);
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  await watching.expectEntries(sim.truth({ mine: true }));
  const outside = await context.newCDPSession(holder);
  softly(await worldsIn(outside, extensionId), 'scripts of ours around it').toEqual([]);
  // Over a part of another's page nothing is drawn, which that page could lay something over.
  await softly(held.locator('gift-ledger-overlay')).toHaveCount(0);
});
