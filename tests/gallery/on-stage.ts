/**
 * Playwright's `test` for states of the gallery: each worker shows them one after the other in one page, since a new
 * page is a new window of the browser, which takes longer than most of these tests.
 */
import { test as base, type Page } from '@playwright/test';

interface Stage {
  /** Pixels of a picture to a pixel of the page. */
  readonly scale: number;
  readonly stage: Page;
}

export { expect } from '@playwright/test';

export const test = base.extend<object, Stage>({
  scale: [1, { option: true, scope: 'worker' }],
  stage: [
    async ({ browser, scale }, use, { project }) => {
      const { baseURL } = project.use;
      const context = await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        deviceScaleFactor: scale,
      });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ stage, colorScheme }, use) => {
    await stage.emulateMedia({ colorScheme, media: 'screen', reducedMotion: 'reduce' });
    await stage.setViewportSize({ width: 1280, height: 720 });
    await use(stage);
  },
});
