/** The simulated page's own checks that its WebSocket, fetch and XMLHttpRequest are untouched, in Firefox. */
import type { Page } from 'puppeteer-core';
import { expect, test } from './watching-firefox.ts';

/** What the checks came to: names and details of those that failed, and how many there were. */
async function outcome(page: Page): Promise<{ failed: string[]; count: number }> {
  await page.waitForFunction(() => Reflect.get(window, '__selfCheckDone') === true);
  return page.evaluate(() => {
    const checks: { name: string; ok: boolean; detail: string }[] = Reflect.get(
      window,
      '__selfCheck',
    );
    const failed = checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
    return { failed, count: checks.length };
  });
}

const paths = ['/self-check/live', '/@mira.plays/live?check=1', '/@mira.plays/live?check=1&tt=1'];

test('pages cannot tell that the extension is there', async ({ watching }) => {
  for (const path of paths) {
    const { page } = await watching.open(`https://www.tiktok.com${path}`);
    const { failed, count } = await outcome(page);
    expect(failed, path).toEqual([]);
    expect(count, path).toBeGreaterThan(40);
    await page.close();
  }
});
