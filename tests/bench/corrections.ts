/** How long a correction takes in a long ledger. */
import { inBrowser, MONTHS, openFilled } from './in-browser.ts';
import type {} from './inside/page.ts';
import { aside, type Metric } from './metrics.ts';

/** Measures corrections, merges, deletions and a recount in a ledger of `count` entries. */
export async function measureCorrections(
  extensionPath: string,
  count: number,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  return inBrowser({ extensionPath }, async (browser) => {
    const inside = await openFilled(browser, count);
    const times = await inside.evaluate(() => giftLedgerBench.correct());
    say(`Corrections: ${count} entries over ${MONTHS} months, seven of ten sent.`);
    return Object.entries(times).map(([name, time]) => aside(name, time, 'ms'));
  });
}
