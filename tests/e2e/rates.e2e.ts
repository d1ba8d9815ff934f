import type { Page } from '@playwright/test';
import { rateSourceHosts } from '../sim/rates.ts';
import { openPopup } from './popup-over.ts';
import { expect, test, type Watching } from './watching.ts';

/** Chromium shows `permissions.request`'s prompt outside of any page; a profile that has it granted shows none. */
test.use({ grantedHosts: [...rateSourceHosts] });

/** What 1,000 coins at $185.50 for 17,500 are in euros, at the simulated rate and at the shipped one of 2026-10-02. */
const fetched = '€8.48';
const shipped = '€9.44';

const hero = (popup: Page) => popup.locator('.hero');
const section = (dashboard: Page) => dashboard.locator('#settings-rates');
const theSwitch = (dashboard: Page) => section(dashboard).getByRole('switch');
const asked = ({ sim }: Watching) => rateSourceHosts.map((host) => sim.requestsTo(host).length);

test('exchange rates are fetched only once switched on, change costs, and stay through nonsense', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Galaxy' });
  const dashboard = await browser.openPage('dashboard.html#purchases');
  await dashboard.getByLabel('Show money in').selectOption('EUR');
  const popup = await openPopup(watching, page);
  await expect(hero(popup)).toContainText(shipped);

  await dashboard.goto(browser.url('dashboard.html#settings'));
  await expect(theSwitch(dashboard)).toHaveAttribute('aria-checked', 'false');
  await expect(section(dashboard)).toContainText(rateSourceHosts[0]);
  await expect(section(dashboard)).toContainText(rateSourceHosts[1]);
  expect(asked(watching)).toEqual([0, 0]);

  await theSwitch(dashboard).click();
  await expect(section(dashboard)).toContainText(/Last fetched .* from .*Frankfurter/);
  await expect(hero(popup)).toContainText(fetched);
  expect(asked(watching)).toEqual([1, 0]);
  const [request] = sim.requestsTo(rateSourceHosts[0]);
  expect(request?.query).toContain('from=2026-10-02');
  expect(request?.headers).not.toHaveProperty('cookie');
  expect(request?.headers).not.toHaveProperty('referer');

  // Nonsense and nothing are named, and change nothing.
  sim.rates.moods.set('api.frankfurter.dev', 'nonsense').set('cdn.jsdelivr.net', 'nothing');
  await section(dashboard).getByRole('button', { name: 'Fetch now' }).click();
  const notes = section(dashboard).locator('.note');
  await expect(notes.filter({ hasText: 'no JSON' })).toContainText('Frankfurter');
  await expect(notes.filter({ hasText: 'no connection' })).toContainText('cdn.jsdelivr.net');
  await expect(hero(popup)).toContainText(fetched);

  // Where the first fails the second is asked.
  sim.rates.moods.set('cdn.jsdelivr.net', 'well');
  await section(dashboard).getByRole('button', { name: 'Fetch now' }).click();
  await expect(section(dashboard)).toContainText(/Last fetched .* from .*exchange-api/);
  await expect(notes).toHaveCount(1);
  expect(sim.requestsTo(rateSourceHosts[0]).at(-1)?.headers).not.toHaveProperty('cookie');

  // Taken away in the browser's own settings.
  const worker = await browser.worker();
  await worker.evaluate((hosts) => {
    const origins = hosts.map((host) => `https://${host}/*`);
    return chrome.permissions.remove({ origins });
  }, rateSourceHosts);
  await expect(theSwitch(dashboard)).toHaveAttribute('aria-checked', 'false');
  await expect(hero(popup)).toContainText(fetched);
});

test('the price tags are switched off in the settings and on again in the popup', async ({
  watching,
}) => {
  const page = await watching.open();
  const dashboard = await watching.browser.openPage('dashboard.html#settings');
  const inSettings = dashboard.getByRole('switch', { name: 'Show prices beside gifts' });
  await expect(inSettings).toHaveAttribute('aria-checked', 'true');
  await inSettings.click();
  await expect(inSettings).toHaveAttribute('aria-checked', 'false');
  const popup = await openPopup(watching, page);
  const inPopup = popup.getByRole('switch', { name: 'Show prices beside gifts' });
  await expect(inPopup).toHaveAttribute('aria-checked', 'false');
  await inPopup.click();
  await expect(inSettings).toHaveAttribute('aria-checked', 'true');
});

test('what a creator gets is set in the settings, told in the popup, and undone', async ({
  watching,
}) => {
  const page = await watching.open();
  const popup = await openPopup(watching, page);
  const says = popup.locator('.converter [role=status]');
  await expect(says).toContainText('about $5.00 to $5.30');
  const dashboard = await watching.browser.openPage('dashboard.html#settings');
  await dashboard.getByRole('button', { name: 'Set your own: Coins' }).click();
  const form = dashboard.getByRole('form', { name: 'Set your own: Coins' });
  await form.getByLabel('At least').fill('6');
  await form.getByLabel('At most').fill('4');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toContainText('The least is more than the most.');
  await form.getByLabel('At least').fill('3');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(says).toContainText('about $3.00 to $4.00');
  await expect(says).toContainText('your own figure');
  await dashboard.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect(says).toContainText('about $5.00 to $5.30');
});
