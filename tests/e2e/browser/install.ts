import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { BrowserKind } from './kinds.ts';
import type { Machine } from './machine.ts';

/** One way to get a browser: commands to run one after another. */
export interface Installer {
  readonly name: string;
  readonly commands: readonly Command[];
}

export interface Command {
  readonly run: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly limitMs: number;
  /** Goes on with the next command although this one failed. */
  readonly mayFail?: boolean;
}

const minute = 60_000;

/** Bare machines draw gift icons and Asian names as empty boxes. */
const debianFonts = ['fonts-noto-color-emoji', 'fonts-noto-cjk'];

const debianPackages = { chromium: 'chromium', firefox: 'firefox-esr' } as const;
const fedoraPackages = { chromium: 'chromium', firefox: 'firefox' } as const;

function has(machine: Machine, program: string): boolean {
  return machine.output(program, ['--version']) !== undefined;
}

/** What to put before a command that only root may run; undefined where we cannot become root without asking. */
function asRoot(machine: Machine): readonly string[] | undefined {
  if (machine.isRoot) return [];
  return machine.output('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n'];
}

function rootCommand(
  prefix: readonly string[],
  words: readonly string[],
  rest: Omit<Command, 'run' | 'args'>,
): Command {
  const [run = '', ...args] = [...prefix, ...words];
  return { run, args, ...rest };
}

function playwright(): Installer {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  return {
    name: "Playwright's download",
    commands: [
      {
        run: process.execPath,
        args: [cli, 'install', '--no-shell', 'chromium'],
        // On a closed network a connection may hang instead of being refused.
        env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
        limitMs: 5 * minute,
      },
    ],
  };
}

function aptGet(kind: BrowserKind, prefix: readonly string[]): Installer {
  // `env` because sudo drops the environment.
  const words = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
  const patience = ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120'];
  const install = ['install', '--no-install-recommends', debianPackages[kind], ...debianFonts];
  return {
    name: 'apt-get',
    commands: [
      // One dead source among many must not end it: the install tells whether the rest was enough.
      rootCommand(prefix, [...words, ...patience, 'update'], {
        limitMs: 5 * minute,
        mayFail: true,
      }),
      rootCommand(prefix, [...words, ...patience, ...install], { limitMs: 15 * minute }),
    ],
  };
}

function dnf(kind: BrowserKind, prefix: readonly string[]): Installer {
  const words = ['dnf', 'install', '-y', fedoraPackages[kind]];
  return { name: 'dnf', commands: [rootCommand(prefix, words, { limitMs: 15 * minute })] };
}

function brew(): Installer {
  const args = ['install', '--cask', 'firefox'];
  return { name: 'brew', commands: [{ run: 'brew', args, limitMs: 15 * minute }] };
}

/** The ways to get a browser on this machine, in the order to try them; may be empty. */
export function installersFor(kind: BrowserKind, machine: Machine): readonly Installer[] {
  const installers: Installer[] = [];
  if (kind === 'chromium' && machine.playwrightChromium !== undefined)
    installers.push(playwright());
  if (machine.platform === 'linux') {
    const prefix = asRoot(machine);
    if (prefix !== undefined && has(machine, 'apt-get')) installers.push(aptGet(kind, prefix));
    else if (prefix !== undefined && has(machine, 'dnf')) installers.push(dnf(kind, prefix));
  }
  if (machine.platform === 'darwin' && kind === 'firefox' && has(machine, 'brew')) {
    installers.push(brew());
  }
  return installers;
}

/** Runs one installer; tells whether it says that it worked. Its output is shown only when it failed. */
export function runInstaller(installer: Installer, say: (line: string) => void): boolean {
  for (const command of installer.commands) {
    const result = spawnSync(command.run, command.args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...command.env },
      timeout: command.limitMs,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (result.status === 0) continue;
    const said = `${result.stdout ?? ''}\n${result.stderr ?? ''}`.trim().split('\n').slice(-6);
    say(`  ${command.run} ${command.args.join(' ')} failed: ${result.error?.message ?? ''}`);
    for (const line of said) say(`    ${line}`);
    if (command.mayFail !== true) return false;
  }
  return true;
}
