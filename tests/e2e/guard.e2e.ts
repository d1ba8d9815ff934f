import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import type { Measure } from '../../utils/core/guard.ts';
import { epochMs } from '../../utils/core/time.ts';
import { hundredCoins, setBudget } from './on-budgets.ts';
import { OnGuard, setGuard } from './on-guard.ts';
import { expect, test, type Watching } from './watching.ts';

const coins = (units: number): Measure => ({ in: 'units', unit: 'tiktok:coin', units });

/** A stream with its gift panel open and what holds gifts in it. */
async function openPanel(watching: Watching, query = ''): Promise<{ page: Page; guard: OnGuard }> {
  const page = await watching.open(`${watching.sim.pageUrl()}${query}`);
  await watching.sim.waitForClients(1);
  await page.getByLabel('More gifts').click();
  return { page, guard: new OnGuard(page, watching) };
}

/** How often pages asked the site to send a gift. */
const sendings = ({ sim }: Watching) => sim.requests('/webcast/gift/send/').length;

/** What was sent, as `Rose × 2`. */
const sent = ({ sim }: Watching) =>
  sim.truth({ mine: true }).map(({ gift, count }) => `${gift?.name} × ${count}`);

/**
 * Presses what the guard is to hold. The guard comes while the page loads: it is there once the page does not hear of a
 * finger that only touches the button.
 */
async function pressUntilHeld(page: Page, guard: OnGuard, label: string): Promise<void> {
  const button = page.getByLabel(label, { exact: true });
  const isHeard = () =>
    button.evaluate((element) => {
      let heard = false;
      const done = new AbortController();
      element.addEventListener('pointerdown', () => (heard = true), { signal: done.signal });
      element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      done.abort();
      return heard;
    });
  await expect.poll(isHeard).toBe(false);
  await button.click();
  await guard.opened();
}

test('a press in the panel is held, “not now” sends nothing, “send anyway” sends one', async ({
  watching,
}) => {
  await setGuard(watching, { largest: coins(20) });
  const { page, guard } = await openPanel(watching);
  await page.getByTitle('Doughnut').click();
  expect(await guard.isOpen()).toBe(false);
  await pressUntilHeld(page, guard, 'Send Doughnut');
  expect(await guard.words()).toMatch(
    /^Doughnut costs you \$0\.32 30 coins You asked to pause before a gift above 20 coins\. Set by you in Gift Ledger Not now Send anyway \(\d\) Possible in 3 seconds$/,
  );
  // Before its time it does nothing.
  await guard.sendAnyway();
  await page.screenshot({ path: 'test-results/guard/held.png' });
  await guard.notNow();
  await guard.closed();
  expect(sendings(watching)).toBe(0);

  await page.getByLabel('Send Doughnut', { exact: true }).click();
  await guard.opened();
  await guard.ready();
  await guard.sendAnyway();
  await guard.closed();
  await expect.poll(() => sent(watching)).toEqual(['Doughnut × 1']);
  // Combos: each press is a gift, and each is judged.
  for (let n = 0; n < 3; n += 1) await page.getByLabel('Quick Rose').click();
  await page.getByLabel('Send Doughnut', { exact: true }).click();
  await guard.opened();
  await page.keyboard.press('Escape');
  await guard.closed();
  await expect.poll(() => sent(watching)).toEqual(['Doughnut × 1', 'Rose × 3']);
  expect(sendings(watching)).toBe(4);
  await watching.sim.settle();
  await watching.expectEntries(watching.sim.truth({ mine: true }));
});

test('keys: Enter and Space are held, the dialog keeps the keyboard, the page hears nothing of it', async ({
  watching,
}) => {
  await setGuard(watching, { largest: coins(20) });
  const { page, guard } = await openPanel(watching);
  const button = page.getByLabel('Send Doughnut', { exact: true });
  await pressUntilHeld(page, guard, 'Send Doughnut');
  await page.keyboard.press('Escape');
  await guard.closed();
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    for (const type of ['keydown', 'keypress', 'keyup']) {
      window.addEventListener(type, ({ type: name }) => heard.push(name), true);
    }
  });
  await button.focus();
  await page.keyboard.down('Enter');
  await guard.opened();
  // Held down, it presses nothing in the dialog.
  await page.keyboard.down('Enter');
  expect(await guard.focused()).toBe('dialog');
  await page.keyboard.up('Enter');
  await page.keyboard.press('Tab');
  expect(await guard.focused()).toBe('Not now');
  await page.keyboard.press('Shift+Tab');
  expect(await guard.focused()).toBe('Send anyway');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await guard.closed();
  await expect(button).toBeFocused();
  expect(sendings(watching)).toBe(0);

  await page.keyboard.press('Space');
  await guard.opened();
  await page.keyboard.press('Shift+Tab');
  await guard.ready();
  const heard: unknown = await page.evaluate(() => Reflect.get(window, 'heard'));
  expect(heard).toEqual([]);
  await page.keyboard.press('Enter');
  await guard.closed();
  await expect.poll(() => sent(watching)).toEqual(['Doughnut × 1']);
  expect(sendings(watching)).toBe(1);
});

test('quick sending is held in a cool-off, also in full screen and without a price beside it', async ({
  watching,
}) => {
  const morning = new Date(Date.now() + 86_400_000).setUTCHours(9, 0, 0, 0);
  await setGuard(watching, { coolOffUntil: epochMs(morning) });
  const { page, guard } = await openPanel(watching);
  await pressUntilHeld(page, guard, 'Send a rose');
  expect(await guard.words()).toContain('Rose costs you $0.01 1 coin');
  expect(await guard.words()).toContain('You paused gifts until tomorrow, 9:00 AM.');
  await guard.notNow();
  await page.locator('.DivLiveContent').evaluate((box) => box.requestFullscreen());
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.getByLabel('Quick Perfume').click();
  await guard.opened();
  expect(await guard.isOnTop()).toBe(true);
  await page.screenshot({ path: 'test-results/guard/full-screen.png' });
  await guard.ready();
  await guard.sendAnyway();
  await expect.poll(() => sent(watching)).toEqual(['Perfume × 1']);
  await page.evaluate(() => document.exitFullscreen());
  await guard.closed();
  // The cool-off is over: nothing is held.
  await setGuard(watching, { coolOffUntil: epochMs(Date.now() - 1) });
  await expect(async () => {
    // Asked before the page had heard of it: what is asked stays until it is answered.
    if (await guard.isOpen()) await guard.notNow();
    await page.getByLabel('Send a rose').click();
    expect(await guard.isOpen()).toBe(false);
  }).toPass();
  await expect.poll(() => sent(watching)).toContain('Rose × 1');
});

test('a page that takes only a person’s own press gets one; what is drawn anew is found again', async ({
  watching,
}) => {
  await setGuard(watching, { largest: coins(20) });
  const { page, guard } = await openPanel(watching, '?gifts=trusted');
  await pressUntilHeld(page, guard, 'Send Doughnut');
  await guard.ready();
  await guard.sendAnyway();
  await expect.poll(() => guard.words(), { timeout: 10_000 }).toContain('The page did not take it');
  expect(sendings(watching)).toBe(0);
  await page.getByLabel('Send Doughnut', { exact: true }).click();
  await guard.closed();
  await expect.poll(() => sent(watching)).toEqual(['Doughnut × 1']);
  // Only that one.
  await page.getByLabel('Send Doughnut', { exact: true }).click();
  await guard.opened();
  expect(sendings(watching)).toBe(1);

  await page.goto(watching.sim.pageUrl());
  await page.getByLabel('More gifts').click();
  await pressUntilHeld(page, guard, 'Send Cap');
  await page.evaluate(() => {
    const more = document.querySelector<HTMLElement>('[aria-label="More gifts"]');
    more?.click();
    more?.click();
  });
  await guard.ready();
  await guard.sendAnyway();
  await guard.closed();
  await expect.poll(() => sent(watching)).toEqual(['Doughnut × 1', 'Cap × 1']);
  expect(sendings(watching)).toBe(2);
});

test('a panel that is not recognised works as ever, and capture health says so', async ({
  watching,
}) => {
  await setGuard(watching, { largest: coins(20) });
  const { page, guard } = await openPanel(watching, '?gifts=unlike');
  await page.getByTitle('Doughnut').hover();
  await page.getByTitle('Doughnut').locator('.send').click();
  await expect.poll(() => sent(watching)).toEqual(['Doughnut × 1']);
  expect(await guard.isOpen()).toBe(false);
  const refused = async () =>
    (await watching.ledger()).pages.map(({ health }) => health.refused['guard-blind'] ?? 0);
  await expect.poll(refused).toContain(1);
  await page.getByTitle('Doughnut').locator('.send').click();
  await expect.poll(() => sent(watching)).toEqual(['Doughnut × 2']);
});

test('off, it is nowhere; on, it is at once in pages that are open; off again, it lets go', async ({
  watching,
}) => {
  const { page, guard } = await openPanel(watching);
  await page.getByLabel('Quick Perfume').click();
  await expect.poll(() => sent(watching)).toEqual(['Perfume × 1']);
  expect(await guard.isOpen()).toBe(false);
  const worker = await watching.browser.worker();
  const scripts = await worker.evaluate(
    async () => (await chrome.scripting.getRegisteredContentScripts()).length,
  );
  expect(scripts).toBe(0);

  await setGuard(watching, { largest: coins(500) });
  // Pressing a gift in the panel: what passes meanwhile is cheap.
  await expect(async () => {
    await setGuard(watching, { largest: coins(0) });
    await page.getByLabel('Send a rose').click();
    expect(await guard.isOpen()).toBe(true);
  }).toPass();
  const before = sendings(watching);
  await guard.notNow();
  await guard.closed();
  await setGuard(watching, { on: false });
  await expect(async () => {
    await page.getByLabel('Quick Cap').click();
    expect(await guard.isOpen()).toBe(false);
  }).toPass();
  await expect.poll(() => sent(watching)).toContain('Cap × 1');
  expect(sendings(watching)).toBe(before + 1);
});

test('a gift that would pass a budget is held, one that fits is not, and what was sent counts', async ({
  watching,
}) => {
  await setGuard(watching, {});
  const { page, guard } = await openPanel(watching);
  await watching.sim.sendGift({ from: 'me', gift: 'Rose', count: 61 });
  await watching.expectEntries(watching.sim.truth({ mine: true }));
  const inside = await watching.browser.openPage('manifest.json');
  await setBudget(inside, { ...hundredCoins, name: 'November' });
  await inside.close();
  await page.bringToFront();
  await pressUntilHeld(page, guard, 'Quick Cap');
  expect(await guard.words()).toContain(
    'That is 60 coins over your limit “November” of 100 coins. 39 coins of it is left.',
  );
  await guard.notNow();
  await guard.closed();
  // The second one would pass it, also before the ledger knows of the first.
  await page.getByLabel('Quick Doughnut').click();
  await page.getByLabel('Quick Doughnut').click();
  await guard.opened();
  expect(sent(watching)).toEqual(['Rose × 61', 'Doughnut × 1']);
  expect(await guard.words()).toContain('That is 21 coins over');
});

test('a combo that is held down ends when a limit is reached meanwhile', async ({ watching }) => {
  await setGuard(watching, { largest: coins(0) });
  const { page, guard } = await openPanel(watching);
  await pressUntilHeld(page, guard, 'Send Rose');
  await guard.notNow();
  await guard.closed();
  await setGuard(watching, { largest: coins(20) });
  const rose = page.getByLabel('Send Rose', { exact: true });
  await expect(async () => {
    if (await guard.isOpen()) await guard.notNow();
    await rose.click();
    expect(await guard.isOpen()).toBe(false);
  }).toPass();
  await rose.hover();
  await page.mouse.down();
  await expect.poll(() => sendings(watching)).toBeGreaterThan(3);
  await setGuard(watching, { coolOffUntil: epochMs(Date.now() + 3_600_000) });
  await guard.opened();
  const before = sendings(watching);
  // For as long as the gift waits, with the button still down; what was under way may arrive.
  await guard.ready();
  const ended = sendings(watching);
  expect(ended - before).toBeLessThan(3);
  await page.mouse.up();
  await guard.notNow();
  await guard.closed();
  expect(sendings(watching)).toBe(ended);
});

test('while it is on, the page’s own checks find nothing', async ({ watching }) => {
  await setGuard(watching, { largest: coins(20) });
  const page = await watching.open(`${watching.sim.pageUrl()}?check=1`);
  await page.waitForFunction(() => Reflect.get(window, '__selfCheckDone') === true);
  const checks = z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() }));
  const results = z.parse(checks, await page.evaluate(() => Reflect.get(window, '__selfCheck')));
  expect(results.length).toBeGreaterThan(80);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
});
