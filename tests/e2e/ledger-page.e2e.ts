import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AccountId, GiftId } from '../../utils/core/ids.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { storedEntry } from '../storage/stored-entries.ts';
import { fillLedger } from './fill-ledger.ts';
import { cost } from './listed.ts';
import { OnOverlay } from './on-overlay.ts';
import { openPopup } from './popup-over.ts';
import { expect, test } from './watching.ts';

const MANY = 20_000;
const EVERY = 20 * 60_000;

/** Entries of the last nine months: each twentieth to another creator and of another gift. */
function manyEntries(until: number) {
  return Array.from({ length: MANY }, (_, n) => {
    const rare = n % 20 === 7;
    return storedEntry(n, {
      at: epochMs(until - n * EVERY),
      recipient: { id: (rare ? '77' : '99') as AccountId, handle: '', name: '' },
      gift: { id: (rare ? '6064' : '5655') as GiftId, name: '', icon: '' },
      unitPrice: units(2),
      count: 1,
    });
  });
}

const list = (dashboard: Page) => dashboard.getByRole('list', { name: 'Payments, newest first' });
const rows = (dashboard: Page) => list(dashboard).locator('li a');
const sums = (dashboard: Page) => dashboard.getByRole('region', { name: 'Sums of these entries' });

test('the ledger page goes through 20,000 entries, filters them, and adds up what it shows', async ({
  watching,
}) => {
  const { browser } = watching;
  const inside = await browser.openPage('dashboard.html#safety');
  await inside.locator('h2').waitFor();
  await fillLedger(inside, manyEntries(Date.now() - 60_000));
  const dashboard = await browser.openPage('dashboard.html#ledger');
  await dashboard.setViewportSize({ width: 1280, height: 900 });
  await expect(sums(dashboard)).toContainText('20,000 entries');
  await expect(sums(dashboard)).toContainText('40,000 coins');
  await expect(rows(dashboard).first()).toBeVisible();
  expect(await rows(dashboard).count()).toBeLessThan(60);

  // By keys to the very end and back.
  await rows(dashboard).first().focus();
  await dashboard.keyboard.press('End');
  const last = list(dashboard).locator(`li[aria-posinset="${MANY}"] a`);
  await expect(last).toBeFocused();
  await expect(last).toContainText('coins');
  await dashboard.keyboard.press('Home');
  await expect(list(dashboard).locator('li[aria-posinset="1"] a')).toBeFocused();
  // By the wheel and the bar.
  await dashboard.locator('.long-list').evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
  await expect(list(dashboard).locator('li[aria-posinset="10000"] a')).toBeVisible();
  expect(await rows(dashboard).count()).toBeLessThan(60);

  // A filter that day totals answer, one that an index does, and one that has to be looked for.
  await dashboard.goto(browser.url('dashboard.html#ledger?creator=tiktok:77'));
  await expect(sums(dashboard)).toContainText('1,000 entries');
  await expect(sums(dashboard)).toContainText('2,000 coins');
  await dashboard.goto(browser.url('dashboard.html#ledger?gift=tiktok:6064'));
  await expect(sums(dashboard)).toContainText('1,000 entries');
  const saving = dashboard.waitForEvent('download');
  await dashboard.getByRole('button', { name: 'Export CSV' }).click();
  const saved = readFileSync(await (await saving).path(), 'utf8').trim();
  expect(saved.split(/\r?\n/)).toHaveLength(1_001);
  await dashboard.getByRole('button', { name: 'Show everything' }).click();
  await expect(sums(dashboard)).toContainText('20,000 entries');
  await dashboard.getByLabel('Price known by').selectOption('unknown');
  await expect(sums(dashboard)).toContainText('20,000 entries');
  await expect(sums(dashboard)).not.toContainText('counting');
  await dashboard.getByLabel('State').selectOption('Still counting');
  await expect(dashboard.locator('main')).toContainText('No payment fits all of this.');
  await dashboard.goBack();
  await expect(sums(dashboard)).toContainText('20,000 entries');
});

test('every figure leads to its entries; a story tells how one was counted and can be corrected', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Perfume' });
  const popup = await openPopup(watching, page);
  await expect(popup.locator('.hero')).toContainText(cost(20));
  const opening = browser.context.waitForEvent('page');
  await popup.locator('.hero .to-ledger').click();
  const dashboard = await opening;
  await expect(sums(dashboard)).toContainText('1 entry');
  await expect(sums(dashboard)).toContainText(cost(20));

  const overlay = new OnOverlay(page, browser);
  await expect.poll(() => overlay.words()).toContain(cost(20));
  await page.bringToFront();
  await overlay.click('.pill-main');
  await expect.poll(() => overlay.shape()).toBe('card');
  const opened = browser.context.waitForEvent('page');
  await overlay.click('.total .to-ledger');
  const fromOverlay = await opened;
  await expect(sums(fromOverlay)).toContainText(cost(20));
  expect(fromOverlay.url()).toContain('#ledger?direction=sent&from=');
  await fromOverlay.close();
  await rows(dashboard).first().click();
  const story = dashboard.locator('.story');
  await expect(story).toContainText('Each is 20 coins, as the message said.');
  await expect(story).toContainText('The listed price:');

  await story.getByRole('button', { name: 'Change amount' }).click();
  await story.getByLabel('Amount in all').fill('1.5');
  await story.getByRole('button', { name: 'Save' }).click();
  await expect(story).toContainText('Only whole numbers');
  await story.getByLabel('Amount in all').fill('1000');
  await story.getByRole('button', { name: 'Save' }).click();
  await expect(sums(dashboard)).toContainText(cost(1000));
  await expect(popup.locator('.hero')).toContainText(cost(1000));
  await dashboard.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect(sums(dashboard)).toContainText(cost(20));
  await story.getByRole('button', { name: 'Make void' }).click();
  await expect(rows(dashboard).first()).toContainText('does not count');
  await expect(popup.locator('.hero')).toContainText('Nothing sent');
  await story.getByRole('button', { name: 'Count it again' }).click();
  await expect(popup.locator('.hero')).toContainText(cost(20));

  await dashboard.goto(browser.url('dashboard.html#overview'));
  await expect(dashboard.locator('.total .figure')).toContainText(cost(20));
  await dashboard.locator('.total .figure').click();
  await expect(sums(dashboard)).toContainText('1 entry');
});
