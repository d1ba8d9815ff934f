import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import {
  type CreatorAlertSettings,
  freshCreatorAlerts,
} from '../../utils/core/creator-alert-settings.ts';
import type { Goal, GoalId } from '../../utils/core/goal.ts';
import { units } from '../../utils/core/units.ts';
import { operateIn } from './on-budgets.ts';
import { OnOverlay } from './on-overlay.ts';
import { coinsOf, expect, test, type Watching } from './watching.ts';

const room = 'kai.watches';

/** Forty coins that come in during the stream. */
const fortyCoins: Goal = {
  id: 'g1' as GoalId,
  name: 'Dance',
  period: { type: 'stream' },
  wanted: { of: 'units', unit: 'tiktok:coin', units: units(40) },
};

/** Chooses, past the extension's own screens, what a creator is told of. */
const choose = (inside: Page, chosen: CreatorAlertSettings) =>
  inside.evaluate(async (creatorAlerts) => {
    const { settings } = await chrome.storage.local.get('settings');
    const rest = { price: null, zone: 'UTC', overlays: {} };
    await chrome.storage.local.set({ settings: { ...rest, ...Object(settings), creatorAlerts } });
  }, chosen);

/** A stream of the user's own that is open, and a page of the extension. */
async function goLive(watching: Watching): Promise<{ live: Page; inside: Page }> {
  const live = await watching.open(watching.sim.pageUrl(room));
  await watching.sim.waitForClients(1, { room });
  return { live, inside: await watching.browser.openPage('manifest.json') };
}

/** Alerts by what they are about and what became of them. */
const told = async ({ ledger }: Watching) =>
  (await ledger()).creatorAlerts.map(({ alert, state }) => `${alert.kind} ${state}`).sort();

test('live: the desk shows what comes in; a streak and a goal are told once though workers die', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const { live, inside } = await goLive(watching);
  await choose(inside, {
    ...freshCreatorAlerts,
    bigGift: { on: true, least: { units: { 'tiktok:coin': units(10) }, money: null } },
    notifications: true,
  });
  await operateIn(inside, { type: 'goal-set', goal: fortyCoins });
  // The overlay has it before anything comes in, and follows when it is changed.
  const overlay = new OnOverlay(live, browser);
  await expect.poll(() => overlay.shape()).toBe('pill');
  await overlay.click('.pill-main');
  await expect.poll(() => overlay.words('.budget-row')).toBe('Dance 0 of 40 coins');
  await operateIn(inside, { type: 'goal-set', goal: { ...fortyCoins, name: 'Song' } });
  await expect.poll(() => overlay.words('.budget-row')).toBe('Song 0 of 40 coins');
  await operateIn(inside, { type: 'goal-set', goal: fortyCoins });
  const desk = await browser.openPage('sidepanel.html');
  const streak = await sim.streak({ from: 'pixel.otter', gift: 'Rose', room });
  await streak.tick(9);
  await expect(desk.locator('.hero')).toContainText('9 coins');
  await expect(desk.locator('.goals')).toContainText('9 of 40 coins');
  expect(await told(watching)).toEqual([]);
  await streak.tick(3);
  const alerts = desk.locator('.desk-alerts li');
  await expect(alerts).toHaveText([/Big gift: .*Rose.* × 12/]);
  for (const more of [8, 25]) {
    await browser.killWorker();
    await streak.tick(more);
    await watching.expectEntries(sim.truth({ room }));
  }
  await browser.killWorker();
  await streak.end();
  // What a worker did not live to do, the next one does.
  await browser.worker();
  await expect.poll(() => told(watching)).toEqual(['big-gift told', 'goal told']);
  await expect(desk.locator('.goals')).toContainText('45 of 40 coins, reached');
  await expect(alerts).toHaveText([/Goal reached: .*Dance/, /Big gift: .*Rose.* × 45/]);
  const notifications = () =>
    inside.evaluate(async () =>
      Object.keys(
        await new Promise<object>((resolve) => chrome.notifications.getAll(resolve)),
      ).filter((id) => id.startsWith('creator ')),
    );
  // The browser takes notifications away after some seconds: of both only the later one is sure to be there.
  expect(await notifications()).toContainEqual(expect.stringContaining('creator goal '));

  await expect.poll(() => overlay.words('.budget-row')).toBe('Dance 45 of 40 coins, reached');
  await expect.poll(() => overlay.words('.alert')).toContain('Goal reached');

  await desk.getByRole('checkbox', { name: /^Thanked: .*@pixel.otter/ }).click();
  await expect
    .poll(async () => (await watching.ledger()).operations.map(({ type }) => type))
    .toContain('person-thanked');
  await desk.getByLabel('Only those not thanked yet').check();
  await expect(desk.locator('.thanks')).toContainText('Nobody to thank');
  await sim.sendGift({ from: 'pixel.otter', gift: 'Rose', room });
  await expect(desk.locator('.thanks')).toContainText('1 gift since you thanked');
  expect(await told(watching)).toEqual(['big-gift told', 'goal told']);
});

test('the pop-out shows what comes in on green, and looks as the user chooses', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  await goLive(watching);
  await sim.sendGift({ from: 'pixel.otter', gift: 'Perfume', room });
  const desk = await browser.openPage('sidepanel.html');
  await desk.getByText('Pop-out for your streaming program').click();
  const opened = browser.context.waitForEvent('page');
  await desk.getByRole('button', { name: 'Open the pop-out' }).click();
  const popout = await opened;
  await expect(popout).toHaveTitle('Gift Ledger pop-out');
  await expect(popout.locator('.popout')).toContainText('20 coins');
  expect(await cornerOf(popout)).toEqual([0, 255, 0]);
  await desk.getByLabel('Background').selectOption('magenta');
  await desk.getByLabel('Top gifters').check();
  await expect(popout.locator('.popout')).toContainText('Top gifters');
  expect(await cornerOf(popout)).toEqual([255, 0, 255]);
  await sim.play('own-stream');
  const coins = coinsOf(sim.truth({ room }).filter(({ kind }) => kind === 'gift'));
  await expect(popout.locator('.popout')).toContainText(`${coins.toLocaleString('en-US')} coins`);
});

/** The colour of the window's first pixel, as a streaming program captures it. */
async function cornerOf(page: Page): Promise<readonly number[]> {
  const image = await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
  const parts: Buffer[] = [];
  for (let at = 8; at < image.length; at += 12 + image.readUInt32BE(at)) {
    const length = image.readUInt32BE(at);
    if (image.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(image.subarray(at + 8, at + 8 + length));
    }
  }
  // One filter byte, then red, green and blue.
  return [...inflateSync(Buffer.concat(parts)).subarray(1, 4)];
}
