import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the gallery's own check: `playwright test --config tests/gallery/playwright.config.ts`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: `${project}/test-results/gallery-run`,
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: `${project}/test-results/gallery.json` }]],
  use: {
    // Of the server below, which says its port before any test reads this.
    baseURL: `http://127.0.0.1:${process.env.GALLERY_PORT}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    },
  },
  webServer: {
    command: [
      'vite build --config tests/gallery/vite.config.ts --logLevel warn',
      'vite preview --config tests/gallery/vite.config.ts --host 127.0.0.1',
    ].join(' && '),
    cwd: project,
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<gallery_port>\d+)\// },
  },
});
