import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { launchChromium } from '../e2e/browser/chromium.ts';
import { contentWorlds } from '../e2e/browser/overlay.ts';
import { expect, type Watching, watch } from '../e2e/watching.ts';
import { startSim } from '../sim/server.ts';
import { builds } from '../tools/root.ts';
import { expectWhole, openWithBudget } from './whole.ts';

/** A browser with a copy of the extension in it, which can be brought to another version as the browser does. */
interface Updatable extends Watching {
  /** Brings the extension to a version; resolves when its worker runs. */
  update(version: string): Promise<void>;
}

const test = base.extend<{ watching: Updatable }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from the pattern.
  watching: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'gift-ledger-updated-'));
    cpSync(builds.chrome, folder, { recursive: true });
    const sim = await startSim({ speed: 4 });
    const browser = await launchChromium({
      extensionPath: folder,
      simPort: sim.port,
      context: { locale: 'en-US', timezoneId: 'UTC' },
    });
    const watching = await watch(sim, browser);
    await use({
      ...watching,
      async update(version) {
        const file = join(folder, 'manifest.json');
        const manifest: object = JSON.parse(readFileSync(file, 'utf8'));
        writeFileSync(file, JSON.stringify({ ...manifest, version }));
        await browser.reloadExtension();
        await watching.reopenInside();
      },
    });
    await browser.close();
    await sim.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

const versionOf = async ({ browser }: Watching) => {
  const worker = await browser.worker();
  return worker.evaluate(() => chrome.runtime.getManifest().version);
};

test('the extension updated while pages are open: their hooks speak to the new scripts, the old ones are silent', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const old = await openWithBudget(watching);
  const streak = await sim.streak({ from: 'me', gift: 'Finger Heart', count: 3 });
  await expectWhole(watching);
  const updated = watching.update('98.0');
  await streak.tick(4);
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  await updated;
  expect(await versionOf(watching)).toBe('98.0');
  // A page of the new version beside one of the old.
  const fresh = await watching.open();
  await sim.waitForClients(2);
  await streak.tick(5);
  await expectWhole(watching);
  const session = await browser.context.newCDPSession(old);
  expect((await contentWorlds(session, browser.extensionId)).length).toBeGreaterThan(1);
  // Another update, with three generations of scripts in the first page; then only this page is left.
  await watching.update('99.0');
  await fresh.close();
  await browser.killWorker();
  await streak.tick(2);
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await streak.end();
  await expectWhole(watching);
  expect(await old.locator('gift-ledger-overlay').count()).toBe(1);
  // 14 Finger Hearts, a Doughnut and a Cap: 199 coins.
  await expect.poll(() => watching.overlay(old)).toContain('199 coins');
});
