/** The packages for the stores: made, found, and made again elsewhere to compare. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { root } from './root.ts';

const output = '.output';

/** Builds and packs both browsers' extensions in a folder that holds the project; throws where one fails. */
export function makePackages(folder: string): void {
  for (const target of [[], ['-b', 'firefox', '--mv3']]) {
    // Its own WXT: the one of another folder would build that one.
    const script = join(folder, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    execFileSync(process.execPath, [script, 'zip', ...target], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
}

/** The packages that lie in a folder's output, by name: `gift-ledger-0.1.0-chrome.zip`. */
export function readPackages(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(join(folder, output)).filter((file) => file.endsWith('.zip'));
  return new Map(files.sort().map((file) => [file, readFileSync(join(folder, output, file))]));
}

/** The project as it is committed, in `folder`, with the packages that are installed here. */
export function cloneCommitted(folder: string): void {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder]);
  lendModules(folder);
}

/** Unpacks a zip of sources into `folder`, with the packages that are installed here. */
export function unpackSources(zip: Uint8Array, folder: string): void {
  const inside = resolve(folder) + sep;
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const path = resolve(folder, name);
    if (name.endsWith('/') || !path.startsWith(inside)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  lendModules(folder);
}

function lendModules(folder: string): void {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}
