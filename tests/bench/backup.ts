/** How long a whole ledger takes to be carried out and in, and how much memory that needs. */
import type { Page } from '@playwright/test';
import { benchPage } from './extension.ts';
import { inBrowser, openFilled } from './in-browser.ts';
import type {} from './inside/page.ts';
import { aside, type Metric } from './metrics.ts';

/** How often memory is looked at, in milliseconds. */
const LOOK_MS = 100;

/** Measures a backup, a CSV export and a restore of so many entries, each with the most memory that its page had. */
export async function measureBackup(
  extensionPath: string,
  entries: number,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  return inBrowser({ extensionPath }, async (browser) => {
    await (await openFilled(browser, entries)).close();
    say(`Backup: ${entries} entries of three years are there.`);
    // A page of its own, whose memory holds nothing of the filling.
    const inside = await browser.openPage(benchPage);
    const backup = await watched(inside, () =>
      inside.evaluate(() => giftLedgerBench.carrier.backUp()),
    );
    say(`Backup: written in ${Math.round(backup.result.time)} ms.`);
    const csv = await watched(inside, () =>
      inside.evaluate(() => giftLedgerBench.carrier.exportCsv()),
    );
    say(`Backup: exported in ${Math.round(csv.result.time)} ms.`);
    const restore = await watched(inside, () =>
      inside.evaluate(() => giftLedgerBench.carrier.restore()),
    );
    if (restore.result.entries !== entries) {
      throw new Error(`${restore.result.entries} entries of ${entries} came back`);
    }
    const cancelled = await inside.evaluate(() => giftLedgerBench.carrier.cancel());
    if (cancelled.rows > 0) {
      throw new Error(
        Number.isNaN(cancelled.time)
          ? 'The restore was over before it was cancelled: too few entries.'
          : `${cancelled.rows} rows are left of a cancelled restore`,
      );
    }
    return [
      aside('backup, time', backup.result.time / 1000, 's'),
      aside('backup, file', backup.result.bytes / 1e6, 'MB'),
      aside('backup, most memory of its page', backup.most / 1e6, 'MB'),
      aside('CSV export, time', csv.result.time / 1000, 's'),
      aside('CSV export, file', csv.result.bytes / 1e6, 'MB'),
      aside('CSV export, most memory of its page', csv.most / 1e6, 'MB'),
      aside('restore, time', restore.result.time / 1000, 's'),
      aside('restore, most memory of its page', restore.most / 1e6, 'MB'),
      aside('restore, cancelled late: answered after', cancelled.time, 'ms'),
    ];
  });
}

/** Does something in a page and looks at the memory of its scripts meanwhile, array buffers included. */
async function watched<T>(
  page: Page,
  act: () => Promise<T>,
): Promise<{ readonly result: T; readonly most: number }> {
  const session = await page.context().newCDPSession(page);
  let most = 0;
  let over = false;
  const look = async () => {
    while (!over) {
      const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
      most = Math.max(most, usedSize + backingStorageSize);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  };
  const looking = look();
  try {
    const result = await act();
    return { result, most };
  } finally {
    over = true;
    await looking;
    await session.detach();
  }
}
