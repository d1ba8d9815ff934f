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

interface Chosen {
  readonly timeZone: string;
  /** Hosts beside the site that the extension may have when it asks, and that lead to the simulator. */
  readonly grantedHosts: readonly string[];
}

const ordinary: Chosen = { timeZone: 'UTC', grantedHosts: [] };

const isOrdinary = ({ timeZone, grantedHosts }: Chosen) =>
  timeZone === ordinary.timeZone && grantedHosts.length === 0;

interface Started {
  readonly sim: Sim;
  readonly browser: ChromiumWithExtension;
}

async function start({ timeZone, grantedHosts }: Chosen): Promise<Started> {
  const sim = await startSim({ speed: 4 });
  const browser = await launchChromium({
    extensionPath: builds.chrome,
    simPort: sim.port,
    grantedHosts,
    context: { viewport: { width: 1280, height: 800 }, locale: 'en-US', timezoneId: timeZone },
  });
  return { sim, browser };
}

/** A browser that one test after another has to itself: starting one costs more than most tests. */
class SharedBrowser {
  #last: Started | null = null;

  /** The browser as good as new, and a new simulator behind it. */
  async take(): Promise<Started> {
    // Where a test took the extension away, there is nothing to start over with.
    if (this.#last !== null && (await this.#last.browser.startOver().catch(() => false))) {
      const { sim, browser } = this.#last;
      return { browser, sim: await startSim({ speed: 4, port: sim.port }) };
    }
    await this.close();
    this.#last = await start(ordinary);
    return this.#last;
  }

  async close(): Promise<void> {
    await this.#last?.browser.close();
    this.#last = null;
  }
}

export const test = base.extend<Chosen & { watching: Watching }, { shared: SharedBrowser }>({
  timeZone: [ordinary.timeZone, { option: true }],
  grantedHosts: [ordinary.grantedHosts, { option: true }],
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const shared = new SharedBrowser();
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
  watching: async ({ timeZone, grantedHosts, shared }, use) => {
    const chosen = { timeZone, grantedHosts };
    const own = !isOrdinary(chosen);
    const { sim, browser } = own ? await start(chosen) : await shared.take();
    await use(await watch(sim, browser));
    if (own) await browser.close();
    await sim.close();
  },
});

/** A browser on the simulated site, whoever started the two. */
export async function watch(sim: Sim, browser: ChromiumWithExtension): Promise<Watching> {
  let inside = await browser.inside();
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
      inside = await browser.inside();
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
