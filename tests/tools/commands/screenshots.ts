/**
 * `npm run screenshots`: builds the extension and makes the README's pictures in `docs/images/`. The simulated evening
 * begins the same way every time; a picture is taken once the numbers in it are there.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from '../../e2e/browser/chromium.ts';
import { provideBrowser } from '../../e2e/browser/find.ts';
import { clickInOverlay, overlayText } from '../../e2e/browser/overlay.ts';
import { startSim } from '../../sim/server.ts';
import type { Sim } from '../../sim/sim.ts';
import { buildExtension } from '../build-extension.ts';
import { builds, root } from '../root.ts';

const folder = join(root, 'docs', 'images');
const patienceMs = 60_000;
/** Larger pictures make the repository heavy. */
const mostBytes = 400_000;

const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];

/** How much faster than life the evening is played. */
const speed = 3;

/** What the stream looked like before, so that month and creators differ from the stream at hand. */
const before = [
  { from: 'me', gift: 'Galaxy', room: 'noor.live' },
  { from: 'me', gift: 'Hand Hearts', count: 2, room: 'noor.live' },
  { from: 'me', gift: 'Corgi', room: 'tove.paints' },
  { from: 'me', gift: 'Finger Heart', count: 12, room: 'tove.paints' },
] as const;

async function until(happened: () => Promise<boolean>, complaint: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await happened())) {
    if (Date.now() > deadline) throw new Error(complaint);
    await pause(50);
  }
}

async function takePicture(page: Page, name: string): Promise<void> {
  const path = join(folder, name);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  console.log(`${relative(root, path)}  ${Math.round(size / 1000)} kB`);
  if (size > mostBytes) throw new Error(`${name} is larger than ${mostBytes / 1000} kB.`);
}

/** A browser on the simulated site, in one colour scheme. */
class Studio {
  readonly #sim: Sim;
  readonly #browser: ChromiumWithExtension;
  readonly #scheme: Scheme;

  constructor(sim: Sim, browser: ChromiumWithExtension, scheme: Scheme) {
    this.#sim = sim;
    this.#browser = browser;
    this.#scheme = scheme;
  }

  async stream(): Promise<void> {
    for (const gift of before) {
      const page = await this.#open(gift.room);
      await this.#sim.sendGift(gift);
      const sent = this.#sim.truth({ room: gift.room });
      const coins = sent.reduce((sum, payment) => sum + (payment.coins ?? 0), 0);
      await this.#waitForOverlay(page, new RegExp(`\\b${coins.toLocaleString('en-US')} coins`));
      await page.close();
    }
    const page = await this.#open('mira.plays');
    const opening = this.#sim.play('evening', speed);
    // It has no end; closing the site ends it.
    void opening;
    await this.#waitForOverlay(page, /\b25 coins[\s\S]*this stream/);
    await takePicture(page, `stream-${this.#scheme}.png`);
    await this.#expand(page);
    await takePicture(page, `stream-card-${this.#scheme}.png`);
    await this.#popup(page, 'I send', /25 coins/, `popup-sent-${this.#scheme}.png`);
  }

  async ownStream(): Promise<void> {
    const page = await this.#open('kai.watches');
    await this.#sim.chat(9, 'kai.watches');
    await this.#sim.play('own-stream', 20);
    await this.#waitForOverlay(page, /1,096 coins/);
    await this.#expandIfPill(page);
    await takePicture(page, `own-stream-${this.#scheme}.png`);
    await this.#popup(page, 'I receive', /1,096 coins/, `popup-received-${this.#scheme}.png`);
  }

  async #open(room: string): Promise<Page> {
    const page = await this.#browser.context.newPage();
    await page.goto(this.#sim.pageUrl(room));
    await this.#sim.waitForClients(1, { room });
    return page;
  }

  #waitForOverlay(page: Page, words: RegExp): Promise<void> {
    return until(
      async () => words.test((await overlayText(page, this.#browser.extensionId)) ?? ''),
      `The overlay does not say ${words}.`,
    );
  }

  async #expand(page: Page): Promise<void> {
    await clickInOverlay(page, this.#browser.extensionId, '.pill-main');
    await this.#waitForOverlay(page, /Last gift/);
    // Away from the overlay: no button of it is drawn as pointed at.
    await page.mouse.move(640, 300);
  }

  /** The overlay keeps its shape on the whole site. */
  async #expandIfPill(page: Page): Promise<void> {
    const text = (await overlayText(page, this.#browser.extensionId)) ?? '';
    if (!text.includes('Last gift')) await this.#expand(page);
  }

  async #popup(over: Page, tab: string, words: RegExp, name: string): Promise<void> {
    await over.bringToFront();
    const worker = await this.#browser.worker();
    const id = await worker.evaluate(async () => {
      const [active] = await chrome.tabs.query({ active: true });
      return active?.id;
    });
    const popup = await this.#browser.openPage(`popup.html?tab=${id}`);
    await popup.setViewportSize({ width: 380, height: 600 });
    await popup.getByRole('tab', { name: tab }).click();
    await popup.locator('.popup', { hasText: words }).waitFor({ timeout: patienceMs });
    await popup.locator('.popup .status').click();
    await takePicture(popup, name);
    await popup.close();
  }
}

async function inScheme(scheme: Scheme): Promise<void> {
  const sim = await startSim();
  try {
    const browser = await launchChromium({
      extensionPath: builds.chrome,
      simPort: sim.port,
      context: {
        viewport: { width: 1280, height: 800 },
        locale: 'en-US',
        timezoneId: 'UTC',
        colorScheme: scheme,
        reducedMotion: 'reduce',
      },
    });
    try {
      const studio = new Studio(sim, browser, scheme);
      await studio.stream();
      await studio.ownStream();
    } finally {
      await browser.close();
    }
  } finally {
    await sim.close();
  }
}

try {
  provideBrowser('chromium');
  if (!(await buildExtension('chrome'))) throw new Error('The extension could not be built.');
  mkdirSync(folder, { recursive: true });
  for (const scheme of schemes) await inScheme(scheme);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
