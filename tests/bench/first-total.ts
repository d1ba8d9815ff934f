import type { ChromiumWithExtension } from '../e2e/browser/chromium.ts';

/** Notes in the page when the largest figure was first there, in milliseconds since the page was asked for. */
function noteFirstTotal(): void {
  const observer = new MutationObserver(() => {
    if (/[1-9]/.test(document.querySelector('.hero .figure')?.textContent ?? '')) {
      observer.disconnect();
      document.documentElement.dataset.firstTotal = String(performance.now());
    }
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

/** Opens a page of the extension once and gives the milliseconds to its first total. */
export async function firstTotalOf(browser: ChromiumWithExtension, path: string): Promise<number> {
  const page = await browser.context.newPage();
  await page.addInitScript(noteFirstTotal);
  await page.goto(browser.url(path));
  const handle = await page.waitForFunction(() => document.documentElement.dataset.firstTotal);
  const time = Number(await handle.jsonValue());
  await page.close();
  return time;
}
