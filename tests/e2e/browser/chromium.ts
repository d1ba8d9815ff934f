import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { allowExtensionReload, grantHosts } from './chromium-profile.ts';
import { findBrowser } from './find.ts';
import { chromiumNetworkArgs } from './network.ts';
import { contentWorlds } from './overlay.ts';
import { wipe } from './wipe.ts';
import { controlWorker, type WorkerControl } from './worker-control.ts';

/** How long anything of the browser's own may take on a busy machine. */
const patienceMs = 30_000;

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** What a test chooses about its browser. */
export interface ChromiumOptions {
  /** The built extension's folder. */
  readonly extensionPath: string;
  /** Where the simulator listens on 127.0.0.1. */
  readonly simPort: number;
  /** A profile to keep between two starts; else a new one, deleted on close. */
  readonly userDataDir?: string;
  readonly headless?: boolean;
  /** Hosts outside the site that lead to the simulator, and that the extension is granted when it asks. */
  readonly grantedHosts?: readonly string[];
  /** More arguments for the browser. */
  readonly args?: readonly string[];
  /** More for Playwright: colour scheme, viewport, time zone, video ... */
  readonly context?: ContextOptions;
}

/** A browser with the extension in it. */
export interface ChromiumWithExtension {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The address of one of the extension's own files. */
  url(path: string): string;
  /** The running service worker; wakes it after a kill. Ask again after a kill or a reload. */
  worker(): Promise<Worker>;
  /** Whether the service worker runs now. */
  isWorkerRunning(): Promise<boolean>;
  /** Opens one of the extension's pages in a tab. */
  openPage(path: string): Promise<Page>;
  /** Opens the popup's page in a tab: the real popup is out of Playwright's reach. */
  openPopup(): Promise<Page>;
  /** Ends the service worker as the browser does when memory is short; resolves when it is gone. */
  killWorker(): Promise<void>;
  /** Reloads the extension as an update does; resolves when the new worker runs. */
  reloadExtension(): Promise<void>;
  /** The same, with a new extension that knows nothing of the hooks that pages have: as if it had just been installed. */
  reinstallExtension(): Promise<void>;
  /** A page of the extension that runs no code of ours: the one that is open, else a new one. */
  inside(): Promise<Page>;
  /**
   * As if the browser had been started anew on a new profile. False after the extension was reloaded: what becomes of
   * its scripts in new pages is then up to the browser.
   */
  startOver(): Promise<boolean>;
  /** Kills the browser's process, as a crash or an empty battery does: nothing in it hears of its end. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Chromium with the extension, on a network where only the simulator exists. */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumWithExtension> {
  const { extensionPath, simPort } = options;
  if (!existsSync(join(extensionPath, 'manifest.json'))) {
    throw new Error(`No extension in ${extensionPath}: build it first (npm run build -- --all).`);
  }
  const executablePath = findBrowser('chromium');
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'gift-ledger-chromium-'));
  const removeProfile = () => {
    if (options.userDataDir !== undefined) return;
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  allowExtensionReload(userDataDir);
  grantHosts(userDataDir, extensionPath, options.grantedHosts ?? []);

  let context: BrowserContext;
  try {
    context = await chromium.launchPersistentContext(userDataDir, {
      executablePath,
      headless: options.headless ?? true,
      ...options.context,
      args: [
        `--disable-extensions-except=${extensionPath}`,
        `--load-extension=${extensionPath}`,
        // Pages of one site share a process: starting one for each takes a tenth of what all tests take.
        '--renderer-process-limit=1',
        ...chromiumNetworkArgs(simPort, options.grantedHosts),
        ...(options.args ?? []),
      ],
    });
  } catch (error) {
    removeProfile();
    throw error;
  }

  const close = async () => {
    await context.close();
    removeProfile();
  };
  const kill = async () => {
    const gone = context.waitForEvent('close', { timeout: patienceMs });
    process.kill(await processOf(context), 'SIGKILL');
    await gone;
  };
  try {
    const first =
      context.serviceWorkers()[0] ??
      (await context.waitForEvent('serviceworker', { timeout: patienceMs }));
    const extensionId = new URL(first.url()).host;
    await warmUp(context, extensionId);
    return { ...control(context, extensionId), kill, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The number of the browser's own process, to which all others belong. */
async function processOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const known = await session?.send('SystemInfo.getProcessInfo');
  const found = known?.processInfo.find(({ type }) => type === 'browser');
  if (found === undefined) throw new Error('The browser does not tell its process.');
  return found.id;
}

/** A page of the simulated site on which nothing happens. */
export const warmUpAddress = 'https://www.tiktok.com/sim-warm-up';

/** Waits until content scripts run: Chromium may show its first pages before it has read a new extension's scripts. */
async function warmUp(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await context.newPage();
  const deadline = Date.now() + patienceMs;
  for (;;) {
    await page.goto(warmUpAddress);
    const session = await context.newCDPSession(page);
    const worlds = await contentWorlds(session, extensionId);
    await session.detach();
    if (worlds.length > 0) break;
    if (Date.now() > deadline) throw new Error('The content scripts never ran.');
  }
  await page.close();
}

function control(
  context: BrowserContext,
  extensionId: string,
): Omit<ChromiumWithExtension, 'kill' | 'close'> {
  const url = (path: string) => `chrome-extension://${extensionId}/${path}`;

  const isOurs = (worker: Worker) => worker.url().startsWith(url(''));

  const nextWorker = () =>
    context.waitForEvent('serviceworker', {
      predicate: isOurs,
      timeout: patienceMs,
    });

  const openPage = async (path: string) => {
    const page = await context.newPage();
    await page.goto(url(path));
    return page;
  };

  const inside = async () => {
    const address = url('manifest.json');
    return (
      context.pages().find((page) => page.url() === address) ?? (await openPage('manifest.json'))
    );
  };

  /** Acts on the service worker from a page of the extension that runs no code of ours. */
  const withControl = async <T>(act: (control: WorkerControl) => T | Promise<T>): Promise<T> => {
    const page = await openPage('manifest.json');
    try {
      return await act(await controlWorker(await context.newCDPSession(page), url('')));
    } finally {
      await page.close();
    }
  };

  /** While Playwright is attached the worker never sleeps by itself, so only a kill leaves it stopped. */
  let wasKilled = false;
  let wasReloaded = false;

  const worker = async () => {
    if (wasKilled) {
      await withControl((control) => control.start());
      wasKilled = false;
    }
    return context.serviceWorkers().find(isOurs) ?? (await nextWorker());
  };

  const replaceWorker = async (reload: () => void | Promise<void>) => {
    wasReloaded = true;
    const old = await worker();
    const gone = old.waitForEvent('close', { timeout: patienceMs });
    const started = nextWorker();
    // The worker dies of it, so the call may end in an error; what counts is the new worker.
    await old.evaluate(reload).catch(() => {});
    await Promise.all([gone, started]);
  };

  return {
    context,
    extensionId,
    url,
    worker,
    isWorkerRunning: () => withControl((control) => control.isRunning()),
    openPage,
    openPopup: () => openPage('popup.html'),
    async killWorker() {
      wasKilled = true;
      await withControl((control) => control.stop());
    },
    reloadExtension: () => replaceWorker(() => chrome.runtime.reload()),
    reinstallExtension: () => replaceWorker(forgetHooksAndReload),
    inside,
    async startOver() {
      if (wasReloaded) return false;
      await wipe(context, await inside(), url(''));
      wasKilled = false;
      return true;
    },
  };
}

/** Runs in the worker. A page that tells of itself between the two would have its hook remembered after all. */
async function forgetHooksAndReload(): Promise<void> {
  const opening = indexedDB.open('gift-ledger');
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const forgetting = opening.result.transaction('pages', 'readwrite');
  forgetting.objectStore('pages').clear();
  forgetting.oncomplete = () => chrome.runtime.reload();
  // Asked for at once, it comes before whatever else wants to write there, and it does not end.
  const holding = opening.result.transaction('pages', 'readwrite').objectStore('pages');
  const hold = () => {
    holding.count().onsuccess = hold;
  };
  hold();
}
