import { contentWorlds } from '../e2e/browser/overlay.ts';
import { expect, test } from '../e2e/watching.ts';

test('a page that means harm: it learns nothing, invents nothing past its own traffic, and hides nothing', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);

  await test.step('what the extension has cannot be read or reached', async () => {
    const found = await page.evaluate(async (root) => {
      const overlay = document.querySelector('gift-ledger-overlay');
      const files = ['manifest.json', 'popup.html', 'content-scripts/page.js', 'icon/128.png'];
      const reached = await Promise.all(
        files.map((file) =>
          fetch(root + file).then(
            () => true,
            () => false,
          ),
        ),
      );
      return {
        reached,
        overlay: overlay !== null,
        inside: overlay?.shadowRoot ?? null,
        text: overlay?.textContent ?? '',
        globals: Object.getOwnPropertyNames(window).filter((name) =>
          /gift.?ledger|wxt/i.test(name),
        ),
        runtime: typeof chrome === 'object' && 'runtime' in chrome,
      };
    }, browser.url(''));
    expect(found).toEqual({
      reached: [false, false, false, false],
      overlay: true,
      inside: null,
      text: '',
      globals: [],
      runtime: false,
    });
    const session = await page.context().newCDPSession(page);
    expect((await contentWorlds(session, browser.extensionId)).length).toBeGreaterThan(0);
    await session.detach();
  });

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
    await page.evaluate(() => {
      const broken = () => {
        throw new Error('patched');
      };
      const Real = WebSocket;
      window.WebSocket = new Proxy(Real, {
        construct: (target, args) => Reflect.construct(target, args),
      });
      const realFetch = window.fetch;
      window.fetch = (...args) => realFetch(...args);
      MessagePort.prototype.postMessage = broken;
      Date.now = () => Number.NaN;
      Object.defineProperty(MessageEvent.prototype, 'ports', { get: broken });
      for (const key of ['capture', 'once', 'get', 'apply', 'url', 'body']) {
        Object.defineProperty(Object.prototype, key, {
          get: broken,
          set: broken,
          configurable: true,
        });
      }
    });
    await sim.sendGift({ from: 'me', gift: 'Doughnut' });
    await watching.expectEntries(sim.truth({ mine: true }));
    await page.evaluate(() => {
      for (const key of ['capture', 'once', 'get', 'apply', 'url', 'body']) {
        Reflect.deleteProperty(Object.prototype, key);
      }
    });
    // A new socket, made through the other hook.
    sim.dropSockets();
    await sim.waitForClients(1);
    await sim.sendGift({ from: 'me', gift: 'Cap' });
    await watching.expectEntries(sim.truth({ mine: true }));
  });

  const { pages } = await watching.ledger();
  const [state] = pages.filter(({ session }) => session !== '');
  expect(state?.health.dropped).toBe(0);
  expect(Object.keys(state?.health.refused ?? {})).toEqual([]);
});
