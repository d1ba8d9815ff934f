import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** What the add-on is called in Firefox. */
export const geckoId = 'page-hook@test.invalid';

async function bundle(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: here(file), formats: ['iife'], name: 'script' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`nothing was built of ${file}`);
  return `(()=>{${chunk.code}})()`;
}

/**
 * Writes an extension of the hook and a small bridge that hands all it gets to the background, where tests read it.
 * The bridge of a page whose address ends in `?noack` acknowledges nothing.
 */
export async function writeExtension(
  kind: 'chromium' | 'firefox',
): Promise<{ folder: string; size: number; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'page-hook-'));
  const hook = await bundle('../../utils/messaging/page-hook/start.ts');
  writeFileSync(join(folder, 'page.js'), hook);
  writeFileSync(join(folder, 'capture.js'), await bundle('test-bridge.ts'));
  writeFileSync(join(folder, 'background.js'), await bundle('test-background.ts'));
  const script = {
    matches: ['https://*.tiktok.com/*'],
    run_at: 'document_start',
    all_frames: true,
    match_about_blank: true,
  };
  const manifest = {
    manifest_version: 3,
    name: 'page hook test',
    version: '1',
    permissions: ['scripting', 'tabs'],
    host_permissions: script.matches,
    background:
      kind === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    content_scripts: [
      { ...script, js: ['capture.js'] },
      { ...script, js: ['page.js'], world: 'MAIN' },
    ],
    ...(kind === 'firefox' ? { browser_specific_settings: { gecko: { id: geckoId } } } : {}),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return { folder, size: hook.length, remove: () => rmSync(folder, { recursive: true }) };
}
