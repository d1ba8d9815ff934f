import { describe, expect, it } from 'vitest';
import { licencesText, packagesOf, readPackage, UnfitLicence } from './licences.ts';

describe('what is shipped of other people’s work', () => {
  it('is found by the modules in the bundle', () => {
    const modules = [
      '/somewhere/node_modules/preact/dist/preact.mjs',
      '/somewhere/node_modules/@preact/signals/dist/signals.mjs?v=1',
      '/somewhere/node_modules/wxt/node_modules/@wxt-dev/storage/index.mjs',
      '/somewhere/components/mark.tsx',
      '\u0000virtual:content-script',
    ];
    expect(packagesOf(modules)).toEqual(['@preact/signals', '@wxt-dev/storage', 'preact']);
  });

  it('is named with its licence and notice', () => {
    const preact = readPackage('preact');
    expect(preact.licence).toBe('MIT');
    expect(licencesText([preact])).toContain(`preact ${preact.version} (MIT)`);
    expect(licencesText([preact])).toContain('Permission is hereby granted');
  });

  it('is refused under a licence that does not fit', () => {
    // MPL-2.0: a tool of ours, never shipped.
    expect(() => readPackage('addons-linter')).toThrow(UnfitLicence);
  });
});
