/** A browser's profile that outlives its browser, for tests that kill the one and start another. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { launchChromium } from '../e2e/browser/chromium.ts';
import { type Watching, watch } from '../e2e/watching.ts';
import { startSim } from '../sim/server.ts';
import { builds } from '../tools/root.ts';

/** One profile, and the browser that has it open. */
export interface Profile {
  /** The browser at hand; another one after {@link restart}. */
  readonly watching: Watching;
  /** Kills the browser, all of it in one moment, and starts another one. The pages are gone. */
  killAndRestart(): Promise<void>;
}

export const test = base.extend<{ profile: Profile }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from the pattern.
  profile: async ({}, use) => {
    const userDataDir = mkdtempSync(join(tmpdir(), 'gift-ledger-killed-'));
    const sim = await startSim({ speed: 4 });
    const start = async () =>
      watch(
        sim,
        await launchChromium({
          extensionPath: builds.chrome,
          simPort: sim.port,
          userDataDir,
          context: { locale: 'en-US', timezoneId: 'UTC' },
        }),
      );
    let watching = await start();
    await use({
      get watching() {
        return watching;
      },
      async killAndRestart() {
        await watching.browser.kill();
        watching = await start();
      },
    });
    await watching.browser.close();
    await sim.close();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  },
});
