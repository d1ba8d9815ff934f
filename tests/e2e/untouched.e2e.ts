import * as z from 'zod/mini';
import { expect, test, warmUpAddress } from './watching.ts';

const checks = z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() }));

for (const address of [
  'https://www.tiktok.com/self-check/live',
  'https://www.tiktok.com/@mira.plays/live?check=1',
]) {
  test(`the page cannot tell that the extension is there: ${address}`, async ({ watching }) => {
    const page = await watching.open(address);
    // A string would be evaluated, which the page's policy forbids.
    await page.waitForFunction(() => Reflect.get(window, '__selfCheckDone') === true);
    const found: unknown = await page.evaluate(() => Reflect.get(window, '__selfCheck'));
    const results = z.parse(checks, found);
    expect(results.length).toBeGreaterThan(80);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  });
}

test('the extension makes, changes and repeats no request of the page', async ({ watching }) => {
  const { sim } = watching;
  await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Rose' });
  await watching.expectEntries(sim.truth({ mine: true }));
  const counts = sim.requestCounts();
  // Asked for by the test's own first page, and by the browser itself.
  delete counts[`GET ${new URL(warmUpAddress).host}${new URL(warmUpAddress).pathname}`];
  delete counts['GET www.tiktok.com/favicon.ico'];
  expect(Object.entries(counts).filter(([, count]) => count !== 1)).toEqual([]);
  expect(Object.keys(counts).sort()).toEqual([
    'GET webcast.tiktok.com/webcast/gift/list/',
    'GET webcast.tiktok.com/webcast/im/fetch/',
    'GET webcast.tiktok.com/webcast/wallet_api/fs/diamond_buy/permission_v2',
    'GET www.tiktok.com/@mira.plays/live',
    'WS webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/',
  ]);
});
