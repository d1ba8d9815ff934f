import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from './find.ts';
import { answerPrompt, type PromptAnswer, windowPicture } from './firefox-windows.ts';

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
  /** Where downloads go, without asking. */
  readonly downloadFolder?: string;
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
  /** Answers the prompt that the browser itself shows next, by its own button; gives the prompt's words. */
  answerPrompt(answer: PromptAnswer): Promise<string>;
  /** The browser's window as a person sees it, side bar included: a PNG file. */
  windowPicture(): Promise<Buffer>;
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
      // Else a prompt's buttons do nothing for half a second.
      'security.notification_enable_delay': 0,
      ...(options.downloadFolder !== undefined && {
        'browser.download.folderList': 2,
        'browser.download.dir': options.downloadFolder,
      }),
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
    answerPrompt: (answer) => answerPrompt(browser, answer),
    windowPicture: () => windowPicture(browser),
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
