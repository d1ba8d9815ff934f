/** The extension that is measured: the product's own build, with the benchmark's page and script beside it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { resultsFolder, root } from '../tools/root.ts';

const folder = join(resultsFolder, 'bench', 'chrome-mv3');
const inside = join(root, 'tests', 'bench', 'inside');

/** Where the benchmark's own files are within the extension. */
export const benchPage = 'bench/page.html';
export const benchOutbox = 'bench/outbox.js';

function buildProduct(): void {
  const script = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  // What it says is shown only when it failed: standard output is for the numbers.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, 'build', '--config', 'tests/bench/wxt.config.ts'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The extension could not be built.\n${stdout}${stderr}`);
}

/** Builds the extension to measure and gives its folder. */
export async function buildForBench(): Promise<string> {
  buildProduct();
  const common = { configFile: false, logLevel: 'error', root: inside } as const;
  const outDir = join(folder, 'bench');
  await build({
    ...common,
    base: './',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(inside, 'page.html') } },
  });
  await build({
    ...common,
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: join(inside, 'outbox.ts'),
        formats: ['iife'],
        name: 'giftLedgerOutbox',
        fileName: () => 'outbox.js',
      },
    },
  });
  return folder;
}
