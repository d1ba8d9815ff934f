/** How long the popup takes with a small and with a large ledger, and what an entry takes on disk. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChromiumWithExtension, launchChromium } from '../e2e/browser/chromium.ts';
import { startSim } from '../sim/server.ts';
import { benchPage } from './extension.ts';
import { firstTotalOf } from './first-total.ts';
import type {} from './inside/page.ts';
import { aside, atMost, type Metric, median } from './metrics.ts';

const SMALL = 1_000;
const MONTHS = 36;
const OPENINGS = 15;

/** Bytes of all files below `folder` that belong to a database of an extension. */
function databaseSize(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('chrome-extension_') && path.includes('IndexedDB'))
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

/** A browser with a profile that is kept between its starts. */
type InBrowser = <T>(act: (browser: ChromiumWithExtension) => Promise<T>) => Promise<T>;

/** Fills the ledger; gives the bytes that the browser then estimates for it. */
function fill(inBrowser: InBrowser, entries: number): Promise<number> {
  return inBrowser(async (browser) => {
    const inside = await browser.openPage(benchPage);
    const before = await inside.evaluate(() => giftLedgerBench.usage());
    await inside.evaluate(([count, months]) => giftLedgerBench.fill(count, months), [
      entries,
      MONTHS,
    ] as const);
    await inside.evaluate(() => giftLedgerBench.settled());
    return (await inside.evaluate(() => giftLedgerBench.usage())) - before;
  });
}

/** Measures with `large` entries against a thousand. */
export async function measurePopup(
  extensionPath: string,
  large: number,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const sim = await startSim();
  const folder = await mkdtemp(join(tmpdir(), 'gift-ledger-bench-'));
  const inProfile =
    (name: string): InBrowser =>
    async (act) => {
      const userDataDir = join(folder, name);
      const browser = await launchChromium({ extensionPath, simPort: sim.port, userDataDir });
      try {
        return await act(browser);
      } finally {
        await browser.close();
      }
    };
  const inSmall = inProfile('small');
  const inLarge = inProfile('large');
  try {
    await fill(inSmall, SMALL);
    const used = await fill(inLarge, large);
    const few: number[] = [];
    const many: number[] = [];
    // In browsers that did not do the filling, which keeps one busy for a while, and in turns.
    await inSmall((small) =>
      inLarge(async (filled) => {
        // Files that are read for the first time after a start are put in order then.
        const inside = await filled.openPage(benchPage);
        await inside.evaluate(() => giftLedgerBench.settled());
        await inside.close();
        for (let opening = 0; opening < OPENINGS; opening += 1) {
          few.push(await firstTotalOf(small, 'popup.html'));
          many.push(await firstTotalOf(filled, 'popup.html'));
        }
      }),
    );
    const onDisk = databaseSize(join(folder, 'large')) / large;
    say(`Popup: ${large} entries and ${SMALL}, each over ${MONTHS} months and forty creators.`);
    say('On disk: after closing the browser, with all indexes and totals; varies by a fifth with');
    say('how far the browser has got with tidying its files.');
    return [
      atMost(
        `popup, first total, ${large} entries ÷ ${SMALL}`,
        median(many) / median(few),
        '×',
        1.2,
      ),
      aside(`popup, first total, ${large} entries`, median(many), 'ms'),
      aside(`popup, first total, ${SMALL} entries`, median(few), 'ms'),
      atMost('bytes an entry on disk', onDisk, 'B', 400),
      aside('bytes an entry, as the browser estimates', used / large, 'B'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    await sim.close();
  }
}
