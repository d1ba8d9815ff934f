/** How long the popup takes with a small and with a large ledger, and what an entry takes on disk. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from '../e2e/browser/chromium.ts';
import { startSim } from '../sim/server.ts';
import { benchPage } from './extension.ts';
import type {} from './inside/page.ts';
import { aside, atMost, type Metric, median } from './metrics.ts';

const SMALL = 1_000;
const MONTHS = 36;
const OPENINGS = 11;

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

async function timePopup(browser: ChromiumWithExtension): Promise<number> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const page: Page = await browser.context.newPage();
    await page.addInitScript(noteFirstTotal);
    await page.goto(browser.url('popup.html'));
    const handle = await page.waitForFunction(() => document.documentElement.dataset.firstTotal);
    times.push(Number(await handle.jsonValue()));
    await page.close();
  }
  return median(times);
}

/** Bytes of all files below `folder` that belong to a database of an extension. */
function databaseSize(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('chrome-extension_') && path.includes('IndexedDB'))
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

/** Measures with `large` entries against a thousand. */
export async function measurePopup(
  extensionPath: string,
  large: number,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const sim = await startSim();
  const userDataDir = await mkdtemp(join(tmpdir(), 'gift-ledger-bench-'));
  try {
    const browser = await launchChromium({ extensionPath, simPort: sim.port, userDataDir });
    let few: number;
    let many: number;
    let used: number;
    try {
      const inside = await browser.openPage(benchPage);
      const fill = (from: number, to: number) =>
        inside.evaluate(([first, last, months]) => giftLedgerBench.fill(first, last, months), [
          from,
          to,
          MONTHS,
        ] as const);
      await fill(0, SMALL);
      // The first opening of all also compiles the code.
      await timePopup(browser);
      few = await timePopup(browser);
      const before = await inside.evaluate(() => giftLedgerBench.usage());
      await fill(SMALL, large);
      used = (await inside.evaluate(() => giftLedgerBench.usage())) - before;
      many = await timePopup(browser);
    } finally {
      await browser.close();
    }
    const onDisk = databaseSize(userDataDir);
    say(`Popup: ${large} entries and ${SMALL}, each over ${MONTHS} months and forty creators.`);
    say(`After closing the browser the database has ${Math.round(onDisk / large)} bytes an entry.`);
    return [
      atMost(`popup, first total, ${large} entries ÷ ${SMALL}`, many / few, '×', 1.2),
      aside(`popup, first total, ${large} entries`, many, 'ms'),
      aside(`popup, first total, ${SMALL} entries`, few, 'ms'),
      atMost('bytes an entry on disk', onDisk / large, 'B', 400),
      aside('bytes an entry, as the browser estimates', used / (large - SMALL), 'B'),
    ];
  } finally {
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    await sim.close();
  }
}
