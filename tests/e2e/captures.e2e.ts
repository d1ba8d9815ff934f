/**
 * Recordings of real streams, played to a page of the browser. They are beside the project and not in it: these tests
 * run where they are. What decoding alone makes of them is tested in `tests/platforms/captures.test.ts`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import * as z from 'zod/mini';
import { loadCapture, playCapture } from '../sim/capture.ts';
import { startSim } from '../sim/server.ts';
import { builds } from '../tools/root.ts';
import { launchChromium } from './browser/chromium.ts';
import { type LedgerDump, readLedger } from './ledger.ts';

const folder = new URL('../../../shared/captures/tiktok/', import.meta.url);

const truth = z.object({
  giftMessages: z.number(),
  ledger: z.array(
    z.object({
      sender: z.object({ id: z.string() }),
      gift: z.object({ id: z.string() }),
      count: z.number(),
      coins: z.number(),
      ended: z.boolean(),
      roomId: z.string(),
      recipientId: z.string(),
    }),
  ),
});

const names = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.ndjson'))
  : [];

/** An entry in the words of a truth's row. */
function rowOf(entry: LedgerDump['entries'][number]): string {
  const { room, sender, recipient, creator, gift, count, unitPrice, ended } = entry;
  return [room, sender, recipient ?? creator, gift, count, count * (unitPrice ?? Number.NaN), ended]
    .map(String)
    .join(' ');
}

const isReceivedGift = ({ kind, direction }: LedgerDump['entries'][number]) =>
  kind === 'gift' && direction === 'received';

test.skip(names.length === 0, 'There are no recordings here.');

for (const name of names) {
  const path = fileURLToPath(new URL(name, folder));
  const { ledger: rows, giftMessages } = z.parse(
    truth,
    JSON.parse(readFileSync(path.replace('.ndjson', '.expected.json'), 'utf8')),
  );
  const [first] = rows;
  if (first === undefined) continue;

  test(`${name}: nothing for a viewer, all its gifts for its host`, async () => {
    const captureHost = BigInt(first.recipientId);
    const speed = Number.POSITIVE_INFINITY;
    const sim = await startSim({ capture: path, captureHost, speed });
    const browser = await launchChromium({ extensionPath: builds.chrome, simPort: sim.port });
    try {
      const inside = await browser.openPage('manifest.json');
      const ledger = () => readLedger(inside);
      const page = await browser.context.newPage();
      const counted = async () => {
        const { pages } = await ledger();
        return pages.reduce((sum, { health }) => sum + health.gifts, 0);
      };

      const capture = await loadCapture(path, captureHost);
      await page.goto(sim.pageUrl(capture.host.handle));
      await expect.poll(counted).toBeGreaterThanOrEqual(giftMessages);
      const { entries, undecided, pages } = await ledger();
      expect({ entries, undecided }).toEqual({ entries: [], undecided: [] });
      expect(pages.map(({ health }) => health.refused)).toEqual(pages.map(() => ({})));

      await page.goto(sim.pageUrl(capture.host.handle, { as: capture.host.handle }));
      await playCapture(sim, capture, speed);
      await expect.poll(counted).toBeGreaterThanOrEqual(giftMessages);
      await expect
        .poll(async () => {
          const { entries: kept } = await ledger();
          return kept.filter(isReceivedGift).map(rowOf).sort();
        })
        .toEqual(
          rows
            .map(({ roomId, sender, recipientId, gift, count, coins, ended }) =>
              [roomId, sender.id, recipientId, gift.id, count, coins, ended].join(' '),
            )
            .sort(),
        );
      // The creator's own page of the stream says the same.
      const coins = rows.reduce((sum, row) => sum + row.coins, 0);
      const shown = await browser.openPage(`dashboard.html#streams?stream=tiktok:${first.roomId}`);
      const written = new Intl.NumberFormat('en-US').format(coins);
      await expect(shown.locator('.total')).toContainText(`${written} coin`);
      // What is left is the host's own: chests, and subscriptions of others.
      const others = (await ledger()).entries.filter((entry) => !isReceivedGift(entry));
      expect(others.filter(({ kind }) => kind === 'gift')).toEqual([]);
    } finally {
      await browser.close();
      await sim.close();
    }
  });
}
