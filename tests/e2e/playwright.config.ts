import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const results = fileURLToPath(new URL('../../test-results/', import.meta.url));

/**
 * End-to-end tests start their browsers themselves (`browser/`), since an extension needs its own profile. Firefox is
 * driven by Puppeteer, under the same runner: those tests are named `*.firefox.e2e.ts`.
 */
export default defineConfig({
  testDir: '..',
  projects: [
    {
      name: 'chromium',
      testMatch: '{e2e,page-hook,faults,hostile}/*.e2e.ts',
      testIgnore: '**/*.firefox.e2e.ts',
      outputDir: `${results}e2e`,
    },
    {
      name: 'firefox',
      testMatch: '{e2e,page-hook}/*.firefox.e2e.ts',
      outputDir: `${results}firefox`,
    },
  ],
  workers: 2,
  // A test that passes only the second time has found something: it is listed as flaky, and looked into.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 150_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: `${results}e2e.json` }]],
});
