import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** What finding a browser asks of the machine; tests put another in its place. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** Where Playwright keeps the Chromium that it downloads, whether or not it is there. */
  readonly playwrightChromium: string | undefined;
  exists(path: string): boolean;
  /** What the program prints, or undefined when it does not start, fails or takes too long. */
  output(command: string, args: readonly string[]): string | undefined;
}

function playwrightChromium(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    // A system that Playwright has no build for.
    return undefined;
  }
}

/** The machine that we run on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    playwrightChromium: playwrightChromium(),
    exists: existsSync,
    output(command, args) {
      const result = spawnSync(command, args, {
        encoding: 'utf8',
        timeout: 20_000,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return result.status === 0 ? result.stdout : undefined;
    },
  };
}
