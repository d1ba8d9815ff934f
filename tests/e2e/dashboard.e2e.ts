import type { Page } from '@playwright/test';
import { cost } from './listed.ts';
import { OnOverlay } from './on-overlay.ts';
import { openPopup } from './popup-over.ts';
import { expect, test, type Watching } from './watching.ts';

/** What one purchase of 1,000 coins for $20.00 makes each of them cost: far from the listed price. */
const paid = (coins: number) => `$${(coins * 0.02).toFixed(2)}`;

const openDashboard = async ({ browser }: Watching, screen = '#purchases'): Promise<Page> => {
  const page = await browser.openPage(`dashboard.html${screen}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.locator('main h2').waitFor();
  return page;
};

async function addPurchase(dashboard: Page, coins: string, price: string): Promise<void> {
  await dashboard.getByRole('button', { name: 'Add purchase' }).click();
  const form = dashboard.getByRole('form', { name: 'Add purchase' });
  await form.getByLabel('Coins').fill(coins);
  await form.getByLabel('Paid in all').fill(price);
  await form.getByRole('button', { name: 'Add purchase' }).click();
}

const hero = (popup: Page) => popup.locator('.hero');
const toast = (dashboard: Page) => dashboard.locator('.toast');

test('a purchase typed in changes what a gift cost, in popup and overlay; change, remove and undo do too', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Perfume' });
  const overlay = new OnOverlay(page, browser);
  await expect.poll(() => overlay.words()).toContain(cost(20));
  const popup = await openPopup(watching, page);
  await expect(hero(popup)).toContainText('at the listed price');

  const dashboard = await openDashboard(watching);
  await addPurchase(dashboard, '1,000', '20.00');
  await expect(toast(dashboard)).toContainText('Purchase added');
  await expect(dashboard.locator('.purchase')).toHaveCount(1);
  await expect(dashboard.locator('.cards')).toContainText('980 coins');
  await expect(dashboard.locator('.cards')).toContainText('$19.60');
  await expect(hero(popup)).toContainText(paid(20));
  await expect(hero(popup)).toContainText('at your own price');
  await expect(popup.locator('.cards')).toContainText('paid, 1,000 on the web');
  await expect.poll(() => overlay.words()).toContain(paid(20));

  await dashboard.getByRole('button', { name: /^Change: 1,000 coins/ }).click();
  const form = dashboard.getByRole('form', { name: 'Change purchase' });
  await expect(form.getByLabel('Paid in all')).toHaveValue('20.00');
  await form.getByLabel('Paid in all').fill('30');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(hero(popup)).toContainText('$0.60');
  await expect.poll(() => overlay.words()).toContain('$0.60');

  await toast(dashboard).getByRole('button', { name: 'Undo' }).click();
  await expect(hero(popup)).toContainText(paid(20));

  await dashboard.getByRole('button', { name: /^Remove: 1,000 coins/ }).click();
  await expect(dashboard.locator('.purchase')).toHaveCount(0);
  await expect(hero(popup)).toContainText('at the listed price');
  await expect.poll(() => overlay.words()).toContain(cost(20));
  await toast(dashboard).getByRole('button', { name: 'Undo' }).click();
  await expect(dashboard.locator('.purchase')).toHaveCount(1);
  await expect(hero(popup)).toContainText('at your own price');
  await toast(dashboard).getByRole('button', { name: 'Redo' }).click();
  await expect(dashboard.locator('.purchase')).toHaveCount(0);
});

test('a sum says how much of it is paid and how much listed', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Perfume' });
  const popup = await openPopup(watching, page);
  await expect(hero(popup)).toContainText(cost(20));
  const dashboard = await openDashboard(watching);
  await addPurchase(dashboard, '10', '1');
  await expect(hero(popup)).toContainText(`${cost(10)} of it at the listed price`);
});

test('bad input is named at its field, and nothing is kept', async ({ watching }) => {
  const dashboard = await openDashboard(watching);
  await addPurchase(dashboard, '0', '1.005');
  const form = dashboard.getByRole('form', { name: 'Add purchase' });
  await expect(form).toContainText('At most 2 decimals.');
  await form.getByLabel('Paid in all').fill('1');
  await form.getByRole('button', { name: 'Add purchase' }).click();
  await expect(form).toContainText('At least one.');
  await expect(form.getByLabel('Coins')).toBeFocused();
  await form.getByLabel('Coins').fill('70');
  await form.getByLabel('Day').fill('2099-01-01');
  await form.getByRole('button', { name: 'Add purchase' }).click();
  await expect(form).toContainText('This day has not come yet.');
  await expect(dashboard.locator('.purchase')).toHaveCount(0);
});

test('the three prices that guides spread are told apart', async ({ watching }) => {
  const dashboard = await openDashboard(watching, '#convert');
  const claim = dashboard.getByRole('region', { name: 'Can this price be right?' });
  for (const [coins, price, verdict] of [
    ['100', '0.99', 'Below the official floor'],
    ['100', '1.39', 'Plausible in the app'],
    ['1,750', '15', 'Unofficial, check'],
  ] as const) {
    await claim.getByLabel('Coins').fill(coins);
    await claim.getByLabel('Price asked').fill(price);
    await expect(claim.locator('.note > b')).toHaveText(verdict);
  }
  await claim.getByLabel('Currency').selectOption('KWD');
  await expect(claim.locator('.note > b')).toHaveText('Unknown');
});

test('money is shown in the currency that the user chooses, and costs follow', async ({
  watching,
}) => {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Galaxy' });
  const popup = await openPopup(watching, page);
  await expect(hero(popup)).toContainText(cost(1000));
  const dashboard = await openDashboard(watching);
  await dashboard.getByLabel('Show money in').selectOption('EUR');
  await expect(hero(popup)).toContainText('€');
  await expect(hero(popup)).not.toContainText('$');
  const overlay = new OnOverlay(page, watching.browser);
  await expect.poll(() => overlay.words()).toContain('€');
  await dashboard.getByLabel('Show money in').selectOption({ index: 0 });
  await expect(hero(popup)).toContainText(cost(1000));
});

test('a price of my own wins in the price book, in costs and until it is undone', async ({
  watching,
}) => {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Galaxy' });
  const popup = await openPopup(watching, page);
  await expect(hero(popup)).toContainText(cost(1000));
  const dashboard = await openDashboard(watching, '#prices');
  await dashboard.getByRole('button', { name: 'Add your price' }).click();
  const form = dashboard.getByRole('form', { name: 'Add your price' });
  await form.getByLabel('Coins').fill('1,000');
  await form.getByLabel('Price').fill('50');
  await form.getByRole('button', { name: 'Add your price' }).click();
  await expect(dashboard.locator('[data-origin=own]')).toContainText('$0.05');
  await expect(hero(popup)).toContainText('$50.00');
  await toast(dashboard).getByRole('button', { name: 'Undo' }).click();
  await expect(hero(popup)).toContainText(cost(1000));
});
