/** How long a balance takes to be compared with a long ledger, against walking all that was sent. */
import { inBrowser, MONTHS, openFilled } from './in-browser.ts';
import type {} from './inside/page.ts';
import { aside, type Metric } from './metrics.ts';

/** Measures with so many entries over three years. */
export async function measureBalance(
  extensionPath: string,
  entries: number,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  return inBrowser({ extensionPath }, async (browser) => {
    const inside = await openFilled(browser, entries);
    const { compared, walked } = await inside.evaluate(() => giftLedgerBench.balance());
    say(`Balance: ${entries} entries over ${MONTHS} months, compared with what was sent.`);
    return [
      aside('balance compared, by sums of days', compared, 'ms'),
      aside('all that was sent walked', walked, 'ms'),
      aside('compared to walked', compared / walked, '×'),
    ];
  });
}
