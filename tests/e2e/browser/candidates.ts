import { posix, win32 } from 'node:path';
import type { BrowserKind } from './kinds.ts';
import type { Machine } from './machine.ts';

/**
 * Where a browser may be, best first. Google Chrome itself is in no list: since version 137 its branded builds ignore
 * `--load-extension` (Chromium, Chrome for Testing and Edge do not). Nor is Playwright's own Firefox, which speaks
 * only Playwright's protocol. Snaps come last: they cannot read every folder.
 */
const places: Readonly<Record<BrowserKind, Partial<Record<NodeJS.Platform, readonly string[]>>>> = {
  chromium: {
    linux: [
      '/usr/bin/chromium',
      '/usr/lib/chromium/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/microsoft-edge',
      '/opt/microsoft/msedge/msedge',
      '/snap/bin/chromium',
    ],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      '%LOCALAPPDATA%\\Chromium\\Application\\chrome.exe',
      '%ProgramFiles%\\Chromium\\Application\\chrome.exe',
      '%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe',
      '%ProgramFiles%\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    linux: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/usr/lib64/firefox/firefox',
      '/opt/firefox/firefox',
      '/snap/bin/firefox',
    ],
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
    win32: [
      '%ProgramFiles%\\Mozilla Firefox\\firefox.exe',
      '%ProgramFiles(x86)%\\Mozilla Firefox\\firefox.exe',
      '%LOCALAPPDATA%\\Mozilla Firefox\\firefox.exe',
    ],
  },
};

/** What to look for on PATH. */
const programs: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** A place to look, and what to call it. */
export interface Candidate {
  readonly path: string;
  readonly from: string;
}

function onPath(machine: Machine, program: string): readonly string[] {
  const windows = machine.platform === 'win32';
  const { delimiter, join } = windows ? win32 : posix;
  const path = machine.env.PATH ?? machine.env.Path ?? '';
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, windows ? `${program}.exe` : program));
}

function expand(machine: Machine, path: string): string {
  return path.replace(/%([^%]+)%/g, (_, name: string) => machine.env[name] ?? `%${name}%`);
}

/** Every place to look for a browser on this machine, best first. */
export function candidatesFor(kind: BrowserKind, machine: Machine): readonly Candidate[] {
  const found: Candidate[] = [];
  if (kind === 'chromium' && machine.playwrightChromium !== undefined) {
    found.push({ path: machine.playwrightChromium, from: "Playwright's cache" });
  }
  for (const path of places[kind][machine.platform] ?? []) {
    found.push({ path: expand(machine, path), from: 'a usual place' });
  }
  for (const program of programs[kind]) {
    for (const path of onPath(machine, program)) found.push({ path, from: 'PATH' });
  }
  return found;
}
