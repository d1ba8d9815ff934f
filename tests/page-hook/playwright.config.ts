import { defineConfig } from '@playwright/test';

/** The page hook alone, in real browsers: `playwright test -c tests/page-hook`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  workers: 1,
  timeout: 60_000,
  reporter: 'list',
});
