/** How long the popup takes with a small and with a large ledger, and what an entry takes on disk. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { benchPage } from './extension.ts';
import { type FilledLedgers, type LedgerSize, MONTHS, sizeInWords } from './filled.ts';
import { firstTotalOf } from './first-total.ts';
import type {} from './inside/page.ts';
import { aside, atMost, type Metric, median } from './metrics.ts';

const SMALL: LedgerSize = { of: 1_000, newest: 1_000 };
const OPENINGS = 15;

/** Bytes of all files below `folder` that belong to a database of an extension. */
function databaseSize(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('chrome-extension_') && path.includes('IndexedDB'))
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

/** Measures with `large` entries against a thousand. */
export async function measurePopup(
  ledgers: FilledLedgers,
  large: LedgerSize,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const few: number[] = [];
  const many: number[] = [];
  // In browsers that did not do the filling, which keeps one busy for a while, and in turns.
  const estimated = await ledgers.within(SMALL, (small) =>
    ledgers.within(large, async (filled) => {
      for (let opening = 0; opening < OPENINGS; opening += 1) {
        few.push(await firstTotalOf(small, 'popup.html'));
        many.push(await firstTotalOf(filled, 'popup.html'));
      }
      const inside = await filled.openPage(benchPage);
      return inside.evaluate(() => giftLedgerBench.usage());
    }),
  );
  const onDisk = databaseSize(await ledgers.folderOf(large)) / large.newest;
  say(
    `Popup: ${sizeInWords(large)} entries and ${SMALL.of}, each over ${MONTHS} months and forty creators.`,
  );
  say('On disk: after closing the browser, with all indexes and totals; varies by a fifth with');
  say('how far the browser has got with tidying its files.');
  return [
    atMost(
      `popup, first total, ${sizeInWords(large)} entries ÷ ${SMALL.of}`,
      median(many) / median(few),
      '×',
      1.2,
    ),
    aside(`popup, first total, ${sizeInWords(large)} entries`, median(many), 'ms'),
    aside(`popup, first total, ${SMALL.of} entries`, median(few), 'ms'),
    atMost('bytes an entry on disk', onDisk, 'B', 400),
    aside('bytes an entry, as the browser estimates', estimated / large.newest, 'B'),
  ];
}
