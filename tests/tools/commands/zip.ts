/**
 * `npm run zip [-- --verify]`: builds the packages for the stores, with the sources that Firefox's reviewers build
 * from, and lints what Firefox gets. `--verify` makes them again from a clean clone of what is committed, and
 * Firefox's once more from those sources: every byte must be the same.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  cloneCommitted,
  copyModules,
  makePackages,
  moveModules,
  readPackages,
  unpackSources,
} from '../packages.ts';
import { builds, root } from '../root.ts';
import { runTool } from '../tool.ts';

const { values } = parseArgs({ options: { verify: { type: 'boolean', default: false } } });

makePackages(root);
const made = readPackages(root);
for (const [name, bytes] of made) {
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(`${name}  ${bytes.length} B  sha256 ${hash}`);
}
let failed = (await runTool('addons-linter', [builds.firefox])) !== 0;

/** Compares packages made elsewhere with ours, and says of each whether it is the same. */
function compare(how: string, folder: string, names: readonly string[]): void {
  const again = readPackages(folder);
  for (const name of names) {
    const same = made.get(name)?.equals(again.get(name) ?? Buffer.alloc(0)) === true;
    console.log(`${name} ${how}: ${same ? 'the same' : 'DIFFERENT'}`);
    failed ||= !same;
  }
}

if (values.verify) {
  const folder = mkdtempSync(join(tmpdir(), 'gift-ledger-verify-'));
  try {
    const clone = join(folder, 'clone');
    cloneCommitted(clone);
    copyModules(clone);
    makePackages(clone);
    compare('from a clean clone', clone, [...made.keys()]);
    const sources = join(folder, 'sources');
    const zip = [...made].find(([name]) => name.endsWith('-sources.zip'))?.[1];
    unpackSources(zip ?? Buffer.alloc(0), sources);
    moveModules(clone, sources);
    makePackages(sources);
    compare(
      'from its sources',
      sources,
      [...made.keys()].filter((name) => name.endsWith('-firefox.zip')),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exitCode = failed ? 1 : 0;
