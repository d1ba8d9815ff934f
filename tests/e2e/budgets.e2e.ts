import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AlertSettings } from '../../utils/core/budget-views.ts';
import { startSim } from '../sim/server.ts';
import { builds } from '../tools/root.ts';
import { launchChromium } from './browser/chromium.ts';
import { readLedger } from './ledger.ts';
import {
  alerts,
  expectAlerts,
  holds,
  hundredCoins,
  notifications,
  setBudget,
} from './on-budgets.ts';
import { OnOverlay } from './on-overlay.ts';
import { openPopup, tabIdOf } from './popup-over.ts';
import { expect, test, type Watching } from './watching.ts';

const mine = ({ sim }: Watching) => sim.truth({ mine: true });

/** Sends so many roses, one coin each, and waits until they are in the ledger. */
async function roses(watching: Watching, count: number): Promise<void> {
  await watching.sim.sendGift({ from: 'me', gift: 'Rose', count });
  await watching.expectEntries(mine(watching));
}

/** A stream on which 79 of a hundred coins are spent, and a page of the extension. */
async function nearlyThere(watching: Watching): Promise<{ inside: Page; live: Page }> {
  const live = await watching.open();
  await watching.sim.waitForClients(1);
  await roses(watching, 79);
  const inside = await watching.browser.openPage('manifest.json');
  await setBudget(inside, hundredCoins);
  await expect.poll(() => holds(watching)).toEqual([hundredCoins.limit]);
  expect(await alerts(watching)).toEqual([]);
  return { inside, live };
}

/** Chooses, past the extension's own screens, what holds of alerts. */
const choose = (inside: Page, chosen: Partial<AlertSettings>) =>
  inside.evaluate(async (changed) => {
    const { settings } = await chrome.storage.local.get('settings');
    const rest = { notifications: true, quietHours: null, quietUntil: null, badge: 'stream' };
    const price = { price: null, zone: 'UTC', overlays: {} };
    await chrome.storage.local.set({
      settings: { ...price, ...Object(settings), alerts: { ...rest, ...changed } },
    });
  }, chosen);

test('one notification at 80 %, none at the next gift, one at 100 %; the badge agrees', async ({
  watching,
}) => {
  const { inside, live } = await nearlyThere(watching);
  const tab = await tabIdOf(watching, live);
  const badge = () => inside.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
  await choose(inside, { badge: 'budget' });
  await expect.poll(badge).toBe('79%');
  await roses(watching, 1);
  await expectAlerts(watching, inside, ['share-80'], 'share-80');
  await expect.poll(badge).toBe('80%');
  await roses(watching, 5);
  await expect.poll(badge).toBe('85%');
  await expectAlerts(watching, inside, ['share-80']);
  await roses(watching, 15);
  await expect.poll(badge).toBe('100%');
  await expectAlerts(watching, inside, ['share-80', 'share-100'], 'share-100');
  await roses(watching, 50);
  await expect.poll(badge).toBe('150%');
  await expectAlerts(watching, inside, ['share-80', 'share-100']);
});

test('the same with the worker killed between, and in two tabs', async ({ watching }) => {
  const { inside } = await nearlyThere(watching);
  await watching.open();
  await watching.sim.waitForClients(2);
  await watching.browser.killWorker();
  await roses(watching, 1);
  await expectAlerts(watching, inside, ['share-80'], 'share-80');
  for (const count of [2, 3]) {
    await watching.browser.killWorker();
    await roses(watching, count);
  }
  await expectAlerts(watching, inside, ['share-80']);
  await watching.browser.killWorker();
  await roses(watching, 15);
  await watching.browser.killWorker();
  // What a worker had on disk and no time to announce, the next one announces.
  await watching.browser.worker();
  await expectAlerts(watching, inside, ['share-80', 'share-100'], 'share-100');
});

test('alerts wait while it is quiet, and are told on the page where notifications are off', async ({
  watching,
}) => {
  const { inside, live } = await nearlyThere(watching);
  await setBudget(inside, {
    ...hundredCoins,
    alerts: { ...hundredCoins.alerts, thresholds: [80, 90, 95] },
  });
  await roses(watching, 1);
  await expectAlerts(watching, inside, ['share-80'], 'share-80');
  // "Quiet until tomorrow" on the notification.
  const worker = await watching.browser.worker();
  await worker.evaluate(async () => {
    const shown = await new Promise<object>((resolve) => chrome.notifications.getAll(resolve));
    const { onButtonClicked } = chrome.notifications;
    // Not in the types, since only browsers call it.
    const { dispatch } = onButtonClicked as unknown as {
      dispatch(id: string, button: number): void;
    };
    dispatch.call(onButtonClicked, Object.keys(shown)[0] ?? '', 1);
  });
  await expect.poll(() => notifications(inside)).toEqual([]);
  await roses(watching, 10);
  await expect.poll(() => alerts(watching)).toEqual(['share-80 told', 'share-90 waiting']);
  expect(await notifications(inside)).toEqual([]);
  await choose(inside, {});
  await expect.poll(() => notifications(inside)).toEqual(['share-90']);
  await choose(inside, { notifications: false });
  await roses(watching, 5);
  const toasts = async () =>
    (await watching.ledger()).alerts.filter(({ toast }) => toast).map(({ about }) => about);
  await expect.poll(toasts).toEqual(['share-95']);
  const overlay = new OnOverlay(live, watching.browser);
  await expect.poll(() => overlay.words('.alert')).toContain('95% used');
  await overlay.click('.alert button');
  await expect.poll(() => overlay.words('.alert')).toBe('');
  expect(await notifications(inside)).toEqual(['share-90']);
});

test('a locked budget is lowered at once and raised neither by a restart nor by a clock', async ({
  watching,
}) => {
  const { inside } = await nearlyThere(watching);
  const limit = (units: number) => ({ ...hundredCoins.limit, units }) as typeof hundredCoins.limit;
  const locked = { ...hundredCoins, lock: { delayMs: 86_400_000 } };
  await setBudget(inside, locked);
  await setBudget(inside, { ...locked, limit: limit(99) });
  await expect.poll(() => holds(watching)).toEqual([limit(99)]);
  await setBudget(inside, { ...locked, limit: limit(500) });
  const waits = async () =>
    (await watching.ledger()).standings.map(({ standing }) => standing.pending !== null);
  await expect.poll(waits).toEqual([true]);
  // Two days later by the device's clock, as a worker that begins then sees it.
  await inside.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('gift-ledger'));
    const facts = database.transaction('facts', 'readwrite').objectStore('facts');
    const { value } = await done(facts.get('trusted-time'));
    const time = JSON.parse(value);
    await done(
      facts.put({
        id: 'trusted-time',
        value: JSON.stringify({ ...time, wall: time.wall - 2 * 86_400_000 }),
      }),
    );
    database.close();
  });
  await watching.browser.killWorker();
  await roses(watching, 1);
  await expectAlerts(watching, inside, ['share-80'], 'share-80');
  // Once another budget holds, what waits was looked at again since.
  await setBudget(inside, {
    ...hundredCoins,
    id: 'b2' as typeof hundredCoins.id,
    limit: limit(1000),
  });
  await expect.poll(() => holds(watching)).toEqual([limit(99), limit(1000)]);
});

test('after a restart of the browser nothing is announced again, and the next threshold is', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'gift-ledger-budgets-'));
  const sim = await startSim({ speed: 4 });
  const launch = () =>
    launchChromium({
      extensionPath: builds.chrome,
      simPort: sim.port,
      userDataDir: profile,
      context: { locale: 'en-US', timezoneId: 'UTC' },
    });
  let browser = await launch();
  try {
    const watch = async () => {
      const inside = await browser.openPage('manifest.json');
      const live = await browser.context.newPage();
      await live.goto(sim.pageUrl());
      await sim.waitForClients(1);
      const states = async () =>
        (await readLedger(inside)).alerts.map(({ about, state }) => `${about} ${state}`).sort();
      return { inside, states };
    };
    const before = await watch();
    await sim.sendGift({ from: 'me', gift: 'Rose', count: 79 });
    await expect
      .poll(async () => (await readLedger(before.inside)).entries.map(({ count }) => count))
      .toEqual([79]);
    await setBudget(before.inside, hundredCoins);
    await expect.poll(async () => (await readLedger(before.inside)).standings.length).toBe(1);
    await sim.sendGift({ from: 'me', gift: 'Rose', count: 1 });
    await expect.poll(before.states).toEqual(['share-80 told']);
    await browser.close();
    browser = await launch();
    const after = await watch();
    await sim.sendGift({ from: 'me', gift: 'Rose', count: 2 });
    await expect.poll(async () => (await readLedger(after.inside)).entries.length).toBe(3);
    expect(await after.states()).toEqual(['share-80 told']);
    await sim.sendGift({ from: 'me', gift: 'Rose', count: 18 });
    await expect.poll(after.states).toEqual(['share-100 told', 'share-80 told']);
    await expect.poll(() => notifications(after.inside)).toContain('share-100');
  } finally {
    await browser.close();
    await sim.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a budget is made in the popup; popup, overlay and dashboard agree on it, and it can be taken back', async ({
  watching,
}) => {
  const live = await watching.open();
  await watching.sim.waitForClients(1);
  await watching.sim.sendGift({ from: 'me', gift: 'Perfume' });
  const popup = await openPopup(watching, live);
  await popup.getByRole('button', { name: 'Set a budget' }).click();
  await popup.getByLabel('At most').fill('0.50');
  await popup.getByRole('button', { name: 'Save budget' }).click();
  // 20 coins of 0.0106 dollars are 0.212 dollars.
  await expect(popup.locator('.hero')).toContainText('42%, $0.29 left');
  const overlay = new OnOverlay(live, watching.browser);
  await expect.poll(() => overlay.words()).toContain('42% of budget');
  const dashboard = await watching.browser.openPage('dashboard.html#budgets');
  const card = dashboard.getByRole('article', { name: 'Everything, each month' });
  await expect(card).toContainText('42%, $0.29 left');
  await card.getByRole('button', { name: /^Change/ }).click();
  const form = dashboard.getByRole('form', { name: 'Change budget' });
  await expect(form.getByLabel('At most')).toHaveValue('0.50');
  await form.getByLabel('At most').fill('0.20');
  await form.getByRole('button', { name: 'Save budget' }).click();
  await expect(card).toContainText('106%, $0.01 over');
  await expect(popup.locator('.hero')).toContainText('106%, $0.01 over');
  await expect.poll(() => overlay.words()).toContain('106% of budget');
  await card.getByRole('button', { name: /^Remove/ }).click();
  await expect(dashboard.locator('.budget')).toHaveCount(0);
  const toast = dashboard.locator('.toast');
  await expect(toast).toContainText('Budget removed');
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(card).toContainText('106%, $0.01 over');
});
