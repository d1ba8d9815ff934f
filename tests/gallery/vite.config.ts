import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

/** Serves the gallery: `vite --config tests/gallery/vite.config.ts`; built for its check. */
export default defineConfig({
  root: here,
  publicDir: false,
  cacheDir: `${project}/test-results/gallery-cache`,
  build: { outDir: `${project}/test-results/gallery-site`, emptyOutDir: true },
  plugins: [preact()],
  server: { port: 4177, strictPort: true, fs: { allow: [project] } },
  // Whichever port is free: a preview that was left running would keep a fixed one.
  preview: { port: 0 },
});
