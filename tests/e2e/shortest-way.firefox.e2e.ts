/** Gift on the page → entry → overlay and popup, in real Firefox, so that nothing creeps in that only Chromium can do. */
import type { Page } from 'puppeteer-core';
import { coinsOf } from './watching.ts';
import { expect, type Tab, test, type WatchingFirefox } from './watching-firefox.ts';

const mine = ({ sim }: WatchingFirefox) => sim.truth({ mine: true });

const wordsOf = (page: Page) => page.evaluate(() => document.body.innerText);

/** Opens a stream and waits until the page's socket is in its room. */
async function openStream(watching: WatchingFirefox, sockets = 1): Promise<Tab> {
  const tab = await watching.open();
  await watching.sim.waitForClients(sockets);
  return tab;
}

async function expectCoins(watching: WatchingFirefox, coins: number): Promise<void> {
  const { dayTotals, sessionTotals } = await watching.ledger();
  const units = (rows: readonly { units: number }[]) =>
    rows.reduce((sum, row) => sum + row.units, 0);
  expect([units(dayTotals), units(sessionTotals)]).toEqual([coins, coins]);
}

test('a gift on the page is an entry, and shows in the overlay and the open popup', async ({
  watching,
}) => {
  const { sim } = watching;
  const tab = await openStream(watching);
  const errors: unknown[] = [];
  tab.page.on('pageerror', (error) => errors.push(error));
  await sim.sendGift({ from: 'me', gift: 'Galaxy' });
  await watching.expectEntries(mine(watching));
  await expectCoins(watching, 1000);
  await expect.poll(() => watching.overlay(tab)).toContain('$10.60');
  const popup = await watching.popup(tab);
  await expect.poll(() => wordsOf(popup)).toMatch(/Watching @mira\.plays[\s\S]*1,000[\s\S]*Galaxy/);
  await sim.sendGift({ from: 'me', gift: 'Perfume' });
  await expect.poll(() => wordsOf(popup)).toMatch(/1,020[\s\S]*Perfume/);
  await expect.poll(() => watching.overlay(tab)).toContain('$10.81');
  expect(errors).toEqual([]);
});

const scenarios = ['streak', 'others-beside-mine', 'shuffled-repeats', 'garbage', 'polling'];

test(`one after the other on one page: ${scenarios.join(', ')}`, async ({ watching }) => {
  await openStream(watching);
  for (const name of scenarios) {
    await watching.sim.play(name);
    await watching.expectEntries(mine(watching));
    await expectCoins(watching, coinsOf(mine(watching)));
  }
});

test('two tabs', async ({ watching }) => {
  const first = await openStream(watching);
  const second = await openStream(watching, 2);
  await watching.sim.play('two-tabs');
  await watching.expectEntries(mine(watching));
  await expectCoins(watching, coinsOf(mine(watching)));
  for (const tab of [first, second]) {
    await expect.poll(() => watching.overlay(tab)).toContain('$1.12');
  }
});

test('sending by the page’s own button', async ({ watching }) => {
  const { sim } = watching;
  const { page } = await openStream(watching);
  const button = await page.waitForSelector('[aria-label="Quick Rose"]');
  await button?.click();
  await button?.click();
  await expect.poll(() => mine(watching)).toMatchObject([{ count: 2 }]);
  await sim.settle();
  await watching.expectEntries(mine(watching));
  await expect
    .poll(async () => (await watching.ledger()).entries)
    .toMatchObject([{ onPage: true, onSend: true, unitPrice: 1, ended: true, disputed: false }]);
});

test('own stream: what comes in is received', async ({ watching }) => {
  const { sim } = watching;
  const tab = await watching.open(sim.pageUrl('kai.watches'));
  await sim.waitForClients(1, { room: 'kai.watches' });
  await sim.play('own-stream');
  await watching.expectEntries(sim.truth({ room: 'kai.watches' }));
  await expect.poll(() => watching.overlay(tab)).toContain('1,096');
});

test('frames so large that the browser itself unpacks them', async ({ watching }) => {
  const { sim } = watching;
  await openStream(watching);
  // Of any two frames one at least is packed; pieces of this size make payloads above what fflate gets.
  for (let n = 0; n < 4; n += 1) {
    await sim.streak({ from: 'me', gift: 'Rose', count: n + 1 });
    await sim.chat(700);
  }
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await watching.expectEntries(mine(watching));
  await expect
    .poll(
      async () =>
        (await watching.ledger()).pages.find(({ session }) => session !== '')?.health.refused,
    )
    .toEqual({});
});

test.describe('a background page that sleeps between frames', () => {
  test.use({ backgroundIdleMs: 300 });

  test('loses nothing and doubles nothing', async ({ watching }) => {
    const { sim } = watching;
    const tab = await openStream(watching);
    const streak = await sim.streak({ from: 'me', gift: 'Rose', count: 2 });
    for (let n = 0; n < 4; n += 1) {
      await expect.poll(() => watching.isAwake(), { intervals: [50] }).toBe(false);
      await streak.tick(n + 1);
      await watching.expectEntries(mine(watching));
    }
    await expect.poll(() => watching.isAwake(), { intervals: [50] }).toBe(false);
    await streak.end();
    await sim.sendGift({ from: 'me', gift: 'Cap' });
    await watching.expectEntries(mine(watching));
    await expectCoins(watching, coinsOf(mine(watching)));
    await expect.poll(() => watching.overlay(tab)).toContain('$1.18');
  });
});
