import type { Page } from '@playwright/test';
import type { Watching } from './watching.ts';

/** The browser's number for the tab that shows `page`, which is brought to the front. */
export async function tabIdOf({ browser }: Pick<Watching, 'browser'>, page: Page): Promise<number> {
  await page.bringToFront();
  const worker = await browser.worker();
  const id = await worker.evaluate(async () => {
    const [active] = await chrome.tabs.query({ active: true });
    return active?.id;
  });
  if (id === undefined) throw new Error('No tab is active.');
  return id;
}

/** Opens the popup's page as over the tab that shows `page`, in the popup's own size. */
export async function openPopup(watching: Pick<Watching, 'browser'>, page: Page): Promise<Page> {
  const popup = await watching.browser.openPage(`popup.html?tab=${await tabIdOf(watching, page)}`);
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.locator('.popup').waitFor();
  return popup;
}
