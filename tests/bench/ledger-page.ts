/** How long the ledger page takes with a small and with a large ledger, and what it keeps in memory. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from '../e2e/browser/chromium.ts';
import { startSim } from '../sim/server.ts';
import { benchPage } from './extension.ts';
import { heapOf } from './heap.ts';
import type {} from './inside/page.ts';
import { aside, type Metric, median } from './metrics.ts';

const SMALL = 1_000;
const MONTHS = 36;
const OPENINGS = 5;

/** What one opening took, in milliseconds since the page was asked for. */
interface Opening {
  readonly firstRow: number;
  readonly sums: number;
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
  return { page, firstRow: Number(noted.firstRow), sums: Number(noted.sums) };
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
  extensionPath: string,
  large: number,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const sim = await startSim();
  const folder = await mkdtemp(join(tmpdir(), 'gift-ledger-bench-'));
  const metrics: Metric[] = [];
  try {
    for (const entries of [SMALL, large]) {
      const userDataDir = join(folder, String(entries));
      const filling = await launchChromium({ extensionPath, simPort: sim.port, userDataDir });
      const inside = await filling.openPage(benchPage);
      await inside.evaluate(([count, months]) => giftLedgerBench.fill(count, months), [
        entries,
        MONTHS,
      ] as const);
      await inside.evaluate(() => giftLedgerBench.settled());
      await filling.close();
      const browser = await launchChromium({ extensionPath, simPort: sim.port, userDataDir });
      try {
        const again = await browser.openPage(benchPage);
        await again.evaluate(() => giftLedgerBench.settled());
        await again.close();
        const measure = async (name: string, address: string) => {
          const openings: Opening[] = [];
          for (let n = 0; n < OPENINGS; n += 1) {
            const { page, ...opening } = await open(browser, address);
            openings.push(opening);
            await page.close();
          }
          say(`Ledger page: ${entries} entries, ${name}: opened ${OPENINGS} times.`);
          const middle = (of: keyof Opening) => median(openings.map((opening) => opening[of]));
          metrics.push(
            aside(`ledger page, ${entries}, ${name}: first row`, middle('firstRow'), 'ms'),
            aside(`ledger page, ${entries}, ${name}: final sums`, middle('sums'), 'ms'),
          );
        };
        await measure('everything', '#ledger');
        await measure('one creator', '#ledger?creator=tiktok:6800011000000000007');
        await measure('one gift', '#ledger?gift=tiktok:5670');
        await measure('by state, a look at every entry', '#ledger?state=closed');
        const { page } = await open(browser, '#ledger');
        const slow = await slowFrames(page);
        await page.locator('.long-list li a').first().focus();
        await page.keyboard.press('End');
        await page.locator(`.long-list li[aria-posinset="${entries}"] a`).waitFor();
        metrics.push(
          aside(`ledger page, ${entries}: frames over 34 ms while scrolling`, slow, '%'),
          aside(
            `ledger page, ${entries}: heap after scrolling to the end`,
            await heapOf(browser, page),
            'MB',
          ),
        );
      } finally {
        await browser.close();
      }
    }
    say(
      `Ledger page: ${large} entries and ${SMALL}, each over ${MONTHS} months and forty creators.`,
    );
    return metrics;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    await sim.close();
  }
}
