import type { Page } from '@playwright/test';
import { popoutPixels } from '../../utils/core/desk-settings.ts';
import { expectAccessible } from './accessible.ts';
import { deskExamples, popoutExamples } from './desk-examples.ts';
import { expect, test } from './on-stage.ts';
import { picture } from './picture.ts';

/** How far anything sticks out of the window sideways, in px. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const boxes = [
      ...document.querySelectorAll(
        '.rows, .rows li, .rows b, .desk-alerts li, .card, .widget, .button',
      ),
    ];
    const out = boxes.filter((box) => box.scrollWidth > box.clientWidth + 1);
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    return [wide, ...out.map((box) => `${box.className}: ${box.scrollWidth}`)];
  });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`desk ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const name of Object.keys(deskExamples)) {
      test(name, async ({ page }) => {
        await page.goto(`/?desk=${name}`);
        await page.locator('.desk').waitFor();
        await page.locator('summary').click();
        for (const width of [240, 320, 380, 900]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await overflow(page), `at ${width} px`).toEqual([0]);
          await picture(page, `desk-${name}-${colorScheme}-${width}`, { fullPage: true });
        }
        await expectAccessible(page);
      });
    }
  });
}

test.describe('popout', () => {
  for (const [name, { popout }] of Object.entries(popoutExamples)) {
    test(name, async ({ page }) => {
      await page.setViewportSize(popoutPixels[popout.size]);
      await page.goto(`/?popout=${name}`);
      await page.locator('.popout').waitFor();
      await picture(page, `popout-${name}`);
      expect(await overflow(page)).toEqual([0]);
      await expectAccessible(page);
    });
  }
});
