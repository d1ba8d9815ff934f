import type { Page } from '@playwright/test';
import type { ChromiumWithExtension } from '../e2e/browser/chromium.ts';

/** Megabytes of the page's own objects, what nothing needs any more swept out. */
export async function heapOf(browser: ChromiumWithExtension, page: Page): Promise<number> {
  const session = await browser.context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}
