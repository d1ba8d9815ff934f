import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Target } from './root.ts';
import { runTool } from './tool.ts';

const targetArgs: Readonly<Record<Target, readonly string[]>> = {
  chrome: [],
  // Manifest V3 in Firefox as well: WXT would choose V2.
  firefox: ['-b', 'firefox', '--mv3'],
};

/** Builds the extension for one browser; tells whether it worked. */
export async function buildExtension(target: Target): Promise<boolean> {
  return (await runTool('wxt', ['build', ...targetArgs[target]])) === 0;
}

/** Writes WXT's generated types and the tsconfig that ours extends; nothing reads TypeScript without them. */
export async function prepareTypes(): Promise<boolean> {
  return (await runTool('wxt', ['prepare'])) === 0;
}

/** `prepareTypes`, unless it was done once: a build refreshes them too. */
export async function prepareTypesOnce(): Promise<boolean> {
  return existsSync(join(root, '.wxt', 'tsconfig.json')) || (await prepareTypes());
}
