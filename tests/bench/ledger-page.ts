/** How long the ledger page takes with a small and with a large ledger, and what it keeps in memory. */
import type { Page } from '@playwright/test';
import type { ChromiumWithExtension } from '../e2e/browser/chromium.ts';
import { type FilledLedgers, type LedgerSize, MONTHS, sizeInWords } from './filled.ts';
import { heapOf } from './heap.ts';
import { aside, atMost, type Metric, median } from './metrics.ts';

const SMALL: LedgerSize = { of: 1_000, newest: 1_000 };
const OPENINGS = 5;

/** What is opened, by the page's address. */
const filters: Readonly<Record<string, string>> = {
  everything: '#ledger',
  'one creator': '#ledger?creator=tiktok:6800011000000000007',
  'one platform, sent': '#ledger?platform=tiktok&direction=sent',
  'some weeks': `#ledger?from=${daysAgo(40)}&to=${daysAgo(10)}`,
  ended: '#ledger?state=closed',
  unconfirmed: '#ledger?state=unconfirmed',
  'of unknown price': '#ledger?basis=unknown',
  'one gift': '#ledger?gift=tiktok:5670',
};

/** No stored total answers these: entries are looked at. */
const byIndex: ReadonlySet<string> = new Set(['one gift']);

/** What one opening took, in milliseconds since the page was asked for. */
interface Opening {
  readonly 'first row': number;
  readonly 'final sums': number;
}

/** The day so many days before today, in UTC. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Notes in the page when the first row was there, and when the sums were final. */
function noteProgress(): void {
  const note = (name: string) => {
    document.documentElement.dataset[name] ??= String(performance.now());
  };
  new MutationObserver(() => {
    if (document.querySelector('.long-list li a') !== null) note('firstRow');
    if (document.querySelector('.ledger-sums[aria-busy=false]') !== null) note('sums');
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

async function open(
  browser: ChromiumWithExtension,
  address: string,
): Promise<Opening & { page: Page }> {
  const page = await browser.context.newPage();
  await page.addInitScript(noteProgress);
  await page.goto(browser.url(`dashboard.html${address}`));
  await page.waitForFunction(
    () => {
      const { firstRow, sums } = document.documentElement.dataset;
      return firstRow !== undefined && sums !== undefined;
    },
    undefined,
    { timeout: 180_000 },
  );
  const noted = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  return {
    page,
    'first row': Number(noted.firstRow),
    'final sums': Number(noted.sums),
  };
}

/** Frames that took longer than two of a 60 Hz screen while the list is scrolled, in per cent. */
async function slowFrames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const box = document.querySelector('.long-list');
    if (box === null) throw new Error('no list');
    const times: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 180; frame += 1) {
      box.scrollTop += 240;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return (times.filter((time) => time > 34).length / times.length) * 100;
  });
}

/** Measures with `large` entries against a thousand. */
export async function measureLedgerPage(
  ledgers: FilledLedgers,
  large: LedgerSize,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const times = new Map<string, number>();
  const metrics: Metric[] = [];
  for (const size of [SMALL, large]) {
    const entries = sizeInWords(size);
    await ledgers.within(size, async (browser) => {
      // What a browser does only once after its start.
      for (const address of Object.values(filters))
        await (await open(browser, address)).page.close();
      for (const [name, address] of Object.entries(filters)) {
        const openings: Opening[] = [];
        for (let n = 0; n < OPENINGS; n += 1) {
          const { page, ...opening } = await open(browser, address);
          openings.push(opening);
          await page.close();
        }
        say(`Ledger page: ${entries} entries, ${name}: opened ${OPENINGS} times.`);
        for (const which of ['first row', 'final sums'] as const) {
          const time = median(openings.map((opening) => opening[which]));
          times.set(`${name}: ${which} ${entries}`, time);
          metrics.push(aside(`ledger page, ${entries}, ${name}: ${which}`, time, 'ms'));
        }
      }
      metrics.push(...(await scrolled(browser, size.newest)));
    });
  }
  for (const name of Object.keys(filters)) {
    for (const which of ['first row', 'final sums'] as const) {
      const [few, many] = [SMALL, large].map((size) =>
        times.get(`${name}: ${which} ${sizeInWords(size)}`),
      );
      const ratio = (many ?? Number.NaN) / (few ?? Number.NaN);
      const title = `ledger page, ${name}: ${which}, ${sizeInWords(large)} entries ÷ ${SMALL.of}`;
      metrics.push(byIndex.has(name) ? aside(title, ratio, '×') : atMost(title, ratio, '×', 1.2));
    }
  }
  say(
    `Ledger page: ${sizeInWords(large)} entries and ${SMALL.of}, each over ${MONTHS} months and forty creators.`,
  );
  return metrics;
}

async function scrolled(
  browser: ChromiumWithExtension,
  entries: number,
): Promise<readonly Metric[]> {
  const { page } = await open(browser, '#ledger');
  const slow = await slowFrames(page);
  await page.locator('.long-list li a').first().focus();
  await page.keyboard.press('End');
  await page.locator(`.long-list li[aria-posinset="${entries}"] a`).waitFor();
  const heap = await heapOf(browser, page);
  return [
    aside(`ledger page, ${entries}: frames over 34 ms while scrolling`, slow, '%'),
    aside(`ledger page, ${entries}: heap after scrolling to the end`, heap, 'MB'),
  ];
}
