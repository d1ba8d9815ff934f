import type { Page } from '@playwright/test';
import { openPopup } from './popup-over.ts';
import { expect, test, type Watching } from './watching.ts';

/** What the extension did by itself on coin pages: notices, latest last. */
const notices = async ({ ledger }: Watching) =>
  (await ledger()).notices.map(({ type }) => type).sort();

/** The purchases that were recorded, as coins, currency and minor units. */
const purchases = async ({ ledger }: Watching) =>
  (await ledger()).operations.flatMap((operation) =>
    operation.type === 'purchase-set'
      ? [
          `${operation.purchase.units} ${operation.purchase.price.currency} ${operation.purchase.price.minor}`,
        ]
      : [],
  );

/** Cents of all gifts, as paid and as listed. */
const cents = async ({ ledger }: Watching) =>
  (await ledger()).entries.map(({ cost }) => [
    (cost?.paid ?? 0) / 10_000,
    (cost?.listed ?? 0) / 10_000,
  ]);

const refused = async ({ ledger }: Watching) =>
  Object.assign({}, ...(await ledger()).pages.map(({ health }) => health.refused));

/** Picks a package and pays, as a person would: with a look at the cashier. */
async function buy(page: Page, index: number): Promise<void> {
  await page.locator(`[data-e2e="wallet-package-${index}"]`).click();
  await page.locator('[data-e2e="cashier-order-coin-num"]').waitFor();
  await page.waitForTimeout(600);
  await page.locator('[data-e2e="wallet-buy-now-button"]').click();
  await page.waitForURL('**/coin/end-result?**');
}

async function sendGift(watching: Watching): Promise<Page> {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Rose', count: 10 });
  return page;
}

test('a purchase changes what the next gift costs; packages become the listed rate', async ({
  watching,
}) => {
  const { sim } = watching;
  const live = await sendGift(watching);
  // 17,500 coins for $185.50, as shipped.
  await expect.poll(() => cents(watching)).toEqual([[0, 10.6]]);
  const coin = await watching.open(sim.coinUrl());
  await expect.poll(() => notices(watching)).toEqual(['offers']);
  // The page itself says 17,500 for $210.
  await expect.poll(() => cents(watching)).toEqual([[0, 12]]);
  await expect.poll(() => watching.overlay(live)).toContain('$0.12');
  await expect
    .poll(async () => (await watching.ledger()).balances.map(({ units }) => units))
    .toEqual([5000]);

  await buy(coin, 1);
  await expect.poll(() => purchases(watching)).toEqual(['350 USD 420']);
  expect(await notices(watching)).toEqual(['offers', 'purchase']);
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  // 99 coins at 1.2 cents, now paid.
  await expect
    .poll(async () => (await cents(watching)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)))
    .toEqual([
      [0, 12],
      [118.8, 0],
    ]);
  await expect.poll(() => watching.overlay(live)).toContain('$1.31');

  await coin.reload();
  await coin.goto(sim.coinUrl());
  await expect
    .poll(async () => (await watching.ledger()).balances.map(({ units }) => units))
    .toEqual([5000, 5350]);
  await coin.goBack();
  await coin.waitForTimeout(1000);
  expect(await purchases(watching)).toEqual(['350 USD 420']);
  expect(await notices(watching)).toEqual(['offers', 'purchase']);
});

test('what was learned is told in popup and dashboard, and can be taken back there', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const live = await sendGift(watching);
  const popup = await openPopup(watching, live);
  const hero = popup.locator('.hero');
  await expect(hero).toContainText('$0.11');
  const coin = await watching.open(sim.coinUrl());
  await buy(coin, 1);
  await expect.poll(() => purchases(watching)).toHaveLength(1);
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  const told = popup.getByRole('region', { name: 'Since you last looked' });
  await expect(told).toContainText('350 coins for $4.20, on the web');
  await expect(told).toContainText('5 packages for United States, in USD');
  await expect(told).toContainText('20 coins for $0.24 up to 17,500 coins for $210.00');
  await expect(hero).toContainText('$1.31');
  await expect(hero).toContainText('$0.12 of it at the listed price');

  await told.getByRole('button', { name: 'Undo: Purchase recorded' }).click();
  await expect(hero).toContainText('coins · 11 gifts · at the listed price');
  await told.getByRole('button', { name: 'Undo: Price book updated' }).click();
  await expect(hero).toContainText('$1.16');
  await expect.poll(() => watching.overlay(live)).toContain('$1.16');
  // Seen once shown.
  await popup.reload();
  await expect(hero).toContainText('$1.16');
  expect((await watching.ledger()).notices.every(({ seen }) => seen)).toBe(true);
  await expect(told).toHaveCount(0);

  const dashboard = await browser.openPage('dashboard.html#prices');
  const learned = dashboard.getByRole('region', { name: 'Learned from coin pages' });
  await expect(learned).toContainText('taken back');
  await learned.getByRole('button', { name: 'Redo' }).click();
  await expect(hero).toContainText('$1.31');
  await dashboard.goto(dashboard.url().replace('#prices', '#purchases'));
  await expect(dashboard.locator('.purchase')).toHaveCount(0);
  const recorded = dashboard.getByRole('region', { name: 'Recorded from the coin page' });
  await recorded.getByRole('button', { name: 'Redo' }).click();
  await expect(dashboard.locator('.purchase')).toHaveCount(1);
  await expect(hero).toContainText('$0.12 of it at the listed price');
});

test('a balance that differs is explained and booked, and costs follow', async ({ watching }) => {
  const { sim, browser } = watching;
  const live = await sendGift(watching);
  const coin = await watching.open(sim.coinUrl());
  await buy(coin, 1);
  await expect.poll(() => purchases(watching)).toHaveLength(1);
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await expect.poll(async () => (await cents(watching)).length).toBe(2);
  await coin.goto(sim.coinUrl());
  const shownOnPage = async () =>
    Number((await coin.locator('[data-e2e="wallet-coins-balance"]').innerText()).replace(',', ''));
  const shown = await shownOnPage();
  const words = (count: number) => `${count.toLocaleString('en')} coins`;
  // 350 bought, 109 sent: the rest was there before.
  const before = words(shown - 350 + 109);
  const popup = await openPopup(watching, live);
  await expect(popup.locator('.panel')).toContainText(`Balance: ${before} more`);
  const dashboard = await browser.openPage('dashboard.html#purchases');
  const balance = dashboard.getByRole('region', { name: 'Balance' });
  await expect(balance).toContainText(`The page showed${words(shown)}`);
  await expect(balance).toContainText(`Should be there${words(241)}`);
  await balance.getByRole('button', { name: `Book ${before} as bought elsewhere` }).click();
  await expect(balance).toContainText('It agrees');
  await expect(balance.locator('[data-booking]')).toContainText(before);
  await expect(dashboard.locator('.cards')).toContainText(words(shown));
  // Coins that were there before are sent first, and nobody knows what they cost.
  await expect(popup.locator('.hero')).toContainText('11 gifts · at the listed price');
  await expect(popup.locator('.panel')).not.toContainText('Balance:');

  await dashboard.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect(balance).toContainText('More than should be there');
  await expect(popup.locator('.hero')).toContainText('$0.12 of it at the listed price');
});

test('a purchase without loading a page anew, and one of an amount of one’s own', async ({
  watching,
}) => {
  const { sim } = watching;
  const coin = await watching.open(sim.coinUrl({ spa: '1' }));
  await buy(coin, 2);
  await expect.poll(() => purchases(watching)).toEqual(['700 USD 840']);
  await coin.goto(sim.coinUrl());
  await coin.getByLabel('Custom amount', { exact: true }).fill('1000');
  await coin.getByLabel('Buy custom amount').click();
  await coin.waitForTimeout(600);
  await coin.locator('[data-e2e="wallet-buy-now-button"]').click();
  await expect.poll(() => purchases(watching)).toHaveLength(2);
  expect((await purchases(watching)).sort()).toEqual(['1000 USD 1200', '700 USD 840']);
});

for (const [market, currency, packages] of [
  ['JP', 'JPY', { 20: 34, 350: 595, 17500: 29_750 }],
  ['ID', 'IDR', { 20: 490_000, 100: 2_450_000, 17500: 428_750_000 }],
  ['VN', 'VND', { 35: 9800, 70: 19_600, 17500: 4_900_000 }],
  ['KW', 'KWD', { 70: 245, 1000: 3500, 17500: 61_250 }],
  ['FR', 'EUR', { 20: 23, 350: 399, 105000: 119_700 }],
  ['BR', 'BRL', { 20: 120, 350: 2090, 17500: 104_500 }],
] as const) {
  test(`prices in ${market}`, async ({ watching }) => {
    await watching.open(watching.sim.coinUrl({ market }));
    await expect.poll(async () => (await watching.ledger()).learnedOffers).toHaveLength(1);
    const [table] = (await watching.ledger()).learnedOffers;
    expect(table).toMatchObject({ market, currency, source: 'tiktok.com' });
    expect(
      Object.fromEntries(table?.packages.map(({ units, minor }) => [units, minor]) ?? []),
    ).toEqual(packages);
  });
}

test('what was taken back stays so when its page is seen again, until it is let hold', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const live = await sendGift(watching);
  const coin = await watching.open(sim.coinUrl());
  await buy(coin, 1);
  await expect.poll(() => purchases(watching)).toHaveLength(1);
  await sim.sendGift({ from: 'me', gift: 'Rose', count: 20 });
  const sums = async () => {
    const each = await cents(watching);
    return [0, 1].map(
      (part) => each.reduce((sum, entry) => sum + Math.round((entry[part] ?? 0) * 10), 0) / 10,
    );
  };
  await expect.poll(sums).toEqual([24, 12]);
  const inside = await browser.openPage('popup.html');
  const ask = (type: string, id = '') =>
    inside.evaluate((message) => chrome.runtime.sendMessage(message), {
      id: 1,
      type,
      data: id,
      timestamp: Date.now(),
    });
  const [offers, purchase] = (await watching.ledger()).notices.map(({ id }) => id).sort();
  await ask('undoNotice', purchase);
  expect(await sums()).toEqual([0, 36]);
  await coin.reload();
  await coin.waitForTimeout(1500);
  expect(await sums()).toEqual([0, 36]);
  await ask('undoNotice', offers);
  // 30 coins at the price that ships.
  expect(await sums()).toEqual([0, 31.8]);
  await expect.poll(() => watching.overlay(live)).toContain('$0.32');
  await coin.goto(sim.coinUrl());
  await coin.waitForTimeout(1500);
  expect(await sums()).toEqual([0, 31.8]);
  await coin.goto(sim.coinUrl({ market: 'dearer' }));
  await expect.poll(() => notices(watching)).toEqual(['offers', 'offers', 'purchase']);
  await ask('redoNotice', purchase);
  await expect.poll(async () => (await sums())[0]).toBe(24);
});

test('a payment that failed records nothing', async ({ watching }) => {
  const coin = await watching.open(watching.sim.coinUrl({ fail: '1' }));
  await expect.poll(() => notices(watching)).toEqual(['offers']);
  await buy(coin, 1);
  await coin.waitForTimeout(1500);
  expect(await purchases(watching)).toEqual([]);
  expect(await notices(watching)).toEqual(['offers']);
});

test('an end page whose cashier was not seen is reported, and records nothing', async ({
  watching,
}) => {
  await watching.open(
    'https://www.tiktok.com/coin/end-result?payment_status=succeed&order_id=7301',
  );
  await expect.poll(() => refused(watching)).toMatchObject({ 'bad-order': 1 });
  expect(await purchases(watching)).toEqual([]);
});

for (const [name, query, reason] of [
  ['whose parts have other names', { trouble: 'renamed' }, 'bad-page'],
  ['that shows nonsense for prices', { trouble: 'nonsense' }, 'bad-number'],
  ['with a sign of many currencies and no country', { market: 'nowhere' }, 'unknown-currency'],
] as const) {
  test(`a coin page ${name} is reported and changes nothing`, async ({ watching }) => {
    await watching.open(watching.sim.coinUrl(query));
    await expect
      .poll(() => refused(watching), { timeout: 20_000 })
      .toMatchObject({ [reason]: expect.any(Number) });
    expect(await notices(watching)).toEqual([]);
    expect((await watching.ledger()).learnedOffers).toEqual([]);
  });
}

test('nothing is asked of the site that its own page does not ask', async ({ watching }) => {
  const { sim } = watching;
  const coin = await watching.open(sim.coinUrl());
  await buy(coin, 1);
  await expect.poll(() => purchases(watching)).toHaveLength(1);
  const asked = Object.keys(sim.requestCounts()).filter((key) => !key.includes('/sim'));
  const own = [
    'GET www.tiktok.com/coin',
    'GET www.tiktok.com/coin/end-result',
    'GET www.tiktok.com/favicon.ico',
  ];
  expect(new Set(asked).difference(new Set(own))).toEqual(new Set());
});
