import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

/**
 * The scripts of the tools that we run. By file, not by node_modules/.bin: those are shell scripts on Windows, and
 * would start whatever `node` comes first on PATH.
 */
const scripts = {
  wxt: 'wxt/bin/wxt.mjs',
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
  'addons-linter': 'addons-linter/bin/addons-linter',
} as const;

export type Tool = keyof typeof scripts;

/** Runs a tool in the project's root with its output shown; gives its exit code. */
export function runTool(
  tool: Tool,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const script = join(root, 'node_modules', scripts[tool]);
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    // A signal that ends us must not leave the tool (and its browsers) behind.
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    const signals = ['SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, forward);
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code ?? 1);
    });
  });
}
