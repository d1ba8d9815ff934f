import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from './find.ts';

/** The add-on id in wxt.config.ts. */
const geckoId = 'gift-ledger@gift-ledger.example';
/** Firefox gives each add-on a random host name for its pages; tests fix it. */
const hostName = '11111111-2222-4333-8444-555555555555';

const patienceMs = 30_000;

/** What a test chooses about its browser. */
export interface FirefoxOptions {
  /** The built extension's folder. */
  readonly extensionPath: string;
  /** Where the simulator listens on 127.0.0.1. */
  readonly simPort: number;
  readonly headless?: boolean;
  /** After how long without work Firefox ends the background page (its own default is 30 s). */
  readonly backgroundIdleMs?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A Firefox with the extension in it. */
export interface FirefoxWithExtension {
  readonly browser: Browser;
  /** The address of one of the extension's own files. */
  url(path: string): string;
  /** Opens one of the extension's pages in a tab; resolves when it is loaded. */
  openPage(path: string): Promise<Page>;
  /** Opens the popup's page in a tab. */
  openPopup(): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts Firefox with the extension. Every name resolves to loopback and every connection to port 443 goes to the
 * simulator, so nothing leaves the machine.
 */
export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxWithExtension> {
  const { extensionPath, simPort, headless = true } = options;
  if (!existsSync(join(extensionPath, 'manifest.json'))) {
    throw new Error(`No extension in ${extensionPath}: build it first (npm run build -- --all).`);
  }
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless,
    acceptInsecureCerts: true,
    // Without it, going to a moz-extension: address is refused.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${simPort}`,
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: hostName }),
      // What is asked for on a click is given without the prompt, which is a part of the browser that no page reaches.
      'extensions.webextOptionalPermissionPrompts': false,
      ...(options.backgroundIdleMs !== undefined && {
        'extensions.background.idle.timeout': options.backgroundIdleMs,
      }),
      ...(options.colorScheme !== undefined && {
        'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
      }),
    },
  });
  try {
    await browser.installExtension(extensionPath);
  } catch (error) {
    await browser.close();
    throw error;
  }

  const url = (path: string) => `moz-extension://${hostName}/${path}`;
  const openPage = async (path: string) => {
    const page = await browser.newPage();
    await goToExtensionPage(page, url(path));
    return page;
  };
  return {
    browser,
    url,
    openPage,
    openPopup: () => openPage('popup.html'),
    close: () => browser.close(),
  };
}

/** Puppeteer misses the load event of moz-extension: pages, so the page itself is asked until it is ready. */
async function goToExtensionPage(page: Page, url: string): Promise<void> {
  await page.goto(url, { timeout: 1_000 }).catch(() => {});
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const ready = await page
      .evaluate((wanted) => document.readyState === 'complete' && location.href === wanted, url)
      .catch(() => false);
    if (ready) return;
    if (Date.now() > deadline) throw new Error(`${url} did not load in Firefox.`);
    await pause(50);
  }
}
