/** What a creator has beside the page, in real Firefox: the desk in its side bar, the pop-out, and the dashboard's pages. */
import { readFile } from 'node:fs/promises';
import { clickInside, OnFirefox, wordsInside } from './on-firefox.ts';
import { coinsOf } from './watching.ts';
import { expect, test } from './watching-firefox.ts';

const room = 'kai.watches';

test('the desk in the side bar, its pop-out, an alert; streams, supporters, payouts, goals and reports', async ({
  watching,
}) => {
  const { sim, firefox, inside } = watching;
  const tab = await watching.open(sim.pageUrl(room));
  await sim.waitForClients(1, { room });
  await sim.play('own-stream');
  const received = sim.truth({ room });
  await watching.expectEntries(received);
  const coins = coinsOf(received);
  const said = (count: number) => `${count.toLocaleString('en-US')} coins`;

  const popup = new OnFirefox(await watching.popup(tab));
  await popup.press('Open the live desk');
  const desk = () => wordsInside(inside, '/sidepanel.html');
  await expect.poll(desk).toContain(said(coins));
  const sideBars = () =>
    inside.evaluate(() => {
      // Chromium's types know of no side bar.
      const kind: object = { type: 'sidebar' };
      return chrome.extension.getViews(kind).map(({ location }) => location.pathname);
    });
  expect(await sideBars()).toEqual(['/sidepanel.html']);
  await expect.poll(desk).toContain('Big gift: Galaxy');
  await expect.poll(() => watching.overlay(tab)).toContain('Big gift: Galaxy');

  // A goal is set on the dashboard, and reached while the desk is open.
  const dashboard = new OnFirefox(await firefox.openPage('dashboard.html#goals'));
  await dashboard.press('Make a goal');
  await dashboard.fill('#goal-amount', String(coins + 20));
  await dashboard.click('form [type=submit]');
  await expect.poll(desk).toContain(`${coins.toLocaleString('en-US')} of ${said(coins + 20)}`);
  await sim.sendGift({ from: 'pixel.otter', gift: 'Perfume', room });
  const all = coins + 20;
  await expect.poll(desk).toContain('Goal reached');
  await expect.poll(desk).toContain(said(all));

  await clickInside(inside, '/sidepanel.html', '.popout-options .button');
  await expect.poll(() => wordsInside(inside, '/popout.html')).toContain(said(all));
  const windows = () =>
    inside.evaluate(async () =>
      (await chrome.windows.getAll({ populate: true })).flatMap(({ type, tabs = [] }) =>
        tabs.flatMap(({ url }) => (url?.endsWith('/popout.html') ? [type] : [])),
      ),
    );
  expect(await windows()).toEqual(['popup']);

  await dashboard.goTo('#streams');
  await expect.poll(() => dashboard.words('.stream-row')).toContain(said(all));
  await dashboard.click('.stream-row a');
  await expect.poll(() => dashboard.words()).toContain('Gifters 3 3 new');
  await dashboard.goTo('#supporters?period=always');
  await expect.poll(() => dashboard.words('.supporter')).toContain('@lumi_x');
  await dashboard.click('.supporter');
  await expect.poll(() => dashboard.words()).toContain('first time');

  await dashboard.goTo('#payouts');
  await dashboard.press('Record a payout');
  await dashboard.fill('#payout-price', '5.75');
  await dashboard.fill('#payout-units', String(all));
  await dashboard.click('form [type=submit]');
  await expect.poll(() => dashboard.words('[data-payout]')).toContain(said(all));
  await expect.poll(() => dashboard.words('[data-unit]')).toContain('by your own payouts');
  await expect.poll(desk).toContain('Came in, worth about $5.75');

  await dashboard.goTo('#reports');
  await expect.poll(() => dashboard.words('.statement')).toContain(said(all));
  await dashboard.press('As CSV');
  const table = await readFile(await watching.saved('.csv'), 'utf8');
  expect(table).toContain(`,tiktok,,,tiktok:coin,${all},`);
  expect(table).toContain(',5.75,0.00,0.00,USD,');
});
