/**
 * Finds a browser for the extension, or installs one: what is there, else Playwright's download, else the system's
 * package manager, else a word on what to install.
 *
 * As a program, `node tests/e2e/browser/find.ts [chromium|firefox] [--dry-run]` prints the path; with `--dry-run` it
 * tells what it would do.
 */
import { parseArgs } from 'node:util';
import { installersFor, runInstaller } from './install.ts';
import { type BrowserKind, kinds } from './kinds.ts';
import { type Search, searchBrowser } from './locate.ts';
import { type Machine, thisMachine } from './machine.ts';

const advice: Readonly<Record<BrowserKind, Partial<Record<NodeJS.Platform, string>>>> = {
  chromium: {
    linux: 'install the package chromium (Debian, Fedora, Arch) or Chrome for Testing',
    darwin: 'install Chromium or Chrome for Testing',
    win32: 'install Microsoft Edge or Chromium',
  },
  firefox: {
    linux: 'install the package firefox-esr (Debian) or firefox',
    darwin: 'install Firefox into /Applications',
    win32: 'install Firefox',
  },
};

function missing(kind: BrowserKind, machine: Machine, search: Search): string {
  const { label, oldest, variable } = kinds[kind];
  const what = advice[kind][machine.platform] ?? `install ${label}`;
  const passedOver = search.passedOver.map(({ candidate, why }) => `\n  ${candidate.path} ${why}`);
  const chrome = kind === 'chromium' ? ' (Google Chrome will not do: it loads no extension)' : '';
  return (
    `No ${label} ${oldest} or later was found${chrome}, and none could be installed. ` +
    `Please ${what}, or set ${variable} to its program file.${passedOver.join('')}`
  );
}

/** The browser's program file, where one is there already. Installs nothing; throws when there is none. */
export function findBrowser(kind: BrowserKind): string {
  const machine = thisMachine();
  const search = searchBrowser(kind, machine);
  if (search.found === undefined) throw new Error(missing(kind, machine, search));
  return search.found.path;
}

/** The browser's program file; installs one where there is none. Throws when that fails, saying what to do. */
export function provideBrowser(kind: BrowserKind): string {
  const machine = thisMachine();
  const first = searchBrowser(kind, machine);
  if (first.found !== undefined) return first.found.path;
  for (const installer of installersFor(kind, machine)) {
    console.error(`No ${kinds[kind].label} found; trying ${installer.name} ...`);
    const worked = runInstaller(installer, console.error);
    // Looked for in any case: what counts is a browser that starts.
    const { found } = searchBrowser(kind, machine);
    if (found !== undefined) return found.path;
    if (worked) console.error(`  ${installer.name} left no ${kinds[kind].label} that starts.`);
  }
  throw new Error(missing(kind, machine, searchBrowser(kind, machine)));
}

function tellPlan(kind: BrowserKind): void {
  const machine = thisMachine();
  const { label } = kinds[kind];
  const search = searchBrowser(kind, machine);
  for (const { candidate, why } of search.passedOver) {
    console.log(`${label}: passing over ${candidate.path}: ${why}`);
  }
  if (search.found !== undefined) {
    console.log(`${label}: use ${search.found.path} (${search.found.from})`);
    return;
  }
  const installers = installersFor(kind, machine);
  for (const { name, commands } of installers) {
    console.log(`${label}: try ${name}`);
    for (const { run, args } of commands) console.log(`  ${run} ${args.join(' ')}`);
  }
  console.log(`${label}: ${installers.length > 0 ? 'else' : ''} ${missing(kind, machine, search)}`);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const all: readonly BrowserKind[] = ['chromium', 'firefox'];
  for (const kind of all.filter((one) => positionals.length === 0 || positionals.includes(one))) {
    if (values['dry-run']) tellPlan(kind);
    else console.log(provideBrowser(kind));
  }
}
