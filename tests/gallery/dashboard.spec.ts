import type { Page } from '@playwright/test';
import { expectAccessible, isLookedAt } from './accessible.ts';
import { dashboardExamples } from './dashboard-examples.ts';
import { expect, test } from './on-stage.ts';
import { picture } from './picture.ts';

/** What A4 leaves between margins of 16 mm, in px. */
const PAPER = 672;

const states = Object.keys(dashboardExamples);

/** How far anything sticks out of the window, or out of its own box, in px. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.panel, .card, .rows > li, .note, .toast, main')];
    const out = boxes.filter((box) => box.scrollWidth > box.clientWidth + 1);
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    return [wide, ...out.map((box) => `${box.className}: ${box.scrollWidth}`)];
  });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`dashboard ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const name of states) {
      test(name, async ({ page }) => {
        // axe takes long over long lists of currencies on a busy machine.
        test.slow();
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(`/?dashboard=${name}`);
        await page.locator('.dashboard').waitFor();
        await fillIn(page);
        const onPaper = dashboardExamples[name]?.media === 'print';
        if (onPaper) await expectOnPaper(page);
        for (const width of onPaper ? [PAPER] : [1280, 800, 380]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await overflow(page), `at ${width} px`).toEqual([0]);
          await picture(page, `dashboard-${name}-${colorScheme}-${width}`, { fullPage: true });
        }
        if (!onPaper && isLookedAt(states, name)) await expectAccessible(page);
      });
    }
  });
}

/** From here on as it is printed: light, and without what is around it. */
async function expectOnPaper(page: Page) {
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.dashboard > header')).toBeHidden();
  await expect(page.locator('.screen-only')).toBeHidden();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
}

/** Opens what is folded and types what shows most, so that pictures show screens at work. */
async function fillIn(page: Page) {
  for (const [field, text] of [
    ['#gift-name', 'o'],
    ['#convert-gift', 'love'],
    ['#claim-units', '1750'],
    ['#claim-price', '15'],
  ] as const) {
    const found = page.locator(field);
    if ((await found.count()) > 0) await found.fill(text);
  }
  const deletion = page.locator('.task:last-of-type button:enabled');
  if ((await deletion.count()) > 0) await deletion.first().click();
  const add = page.locator('.bar > .button[aria-expanded]');
  if ((await add.count()) > 0) {
    await add.click();
    await page.locator('form [type=submit]').click();
  }
}
