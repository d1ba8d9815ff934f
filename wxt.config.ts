import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { writeLicences } from './tests/tools/licences.ts';
import { onlyItsSites, scriptsOfOptionalSites } from './tests/tools/site-scripts.ts';
import { rateMatches } from './utils/core/rate-hosts.ts';
import { optionalMatches, platformMatches } from './utils/platforms/sites.ts';

/** Firefox needs a fixed add-on id; it is also what tests use to find the extension's pages. */
const geckoId = 'gift-ledger@gift-ledger.example';

/** MAIN-world scripts as they are, without WXT's wrapper: every page pays for each byte. */
const bareMainScripts = {
  name: 'bare-main-scripts',
  enforce: 'pre' as const,
  resolveId: (id: string) => /virtual:wxt-content-script-main-world-entrypoint\?(.*)/.exec(id)?.[1],
};

export default defineConfig({
  // Explicit imports only, so that every dependency is visible to a reader and to the architecture test.
  imports: false,
  vite: () => ({ plugins: [preact(), bareMainScripts] }),
  hooks: {
    'entrypoints:resolved': (_wxt, entrypoints) => {
      entrypoints.push(...scriptsOfOptionalSites(entrypoints));
    },
    'vite:build:extendConfig': ([entrypoint], config) => {
      if (entrypoint?.type !== 'content-script') return;
      config.plugins = [...(config.plugins ?? []), onlyItsSites(entrypoint.name)];
    },
    'build:done': (wxt, { steps }) => {
      const chunks = steps.flatMap((step) => step.chunks);
      writeLicences(
        wxt.config.outDir,
        chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])),
      );
    },
  },
  zip: {
    // What Firefox's reviewers build from: everything that is in the repository but its pictures and other tests.
    includeSources: [
      '*.{json,ts,md}',
      'LICENSE',
      '.npmrc',
      '{components,entrypoints,utils,public}/**',
      'tests/{tools,e2e/browser}/**',
    ],
    dotSources: true,
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'scripting', 'notifications'],
    host_permissions: platformMatches,
    // Asked for when the user switches them on.
    optional_host_permissions: [...optionalMatches, ...rateMatches],
    action: { default_title: '__MSG_extensionName__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: geckoId,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '144' }),
  }),
});
