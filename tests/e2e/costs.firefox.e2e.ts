/** What coins cost, in real Firefox: typed in on the dashboard, and recorded from the simulated coin page. */
import type { Page } from 'puppeteer-core';
import { expect, test, type WatchingFirefox } from './watching-firefox.ts';

const wordsOf = (page: Page, selector = 'body') =>
  page.evaluate((wanted) => {
    const found = document.querySelector<HTMLElement>(wanted);
    return (found?.innerText ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
  }, selector);

async function sendGift({ open, sim }: WatchingFirefox) {
  const tab = await open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Perfume' });
  return tab;
}

test('a purchase typed in changes what a gift costs', async ({ watching }) => {
  const tab = await sendGift(watching);
  await expect.poll(() => watching.overlay(tab)).toContain('$0.21');
  const dashboard = await watching.firefox.openPage('dashboard.html#purchases');
  await dashboard.locator('.bar > .button').click();
  await dashboard.locator('#purchase-units').fill('1,000');
  await dashboard.locator('#purchase-price').fill('20');
  await dashboard.locator('form [type=submit]').click();
  await expect.poll(() => wordsOf(dashboard, '.toast')).toContain('Purchase added');
  await expect.poll(() => wordsOf(dashboard, '.cards')).toContain('980 coins');
  await expect.poll(() => watching.overlay(tab)).toContain('$0.40');
  await dashboard.locator('.toast .link').click();
  await expect.poll(() => watching.overlay(tab)).toContain('$0.21');
});

test('a purchase on the coin page is recorded and told of, and can be taken back', async ({
  watching,
}) => {
  const { sim } = watching;
  const tab = await sendGift(watching);
  const { page: coin } = await watching.open(sim.coinUrl());
  await coin.locator('[data-e2e="wallet-package-1"]').click();
  await coin.waitForSelector('[data-e2e="cashier-order-coin-num"]');
  // The cashier is told of once it stands still.
  await expect.poll(async () => (await watching.ledger()).orders).toHaveLength(1);
  await coin.locator('[data-e2e="wallet-buy-now-button"]').click();
  const popup = await watching.popup(tab);
  await expect.poll(() => wordsOf(popup, '.told')).toContain('350 coins for $4.20, on the web');
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await expect.poll(() => wordsOf(popup, '.hero')).toContain('$0.24 of it at the listed price');
  await popup.locator('.told [data-notice=purchase] .link').click();
  await expect.poll(() => wordsOf(popup, '.hero')).toContain('2 gifts · at the listed price');
  await expect.poll(() => wordsOf(popup, '.told')).toContain('taken back');
});
