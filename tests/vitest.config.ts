import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Tests of what keeps nothing between two calls: all in one place, since a place for each file costs more than they do. */
const pure = ['core', 'components', 'platforms', 'gallery', 'sim', 'tags'].map(
  (folder) => `tests/${folder}/**/*.test.{ts,tsx}`,
);

/** What both have in common; a project that merely extends the others' would lack the browser's stand-in. */
function project(
  name: string,
  chosen: { include: string[]; exclude?: string[]; isolate: boolean },
) {
  return {
    root,
    // Gives `wxt/browser` an in-memory stand-in. A port is named only so that the plugin looks for none: it opens no
    // server, yet fails where `localhost` does not resolve.
    plugins: [WxtVitest({ root, dev: { server: { port: 3000, strictPort: true } } })],
    // The plugin does not read the Vite part of wxt.config.ts, so JSX is told here.
    oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
    test: {
      name,
      // Tests that draw ask for happy-dom in their first line: `// @vitest-environment happy-dom`.
      environment: 'node' as const,
      setupFiles: ['fake-indexeddb/auto'],
      // Starts in half the time of processes.
      pool: 'threads' as const,
      testTimeout: 90_000,
      hookTimeout: 90_000,
      ...chosen,
    },
  };
}

export default defineConfig({
  root,
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
    projects: [
      project('pure', { include: pure, isolate: false }),
      project('apart', {
        include: ['tests/**/*.test.{ts,tsx}'],
        exclude: [...pure, '**/node_modules/**'],
        isolate: true,
      }),
    ],
  },
});
