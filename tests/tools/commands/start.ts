/**
 * `npm start`: builds the extension and opens a browser with it on a simulated live stream. Where there is no display
 * it leaves pictures instead.
 */
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from '../../e2e/browser/chromium.ts';
import { provideBrowser } from '../../e2e/browser/find.ts';
import { overlayText } from '../../e2e/browser/overlay.ts';
import { startSim } from '../../sim/server.ts';
import type { Sim } from '../../sim/sim.ts';
import { buildExtension } from '../build-extension.ts';
import { builds, resultsFolder, root } from '../root.ts';

/** An amount that is not nought. */
const someAmount = /[1-9]/;
/** The evening begins with two gifts of the viewer's own. */
const ownGifts = 2;
const patienceMs = 60_000;

const picturesFolder = join(resultsFolder, 'start');

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  const { DISPLAY = '', WAYLAND_DISPLAY = '' } = process.env;
  return DISPLAY !== '' || WAYLAND_DISPLAY !== '';
}

/** A display may be named but out of reach: then the browser runs without. */
async function launch(
  simPort: number,
): Promise<{ browser: ChromiumWithExtension; headless: boolean }> {
  const options = { extensionPath: builds.chrome, simPort };
  // Ctrl+C is ours to handle: the simulator has to stop as well.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  if (hasDisplay()) {
    try {
      const context = { ...signals, viewport: null };
      return {
        browser: await launchChromium({ ...options, headless: false, context }),
        headless: false,
      };
    } catch (error) {
      console.error('No window could be opened, so there will only be pictures.');
      console.error(error instanceof Error ? error.message : error);
    }
  }
  const context = { ...signals, viewport: { width: 1280, height: 800 } };
  return { browser: await launchChromium({ ...options, headless: true, context }), headless: true };
}

async function until(happened: () => Promise<boolean>, complaint: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await happened())) {
    if (Date.now() > deadline) throw new Error(complaint);
    await pause(100);
  }
}

async function takePicture(page: Page, name: string): Promise<string> {
  const path = join(picturesFolder, name);
  await page.screenshot({ path });
  return relative(root, path);
}

async function show(sim: Sim, browser: ChromiumWithExtension, headless: boolean): Promise<void> {
  const live = browser.context.pages()[0] ?? (await browser.context.newPage());
  await live.goto(sim.pageUrl());
  console.log('The stream is on; waiting for its first gifts ...');
  // Whatever comes out, there is a picture of it.
  try {
    await until(
      async () => sim.truth({ mine: true, seenLive: true }).length >= ownGifts,
      'The simulated stream sent no gifts.',
    );
    await until(
      async () => someAmount.test((await overlayText(live, browser.extensionId)) ?? ''),
      'The overlay shows no amount.',
    );
  } finally {
    console.log(`Picture of the stream: ${await takePicture(live, 'live.png')}`);
  }
  const popup = await browser.openPopup();
  if (headless) await popup.setViewportSize({ width: 380, height: 600 });
  try {
    await popup.locator('body', { hasText: someAmount }).waitFor({ timeout: patienceMs });
  } catch {
    throw new Error('The popup shows no amount.');
  } finally {
    console.log(`Picture of the popup: ${await takePicture(popup, 'popup.png')}`);
  }
  await live.bringToFront();
}

async function main(): Promise<void> {
  provideBrowser('chromium');
  if (!(await buildExtension('chrome'))) throw new Error('The extension could not be built.');
  mkdirSync(picturesFolder, { recursive: true });

  const sim = await startSim({ scenario: 'evening' });
  try {
    const { browser, headless } = await launch(sim.port);
    // Asked first: a window closed early must not be waited for for ever.
    const closed = new Promise((resolve) => browser.context.once('close', resolve));
    const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    try {
      await Promise.race([show(sim, browser, headless), closed, interrupted]);
      if (headless) {
        console.log('There is no display here: look at the two pictures.');
        return;
      }
      console.log('Look at the overlay on the stream, and at the popup in the second tab.');
      console.log("Send gifts with the stream's own gift panel; viewers send some as well.");
      console.log('Close the browser or press Ctrl+C to end.');
      await Promise.race([closed, interrupted]);
    } finally {
      await browser.close();
    }
  } finally {
    await sim.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
