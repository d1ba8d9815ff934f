import '../utils/messaging/page-hook/start.ts';

// A plain object: what would only hand it on costs every page its bytes.
export default {
  // Only the manifest needs these. WXT defines ENTRYPOINT when it bundles and not when it reads them, so that neither
  // they nor the list of sites are carried into every page.
  ...(import.meta.env.ENTRYPOINT
    ? {}
    : {
        matches: (await import('../utils/platforms/sites.ts')).platformMatches,
        world: 'MAIN',
        runAt: 'document_start',
        allFrames: true,
        matchAboutBlank: true,
        noScriptStartedPostMessage: true,
      }),
  // All is done by the import.
  main() {},
};
