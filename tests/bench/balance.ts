/** How long a balance takes to be compared with a long ledger, against walking all that was sent. */
import { launchChromium } from '../e2e/browser/chromium.ts';
import { startSim } from '../sim/server.ts';
import { benchPage } from './extension.ts';
import type {} from './inside/page.ts';
import { aside, type Metric } from './metrics.ts';

const MONTHS = 36;

/** Measures with so many entries over three years. */
export async function measureBalance(
  extensionPath: string,
  entries: number,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const sim = await startSim();
  const browser = await launchChromium({ extensionPath, simPort: sim.port });
  try {
    const inside = await browser.openPage(benchPage);
    await inside.evaluate(([count, months]) => giftLedgerBench.fill(count, months), [
      entries,
      MONTHS,
    ] as const);
    const { compared, walked } = await inside.evaluate(() => giftLedgerBench.balance());
    say(`Balance: ${entries} entries over ${MONTHS} months, compared with what was sent.`);
    return [
      aside('balance compared, by sums of days', compared, 'ms'),
      aside('all that was sent walked', walked, 'ms'),
      aside('compared to walked', compared / walked, '×'),
    ];
  } finally {
    await browser.close();
    await sim.close();
  }
}
