/** How long a correction takes in a long ledger. */
import { launchChromium } from '../e2e/browser/chromium.ts';
import { startSim } from '../sim/server.ts';
import { benchPage } from './extension.ts';
import type {} from './inside/page.ts';
import { aside, type Metric } from './metrics.ts';

const MONTHS = 36;

/** Measures corrections, merges, deletions and a recount in a ledger of `count` entries. */
export async function measureCorrections(
  extensionPath: string,
  count: number,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const sim = await startSim();
  const browser = await launchChromium({ extensionPath, simPort: sim.port });
  try {
    const inside = await browser.openPage(benchPage);
    await inside.evaluate(([many, months]) => giftLedgerBench.fill(many, months), [
      count,
      MONTHS,
    ] as const);
    const times = await inside.evaluate(() => giftLedgerBench.correct());
    say(`Corrections: ${count} entries over ${MONTHS} months, seven of ten sent.`);
    return Object.entries(times).map(([name, time]) => aside(name, time, 'ms'));
  } finally {
    await browser.close();
    await sim.close();
  }
}
