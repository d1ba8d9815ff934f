/** The packages for the stores: made, found, and made again elsewhere to compare. */
import { execFileSync } from 'node:child_process';
import {
  constants,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
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

/** The project as it is committed, in `folder`. It still needs packages: {@link copyModules}. */
export function cloneCommitted(folder: string): void {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder]);
}

/** Unpacks a zip of sources into `folder`. They still need packages: {@link copyModules}. */
export function unpackSources(zip: Uint8Array, folder: string): void {
  const inside = resolve(folder) + sep;
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const path = resolve(folder, name);
    if (name.endsWith('/') || !path.startsWith(inside)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/**
 * Copies the packages that are installed here into `folder`. A link to them would not do: the bundler sorts modules by
 * where they truly lie, so that what it makes depends on whether they lie inside of the project.
 */
export function copyModules(folder: string): void {
  cpSync(join(root, 'node_modules'), join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
}

/** Moves the packages of one such folder into another. */
export function moveModules(from: string, to: string): void {
  renameSync(join(from, 'node_modules'), join(to, 'node_modules'));
}
