/** What every end-to-end test in Firefox starts with: the simulated site, a Firefox with the extension, its ledger. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { startSim } from '../sim/server.ts';
import type { Sim } from '../sim/sim.ts';
import type { Payment } from '../sim/tiktok/payment.ts';
import { builds } from '../tools/root.ts';
import {
  type FirefoxOptions,
  type FirefoxWithExtension,
  launchFirefox,
} from './browser/firefox.ts';
import { type LedgerDump, readLedger } from './ledger.ts';
import { brief, briefOfTruth } from './watching.ts';

/** A page of the simulated site in a tab. */
export interface Tab {
  readonly page: Page;
  /** The tab's number for the extension. */
  readonly id: number;
}

/** A Firefox on the simulated site. */
export interface WatchingFirefox {
  readonly sim: Sim;
  readonly firefox: FirefoxWithExtension;
  /** A document of the extension in which no code of ours runs: in it tests call what the browser gives extensions. */
  readonly inside: Page;
  /** Opens a page of the site. */
  open(address?: string): Promise<Tab>;
  ledger(): Promise<LedgerDump>;
  /** The overlay's words as they are shown; null where there is no overlay. */
  overlay(tab: Tab): Promise<string | null>;
  /** Opens the popup's page as over `tab`. */
  popup(tab: Tab): Promise<Page>;
  /** Whether the background page is loaded now. Asking does not wake it. */
  isAwake(): Promise<boolean>;
  /** Waits until the browser has saved a file whose name ends so, and gives its path. */
  saved(ending: string): Promise<string>;
  /** Waits until the ledger holds exactly these payments, each with its amount. */
  expectEntries(payments: readonly Payment[]): Promise<void>;
}

interface Options {
  readonly scheme: NonNullable<FirefoxOptions['colorScheme']>;
  /** After how long without work the background page ends; 0 for Firefox's own time. */
  readonly backgroundIdleMs: number;
}

/** As in `watching.ts`. */
const viewport = { width: 1280, height: 800 };

export const test = base.extend<Options & { watching: WatchingFirefox }>({
  scheme: ['light', { option: true }],
  backgroundIdleMs: [0, { option: true }],
  watching: async ({ scheme, backgroundIdleMs }, use) => {
    const sim = await startSim({ speed: 4 });
    const downloadFolder = mkdtempSync(join(tmpdir(), 'gift-ledger-saved-'));
    try {
      const firefox = await launchFirefox({
        extensionPath: builds.firefox,
        simPort: sim.port,
        colorScheme: scheme,
        downloadFolder,
        ...(backgroundIdleMs === 0 ? {} : { backgroundIdleMs }),
      });
      try {
        const inside = await firefox.openPage('icon/icon.svg');
        await use(watch(sim, firefox, inside, downloadFolder));
      } finally {
        await firefox.close();
      }
    } finally {
      await sim.close();
      rmSync(downloadFolder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

function watch(
  sim: Sim,
  firefox: FirefoxWithExtension,
  inside: Page,
  downloadFolder: string,
): WatchingFirefox {
  const ledger = () => readLedger(inside);
  const tabIds = () =>
    inside.evaluate(async () => (await chrome.tabs.query({})).map(({ id }) => id ?? -1));
  return {
    sim,
    firefox,
    inside,
    async open(address = sim.pageUrl()) {
      const before = new Set(await tabIds());
      const page = await firefox.browser.newPage();
      const id = (await tabIds()).find((tab) => !before.has(tab));
      if (id === undefined) throw new Error('The new tab is not known to the extension.');
      await page.setViewport(viewport);
      await page.goto(address);
      return { page, id };
    },
    ledger,
    overlay: ({ id }) => inside.evaluate(readOverlay, id),
    popup: ({ id }) => firefox.openPage(`popup.html?tab=${id}`),
    isAwake: () =>
      inside.evaluate(() =>
        chrome.extension
          .getViews()
          .some(({ location }) => location.pathname.includes('background')),
      ),
    async saved(ending) {
      // Until a file is whole, one beside it that ends in .part grows.
      const found = () => {
        const names = readdirSync(downloadFolder);
        return names.some((name) => name.endsWith('.part'))
          ? undefined
          : names.find((name) => name.endsWith(ending));
      };
      await expect.poll(found).toBeDefined();
      return join(downloadFolder, found() ?? '');
    },
    async expectEntries(payments) {
      await expect
        .poll(async () => (await ledger()).entries.map(brief).sort(), { timeout: 20_000 })
        .toEqual(payments.map(briefOfTruth).sort());
    },
  };
}

/** Runs in a page of the extension. The overlay's root is closed; only scripts of an extension reach into it. */
async function readOverlay(tabId: number): Promise<string | null> {
  const [injected] = await chrome.scripting.executeScript({
    target: { tabId },
    func: () => {
      const host = document.querySelector('gift-ledger-overlay');
      const root: unknown = host === null ? null : Reflect.get(host, 'openOrClosedShadowRoot');
      return root instanceof ShadowRoot
        ? [...root.children]
            .map((child) =>
              child instanceof HTMLElement && child.localName !== 'style' ? child.innerText : '',
            )
            .join('\n')
            .trim()
        : null;
    },
  });
  const text: unknown = injected?.result;
  return typeof text === 'string' ? text : null;
}

export { expect };
