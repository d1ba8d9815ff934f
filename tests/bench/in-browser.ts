/** A browser with the extension, for one measurement. */
import type { Page } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from '../e2e/browser/chromium.ts';
import { startSim } from '../sim/server.ts';
import type { Sim } from '../sim/sim.ts';
import { benchPage } from './extension.ts';
import type {} from './inside/page.ts';

/** Entries of a filled ledger lie over so many months. */
export const MONTHS = 36;

/** Measures in a new browser over the simulated sites; both are gone afterwards. */
export async function inBrowser<T>(
  options: Omit<Parameters<typeof launchChromium>[0], 'simPort'>,
  measure: (browser: ChromiumWithExtension, sim: Sim) => Promise<T>,
): Promise<T> {
  const sim = await startSim();
  try {
    const browser = await launchChromium({ ...options, simPort: sim.port });
    try {
      return await measure(browser, sim);
    } finally {
      await browser.close();
    }
  } finally {
    await sim.close();
  }
}

/** A page inside the extension, with so many entries in the ledger. */
export async function openFilled(browser: ChromiumWithExtension, entries: number): Promise<Page> {
  const inside = await browser.openPage(benchPage);
  await inside.evaluate(([count, months]) => giftLedgerBench.fill(count, months), [
    entries,
    MONTHS,
  ] as const);
  return inside;
}
