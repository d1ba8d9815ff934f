/** Pictures in Firefox, in light and dark, for a person to look at: a stream with the overlay, popup, dashboard, side bar. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder } from '../tools/root.ts';
import { OnFirefox, wordsInside } from './on-firefox.ts';
import { expect, test } from './watching-firefox.ts';

// The runner empties it at the start of a run.
const folder = join(resultsFolder, 'firefox');

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ scheme });

    test(`pictures, ${scheme}`, async ({ watching }) => {
      const { sim, firefox } = watching;
      mkdirSync(folder, { recursive: true });
      const pathOf = (name: string) => join(folder, `${name}-${scheme}.png`);
      const tab = await watching.open();
      await sim.waitForClients(1);
      await sim.chat(12);
      await sim.sendGift({ from: 'me', gift: 'Galaxy' });
      await sim.sendGift({ from: 'me', gift: 'Rose', count: 12 });
      await sim.sendGift({ from: 'pixel.otter', gift: 'Doughnut' });
      await expect.poll(() => watching.overlay(tab)).toContain('$10.73');
      await tab.page.screenshot({ path: pathOf('page') });
      const popup = new OnFirefox(await watching.popup(tab));
      await popup.page.setViewport({ width: 380, height: 600 });
      await expect.poll(() => popup.words('body')).toContain('1,012');
      await popup.page.screenshot({ path: pathOf('popup'), fullPage: true });

      const dashboard = new OnFirefox(await firefox.openPage('dashboard.html#overview'));
      await dashboard.page.setViewport({ width: 1280, height: 900 });
      for (const [screen, shows] of [
        ['overview', '$10.73'],
        ['ledger', '2 entries'],
        ['budgets', 'Set a budget'],
        ['data', 'Make a backup'],
        ['settings', 'Watch Kick too'],
      ] as const) {
        await dashboard.goTo(`#${screen}`);
        await expect.poll(() => dashboard.words()).toContain(shows);
        await dashboard.page.screenshot({ path: pathOf(screen) });
      }
      await watching.open(sim.pageUrl('kai.watches'));
      await sim.waitForClients(1, { room: 'kai.watches' });
      await sim.sendGift({ from: 'lumi_x', gift: 'Galaxy', room: 'kai.watches' });
      await sim.sendGift({ from: 'pixel.otter', gift: 'Rose', count: 12, room: 'kai.watches' });
      await popup.press('I receive');
      await popup.press('Open the live desk');
      await expect
        .poll(() => wordsInside(watching.inside, '/sidepanel.html'))
        .toContain('1,012 coins');
      writeFileSync(pathOf('window'), await firefox.windowPicture());
    });
  });
}
