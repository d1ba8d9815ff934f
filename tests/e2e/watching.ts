/** What every end-to-end test in Chromium starts with: the simulated site, a browser with the extension, its ledger. */
import { test as base, expect, type Page } from '@playwright/test';
import { startSim } from '../sim/server.ts';
import type { Sim } from '../sim/sim.ts';
import type { Payment } from '../sim/tiktok/payment.ts';
import { builds } from '../tools/root.ts';
import { type ChromiumWithExtension, launchChromium, warmUpAddress } from './browser/chromium.ts';
import { overlayText } from './browser/overlay.ts';
import { clearTable, type LedgerDump, readLedger } from './ledger.ts';

/** A browser on the simulated site. */
export interface Watching {
  readonly sim: Sim;
  readonly browser: ChromiumWithExtension;
  /** Opens a page of the site and waits until its socket is in the room. */
  open(address?: string): Promise<Page>;
  ledger(): Promise<LedgerDump>;
  /** Looks into the ledger from a new page: a reload of the extension closed the one before. */
  reopenInside(): Promise<void>;
  /** Makes the extension forget the hooks in open pages, as if it were installed only now. */
  forgetHooks(): Promise<void>;
  overlay(page: Page): Promise<string>;
  /** Waits until the ledger holds exactly these payments, each with its amount. */
  expectEntries(payments: readonly Payment[]): Promise<void>;
}

export const test = base.extend<{
  watching: Watching;
  timeZone: string;
  /** Hosts beside the site that the extension may have when it asks, and that lead to the simulator. */
  grantedHosts: readonly string[];
}>({
  timeZone: ['UTC', { option: true }],
  grantedHosts: [[], { option: true }],
  watching: async ({ timeZone, grantedHosts }, use) => {
    const sim = await startSim({ speed: 4 });
    const browser = await launchChromium({
      extensionPath: builds.chrome,
      simPort: sim.port,
      grantedHosts,
      context: { viewport: { width: 1280, height: 800 }, locale: 'en-US', timezoneId: timeZone },
    });
    await use(await watch(sim, browser));
    await browser.close();
    await sim.close();
  },
});

/** A browser on the simulated site, whoever started the two. */
export async function watch(sim: Sim, browser: ChromiumWithExtension): Promise<Watching> {
  let inside = await browser.openPage('manifest.json');
  const ledger = () => readLedger(inside);
  return {
    sim,
    browser,
    async open(address = sim.pageUrl()) {
      const page = await browser.context.newPage();
      await page.goto(address);
      return page;
    },
    ledger,
    async reopenInside() {
      inside = await browser.openPage('manifest.json');
    },
    forgetHooks: () => clearTable(inside, 'pages'),
    overlay: async (page) => (await overlayText(page, browser.extensionId)) ?? '',
    async expectEntries(payments) {
      try {
        await expect
          .poll(async () => (await ledger()).entries.map(brief).sort())
          .toEqual(payments.map(briefOfTruth).sort());
      } catch (error) {
        const { undecided, pages } = await ledger();
        const trouble = await inside.evaluate(() => chrome.storage.local.get('trouble'));
        const told = JSON.stringify({ undecided, pages, trouble });
        throw new Error(`the ledger stands so: ${told}`, { cause: error });
      }
    },
  };
}

/** An entry and a payment in the same few words. */
export function brief(entry: LedgerDump['entries'][number]): string {
  const price = entry.unitPrice ?? entry.assumedPrice;
  const amount = price === null ? 'no price' : entry.count * price;
  return [
    entry.kind,
    entry.room,
    entry.sender,
    entry.recipient ?? entry.creator,
    entry.gift,
    entry.count,
    amount,
  ].join(' ');
}

/** A payment as {@link brief} words its entry. */
export function briefOfTruth({
  kind,
  room,
  sender,
  recipient,
  gift,
  count,
  coins,
}: Payment): string {
  const what = gift === null ? null : String(gift.id);
  return [kind, room, sender.id, recipient.id, what, count, coins ?? 'no price'].join(' ');
}

/** The coins of payments. */
export function coinsOf(payments: readonly Payment[]): number {
  return payments.reduce((sum, { coins }) => sum + (coins ?? 0), 0);
}

export { expect, warmUpAddress };
