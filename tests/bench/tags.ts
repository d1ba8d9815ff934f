/** What the price tags cost a page that draws thousands of gift pictures anew. */
import type { CDPSession, Page } from '@playwright/test';
import type { ChromiumWithExtension } from '../e2e/browser/chromium.ts';
import { giftPanel } from '../sim/tiktok/catalogue.ts';
import { inBrowser } from './in-browser.ts';
import { aside, type Metric, median } from './metrics.ts';

const CELLS = 3_000;
const ROUNDS = 7;
/** Longer than the tags rest between two looks at a large page. */
const UNTIL_QUIET_MS = 3_000;

/** Draws a panel of so many cells anew; `some` only changes pictures and prices of the first hundred in place. */
function redraw([gifts, count, some]: readonly [
  readonly { readonly icon: string; readonly coins: number }[],
  number,
  boolean,
]): void {
  const known = document.querySelector<HTMLElement>('.flood');
  const panel = known ?? document.createElement('div');
  panel.className = 'flood';
  panel.style.cssText =
    'position:fixed;inset:0;overflow:auto;display:grid;grid-template-columns:repeat(8,1fr);contain:strict';
  const turn = Number(panel.dataset.turn ?? 0) + 1;
  panel.dataset.turn = String(turn);
  const giftAt = (n: number) => gifts[(n + turn) % gifts.length] ?? { icon: '', coins: 0 };
  if (some) {
    for (const [n, cell] of [...panel.children].slice(0, 100).entries()) {
      const { icon, coins } = giftAt(n);
      cell.querySelector('img')?.setAttribute('src', icon);
      const price = cell.lastElementChild;
      if (price !== null) price.textContent = String(coins);
    }
    return;
  }
  const cells = Array.from({ length: count }, (_, n) => {
    const { icon, coins } = giftAt(n);
    const cell = document.createElement('div');
    const picture = document.createElement('img');
    picture.width = 40;
    picture.height = 40;
    picture.src = icon;
    const price = document.createElement('div');
    price.textContent = String(coins);
    cell.append(picture, price);
    return cell;
  });
  panel.replaceChildren(...cells);
  document.body.append(panel);
}

async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

/** What a redraw takes of the page's main thread, in milliseconds. */
async function measure(page: Page, some: boolean): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const gifts = giftPanel(200).map(({ icon, coins }) => ({ icon, coins }));
  const runs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await busy(session);
    await page.evaluate(redraw, [gifts, CELLS, some] as const);
    await page.waitForTimeout(UNTIL_QUIET_MS);
    runs.push((await busy(session)) - before);
  }
  await session.detach();
  // The first ones load pictures.
  return median(runs.slice(2));
}

async function switchTags({ worker }: ChromiumWithExtension, tags: boolean): Promise<void> {
  await (await worker()).evaluate(async (on) => {
    const settings = { price: null, zone: null, overlays: {}, tags: on };
    await chrome.storage.local.set({ settings });
  }, tags);
}

/** Measures redraws of a panel of thousands of gifts with and without price tags, in real Chromium. */
export async function measureTags(
  extensionPath: string,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const context = { locale: 'en-US', viewport: { width: 1280, height: 800 } };
  return inBrowser({ extensionPath, context }, async (browser, sim) => {
    const page = await browser.context.newPage();
    await page.goto(sim.pageUrl());
    await sim.waitForClients(1);
    const tags = page.locator('gift-ledger-tag');
    await tags.first().waitFor({ state: 'attached' });
    const withTags = { all: await measure(page, false), some: await measure(page, true) };
    const shown = await tags.count();
    await switchTags(browser, false);
    await tags.first().waitFor({ state: 'detached' });
    const without = { all: await measure(page, false), some: await measure(page, true) };
    say(
      `Tags: a panel of ${CELLS} gifts drawn anew, ${shown} tags; and a hundred of its cells changed.`,
    );
    return [
      aside('panel drawn anew, main thread, with tags', withTags.all, 'ms'),
      aside('panel drawn anew, main thread, without', without.all, 'ms'),
      aside('panel drawn anew, with tags to without', withTags.all / without.all, '×'),
      aside('hundred cells changed, main thread, with tags', withTags.some, 'ms'),
      aside('hundred cells changed, main thread, without', without.some, 'ms'),
      aside('hundred cells changed, with tags to without', withTags.some / without.some, '×'),
    ];
  });
}
