import type { Page } from '@playwright/test';
import { giftPanel } from '../sim/tiktok/catalogue.ts';
import { cost } from './listed.ts';
import { readTags } from './on-tags.ts';
import { expect, test, type Watching } from './watching.ts';

/** A stream with its gift panel open. */
async function openPanel(watching: Watching, size = 200): Promise<Page> {
  watching.sim.panelSize = size;
  const page = await watching.open();
  await watching.sim.waitForClients(1);
  await page.getByLabel('More gifts').click();
  return page;
}

/** Two pictures on screen: what the page does now, and what follows on it. */
const drawn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  );

/** What tags say in each cell, beside what they should say; tags elsewhere are counted. */
async function compared(
  { browser }: Watching,
  page: Page,
  price = (coins: number) => `≈ ${cost(coins)}`,
) {
  const { cells, strays } = await readTags(page, browser.extensionId);
  return {
    found: cells.map(({ tags }) => tags.map(({ words }) => words)),
    wanted: cells.map(({ coins }) => [price(coins)]),
    strays,
  };
}

/** Waits until every cell that is there has exactly its tag, and nothing else has one. */
async function expectTags(watching: Watching, page: Page, price?: (coins: number) => string) {
  await expect(async () => {
    const { found, wanted, strays } = await compared(watching, page, price);
    expect(found.length).toBeGreaterThan(7);
    expect(found).toEqual(wanted);
    expect(strays).toBe(0);
  }).toPass({ timeout: 15_000 });
}

const expectNoTags = (page: Page) => expect(page.locator('gift-ledger-tag')).toHaveCount(0);

/** Changes settings past the extension's own screens. */
async function setSettings({ browser }: Watching, changed: Record<string, unknown>): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (change) => {
    const { settings } = await chrome.storage.local.get('settings');
    const before = typeof settings === 'object' && settings !== null ? settings : {};
    await chrome.storage.local.set({
      settings: { price: null, zone: null, overlays: {}, ...before, ...change },
    });
  }, changed);
}

/** Where everything in the page is, except what is ours. */
const layout = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.DivGiftPanel *, .DivGiftBar *, .DivGiftBar, .variants *')]
      .filter(({ localName }) => localName !== 'gift-ledger-tag')
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.localName} ${[x, y, width, height].map((n) => Math.round(n * 4) / 4)}`;
      }),
  );

test('all of 200 gifts have their price in money while the panel scrolls and draws anew', async ({
  watching,
}) => {
  const { sim } = watching;
  const page = await openPanel(watching);
  await expectTags(watching, page);
  const all = giftPanel(200);
  const seen = new Set<string>();
  const grid = page.locator('.DivGiftGrid');
  const look = async () => {
    await drawn(page);
    const { found, wanted, strays } = await compared(watching, page);
    expect(found).toEqual(wanted);
    expect(strays).toBe(0);
    for (const name of await page.locator('.DivGiftCell .name').allTextContents()) seen.add(name);
  };
  await grid.hover();
  for (let step = 0; step < 60 && seen.size < all.length; step += 1) {
    await page.mouse.wheel(0, 400);
    // Gifts arrive meanwhile: rows and notices with the same pictures.
    if (step % 10 === 0) await sim.sendGift({ from: 'lumi_x', gift: 'Rose' });
    await look();
  }
  expect(seen).toEqual(new Set(all.map(({ name }) => name)));
  for (let step = 0; step < 8; step += 1) {
    await page.mouse.wheel(0, -700);
    await look();
  }
  await page.getByLabel('More gifts').click();
  await page.getByLabel('More gifts').click();
  await look();
});

test('gifts that were sent have none: in the chat and among those just sent', async ({
  watching,
}) => {
  const { sim } = watching;
  const page = await openPanel(watching);
  await expectTags(watching, page);
  for (const gift of ['Rose', 'TikTok', 'GG', 'Finger Heart', 'Cap', 'Galaxy']) {
    await sim.sendGift({ from: 'lumi_x', gift });
  }
  await sim.sendGift({ from: 'pixel.otter', gift: 'Finger Heart', count: 5 });
  await expect(page.locator('.DivGiftItem')).toHaveCount(2);
  await expect(page.locator('.DivChatMessageList .gift')).toHaveCount(7);
  await drawn(page);
  await expectTags(watching, page);
});

test('a click through a tag sends the gift, and nothing moved for it', async ({ watching }) => {
  const { sim, browser } = watching;
  const page = await openPanel(watching);
  await expectTags(watching, page);
  const tagged = await layout(page);
  const { cells } = await readTags(page, browser.extensionId, '.quick:not(.more)');
  const tag = cells.find(({ coins }) => coins === 20)?.tags[0];
  if (tag === undefined) throw new Error('No tag on Perfume.');
  const { x, y, width } = tag.box;
  const at = [x + width / 2, y + 4] as const;
  // The tag's own words are at that point, and the page's button is what is hit.
  const hit = await page.evaluate(
    ([left, top]) =>
      document.elementFromPoint(left, top)?.closest('button')?.getAttribute('aria-label'),
    at,
  );
  expect(hit).toBe('Quick Perfume');
  await page.mouse.click(...at);
  await expect.poll(() => sim.truth({ mine: true }).length).toBe(1);
  expect(sim.truth({ mine: true })[0]?.gift?.name).toBe('Perfume');
  await sim.settle();

  await setSettings(watching, { tags: false });
  await expectNoTags(page);
  expect(tagged.length).toBeGreaterThan(200);
  expect(await layout(page)).toEqual(tagged);
});

test('switched off it leaves nothing, and switched on again it is back', async ({ watching }) => {
  const page = await openPanel(watching);
  await expectTags(watching, page);
  await setSettings(watching, { tags: false });
  await expectNoTags(page);
  await page.locator('.DivGiftGrid').hover();
  await page.mouse.wheel(0, 2000);
  await drawn(page);
  await expectNoTags(page);
  await setSettings(watching, { tags: true });
  await expectTags(watching, page);
});

test('a reload of the extension leaves one tag in each cell', async ({ watching }) => {
  const { browser } = watching;
  const page = await openPanel(watching);
  await expectTags(watching, page);
  const before = await page.locator('gift-ledger-tag').first().elementHandle();
  await browser.reloadExtension();
  // The tags are the new script's.
  await expect.poll(() => before?.evaluate((tag) => tag.isConnected)).toBe(false);
  await expectTags(watching, page);
  await page.locator('.DivGiftGrid').hover();
  await page.mouse.wheel(0, 2000);
  await drawn(page);
  await expectTags(watching, page);
  await setSettings(watching, { tags: false });
  await expectNoTags(page);
});

test('tags are gone with the extension, also where the page does nothing', async ({ watching }) => {
  const { browser } = watching;
  const page = await openPanel(watching);
  await expectTags(watching, page);
  const worker = await browser.worker();
  const gone = worker.waitForEvent('close');
  // The worker dies of it, so the call may end in an error.
  await worker.evaluate(() => chrome.management.uninstallSelf()).catch(() => undefined);
  await gone;
  await expectNoTags(page);
});

test('tags follow the choice of where coins are bought, and what was paid for them', async ({
  watching,
}) => {
  const page = await openPanel(watching);
  await expectTags(watching, page);
  const at = (currency: string, perCoin: number) => {
    const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
    const short = new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    });
    return (coins: number) => {
      const full = format.format(coins * perCoin);
      return `≈ ${full.length > 10 ? short.format(coins * perCoin) : full}`;
    };
  };
  await setSettings(watching, { price: { market: 'FR', channel: 'web' } });
  await expectTags(watching, page, at('EUR', 205.19 / 17_500));
  await setSettings(watching, { price: { market: 'ID', channel: 'app' } });
  await expectTags(watching, page, at('IDR', 340_000 / 1400));
  await page.screenshot({ path: 'test-results/tags/rupiah.png' });
  // No price is known there: nothing is guessed.
  await setSettings(watching, { price: { market: 'JP', channel: 'web' } });
  await expectNoTags(page);
  const dashboard = await watching.browser.openPage('dashboard.html#purchases');
  await dashboard.getByRole('button', { name: 'Add purchase' }).click();
  const form = dashboard.getByRole('form', { name: 'Add purchase' });
  await form.getByLabel('Coins').fill('1,000');
  await form.getByLabel('Paid in all').fill('20.00');
  await form.getByRole('button', { name: 'Add purchase' }).click();
  await page.bringToFront();
  await expectTags(watching, page, at('USD', 0.02));
});

test('tags follow the page to another stream and stay away from the feed', async ({ watching }) => {
  const page = await openPanel(watching);
  await expectTags(watching, page);
  await page.locator('a[href="/@noor.live/live"]').first().click();
  await watching.sim.waitForClients(1, { room: 'noor.live' });
  await expectTags(watching, page);
  await page.evaluate(() => history.pushState({}, '', '/live'));
  await expectNoTags(page);
});

test('cells of other makes have tags too, and stay as they were', async ({ watching }) => {
  const { browser } = watching;
  const page = await openPanel(watching);
  await expectTags(watching, page);
  await page.evaluate(
    (gifts) => {
      const variants = {
        column: 'display:flex;flex-direction:column;align-items:center;gap:6px;width:90px',
        spread:
          'display:flex;flex-direction:column;justify-content:space-between;height:110px;width:90px',
        middle:
          'display:flex;flex-direction:column;justify-content:center;align-items:center;gap:3px;height:120px;width:90px',
        row: 'display:flex;align-items:center;gap:8px;width:150px',
        block: 'display:block;text-align:center;width:90px',
        stretched: 'display:grid;justify-items:center;height:130px;width:90px;row-gap:5px',
        narrow: 'display:inline-flex;flex-direction:column;align-items:center',
      };
      const make = (tag: string, style: string, ...children: (string | Node)[]) => {
        const element = document.createElement(tag);
        element.style.cssText = style;
        element.append(...children);
        return element;
      };
      const cellOf = (style: string, { icon, coins }: { icon: string; coins: number }) => {
        const picture = new Image(40, 40);
        picture.src = icon;
        const price = make('span', 'font-size:12px', coins.toLocaleString('en'));
        const cell = make('div', style, picture, make('div', '', make('i', ''), price));
        cell.className = 'variant';
        return cell;
      };
      const lists = Object.values(variants).map((style) =>
        make('section', 'display:flex;gap:10px', ...gifts.map((gift) => cellOf(style, gift))),
      );
      const box = make(
        'div',
        'position:fixed;inset:0 auto auto 0;background:#fff;color:#222;padding:8px;display:grid;gap:20px',
        ...lists,
      );
      box.className = 'variants';
      document.body.append(box);
    },
    giftPanel(60)
      .filter(({ coins }) => [1, 30, 199, 1000].includes(coins))
      .filter(({ coins }, index, all) => all.findIndex((one) => one.coins === coins) === index)
      .map(({ icon, coins }) => ({ icon, coins })),
  );
  const variants = async () => {
    const { cells } = await readTags(page, browser.extensionId, '.variant');
    return cells.map(({ coins, tags }) => [coins, ...tags.map(({ words }) => words)]);
  };
  const row = [1, 30, 199, 1000].map((coins) => [coins, `≈ ${cost(coins)}`]);
  await expect.poll(variants).toEqual(Array.from({ length: 7 }, () => row).flat());
  await page.screenshot({ path: 'test-results/tags/variants.png' });
  // Each stands right under its number.
  const numbers = await page.locator('.variant span').all();
  const { cells } = await readTags(page, browser.extensionId, '.variant');
  for (const [index, { tags }] of cells.entries()) {
    const number = await numbers[index]?.boundingBox();
    const tag = tags[0]?.box;
    if (!number || tag === undefined) throw new Error('A cell has no number or no tag.');
    expect(Math.abs(tag.y - (number.y + number.height))).toBeLessThan(5);
    expect(tag.x).toBeLessThan(number.x + number.width / 2);
    expect(tag.x + tag.width).toBeGreaterThan(number.x + number.width / 2);
  }
  const tagged = await layout(page);
  await setSettings(watching, { tags: false });
  await expectNoTags(page);
  expect(await layout(page)).toEqual(tagged);
});

test('a page with ten thousand pictures gets a thousand tags at the most, and works on', async ({
  watching,
}) => {
  const page = await openPanel(watching);
  await expectTags(watching, page);
  const [first, second] = giftPanel(60).filter(({ coins }) => coins === 30 || coins === 199);
  await page.evaluate(
    (gifts) => {
      const box = document.createElement('div');
      box.style.cssText =
        'position:fixed;left:0;top:0;width:600px;height:300px;overflow:auto;display:none';
      for (let n = 0; n < 10_000; n += 1) {
        const cell = document.createElement('div');
        const gift = n < 2_000 ? gifts[n % 2] : undefined;
        const picture = document.createElement('img');
        picture.src = gift?.icon ?? 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
        const price = document.createElement('span');
        price.textContent = String(gift?.coins ?? n);
        cell.append(picture, price);
        box.append(cell);
      }
      box.className = 'flood';
      document.body.append(box);
    },
    [first, second].flatMap((gift) =>
      gift === undefined ? [] : [{ icon: gift.icon, coins: gift.coins }],
    ),
  );
  await expect(page.locator('gift-ledger-tag')).toHaveCount(1_000, { timeout: 30_000 });
  await page.locator('.flood').evaluate((box) => box.remove());
  await page.getByLabel('Quick Perfume').click();
  await expect.poll(() => watching.sim.truth({ mine: true }).length).toBe(1);
  await page.locator('.DivGiftGrid').hover();
  await page.mouse.wheel(0, 2000);
  await expectTags(watching, page);
});

for (const [name, style] of [
  ['dark', ''],
  [
    'light',
    ':root{color-scheme:light;--paper:#fff;--card:#fff;--raised:#f1f1f2;--line:#e3e3e4;--ink:#161823;--ink-2:#6a6b74;--ink-3:#8a8b91}.DivGiftPanel{background:#fffffff2!important}',
  ],
] as const) {
  test(`a picture of the panel in ${name} surroundings`, async ({ watching }) => {
    const page = await openPanel(watching);
    if (style !== '') await page.addStyleTag({ content: style });
    await expectTags(watching, page);
    await page.locator('.DivGiftGrid').hover();
    await page.mouse.wheel(0, 560);
    await drawn(page);
    await page.locator('.DivGiftCell').nth(16).hover();
    await page.screenshot({ path: `test-results/tags/${name}.png` });
    // As readable as the page's own words: the same colour.
    const colours = await page.evaluate(() => {
      const tag = document.querySelector('.DivGiftCell gift-ledger-tag');
      const title = tag?.parentElement?.querySelector('.name');
      return [tag, title].map((element) => element && getComputedStyle(element).color);
    });
    expect(colours[0]).toBe(colours[1]);
    expect(colours[0]).toMatch(/^rgb/);
  });
}
