import { describe, expect, it } from 'vitest';
import { installersFor } from './install.ts';
import type { BrowserKind } from './kinds.ts';
import { searchBrowser } from './locate.ts';
import type { Machine } from './machine.ts';

interface Parts extends Partial<Omit<Machine, 'exists' | 'output'>> {
  /** What each program there prints for its version; null for one that does not start. */
  readonly programs?: Readonly<Record<string, string | null>>;
}

function machine({ programs = {}, ...rest }: Parts = {}): Machine {
  return {
    platform: 'linux',
    env: {},
    isRoot: false,
    playwrightChromium: undefined,
    exists: (path) => path in programs,
    output: (command) => programs[command] ?? undefined,
    ...rest,
  };
}

function found(kind: BrowserKind, parts: Parts): string | undefined {
  return searchBrowser(kind, machine(parts)).found?.path;
}

const chromium = 'Chromium 156.0.8078.79 built on Debian';

describe('searchBrowser', () => {
  it('finds nothing on a bare machine', () => {
    expect(found('chromium', {})).toBeUndefined();
    expect(found('firefox', {})).toBeUndefined();
  });

  it('takes the one that the environment names, before all others', () => {
    const programs = { '/mine': chromium, '/usr/bin/chromium': chromium };
    expect(found('chromium', { programs, env: { CHROMIUM_PATH: '/mine' } })).toBe('/mine');
  });

  it('refuses to pass over the one that the environment names', () => {
    const programs = { '/old': 'Chromium 120.0.1', '/usr/bin/chromium': chromium };
    const env = { CHROMIUM_PATH: '/old' };
    expect(() => found('chromium', { programs, env })).toThrow('CHROMIUM_PATH is /old, which is');
    expect(() => found('chromium', { env })).toThrow('is not there');
  });

  it("prefers Playwright's own, then usual places, then PATH", () => {
    const programs: Record<string, string> = {
      '/somewhere/chromium': chromium,
      '/usr/bin/chromium': chromium,
      '/cache/chrome': 'Google Chrome for Testing 159.0.8154.6',
    };
    const parts = { programs, playwrightChromium: '/cache/chrome', env: { PATH: '/x:/somewhere' } };
    expect(found('chromium', parts)).toBe('/cache/chrome');
    delete programs['/cache/chrome'];
    expect(found('chromium', parts)).toBe('/usr/bin/chromium');
    delete programs['/usr/bin/chromium'];
    expect(found('chromium', parts)).toBe('/somewhere/chromium');
  });

  it('passes over what cannot be used and says why', () => {
    const { found: none, passedOver } = searchBrowser(
      'chromium',
      machine({
        env: { PATH: '/bin' },
        programs: {
          '/usr/bin/chromium': null,
          '/usr/bin/chromium-browser': 'Google Chrome 150.0.1',
          '/bin/chromium': 'Chromium 143.0.1',
        },
      }),
    );
    expect(none).toBeUndefined();
    expect(passedOver.map(({ why }) => why)).toEqual([
      'does not start',
      'Google Chrome ignores --load-extension since version 137',
      'is "Chromium 143.0.1", older than 144',
    ]);
  });

  it('finds Firefox and its version', () => {
    const programs = { '/usr/bin/firefox-esr': 'Mozilla Firefox 153.7.0esr' };
    expect(found('firefox', { programs })).toBe('/usr/bin/firefox-esr');
  });

  it('finds Edge on Windows without starting it', () => {
    const folder = 'C:\\Program Files (x86)';
    const path = `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`;
    expect(
      found('chromium', {
        platform: 'win32',
        env: { 'ProgramFiles(x86)': folder },
        programs: { [path]: null },
      }),
    ).toBe(path);
  });
});

describe('installersFor', () => {
  const names = (kind: BrowserKind, parts: Parts) =>
    installersFor(kind, machine(parts)).map(({ name }) => name);

  it('tries Playwright, then apt-get as root', () => {
    const parts = {
      isRoot: true,
      playwrightChromium: '/cache/chrome',
      programs: { 'apt-get': 'apt 2.6.1' },
    };
    expect(names('chromium', parts)).toEqual(["Playwright's download", 'apt-get']);
    expect(names('firefox', parts)).toEqual(['apt-get']);
  });

  it('uses sudo where it asks for no password', () => {
    const programs = { 'apt-get': 'apt 2.6.1', sudo: '' };
    const [apt] = installersFor('firefox', machine({ programs }));
    expect(apt?.commands.map(({ run }) => run)).toEqual(['sudo', 'sudo']);
    expect(names('firefox', { programs: { 'apt-get': 'apt 2.6.1' } })).toEqual([]);
  });

  it('knows dnf and brew', () => {
    expect(names('firefox', { isRoot: true, programs: { dnf: '4.1' } })).toEqual(['dnf']);
    expect(names('firefox', { platform: 'darwin', programs: { brew: '4' } })).toEqual(['brew']);
  });
});
