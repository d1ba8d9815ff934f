/** The guard in real Firefox: a gift is held by mouse and key, and sent once when that is confirmed. */
import type { Page } from 'puppeteer-core';
import type { GuardSettings } from '../../utils/core/guard.ts';
import { operateIn } from './on-budgets.ts';
import { expect, test } from './watching-firefox.ts';

const guard: GuardSettings = {
  on: true,
  largest: { in: 'units', unit: 'tiktok:coin', units: 20 },
  waitSeconds: 3,
  coolOffUntil: null,
  budgets: 'all',
};

/** The dialog's words; empty where none is open. Runs in a page of the extension: its root is closed. */
async function readDialog(tabId: number): Promise<string> {
  const [injected] = await chrome.scripting.executeScript({
    target: { tabId },
    func: () => {
      const host = document.querySelector('gift-ledger-guard');
      const root: unknown = host === null ? null : Reflect.get(host, 'openOrClosedShadowRoot');
      const dialog = root instanceof ShadowRoot ? root.querySelector<HTMLElement>('.guard') : null;
      return dialog?.innerText ?? '';
    },
  });
  return String(injected?.result ?? '');
}

/** Whether the page hears of a finger that only touches a button. */
const isHeard = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    let heard = false;
    const done = new AbortController();
    const button = document.querySelector(wanted);
    button?.addEventListener('pointerdown', () => (heard = true), { signal: done.signal });
    button?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    done.abort();
    return heard;
  }, selector);

test('a gift is held by mouse and by key; “not now” sends none, “send anyway” one', async ({
  watching,
}) => {
  const { sim, inside } = watching;
  await operateIn(inside, { type: 'guard-set', guard });
  const registered = () =>
    inside.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  await expect.poll(registered).toBe(1);

  const { page, id } = await watching.open();
  await sim.waitForClients(1);
  await page.bringToFront();
  const doughnut = '[aria-label="Quick Doughnut"]';
  const button = await page.waitForSelector(doughnut);
  await expect.poll(() => isHeard(page, doughnut)).toBe(false);
  const dialog = () => inside.evaluate(readDialog, id);
  const sendings = () => sim.requests('/webcast/gift/send/').length;

  await button?.click();
  await expect.poll(dialog).toContain('Doughnut costs you $0.32');
  await page.keyboard.press('Escape');
  await expect.poll(dialog).toBe('');
  await button?.focus();
  await page.keyboard.press(' ');
  await expect.poll(dialog).toContain('You asked to pause before a gift above 20 coins.');
  expect(sendings()).toBe(0);

  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  await expect.poll(dialog).toContain('You can send it now.');
  await page.keyboard.press('Enter');
  await expect.poll(dialog).toBe('');
  await expect
    .poll(() => sim.truth({ mine: true }).map(({ gift, count }) => `${gift?.name} × ${count}`))
    .toEqual(['Doughnut × 1']);
  expect(sendings()).toBe(1);
});
