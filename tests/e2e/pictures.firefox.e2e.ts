/** Pictures of the popup and of a stream with the overlay in Firefox, in light and dark, for a person to look at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder } from '../tools/root.ts';
import { expect, test } from './watching-firefox.ts';

// The runner empties it at the start of a run.
const folder = join(resultsFolder, 'firefox');

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ scheme });

    test(`pictures, ${scheme}`, async ({ watching }) => {
      const { sim } = watching;
      mkdirSync(folder, { recursive: true });
      const tab = await watching.open();
      await sim.waitForClients(1);
      await sim.chat(12);
      await sim.sendGift({ from: 'me', gift: 'Galaxy' });
      await sim.sendGift({ from: 'me', gift: 'Rose', count: 12 });
      await sim.sendGift({ from: 'pixel.otter', gift: 'Doughnut' });
      await expect.poll(() => watching.overlay(tab)).toContain('$10.73');
      await tab.page.screenshot({ path: join(folder, `page-${scheme}.png`) });
      const popup = await watching.popup(tab);
      await popup.setViewport({ width: 380, height: 600 });
      await expect.poll(() => popup.evaluate(() => document.body.innerText)).toContain('1,012');
      await popup.screenshot({ path: join(folder, `popup-${scheme}.png`), fullPage: true });
    });
  });
}
